"""Who has done what: expected against entered, per reviewer and per nomination, and who is to be reminded."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from exports.reminders import write_reminders
from judge.domain.progress import NominationWork, Progress, ReviewerWork, SheetWork, Work, tallied
from judge.domain.refusal import Refusal
from judge.domain.sheet import SheetState
from judge.ledger.pens import reviewer_of_pen
from judge.ledger.ruled import Ruled, ruled
from judge.services.editions.edition import Edition
from judge.services.targets import told_of_targets
from judge.store.connection import Connection
from judge.store.queries.office import rulings
from judge.store.queries.progress import SheetRecord, appointed, last_written, nominated, sheet_records


def progress(edition: Edition, award: str = "") -> Progress:
    """What has become of every sheet of an award, or of all; one view of the edition.

    Sheets count as the lists count them, rulings included. Refusal "check-award-unknown" (award, known).
    """
    known = tuple(one.key for one in edition.programme.awards)
    if award and award not in known:
        raise Refusal("check-award-unknown", award=award, known=known)
    with edition.store.read() as connection:
        held = ruled(rulings(connection))
        sheets = tuple(_works(edition, held, tuple(sheet_records(connection, award))))
        return Progress(
            reviewers=tuple(_reviewers(connection, held, sheets, award)),
            nominations=tuple(_nominations(connection, held, sheets, award)),
            total=tallied(sheets),
        )


def write_reminder_list(
    heads: Sequence[str], rows: Iterable[Sequence[str | int]], target: Path, *, replace: bool = False
) -> None:
    """Write rows of reminders as CSV; Refusal with the codes of `exports.refusal.ExportRefused`."""
    with told_of_targets():
        write_reminders(heads, rows, target, replace=replace)


def _works(edition: Edition, held: Ruled, records: tuple[SheetRecord, ...]) -> Iterator[SheetWork]:
    there = {(one.version.nomination, one.version.reviewer) for one in records}
    for one in records:
        rubric = edition.rubrics.get(one.rubric)
        yield SheetWork(
            award=one.award,
            nomination=one.version.nomination,
            reviewer=one.version.reviewer,
            work=_work(one, held.state_of(one.version, one.award, there)),
            criteria=len(rubric.criteria) if rubric else one.marked,
            marked=one.marked,
            zeros=one.zeros,
            not_applicable=one.not_applicable,
            last=one.last,
            reason=one.reason,
        )


def _work(one: SheetRecord, state: str) -> Work:
    if state == SheetState.OPEN:
        return Work.STARTED if one.marked else Work.UNTOUCHED
    return Work(state)


def _reviewers(
    connection: Connection, held: Ruled, sheets: Iterable[SheetWork], award: str
) -> Iterator[ReviewerWork]:
    """Whoever has a sheet, or sits on a panel that was asked for."""
    own: defaultdict[str, list[SheetWork]] = defaultdict(list)
    for sheet in sheets:
        own[sheet.reviewer].append(sheet)
    wrote = _last_by_reviewer(connection)
    for one in appointed(connection):
        if award and award not in one.awards and one.key not in own:
            continue
        yield ReviewerWork(
            key=one.key,
            name=one.name,
            organisation=one.organisation,
            phone=one.phone,
            withdrawn=one.key in held.withdrawn,
            tally=tallied(own[one.key]),
            last=wrote.get(one.key, ""),
            returned=tuple((s.nomination, s.reason) for s in own[one.key] if s.work is Work.RETURNED),
        )


def _last_by_reviewer(connection: Connection) -> dict[str, str]:
    """When each reviewer last wrote, with whichever of their pens; the clocks are their own."""
    last: dict[str, str] = {}
    for pen, moment in last_written(connection).items():
        reviewer = reviewer_of_pen(pen)
        last[reviewer] = max(moment, last.get(reviewer, ""))
    return last


def _nominations(
    connection: Connection, held: Ruled, sheets: Iterable[SheetWork], award: str
) -> Iterator[NominationWork]:
    theirs: defaultdict[str, list[SheetWork]] = defaultdict(list)
    for sheet in sheets:
        theirs[sheet.nomination].append(sheet)
    for key, of, name in nominated(connection, award):
        yield NominationWork(
            key=key,
            award=of,
            name=name,
            closed=held.closing(key, of) is not None,
            tally=tallied(theirs[key]),
            last=max((one.last for one in theirs[key]), default=""),
        )
