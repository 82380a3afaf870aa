"""A nomination laid out as its reviewer's desk shows it; masked in a blind edition."""

from dataclasses import replace

from judge.domain.blind_desk import blind_conflict, blind_page
from judge.domain.conclusions import Conclusions
from judge.domain.conflict import Conflict, Interests
from judge.domain.desk import Page, ShownField
from judge.domain.identifying import Identities
from judge.domain.own_marks import ScaleUse, scale_use
from judge.domain.revision import differences
from judge.domain.sheet import Sheet, SheetState
from judge.services.checks.gates import Gates
from judge.services.editions.edition import Edition
from judge.services.sheets import returning
from judge.services.sheets.acts import rubric_of
from judge.services.sheets.blinding import identities_of, is_blind, masking
from judge.services.sheets.denying import found_conflicts, without_denied
from judge.services.sheets.panel_marks import Closed, closed
from judge.store.conclusions import kept_conclusions
from judge.store.connection import Connection
from judge.store.queries import desk as queries
from judge.store.queries.revisions import KeptRevision
from judge.store.sheets import SheetRow
from rubrics.model import Rubric

_OPEN = Closed()


class Pages:
    """Pages in one view of the edition; what several need is read once, when it is needed."""

    def __init__(self, edition: Edition, connection: Connection, nomination: str | None = None) -> None:
        """With a key, checklists are read for that nomination alone."""
        self._edition = edition
        self._connection = connection
        self._gates = Gates(edition, connection, nomination)
        self.blind = is_blind(connection)
        self._by_award: dict[str, Identities] = {}
        self._interests: dict[str, Interests] = {}
        self._may_take_back = returning.may_take_back(connection)

    def page(self, row: SheetRow) -> Page:
        """The page of a sheet: of the revision that it judged, where it is submitted, else of the last."""
        papers = queries.papers(self._connection, row.nomination)
        shown = papers.revisions[: _shown(row.view())][-1]
        by_ruling = closed(self._edition, self._connection, row, self._rubric(row))
        page = self.page_at(row, papers, shown, by_ruling)
        left = without_denied(self._connection, row.nomination, row.reviewer, page.conflicts)
        return replace(page, conflicts=left, own_marks=self.own_marks(row))

    def page_at(
        self, row: SheetRow, papers: queries.Papers, shown: KeptRevision, by_ruling: Closed = _OPEN
    ) -> Page:
        """The page of a sheet with one of the nomination's revisions, and every conflict that papers show."""
        rubric = self._rubric(row)
        concluded = self._concluded(row, papers, shown, rubric)
        page = Page(
            nomination=row.nomination,
            award=papers.award,
            name=shown.name,
            organisation=shown.organisation,
            body=papers.body,
            subject=shown.subject,
            fields=tuple(ShownField(f.key, f.label.strip().rstrip(":："), f.written) for f in shown.fields),
            documents=papers.documents,
            gates=concluded.gates,
            rubric=rubric,
            sheet=row.view(),
            revision=shown.number,
            filed_revision=papers.revisions[-1].number,
            changes=concluded.changes,
            may_take_back=self._may_take_back,
            blind=self.blind,
            conflicts=concluded.conflicts,
            closed=by_ruling.reason,
            panel=by_ruling.panel,
        )
        # What a blind packet holds was masked when it was issued, and of whom nothing here knows.
        if not page.blind or self._edition.packet:
            return page
        identities = self._identities(papers.award)
        hidden = masking(papers.body, papers.revisions, identities, self._gates.organisations)
        return blind_page(page, hidden, identities)

    def own_marks(self, row: SheetRow) -> tuple[ScaleUse, ...]:
        """The reviewer's own marks over all their sheets of the sheet's rubric, a criterion each."""
        rubric = self._rubric(row)
        counts = queries.own_marks(self._connection, row.reviewer, row.rubric)
        return tuple(scale_use(criterion, counts.get(criterion.key, {})) for criterion in rubric.criteria)

    def _rubric(self, row: SheetRow) -> Rubric:
        return rubric_of(self._edition, row.rubric, row.award)

    def _concluded(
        self, row: SheetRow, papers: queries.Papers, shown: KeptRevision, rubric: Rubric
    ) -> Conclusions:
        if self._edition.packet:
            return kept_conclusions(self._connection, row.nomination, shown.number)
        last = papers.revisions[-1]
        before = shown if shown is not last else papers.revisions[max(0, len(papers.revisions) - 2)]
        findings = self._gates.findings
        return Conclusions(
            findings(rubric, papers.award, row.nomination, shown.organisation, shown.fields),
            differences(before.fields, last.fields),
            self._conflicts(papers, row.reviewer),
        )

    def conflicts(self, papers: queries.Papers, reviewer: str) -> tuple[Conflict, ...]:
        """All that ties a reviewer to a nomination as it stands; by the grounds alone where it is blind."""
        found = self._conflicts(papers, reviewer)
        return tuple(map(blind_conflict, found)) if self.blind else found

    def _conflicts(self, papers: queries.Papers, reviewer: str) -> tuple[Conflict, ...]:
        if reviewer not in self._interests:
            self._interests[reviewer] = queries.interests(self._connection, reviewer)
        identities = self._identities(papers.award)
        return found_conflicts(papers, self._interests[reviewer], identities, self._gates.organisations)

    def _identities(self, award: str) -> Identities:
        if award not in self._by_award:
            self._by_award[award] = identities_of(self._edition, self._connection, award)
        return self._by_award[award]


def _shown(sheet: Sheet) -> int | None:
    """The revision to show; None for the last."""
    return (sheet.judged_revision or None) if sheet.state is SheetState.SUBMITTED else None
