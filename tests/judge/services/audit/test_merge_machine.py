"""Whatever is done at the edition, in a packet, in its copy and in another, and whenever it comes back."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from judge.domain.sheet import AT_WORK, Mark, Sheet, SheetState
from judge.ledger.apply import add_up
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, make_edition
from judge.services.editions.settings import TAKE_BACK, change_setting
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from judge.services.sheets.returning import return_sheet
from judge.services.sheets.settling import Choice, forked_sheets, settle
from judge.store.queries.sheet_acts import sheet_steps
from rubrics.catalogue import load_builtin
from tests.judge.services import small_papers as papers
from tests.judge.services.elsewhere import Elsewhere, merge

GROUPS = ("qc-group-0001", "qc-group-0002")
groups = st.sampled_from(GROUPS)
places = st.integers(0, 2)
criteria = st.sampled_from(papers.CRITERIA[:2])
ticks = st.integers(0, 2)


class Season(RuleBasedStateMachine):
    """One reviewer at the edition, in a packet, in a copy of it, and in a second packet."""

    @initialize()
    def make(self) -> None:
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        folder = Path(self.folder.name)
        self.edition: Edition = make_edition(
            str(folder / "x.judge"), title="x", year=2019, programme=load_builtin("xinjiang_2019")
        )
        papers.file(
            self.edition,
            papers.quotas(folder),
            papers.nominations(folder, papers.GROUPS[:2]),
            papers.reviewers(folder, count=1),
        )
        assign(self.edition, plan_assignments(self.edition, 1))
        change_setting(self.edition, TAKE_BACK, "allowed", "试评")
        self.desk = Desk(self.edition, "R01")
        packet = Elsewhere(self.edition, "R01", "first")
        for group in GROUPS:
            packet.mark_all(group, dict.fromkeys(papers.CRITERIA[2:], 1))
        self.packets = [packet, packet.copy(), Elsewhere(self.edition, "R01", "second")]

    def teardown(self) -> None:
        if hasattr(self, "edition"):
            merge(self.edition, *self.packets)
            self.the_tables_say_what_the_acts_say()
            assert audit(self.edition).faults == ()
            self.edition.close()
            self.folder.cleanup()

    def sheet(self, group: str) -> Sheet:
        return self.desk.page(group).sheet

    @rule(group=groups, criterion=criteria, ticks=ticks)
    def mark_at_the_edition(self, group: str, criterion: str, ticks: int) -> None:
        sheet = self.sheet(group)
        assume(sheet.state in AT_WORK)
        assert self.desk.set_mark(group, criterion, Mark(ticks), sheet.revision) == self.sheet(group)

    @rule(place=places, group=groups, criterion=criteria, ticks=ticks)
    def mark_in_a_packet(self, place: int, group: str, criterion: str, ticks: int) -> None:
        packet = self.packets[place]
        if packet.sheet(group).state is SheetState.SUBMITTED:
            packet.reopen(group)
        assume(packet.sheet(group).state in AT_WORK)
        packet.mark(group, criterion, ticks)

    @rule(place=places, group=groups)
    def submit_in_a_packet(self, place: int, group: str) -> None:
        packet = self.packets[place]
        sheet = packet.sheet(group)
        assume(sheet.state in AT_WORK and sheet.marks.keys() == set(papers.CRITERIA))
        packet.submit(group)

    @rule(place=places, group=groups)
    def recuse_in_a_packet(self, place: int, group: str) -> None:
        assume(self.packets[place].sheet(group).state in AT_WORK)
        self.packets[place].recuse(group)

    @rule(group=groups)
    def submit_at_the_edition(self, group: str) -> None:
        sheet = self.sheet(group)
        assume(sheet.state in AT_WORK and sheet.marks.keys() == set(papers.CRITERIA))
        self.desk.submit(group, sheet.revision, 1)

    @rule(group=groups)
    def take_back_or_return(self, group: str) -> None:
        sheet = self.sheet(group)
        assume(sheet.state is SheetState.SUBMITTED)
        if sheet.revision % 2:
            self.desk.take_back(group, sheet.revision)
        else:
            return_sheet(self.edition, group, "R01", "再看")

    @rule(returned=st.lists(places, min_size=1, max_size=3))
    def merge_what_came_back(self, returned: list[int]) -> None:
        for place in returned:
            merge(self.edition, self.packets[place])

    @rule(side=st.integers(0, 3))
    def settle_a_fork(self, side: int) -> None:
        forks = forked_sheets(self.edition)
        assume(forks)
        for fork in forks:
            chosen = fork.sides[side % len(fork.sides)]
            assume(chosen.state is not SheetState.FORKED)
            sheet = settle(self.edition, fork.nomination, "R01", Choice(chosen.key), "核对")
            assert sheet == self.sheet(fork.nomination)
            assert sheet.state is not SheetState.FORKED

    @rule()
    def the_tables_say_what_the_acts_say(self) -> None:
        for group in GROUPS:
            with self.edition.store.read() as connection:
                added_up = add_up(kept.step for kept in sheet_steps(connection, group, "R01"))
            sheet = self.sheet(group)
            assert (sheet.state, sheet.revision, sheet.reason, sheet.judged_revision) == (
                added_up.state,
                added_up.revision,
                added_up.reason,
                added_up.judged_revision,
            )
            assert {key: mark.ticks for key, mark in sheet.marks.items()} == added_up.marks
            disputed = {one.criterion for one in added_up.contested}
            assert not disputed & sheet.marks.keys()
            assert bool(disputed) == (sheet.state is SheetState.FORKED)

    @rule()
    def prove(self) -> None:
        assert audit(self.edition).faults == ()


TestSeason = Season.TestCase
TestSeason.settings = settings(
    max_examples=10,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
