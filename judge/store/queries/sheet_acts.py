"""The acts on one sheet, read back in their order with the moments that their authors noted."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from judge.ledger.acts import sheet_subject
from judge.ledger.apply import Step, in_order
from judge.ledger.entry import Entry
from judge.ledger.reading import read_sheet_act
from judge.store.tables import entry


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
