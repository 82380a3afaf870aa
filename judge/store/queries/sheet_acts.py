"""The acts on one sheet, read back in their order with the moments that their authors noted."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from judge.ledger.acts import SHEET_RETURNED, sheet_subject
from judge.ledger.apply import Step, in_order
from judge.ledger.entry import Entry
from judge.ledger.pens import CHAIR
from judge.ledger.reading import SheetReturned, read_sheet_act
from judge.store.tables import entry


class Return(NamedTuple):
    """A sheet that the chair returned: the chair's entry, the sheet's subject, and why."""

    seq: int
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


def returns(connection: Connection) -> tuple[Return, ...]:
    """Every sheet that the chair returned, in the order of the chair's entries."""
    asked = (
        select(entry.c.seq, entry.c.subject, entry.c.data)
        .where(entry.c.pen == CHAIR, entry.c.kind == SHEET_RETURNED)
        .order_by(entry.c.seq)
    )
    found = []
    for seq, subject, data in connection.execute(asked):
        act = read_sheet_act(Entry.from_bytes(bytes(data)))
        if isinstance(act, SheetReturned):
            found.append(Return(seq, subject, act.reason))
    return tuple(found)
