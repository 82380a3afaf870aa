"""Whatever reviewers and the secretary do, in whatever order, the ledger says what the tables say."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, SheetState
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, make_edition, open_edition
from judge.services.papers.filing import file_papers
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from rubrics.catalogue import load_builtin
from tests.judge.services import small_papers as papers

groups = st.sampled_from(["qc-group-0001", "qc-group-0002"])
reviewers = st.sampled_from(["R01", "R02"])
criteria = st.sampled_from(papers.CRITERIA)


class Season(RuleBasedStateMachine):
    """A model of two groups and two reviewers beside a real edition file."""

    @initialize()
    def make(self) -> None:
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.path = Path(self.folder.name)
        self.edition: Edition = make_edition(
            str(self.path / "x.judge"), title="x", year=2019, programme=load_builtin("xinjiang_2019")
        )
        papers.file(
            self.edition,
            papers.quotas(self.path),
            papers.nominations(self.path, papers.GROUPS[:2]),
            papers.reviewers(self.path, count=2),
        )
        assign(self.edition, plan_assignments(self.edition, 2))
        self.marks: dict[tuple[str, str], dict[str, Mark]] = {
            (group, reviewer): {}
            for group in ("qc-group-0001", "qc-group-0002")
            for reviewer in ("R01", "R02")
        }
        self.states = dict.fromkeys(self.marks, SheetState.OPEN)
        self.tables = 0

    def teardown(self) -> None:
        if hasattr(self, "edition"):
            self.edition.close()
            self.folder.cleanup()

    def revision(self, group: str, reviewer: str) -> int:
        return Desk(self.edition, reviewer).page(group).sheet.revision

    @rule(group=groups, reviewer=reviewers, criterion=criteria, ticks=st.none() | st.integers(0, 20))
    def mark(self, group: str, reviewer: str, criterion: str, ticks: int | None) -> None:
        desk, given = Desk(self.edition, reviewer), None if ticks is None else Mark(ticks)
        base = self.revision(group, reviewer)
        if self.states[group, reviewer] is not SheetState.OPEN:
            with pytest.raises(Refusal):
                desk.set_mark(group, criterion, given, base)
            return
        desk.set_mark(group, criterion, given, base)
        if given is None:
            self.marks[group, reviewer].pop(criterion, None)
        else:
            self.marks[group, reviewer][criterion] = given

    @rule(group=groups, reviewer=reviewers, text=st.text(max_size=5))
    def note(self, group: str, reviewer: str, text: str) -> None:
        if self.states[group, reviewer] is not SheetState.OPEN:
            return
        desk, base = Desk(self.edition, reviewer), self.revision(group, reviewer)
        if "\0" in text:
            # No database keeps it; it is refused, and the note before it stays.
            with pytest.raises(Refusal):
                desk.set_note(group, "", text, base)
            assert self.revision(group, reviewer) == base
            return
        desk.set_note(group, "", text, base)
        assert desk.page(group).sheet.notes.get("", "") == text

    @rule(group=groups, reviewer=reviewers)
    def recuse(self, group: str, reviewer: str) -> None:
        if self.states[group, reviewer] is SheetState.OPEN:
            Desk(self.edition, reviewer).recuse(group, "亲属", self.revision(group, reviewer))
            self.states[group, reviewer] = SheetState.RECUSED

    @rule(group=groups, reviewer=reviewers)
    def submit(self, group: str, reviewer: str) -> None:
        desk, base = Desk(self.edition, reviewer), self.revision(group, reviewer)
        complete = len(self.marks[group, reviewer]) == len(papers.CRITERIA)
        if complete and self.states[group, reviewer] is SheetState.OPEN:
            desk.submit(group, base, 1)
            self.states[group, reviewer] = SheetState.SUBMITTED
        else:
            with pytest.raises(Refusal):
                desk.submit(group, base, 1)

    @rule(group=groups, reviewer=reviewers, ticks=st.integers(0, 20))
    def file_a_table(self, group: str, reviewer: str, ticks: int) -> None:
        self.tables += 1
        rows = papers.sheet_rows(group, reviewer, ticks / 2)
        report = papers.read(self.edition, papers.scores(self.path, rows, name=f"{self.tables}.csv"))
        if report.refused:
            with pytest.raises(Refusal):
                file_papers(self.edition, report)
            return
        file_papers(self.edition, report)
        if self.states[group, reviewer] is SheetState.RECUSED:
            # Nothing but marks that the sheet holds already: known, and filed nowhere.
            return
        self.marks[group, reviewer] = dict.fromkeys(papers.CRITERIA, Mark(ticks))
        self.states[group, reviewer] = SheetState.SUBMITTED

    @rule()
    def reopen(self) -> None:
        self.edition.close()
        self.edition = open_edition(str(self.path / "x.judge"))

    @invariant()
    def the_edition_is_what_was_done(self) -> None:
        if not hasattr(self, "edition"):
            return
        for (group, reviewer), marks in self.marks.items():
            sheet = Desk(self.edition, reviewer).page(group).sheet
            assert (sheet.marks, sheet.state) == (marks, self.states[group, reviewer])

    @rule()
    def prove(self) -> None:
        assert audit(self.edition).faults == ()


TestSeason = Season.TestCase
TestSeason.settings = settings(
    max_examples=15,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
