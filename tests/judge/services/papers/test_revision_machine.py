"""In whatever order revisions, marks and submissions come, a sheet names the revision of that moment."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, SheetState
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, make_edition, open_edition
from judge.services.lists.ranking import rank
from judge.services.papers.filing import file_papers
from judge.services.papers.revisions import revisions_of
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from rubrics.catalogue import load_builtin
from tests.judge.conftest import database
from tests.judge.services import small_papers as papers
from tests.judge.services.papers.amendments import GROUP, form, named

REVIEWERS = ("R01", "R02")
reviewers = st.sampled_from(REVIEWERS)
words = st.sampled_from([("晨光QC小组", 2), ("晨光QC小组", 3), ("晨曦QC小组", 3)])


class Amendments(RuleBasedStateMachine):
    """A model of one group's revisions and of two reviewers' sheets beside a real edition in two windows."""

    server = ""

    @initialize()
    def make(self) -> None:
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.path = Path(self.folder.name)
        self.location = database(self.server) if self.server else str(self.path / "x.judge")
        self.edition: Edition = make_edition(
            self.location, title="x", year=2019, programme=load_builtin("xinjiang_2019")
        )
        first = form(self.path, "0.csv", size=2)
        papers.file(self.edition, papers.quotas(self.path), first, papers.reviewers(self.path, count=2))
        assign(self.edition, plan_assignments(self.edition, 2))
        self.office = open_edition(self.location)
        self.filed = [("晨光QC小组", 2)]
        self.files = 0
        self.read = dict.fromkeys(REVIEWERS, 1)
        self.judged: dict[str, int] = {}

    def teardown(self) -> None:
        if hasattr(self, "office"):
            self.edition.close()
            self.office.close()
            self.folder.cleanup()

    def sheet_revision(self, reviewer: str) -> int:
        return Desk(self.edition, reviewer).page(GROUP).sheet.revision

    @rule(said=words)
    def revise(self, said: tuple[str, int]) -> None:
        self.files += 1
        name, size = said
        # Blanks behind the figure make each file one of its own without changing what it says.
        path = form(self.path, f"{self.files}.csv", name=name, size=f"{size}{' ' * self.files}")
        file_papers(self.office, named(self.office, GROUP, path))
        if said != self.filed[-1]:
            self.filed.append(said)

    @rule(reviewer=reviewers)
    def read_the_page(self, reviewer: str) -> None:
        page = Desk(self.edition, reviewer).page(GROUP)
        shown = self.judged.get(reviewer, len(self.filed))
        assert (page.revision, page.filed_revision) == (shown, len(self.filed))
        assert page.name == self.filed[shown - 1][0]
        self.read[reviewer] = page.revision

    @rule(reviewer=reviewers, ticks=st.integers(0, 20))
    def mark_everything(self, reviewer: str, ticks: int) -> None:
        desk = Desk(self.edition, reviewer)
        if reviewer not in self.judged:
            for criterion in papers.CRITERIA:
                desk.set_mark(GROUP, criterion, Mark(ticks), self.sheet_revision(reviewer))

    @rule(reviewer=reviewers)
    def submit(self, reviewer: str) -> None:
        desk = Desk(self.edition, reviewer)
        page = desk.page(GROUP)
        due = page.sheet.state is SheetState.OPEN and len(page.sheet.marks) == len(papers.CRITERIA)
        if due and self.read[reviewer] == len(self.filed):
            sheet = desk.submit(GROUP, page.sheet.revision, self.read[reviewer])
            self.judged[reviewer] = len(self.filed)
            assert sheet.judged_revision == len(self.filed)
        else:
            with pytest.raises(Refusal):
                desk.submit(GROUP, page.sheet.revision, self.read[reviewer])

    @rule()
    def prove(self) -> None:
        assert audit(self.office).faults == ()
        (line,) = rank(self.office, "qc-group").lines
        assert line.nomination.name == self.filed[-1][0]

    @invariant()
    def every_sheet_keeps_the_revision_that_it_judged(self) -> None:
        if hasattr(self, "office"):
            for reviewer in REVIEWERS:
                sheet = Desk(self.office, reviewer).page(GROUP).sheet
                assert sheet.judged_revision == self.judged.get(reviewer, 0)
            assert len(revisions_of(self.office, GROUP)) == len(self.filed)


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_amendments(engine: str, request: pytest.FixtureRequest) -> None:
    server = request.getfixturevalue("postgres") if engine == "postgresql" else ""
    machine = type("OnEngine", (Amendments,), {"server": server})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=8,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
