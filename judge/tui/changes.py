"""What a reviewer asks the edition to write down, one at a time and in the order of the keys."""

from dataclasses import dataclass

from judge.domain.desk import ReviewerDesk
from judge.domain.sheet import Mark, Sheet

CHANGED_ELSEWHERE = "sheet-changed-elsewhere"
"""The refusal of a change that was made on an older revision than the sheet's own."""

REVISED = "nomination-revised"
"""The refusal of a submission by whoever has not seen the nomination's last revision."""

NOT_WRITTEN = "desk-not-written"
"""The code for a change that failed for want of a disk or a database, not for its content."""

Slot = tuple[str, str]
"""What a change is about: ("mark", criterion), ("note", criterion) or ("sheet", "")."""


@dataclass(frozen=True, slots=True)
class MarkChange:
    """A criterion's new mark; None clears it. `typed` is what stood in the cell, kept if it is refused."""

    nomination: str
    criterion: str
    mark: Mark | None
    typed: str = ""

    @property
    def slot(self) -> Slot:
        """What this change is about."""
        return "mark", self.criterion

    def write(self, desk: ReviewerDesk, base_revision: int) -> Sheet:
        """Ask `desk` for it; the sheet as committed."""
        return desk.set_mark(self.nomination, self.criterion, self.mark, base_revision)


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A criterion's new note, or the sheet's where `criterion` is ""."""

    nomination: str
    criterion: str
    text: str

    @property
    def slot(self) -> Slot:
        """What this change is about."""
        return "note", self.criterion

    def write(self, desk: ReviewerDesk, base_revision: int) -> Sheet:
        """Ask `desk` for it; the sheet as committed."""
        return desk.set_note(self.nomination, self.criterion, self.text, base_revision)


@dataclass(frozen=True, slots=True)
class Submission:
    """The sheet handed in, which judges the nomination's revision `judged`."""

    nomination: str
    judged: int

    @property
    def slot(self) -> Slot:
        """What this change is about."""
        return "sheet", ""

    def write(self, desk: ReviewerDesk, base_revision: int) -> Sheet:
        """Ask `desk` for it; the sheet as committed."""
        return desk.submit(self.nomination, base_revision, self.judged)


@dataclass(frozen=True, slots=True)
class Recusal:
    """The reviewer steps back, for `reason`."""

    nomination: str
    reason: str

    @property
    def slot(self) -> Slot:
        """What this change is about."""
        return "sheet", ""

    def write(self, desk: ReviewerDesk, base_revision: int) -> Sheet:
        """Ask `desk` for it; the sheet as committed."""
        return desk.recuse(self.nomination, self.reason, base_revision)


@dataclass(frozen=True, slots=True)
class TakingBack:
    """A submitted sheet taken back, to be changed."""

    nomination: str

    @property
    def slot(self) -> Slot:
        """What this change is about."""
        return "sheet", ""

    def write(self, desk: ReviewerDesk, base_revision: int) -> Sheet:
        """Ask `desk` for it; the sheet as committed."""
        return desk.take_back(self.nomination, base_revision)


@dataclass(frozen=True, slots=True)
class Undoing:
    """What was last written on the sheet taken back; or, with `again`, done again."""

    nomination: str
    again: bool = False

    @property
    def slot(self) -> Slot:
        """What this change is about."""
        return "sheet", ""

    def write(self, desk: ReviewerDesk, base_revision: int) -> Sheet:
        """Ask `desk` for it; the sheet as committed."""
        turn = desk.redo if self.again else desk.undo
        return turn(self.nomination, base_revision)


@dataclass(frozen=True, slots=True)
class Denial:
    """The reviewer says why a conflict of interest that papers show is none."""

    nomination: str
    reason: str

    @property
    def slot(self) -> Slot:
        """What this change is about."""
        return "sheet", ""

    def write(self, desk: ReviewerDesk, base_revision: int) -> Sheet:
        """Ask `desk` for it; the sheet as committed."""
        return desk.deny_conflict(self.nomination, self.reason, base_revision)


Turn = Submission | Recusal | TakingBack | Undoing | Denial
"""What is done to a sheet as a whole."""
Change = MarkChange | NoteChange | Turn
