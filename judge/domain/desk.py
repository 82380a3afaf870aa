"""What a reviewer's desk shows and does, whichever file or database stands behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from imports.records import Block
from judge.domain.conflict import Conflict
from judge.domain.own_marks import ScaleUse
from judge.domain.packet import Handover
from judge.domain.panel_marks import PanelMarks
from judge.domain.revision import FieldChange
from judge.domain.sheet import AT_WORK, Mark, Sheet, SheetState
from judge.domain.sheet_history import HistoryItem
from rubrics.model import Rubric, Text


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One line of the queue. `total` is the points so far, None while nothing is marked.

    `revision` is the nomination's last.
    """

    nomination: str
    award: str
    name: str
    organisation: str
    body: str
    state: SheetState
    marked: int
    criteria: int
    total: Fraction | None
    revision: int = 1


def is_to_do(item: QueueItem) -> bool:
    """Whether a nomination's sheet waits for the reviewer."""
    return item.state in AT_WORK


@dataclass(frozen=True, slots=True)
class Glance:
    """Whose desk this is, and the first lines of its queue; `states` counts all of it, and so does `begun`.

    `begun` are the sheets that wait for the reviewer and have marks.
    """

    edition_id: str
    edition_title: str
    reviewer: str
    items: tuple[QueueItem, ...]
    states: Mapping[SheetState, int]
    begun: int
    is_packet: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether this is the whole queue."""
        return len(self.items) == sum(self.states.values())


class Outcome(StrEnum):
    """What is known of a gate; missing evidence is to verify, never met."""

    MET = "met"
    NOT_MET = "not-met"
    TO_VERIFY = "to-verify"


class GroundCode(StrEnum):
    """What speaks for a gate's outcome beside the form's own words."""

    YEAR_WON = "year-won"
    YEAR_NOT_WON = "year-not-won"
    YEAR_NOT_COVERED = "year-not-covered"
    ITEM_PRESENT = "item-present"
    ITEM_MISSING = "item-missing"
    ITEM_OPEN = "item-open"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that a gate's outcome rests on: which year, item or setting, and what is said of it."""

    code: GroundCode
    what: str | Text
    said: str = ""


@dataclass(frozen=True, slots=True)
class ShownField:
    """A form field as it is shown: label and content as written."""

    key: str
    label: str
    written: str


@dataclass(frozen=True, slots=True)
class GateFinding:
    """A gate's outcome for one nomination: the form's own words as evidence, and what else it rests on."""

    gate: str
    outcome: Outcome
    evidence: tuple[ShownField, ...] = ()
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An attached document as readable text."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the desk needs about one nomination, in one read.

    `revision` is the one shown: the last, but on a submitted sheet the one that it judged. `filed_revision`
    is the last. `changes` say what the last one changed: since the one shown, or where that is the last,
    since the one before. `may_take_back` says whether the chair lets reviewers take submitted sheets back.
    Where reviewers judge `blind`, no name, number or address of whoever is judged is in any of it: `name` is
    the nomination's key, and conflicts name their grounds alone. `conflicts` are those that the reviewer has
    not said to be none. `own_marks` are the reviewer's over all their sheets of the rubric. `closed` says why
    the chair has closed the sheet to its reviewer, "" where it is open; `panel` is what all of the panel
    gave, and None until the award is closed.
    """

    nomination: str
    award: str
    name: str
    organisation: str
    body: str
    subject: str
    fields: tuple[ShownField, ...]
    documents: tuple[Document, ...]
    gates: tuple[GateFinding, ...]
    rubric: Rubric
    sheet: Sheet
    revision: int = 1
    filed_revision: int = 1
    changes: tuple[FieldChange, ...] = ()
    may_take_back: bool = False
    blind: bool = False
    conflicts: tuple[Conflict, ...] = ()
    own_marks: tuple[ScaleUse, ...] = ()
    closed: str = ""
    panel: PanelMarks | None = None


class OriginalRole(StrEnum):
    """What a file is to its nomination."""

    FORM = "form"
    DOCUMENT = "document"
    SCAN = "scan"


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was sent: its name without folders, its bytes counted; `revision` is 0 but for forms."""

    number: int
    role: OriginalRole
    name: str
    size: int
    revision: int = 0


class ReviewerDesk(Protocol):
    """The door between a reviewer's screen and an edition. Every call may raise `Refusal`.

    Calls that change a sheet compare `base_revision` with the sheet's own: "sheet-changed-elsewhere" is
    refused, nothing is overwritten. They return once the change is durable, with the sheet as committed.
    """

    @property
    def edition_id(self) -> str:
        """The edition's own name for itself, wherever its file lies."""

    @property
    def edition_title(self) -> str:
        """The edition's title, as given when it was made."""

    @property
    def reviewer(self) -> str:
        """The reviewer's key."""

    @property
    def is_packet(self) -> bool:
        """Whether what is done here goes back to the office in a file."""

    def handover(self) -> Handover:
        """What would go back of the packet now; or "return-empty"."""

    def hand_over(self, path: str, *, replace: bool) -> Handover:
        """Write what goes back; or "target-exists"."""

    def glance(self, lines: int) -> Glance:
        """Whose desk this is, and so many lines of the queue: what can be read before the rest is here."""

    def queue(self) -> tuple[QueueItem, ...]:
        """Every nomination assigned to the reviewer, award by award, in the order of filing."""

    def page(self, nomination: str) -> Page:
        """One nomination with its papers, rubric and the reviewer's sheet."""

    def set_mark(self, nomination: str, criterion: str, mark: Mark | None, base_revision: int) -> Sheet:
        """Give a criterion its mark; None clears it (the ledger keeps what was)."""

    def set_note(self, nomination: str, criterion: str, text: str, base_revision: int) -> Sheet:
        """Write the note of a criterion, or of the sheet where `criterion` is ""."""

    def submit(self, nomination: str, base_revision: int, judged: int) -> Sheet:
        """Submit a complete sheet that judges the nomination's revision `judged`, the page's own.

        "sheet-incomplete" names the criteria that lack a mark; "nomination-revised" says that a later
        revision has been filed, which the reviewer has not seen.
        """

    def recuse(self, nomination: str, reason: str, base_revision: int) -> Sheet:
        """Step back from a nomination, with the reason; marks given so far count nowhere."""

    def deny_conflict(self, nomination: str, reason: str, base_revision: int) -> Sheet:
        """Say why the page's conflicts are none; or "no-conflict-to-deny". Others found later are shown."""

    def own_marks(self, nomination: str) -> tuple[ScaleUse, ...]:
        """The reviewer's own marks over all their sheets of the nomination's rubric, a criterion each."""

    def take_back(self, nomination: str, base_revision: int) -> Sheet:
        """Open a submitted sheet again; "take-back-not-allowed" unless the chair allows it."""

    def undo(self, nomination: str, base_revision: int) -> Sheet:
        """Take back what was last written on the sheet, in any sitting; or "nothing-to-undo"."""

    def redo(self, nomination: str, base_revision: int) -> Sheet:
        """Do again what was last taken back; or "nothing-to-redo"."""

    def history(self, nomination: str) -> tuple[HistoryItem, ...]:
        """Every deed on the reviewer's sheet, the first first."""

    def originals(self, nomination: str) -> tuple[Original, ...]:
        """The nomination's own files as they were sent.

        "originals-blind" where names are masked; "originals-with-others" where no file is its own.
        """

    def original(self, nomination: str, number: int) -> bytes:
        """What is in one of them, by its number."""
