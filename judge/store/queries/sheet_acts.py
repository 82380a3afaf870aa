"""The acts on one sheet, read back in their order with the moments that their authors noted."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from judge.domain.sheet import SheetState
from judge.ledger.acts import SHEET_RETURNED, SHEET_SETTLED, sheet_subject
from judge.ledger.entry import Entry
from judge.ledger.pens import CHAIR
from judge.ledger.reading import SheetReturned, SheetSettled, read_sheet_act
from judge.ledger.steps import Step, in_order
from judge.store.tables import entry, nomination, reviewer, sheet


class OnSheet(NamedTuple):
    """What the chair did to a sheet: the entry and its kind, the sheet's subject, and why."""

    seq: int
    kind: str
    subject: str
    reason: str


class KeptStep(NamedTuple):
    """An act on a sheet, and when by its author's clock."""

    step: Step
    at: str


def sheet_steps(connection: Connection, nomination: str, reviewer: str) -> tuple[KeptStep, ...]:
    """Every act on a sheet, the first first."""
    asked = select(entry.c.digest, entry.c.data).where(entry.c.subject == sheet_subject(nomination, reviewer))
    moments: dict[bytes, str] = {}
    steps: list[Step] = []
    for digest, data in connection.execute(asked):
        kept = Entry.from_bytes(bytes(data))
        steps.append(Step.of(bytes(digest), kept, read_sheet_act(kept)))
        moments[bytes(digest)] = kept.at
    return tuple(KeptStep(step, moments[step.digest]) for step in in_order(steps))


def forked(connection: Connection) -> tuple[tuple[str, str], ...]:
    """(nomination, reviewer) of every sheet that is forked, in the order of filing."""
    asked = (
        select(nomination.c.key, reviewer.c.key)
        .join_from(sheet, nomination)
        .join(reviewer)
        .where(sheet.c.state == SheetState.FORKED.value)
        .order_by(nomination.c.id, reviewer.c.id)
    )
    return tuple((key, judge) for key, judge in connection.execute(asked))


def rulings_on_sheets(connection: Connection) -> tuple[OnSheet, ...]:
    """Every sheet that the chair returned or settled, in the order of the chair's entries."""
    asked = (
        select(entry.c.seq, entry.c.kind, entry.c.subject, entry.c.data)
        .where(entry.c.pen == CHAIR, entry.c.kind.in_([SHEET_RETURNED, SHEET_SETTLED]))
        .order_by(entry.c.seq)
    )
    found = []
    for seq, kind, subject, data in connection.execute(asked):
        act = read_sheet_act(Entry.from_bytes(bytes(data)))
        if isinstance(act, SheetReturned | SheetSettled):
            found.append(OnSheet(seq, kind, subject, act.reason))
    return tuple(found)
