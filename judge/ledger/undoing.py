"""What of a sheet can be taken back and done again: a function of its acts, whichever sitting wrote them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from judge.domain.sheet import Mark
from judge.ledger.reading import MarkCleared, MarkSet, NoteSet, SheetFiled, SheetSettled, WrittenAct
from judge.ledger.steps import Step

Written = Mark | str | None
"""What stands in a place: a mark, None for unmarked; or a note, "" for none."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that a reviewer wrote: where, what stood there before and after, and the act that did it."""

    criterion: str
    before: Written
    after: Written
    digest: bytes


@dataclass(slots=True)
class Edits:
    """What can be taken back, the last first to go; and what was taken back and can be done again.

    Something new written clears what could be done again, and whole sheets filed by the office or settled by
    the chair clear both: they are not the reviewer's to take back.
    """

    done: list[Edit] = field(default_factory=list)
    undone: list[Edit] = field(default_factory=list)
    """Each with the digest of the act that took it back."""

    def take(self, act: WrittenAct, edit: Edit) -> None:
        """Take in what was written next."""
        if act.undoes and self.done and self.done[-1].digest == act.undoes:
            self.undone.append(replace(self.done.pop(), digest=edit.digest))
        elif act.undoes and self.undone and self.undone[-1].digest == act.undoes:
            self.done.append(replace(self.undone.pop(), digest=edit.digest))
        elif edit.before != edit.after:
            self.done.append(edit)
            self.undone.clear()


def edits_of(steps: Iterable[Step]) -> Edits:
    """The edits that a sheet's ordered acts leave."""
    edits, marks, notes = Edits(), dict[str, Mark](), dict[str, str]()
    for step in steps:
        match step.act:
            case MarkSet() | MarkCleared() as act:
                before = marks.pop(act.criterion, None)
                if isinstance(act, MarkSet):
                    marks[act.criterion] = Mark(act.ticks)
                edits.take(act, Edit(act.criterion, before, marks.get(act.criterion), step.digest))
            case NoteSet() as act:
                written = Edit(act.criterion, notes.get(act.criterion, ""), act.text, step.digest)
                notes[act.criterion] = act.text
                edits.take(act, written)
            case SheetFiled() as act:
                marks.update({criterion: Mark(ticks) for criterion, ticks in act.marks.items()})
                notes.update(act.notes)
                edits = Edits()
            case SheetSettled() as act:
                marks = {criterion: Mark(ticks) for criterion, ticks in act.marks.items()}
                edits = Edits()
            case _:
                pass
    return edits
