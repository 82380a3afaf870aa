"""The reviewer's desk at the edition's own file: what `judge.domain.desk.ReviewerDesk` asks for."""

from collections import defaultdict
from fractions import Fraction
from pathlib import Path

from judge.domain.blind_desk import blind_item
from judge.domain.desk import Glance, Original, Page, QueueItem
from judge.domain.own_marks import ScaleUse
from judge.domain.packet import Handover
from judge.domain.reviewer_keys import find_reviewer
from judge.domain.sheet import AT_WORK, Mark, Sheet, SheetState
from judge.domain.sheet_history import HistoryItem
from judge.services.editions.edition import Edition
from judge.services.sheets import acts, denying, history, originals, returning
from judge.services.sheets.blinding import is_blind
from judge.services.sheets.pages import Pages
from judge.store.connection import Connection
from judge.store.queries import desk as queries
from rubrics.model import Rubric


class Desk:
    """One reviewer at one edition."""

    def __init__(self, edition: Edition, reviewer: str) -> None:
        """Sit down as the reviewer whose key this is, in whichever spelling.

        Refusals "reviewer-unknown-but-near" and "reviewer-unknown" for a key that the edition does not know.
        """
        self._edition = edition
        with edition.store.read() as connection:
            known = queries.reviewer_keys(connection)
        self._reviewer = find_reviewer(reviewer, known)

    @property
    def edition_id(self) -> str:
        """The edition's own name for itself."""
        return self._edition.id

    @property
    def edition_title(self) -> str:
        """The edition's title."""
        return self._edition.title

    @property
    def reviewer(self) -> str:
        """The reviewer's key."""
        return self._reviewer

    @property
    def is_packet(self) -> bool:
        """Whether this is a packet, whose work goes back to the office in a file."""
        return self._edition.packet is not None

    def handover(self) -> Handover:
        """What would go back of the packet now."""
        from judge.services.packets.returning import handover  # noqa: PLC0415 - no edition's desk needs it

        return handover(self._edition)

    def hand_over(self, path: str, *, replace: bool) -> Handover:
        """Write what goes back to a path, "" for beside the packet."""
        from judge.services.packets.returning import hand_over  # noqa: PLC0415 - likewise

        return hand_over(self._edition, Path(path).expanduser() if path else None, replace=replace)

    def queue(self) -> tuple[QueueItem, ...]:
        """Every nomination assigned to the reviewer, award by award, in the order of filing."""
        with self._edition.store.read() as connection:
            return self._items(connection)

    def glance(self, lines: int) -> Glance:
        """Whose desk this is, and the first lines of the queue."""
        with self._edition.store.read() as connection:
            counts = queries.queue_counts(connection, self._reviewer)
            items = self._items(connection, lines)
        states: dict[SheetState, int] = defaultdict(int)
        for (state, _marked), count in counts.items():
            states[state] += count
        begun = sum(count for (state, marked), count in counts.items() if marked and state in AT_WORK)
        whose = (self.edition_id, self.edition_title, self._reviewer)
        return Glance(*whose, items, dict(states), begun, is_packet=self.is_packet)

    def _items(self, connection: Connection, lines: int | None = None) -> tuple[QueueItem, ...]:
        items = (self._item(row) for row in queries.queue(connection, self._reviewer, lines))
        return tuple(map(blind_item, items) if is_blind(connection) else items)

    def _item(self, row: queries.QueueRow) -> QueueItem:
        rubric = acts.rubric_of(self._edition, row.rubric, row.award)
        return QueueItem(
            nomination=row.nomination,
            award=row.award,
            name=row.name,
            organisation=row.organisation,
            body=row.body,
            state=row.state,
            marked=len(row.marks),
            criteria=len(rubric.criteria),
            total=_total(rubric, row) if row.marks else None,
            revision=row.revision,
        )

    def page(self, nomination: str) -> Page:
        """One nomination with its papers, its rubric and the reviewer's sheet; masked in a blind edition."""
        with self._edition.store.read() as connection:
            row = acts.read_sheet(connection, nomination, self._reviewer)
            return Pages(self._edition, connection, nomination).page(row)

    def own_marks(self, nomination: str) -> tuple[ScaleUse, ...]:
        """The reviewer's own marks over all their sheets of the nomination's rubric, a criterion each."""
        with self._edition.store.read() as connection:
            row = acts.read_sheet(connection, nomination, self._reviewer)
            return Pages(self._edition, connection, nomination).own_marks(row)

    def set_mark(self, nomination: str, criterion: str, mark: Mark | None, base_revision: int) -> Sheet:
        """Give a criterion its mark; None clears it."""
        return acts.set_mark(self._edition, self._seen(nomination, base_revision), criterion, mark)

    def set_note(self, nomination: str, criterion: str, text: str, base_revision: int) -> Sheet:
        """Write the note of a criterion, or of the sheet where `criterion` is ""."""
        return acts.set_note(self._edition, self._seen(nomination, base_revision), criterion, text)

    def submit(self, nomination: str, base_revision: int, judged: int) -> Sheet:
        """Submit a complete sheet that judges the nomination's revision `judged`."""
        return acts.submit(self._edition, self._seen(nomination, base_revision), judged)

    def recuse(self, nomination: str, reason: str, base_revision: int) -> Sheet:
        """Step back from a nomination, with the reason."""
        return acts.recuse(self._edition, self._seen(nomination, base_revision), reason)

    def deny_conflict(self, nomination: str, reason: str, base_revision: int) -> Sheet:
        """Say why what ties the reviewer to the nomination is no conflict of interest."""
        return denying.deny_conflict(self._edition, self._seen(nomination, base_revision), reason)

    def take_back(self, nomination: str, base_revision: int) -> Sheet:
        """Open a submitted sheet again, while the chair allows it."""
        return returning.take_back(self._edition, self._seen(nomination, base_revision))

    def undo(self, nomination: str, base_revision: int) -> Sheet:
        """Take back what was last written on the sheet."""
        return history.undo(self._edition, self._seen(nomination, base_revision))

    def redo(self, nomination: str, base_revision: int) -> Sheet:
        """Do again what was last taken back."""
        return history.redo(self._edition, self._seen(nomination, base_revision))

    def history(self, nomination: str) -> tuple[HistoryItem, ...]:
        """Every deed on the reviewer's sheet."""
        return history.history(self._edition, nomination, self._reviewer)

    def originals(self, nomination: str) -> tuple[Original, ...]:
        """The nomination's own files as they were sent."""
        return originals.originals(self._edition, nomination, self._reviewer)

    def original(self, nomination: str, number: int) -> bytes:
        """What is in one of them."""
        return originals.original(self._edition, nomination, self._reviewer, number)

    def _seen(self, nomination: str, revision: int) -> acts.Seen:
        return acts.Seen(nomination, self._reviewer, revision)


def _total(rubric: Rubric, row: queries.QueueRow) -> Fraction:
    points = (
        ticks * rubric.step * rubric.criterion(key).weight
        for key, ticks in row.marks.items()
        if ticks is not None
    )
    return sum(points, start=Fraction(0))
