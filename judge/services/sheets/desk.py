"""The reviewer's desk at the edition's own file: what `judge.domain.desk.ReviewerDesk` asks for."""

from fractions import Fraction

from judge.domain.blind_desk import blind_item, blind_page
from judge.domain.desk import Original, Page, QueueItem, ShownField
from judge.domain.own_marks import ScaleUse, scale_use
from judge.domain.reviewer_keys import find_reviewer
from judge.domain.revision import differences
from judge.domain.sheet import Mark, Sheet, SheetState
from judge.domain.sheet_history import HistoryItem
from judge.services.checks.gates import Gates
from judge.services.editions.edition import Edition
from judge.services.sheets import acts, denying, history, originals, returning
from judge.services.sheets.blinding import identities_of, is_blind, masking
from judge.services.sheets.denying import open_conflicts
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

    def queue(self) -> tuple[QueueItem, ...]:
        """Every nomination assigned to the reviewer, award by award, in the order of filing."""
        with self._edition.store.read() as connection:
            rows = queries.queue(connection, self._reviewer)
            blind = is_blind(connection)
        items = (self._item(row) for row in rows)
        return tuple(map(blind_item, items) if blind else items)

    def _item(self, row: queries.QueueRow) -> QueueItem:
        rubric = self._rubric(row.rubric, row.award)
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
            papers = queries.papers(connection, nomination)
            rubric = self._rubric(row.rubric, papers.award)
            shown, last = papers.revisions[: _shown(row.view())][-1], papers.revisions[-1]
            gates = Gates(self._edition, connection, nomination)
            identities = identities_of(self._edition, connection, papers.award)
            before = shown if shown is not last else papers.revisions[max(0, len(papers.revisions) - 2)]
            page = Page(
                nomination=nomination,
                award=papers.award,
                name=shown.name,
                organisation=shown.organisation,
                body=papers.body,
                subject=shown.subject,
                fields=tuple(
                    ShownField(f.key, f.label.strip().rstrip(":："), f.written) for f in shown.fields
                ),
                documents=papers.documents,
                gates=gates.findings(rubric, papers.award, nomination, shown.organisation, shown.fields),
                rubric=rubric,
                sheet=row.view(),
                revision=shown.number,
                filed_revision=last.number,
                changes=differences(before.fields, last.fields),
                may_take_back=returning.may_take_back(connection),
                blind=is_blind(connection),
                conflicts=open_conflicts(self._edition, connection, nomination, self._reviewer),
                own_marks=_own_marks(connection, self._reviewer, row.rubric, rubric),
            )
            if not page.blind:
                return page
            hidden = masking(papers.body, papers.revisions, identities, gates.organisations)
        return blind_page(page, hidden, identities)

    def own_marks(self, nomination: str) -> tuple[ScaleUse, ...]:
        """The reviewer's own marks over all their sheets of the nomination's rubric, a criterion each."""
        with self._edition.store.read() as connection:
            row = acts.read_sheet(connection, nomination, self._reviewer)
            return _own_marks(connection, self._reviewer, row.rubric, self._rubric(row.rubric, row.award))

    def _rubric(self, digest: str, award: str) -> Rubric:
        return acts.rubric_of(self._edition, digest, award)

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


def _shown(sheet: Sheet) -> int | None:
    """The revision to show; None for the last."""
    return (sheet.judged_revision or None) if sheet.state is SheetState.SUBMITTED else None


def _own_marks(connection: Connection, reviewer: str, digest: str, rubric: Rubric) -> tuple[ScaleUse, ...]:
    counts = queries.own_marks(connection, reviewer, digest)
    return tuple(scale_use(criterion, counts.get(criterion.key, {})) for criterion in rubric.criteria)


def _total(rubric: Rubric, row: queries.QueueRow) -> Fraction:
    points = (
        ticks * rubric.step * rubric.criterion(key).weight
        for key, ticks in row.marks.items()
        if ticks is not None
    )
    return sum(points, start=Fraction(0))
