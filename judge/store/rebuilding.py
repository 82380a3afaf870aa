"""Sheets brought up to date with acts that came from elsewhere: their tables say again what all acts say."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import BindParameter, Connection, bindparam, select, update

from judge.domain.refusal import Refusal
from judge.domain.sheet import SheetState
from judge.ledger.acts import sheet_pair, sheet_subject
from judge.ledger.apply import add_up, bring
from judge.ledger.entry import Entry
from judge.ledger.projection import SheetProjection
from judge.ledger.reading import read_sheet_act
from judge.ledger.steps import Step, in_order
from judge.store.chunks import chunks
from judge.store.dialects import by_place
from judge.store.driver import append, fetch
from judge.store.sheet_writing import Change, save
from judge.store.sheets import copy_of, load_many
from judge.store.tables import entry, mark, nomination, note, reviewer, sheet

Steps = Sequence[Step]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many sheets were brought up to date, and the subjects of those that are forked now."""

    sheets: int
    forked: tuple[str, ...]


def rebuild_sheets(connection: Connection, fresh: Mapping[str, Steps]) -> Rebuilt:
    """Bring sheets up to date with the acts, by subject, that were just appended to the ledger.

    A sheet without acts before is what its fresh acts add up to; one from which they go on in a line is
    brought forward; of every other one all acts are read anew. Refusal "sheet-not-assigned".
    """
    untouched = dict(_untouched(connection, fresh))
    forked: list[str] = []
    for some in chunks(list(untouched), _FILLED_AT_ONCE):
        forked += _fill(connection, [(untouched[subject], subject, fresh[subject]) for subject in some])
    for some in chunks([subject for subject in fresh if subject not in untouched]):
        forked += _bring_forward(connection, {subject: fresh[subject] for subject in some})
    return Rebuilt(len(fresh), tuple(sorted(forked)))


_FILLED_AT_ONCE = 5000


def _untouched(connection: Connection, fresh: Mapping[str, Steps]) -> Iterator[tuple[str, int]]:
    """The ids of those of the sheets, by subject, on which nobody has acted here yet."""
    pairs = [pair for subject in fresh if (pair := sheet_pair(subject))]
    for keys in chunks(sorted({nomination_key for nomination_key, _ in pairs})):
        asked = (
            select(sheet.c.id, nomination.c.key, reviewer.c.key)
            .join_from(sheet, nomination)
            .join(reviewer)
            .where(sheet.c.revision == 0, nomination.c.key.in_(keys))
            .with_for_update(of=sheet)
        )
        for identity, nominated, judge in fetch(connection, asked):
            subject = sheet_subject(nominated, judge)
            if subject in fresh:
                yield subject, identity


def _fill(connection: Connection, sheets: Sequence[tuple[int, str, Steps]]) -> Iterator[str]:
    """Write sheets, each (id, subject, acts), that were empty; the subjects of those that are forked."""
    filled = [(identity, subject, _added_up(steps)) for identity, subject, steps in sheets]
    statement, names = _update(connection.dialect.name)
    values = [{**_columns(after), "sheet_id": identity} for identity, _, after in filled]
    connection.exec_driver_sql(statement, [tuple(row[name] for name in names) for row in values])
    append(connection, mark, [(i, key, ticks) for i, _, p in filled for key, ticks in p.marks.items()])
    append(connection, note, [(i, key, text) for i, _, p in filled for key, text in p.notes.items()])
    return (subject for _, subject, after in filled if after.state is SheetState.FORKED)


def _bring_forward(connection: Connection, fresh: Mapping[str, Steps]) -> Iterator[str]:
    """The same for sheets on which somebody has acted here."""
    pairs = {subject: sheet_pair(subject) or ("", "") for subject in fresh}
    rows = load_many(connection, pairs.values(), locked=True)
    changes: dict[str, Change] = {}
    anew: list[str] = []
    for subject, (nominated, judge) in pairs.items():
        row = rows.get((nominated, judge))
        if row is None:
            raise Refusal("sheet-not-assigned", nomination=nominated, reviewer=judge)
        after = _in_a_line(copy_of(row.projection), fresh[subject])
        if after is None:
            anew.append(subject)
        else:
            changes[subject] = Change(row, after)
    for subject, steps in _all_steps(connection, anew).items():
        changes[subject] = Change(rows[pairs[subject]], _added_up(steps))
    save(connection, list(changes.values()))
    return (subject for subject, one in changes.items() if one.after.state is SheetState.FORKED)


def _all_steps(connection: Connection, subjects: Sequence[str]) -> dict[str, list[Step]]:
    found: dict[str, list[Step]] = {subject: [] for subject in subjects}
    asked = select(entry.c.digest, entry.c.data).where(entry.c.subject.in_(subjects))
    for digest, data in connection.execute(asked):
        kept = Entry.from_bytes(bytes(data))
        found[kept.subject].append(Step.of(bytes(digest), kept, read_sheet_act(kept)))
    return found


def _added_up(steps: Steps) -> SheetProjection:
    return _in_a_line(SheetProjection(), steps) or add_up(in_order(steps))


def _in_a_line(sheet_before: SheetProjection, steps: Steps) -> SheetProjection | None:
    """The sheet brought forward by acts each of which names the one before; None where they do not."""
    after = sheet_before
    for step in steps:
        if step.act.on != after.head or after.state is SheetState.FORKED:
            return None
        bring(after, step.digest, step.act)
    return after


def _columns(after: SheetProjection) -> dict[str, object]:
    return {
        "new_state": after.state.value,
        "new_revision": after.revision,
        "new_head": after.head,
        "new_reason": after.reason,
        "new_judged_revision": after.judged_revision,
    }


@cache
def _update(engine: str) -> tuple[str, Sequence[str]]:
    """The update of a sheet's row as the driver reads it, and what its parameters are, by place."""
    columns = ("state", "revision", "head", "reason", "judged_revision")
    changed: dict[str, BindParameter[object]] = {name: bindparam(f"new_{name}") for name in columns}
    statement = update(sheet).where(sheet.c.id == bindparam("sheet_id")).values(changed)
    compiled = statement.compile(dialect=by_place(engine))
    return str(compiled), tuple(compiled.positiontup or ())
