"""Whatever is done at the edition and in packets, whatever is sent, lost, doubled and merged, in any order.

The edition is the union of what it was given: its sheets are what all acts add up to, its audit is clean, and
what is merged in another order gives the same tables.
"""

import random
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from judge.domain.sheet import AT_WORK, Mark, SheetState
from judge.ledger import acts
from judge.ledger.apply import add_up
from judge.ledger.entry import Entry
from judge.ledger.pens import is_of_packet
from judge.ledger.projection import SheetProjection
from judge.ledger.reading import read_sheet_act
from judge.ledger.steps import Step, in_order
from judge.packets.keys import fingerprint
from judge.services.editions.edition import Edition, make_edition, open_edition
from judge.services.packets.merging import Merging, merge
from judge.services.sheets.acts import Seen, read_sheet, set_mark
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from judge.services.sheets.returning import return_sheet
from judge.store.queries.ledger import entries
from rubrics.catalogue import load_builtin
from tests.judge.packets.returns import Hand
from tests.judge.services import small_papers as papers
from tests.judge.services.packets.post import CRITERIA, Post, proved, state_of

GROUPS = ("qc-group-0001", "qc-group-0002")
REVIEWERS = ("R01", "R02")
groups, reviewers, criteria = map(st.sampled_from, (GROUPS, REVIEWERS, CRITERIA[:2]))
ticks = st.integers(0, 3)
which = st.integers(0, 1 << 16)


@dataclass
class Packet:
    """A packet in somebody's hands, and what its holder may write on."""

    hand: Hand
    states: dict[str, SheetState] = field(default_factory=dict)

    def copy(self) -> "Packet":
        hand = self.hand
        twin = replace(hand, written=[*hand.written], seals=[*hand.seals], known={**hand.known})
        return Packet(twin, dict(self.states))

    def may_write(self, nomination: str) -> bool:
        return self.states[nomination] in AT_WORK


class Panel(RuleBasedStateMachine):
    """Two groups and two reviewers, at the edition and in packets."""

    @initialize()
    def make(self) -> None:
        self.room = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        folder = Path(self.room.name)
        edition = make_edition(
            str(folder / "x.judge"), title="x", year=2019, programme=load_builtin("xinjiang_2019")
        )
        two = papers.nominations(folder, papers.GROUPS[:2])
        papers.file(edition, papers.quotas(folder), two, papers.reviewers(folder, count=2))
        assign(edition, plan_assignments(edition, 2))
        (folder / "returns").mkdir()
        self.post = Post(edition, folder / "returns")
        self.packets: list[Packet] = []
        self.sent: list[Path] = []

    def sheet(self, nomination: str, reviewer: str) -> SheetProjection:
        with self.post.edition.store.read() as connection:
            return read_sheet(connection, nomination, reviewer).projection

    # At the edition.

    @rule(group=groups, reviewer=reviewers, criterion=criteria, given=ticks)
    def score_here(self, group: str, reviewer: str, criterion: str, given: int) -> None:
        sheet = self.sheet(group, reviewer)
        if sheet.state in AT_WORK:
            seen = Seen(group, reviewer, sheet.revision)
            set_mark(self.post.edition, seen, criterion, Mark(given))

    @rule(group=groups, reviewer=reviewers)
    def submit_here(self, group: str, reviewer: str) -> None:
        desk = Desk(self.post.edition, reviewer)
        sheet = desk.page(group).sheet
        if sheet.state in AT_WORK:
            for criterion in CRITERIA:
                if criterion not in sheet.marks:
                    sheet = desk.set_mark(group, criterion, Mark(1), sheet.revision)
            desk.submit(group, sheet.revision, 1)

    @rule(group=groups, reviewer=reviewers)
    def return_here(self, group: str, reviewer: str) -> None:
        if self.sheet(group, reviewer).state is SheetState.SUBMITTED:
            return_sheet(self.post.edition, group, reviewer, "请核对")

    # In packets.

    @rule(reviewer=reviewers)
    def issue(self, reviewer: str) -> None:
        states = {group: self.sheet(group, reviewer).state for group in GROUPS}
        self.packets.append(Packet(self.post.issue(reviewer), states))

    @precondition(lambda self: self.packets)
    @rule(chosen=which)
    def copy(self, chosen: int) -> None:
        self.packets.append(self.packets[chosen % len(self.packets)].copy())

    @precondition(lambda self: self.packets)
    @rule(chosen=which, group=groups, criterion=criteria, given=ticks)
    def score_there(self, chosen: int, group: str, criterion: str, given: int) -> None:
        packet = self.packets[chosen % len(self.packets)]
        if packet.may_write(group):
            packet.hand.mark(group, criterion, given)

    @precondition(lambda self: self.packets)
    @rule(chosen=which, group=groups, given=ticks)
    def submit_there(self, chosen: int, group: str, given: int) -> None:
        packet = self.packets[chosen % len(self.packets)]
        if packet.may_write(group):
            self.post.judge(packet.hand, group, ticks=given)
            packet.states[group] = SheetState.SUBMITTED

    @precondition(lambda self: self.packets)
    @rule(chosen=which, group=groups)
    def change_there(self, chosen: int, group: str) -> None:
        """Take a submitted sheet back, or step back from one at work."""
        packet = self.packets[chosen % len(self.packets)]
        hand = packet.hand
        if packet.states[group] is SheetState.SUBMITTED:
            hand.write(acts.SHEET_REOPENED, group, acts.sheet_reopened(hand.on(group)))
            packet.states[group] = SheetState.OPEN
        elif packet.may_write(group) and chosen % 5 == 0:
            hand.recuse(group, "同事")
            packet.states[group] = SheetState.RECUSED

    # On the way.

    @precondition(lambda self: self.packets)
    @rule(chosen=which)
    def send(self, chosen: int) -> None:
        self.sent.append(self.post.send(self.packets[chosen % len(self.packets)].hand))

    @precondition(lambda self: self.sent)
    @rule(chosen=which)
    def lose(self, chosen: int) -> None:
        self.sent.pop(chosen % len(self.sent))

    @precondition(lambda self: self.sent)
    @rule(seed=which)
    def merge_some(self, seed: int) -> None:
        """Some of what came, some of it twice."""
        chance = random.Random(seed)  # noqa: S311 - an order
        self.merged(self.post.edition, [chance.choice(self.sent) for _ in range(chance.randint(1, 3))])
        proved(self.post.edition)

    def merged(self, edition: Edition, files: Iterable[Path]) -> None:
        keys = frozenset(fingerprint(packet.hand.key.public) for packet in self.packets)
        report = merge(edition, list(files), Merging(confirmed=keys))
        assert report.refused == (), report.refused[0].refusal

    def teardown(self) -> None:
        if not hasattr(self, "post"):
            return
        try:
            self.all_come_home()
        finally:
            self.post.edition.close()
            self.room.cleanup()

    def all_come_home(self) -> None:
        """Everything is sent at last, and merged in two orders."""
        files = [*self.sent, *(self.post.send(packet.hand) for packet in self.packets)]
        self.post.edition.close()
        path = Path(self.post.edition.store.name)
        twin_path = path.with_name("twin.judge")
        shutil.copyfile(path, twin_path)
        self.post.edition = open_edition(str(path))
        twin = open_edition(str(twin_path))
        try:
            self.merged(self.post.edition, files)
            self.merged(twin, reversed(files))
            assert by_packets(twin) == by_packets(self.post.edition)
            proved(twin)
        finally:
            twin.close()
        proved(self.post.edition)
        self.check_union()

    def check_union(self) -> None:
        """The ledger has what everybody wrote, and each sheet is what its acts add up to."""
        said: dict[str, dict[bytes, Step]] = defaultdict(dict)
        with self.post.edition.store.read() as connection:
            kept = {one.digest: one for one in entries(connection)}
        for packet in self.packets:
            assert {one.digest for one in packet.hand.written} <= kept.keys()
        for digest, one in kept.items():
            entry = Entry.from_bytes(one.data)
            if acts.sheet_pair(entry.subject):
                said[entry.subject][digest] = Step.of(digest, entry, read_sheet_act(entry))
        for group in GROUPS:
            for reviewer in REVIEWERS:
                steps = said[acts.sheet_subject(group, reviewer)].values()
                assert self.sheet(group, reviewer) == add_up(in_order(steps))


def by_packets(edition: Edition) -> Mapping[str, object]:
    """All tables but what the office wrote, which has its own moments: the order of confirming is its."""
    entry, sheet, mark, note, _pens, *heads_and_seals = state_of(edition)
    written = [row for row in entry if is_of_packet(str(row[0]))]
    return {"entry": written, "sheet": sheet, "mark": mark, "note": note, "rest": heads_and_seals}


TestPanel = Panel.TestCase
TestPanel.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
