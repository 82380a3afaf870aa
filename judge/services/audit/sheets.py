"""Sheets: the tables against what the acts add up to, and the acts against what is allowed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from judge.domain.sheet import SheetState
from judge.ledger import acts
from judge.ledger.apply import SheetProjection, add_up, in_order
from judge.ledger.legality import Opened, replay
from judge.services.audit.faults import Fault
from judge.services.audit.ledger import Gathered
from judge.store.tables import mark, nomination, note, reviewer, sheet

_STATES = {state.value: state for state in SheetState}


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """A sheet as the tables keep it; `sound` where its state is one that sheets have."""

    rubric: str
    sound: bool
    projection: SheetProjection


def kept_sheets(connection: Connection) -> dict[str, KeptSheet]:
    """Every sheet by subject, whatever state its row names; what hangs on no sheet is left out."""
    columns = (sheet, nomination.c.key.label("nomination"), reviewer.c.key.label("reviewer"))
    joined = select(*columns).join(nomination).join(reviewer)
    by_id: dict[int, KeptSheet] = {}
    kept: dict[str, KeptSheet] = {}
    for row in connection.execute(joined):
        state = _STATES.get(row.state)
        projection = SheetProjection(
            state or SheetState.OPEN,
            row.revision,
            bytes(row.head),
            row.reason,
            judged_revision=row.judged_revision,
        )
        by_id[row.id] = KeptSheet(row.rubric, state is not None, projection)
        kept[acts.sheet_subject(row.nomination, row.reviewer)] = by_id[row.id]
    for sheet_id, criterion, ticks in connection.execute(select(mark)):
        if sheet_id in by_id:
            by_id[sheet_id].projection.marks[criterion] = ticks
    for sheet_id, criterion, text in connection.execute(select(note)):
        if sheet_id in by_id:
            by_id[sheet_id].projection.notes[criterion] = text
    return kept


def sheet_faults(rows: Mapping[str, KeptSheet], gathered: Gathered) -> Iterator[Fault]:
    """Every sheet is one that was opened, holds what its acts add up to, and saw only acts allowed."""
    kept = dict(rows)
    for subject, rubric in gathered.opened.items():
        rebuilt, faults = _rebuilt(gathered, subject)
        yield from faults
        row = kept.pop(subject, None)
        if row is None:
            yield Fault("sheet-missing", subject)
        elif row.rubric != rubric:
            yield Fault("rubric-differs", subject)
        elif subject in gathered.unreadable or not row.sound or row.projection != rebuilt:
            yield Fault("sheet-differs", subject)
    for subject in sorted((kept.keys() | gathered.steps.keys()) - gathered.opened.keys()):
        yield Fault("sheet-without-entry", subject)


def _rebuilt(gathered: Gathered, subject: str) -> tuple[SheetProjection, tuple[Fault, ...]]:
    """The sheet that the acts add up to, and what is wrong with the acts themselves."""
    steps = gathered.steps.get(subject, {})
    if not steps:
        return SheetProjection(), ()
    missing = tuple(
        Fault("act-missing", f"{s.pen} {s.seq}") for s in steps.values() if s.act.on and s.act.on not in steps
    )
    pinned = gathered.opened[subject]
    rubric = gathered.edition.rubrics.get(pinned)
    if rubric is None:
        # That the sheet could be opened by it is the fault; nothing says what its acts may be.
        return add_up(in_order(steps.values())), missing
    nominated, reviewer = acts.sheet_pair(subject) or ("", "")
    opened = Opened(reviewer, pinned, rubric, gathered.revisions.get(nominated, 1))
    rebuilt, refused = replay(opened, in_order(steps.values()))
    return rebuilt, (*missing, *(Fault("act-not-allowed", f"{s.pen} {s.seq} {s.kind}") for s in refused))
