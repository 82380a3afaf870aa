"""What comes of returns: taken whole, once, in any order, by pens that the office has confirmed."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from judge.domain.merge_report import MergedFile
from judge.domain.sheet import Mark, Sheet, SheetState
from judge.ledger.panel_acts import REPLACED, WITHDRAWN, ReviewerDetail
from judge.packets.keys import fingerprint
from judge.services.lists.closing import close
from judge.services.lists.withdrawing import Leaving, withdraw
from judge.services.sheets.acts import Seen, read_sheet, set_mark
from judge.services.sheets.desk import Desk
from judge.services.sheets.returning import return_sheet
from judge.store.panel_office import put_reviewer_detail
from judge.store.queries.known import ids
from tests.judge.packets.returns import Hand
from tests.judge.services.packets.post import CRITERIA, N1, N2, N3, Post, proved, state_of


def sheet(post: Post, nomination: str, reviewer: str = "R01") -> Sheet:
    with post.edition.store.read() as connection:
        return read_sheet(connection, nomination, reviewer).view()


def code(file: MergedFile) -> str:
    return file.refusal.code if file.refusal else ""


def test_what_a_reviewer_did_in_a_packet_stands_in_the_edition(post: Post) -> None:
    hand = post.issue("R01")
    post.judge(hand, N1, ticks=12)
    hand.mark(N2, "process", 7)
    hand.note(N2, "", "数据偏少")
    taken = post.take(hand)
    assert taken.brought
    assert (taken.new, taken.known, taken.brought.sheets) == (9, 0, 2)
    assert taken.brought.states == {"submitted": 1, "open": 1}
    assert sheet(post, N1).state is SheetState.SUBMITTED
    assert sheet(post, N2).marks == {"process": Mark(7)}
    assert sheet(post, N2).notes == {"": "数据偏少"}
    proved(post.edition)


def test_merging_again_changes_nothing(post: Post) -> None:
    hand = post.issue("R01")
    post.judge(hand, N1)
    post.take(hand)
    before = state_of(post.edition)
    again = post.take(hand)
    assert (again.new, again.known, again.brought and again.brought.confirmed) == (0, 7, False)
    assert state_of(post.edition) == before


def test_an_older_copy_is_known_and_a_longer_one_brings_the_rest(post: Post) -> None:
    hand = post.issue("R01")
    post.judge(hand, N1)
    early = post.send(hand)
    post.judge(hand, N2)
    assert post.take(hand).new == 14
    (replayed,) = post.merge(early).files
    assert (replayed.new, replayed.known, replayed.refusal) == (0, 7, None)
    hand.mark(N3, "process", 1)
    assert post.take(hand).new == 1
    later = post.take(hand, first=15)
    assert (later.new, later.known) == (0, 1)
    proved(post.edition)


def test_a_return_without_its_beginning_waits_for_it(post: Post) -> None:
    hand = post.issue("R01")
    post.judge(hand, N1)
    post.judge(hand, N2)
    begun, rest = post.send(hand, 1, 7), post.send(hand, 8)
    assert [code(file) for file in post.merge(rest, confirm=[hand]).files] == ["return-gap"]
    report = post.merge(rest, begun, confirm=[hand])
    assert [(file.path, file.new) for file in report.files] == [(rest, 7), (begun, 7)]
    proved(post.edition)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_files_does_not_matter(post: Post, order: tuple[int, ...]) -> None:
    hands = [post.issue(reviewer) for reviewer in ("R01", "R02", "R01")]
    for number, hand in enumerate(hands):
        post.judge(hand, N1, ticks=number + 3)
    files = [post.send(hand) for hand in hands]
    report = post.merge(*(files[place] for place in order), confirm=hands)
    assert report.refused == ()
    assert sheet(post, N1, "R02").state is SheetState.SUBMITTED
    assert sheet(post, N1, "R01").state is SheetState.FORKED
    proved(post.edition)


def test_a_key_that_nobody_confirmed_is_refused_with_its_fingerprint(post: Post) -> None:
    hand = post.issue("R01")
    post.judge(hand, N1)
    before = state_of(post.edition)
    (file,) = post.merge(post.send(hand)).files
    assert file.refusal
    assert code(file) == "return-key-unconfirmed"
    assert file.refusal.params["fingerprint"] == fingerprint(hand.key.public)
    assert state_of(post.edition) == before
    other = post.issue("R02")
    assert code(*post.merge(post.send(hand), confirm=[other]).files) == "return-key-unconfirmed"


def test_a_key_is_confirmed_once_for_all_its_returns(post: Post) -> None:
    hand = post.issue("R01")
    hand.mark(N1, "process", 1)
    first = post.take(hand)
    assert first.brought
    assert first.brought.confirmed
    hand.mark(N1, "process", 2)
    (second,) = post.merge(post.send(hand)).files
    assert (second.new, second.brought and second.brought.confirmed) == (1, False)
    proved(post.edition)


def test_two_openings_of_one_packet_are_two_pens_to_confirm(post: Post) -> None:
    hand = post.issue("R01")
    copy = Hand("R01", hand.edition, post.issue("R01").key, hand.packet)
    hand.mark(N1, "process", 1)
    copy.mark(N2, "process", 2)
    post.take(hand)
    assert code(*post.merge(post.send(copy)).files) == "return-key-unconfirmed"
    post.take(copy)
    assert (sheet(post, N1).marks, sheet(post, N2).marks) == ({"process": Mark(1)}, {"process": Mark(2)})
    proved(post.edition)


def continued(hand: Hand) -> Hand:
    """The same pen in a copy of its packet, from here on a hand of its own."""
    return replace(hand, written=list(hand.written), seals=list(hand.seals), known=dict(hand.known))


def test_both_continuations_of_one_chain_are_kept(post: Post) -> None:
    hand = post.issue("R01")
    hand.mark(N1, "process", 1)
    copy = continued(hand)
    hand.mark(N1, "process", 2)
    hand.mark(N2, "process", 5)
    copy.mark(N1, "process", 3)
    copy.mark(N3, "process", 6)
    post.take(hand)
    taken = post.take(copy)
    assert (taken.new, taken.known) == (2, 1)
    assert taken.brought
    assert taken.brought.forked == (N1,)
    assert sheet(post, N1).state is SheetState.FORKED
    assert sheet(post, N2).marks == {"process": Mark(5)}
    assert sheet(post, N3).marks == {"process": Mark(6)}
    proved(post.edition)


def test_what_was_marked_here_and_there_is_forked_only_where_it_differs(post: Post) -> None:
    hand = post.issue("R01")
    hand.mark(N1, "process", 4)
    hand.mark(N2, "process", 4)
    for nomination, ticks in ((N1, 4), (N2, 5)):
        set_mark(post.edition, Seen(nomination, "R01", 0), "process", Mark(ticks))
    taken = post.take(hand)
    assert taken.brought
    assert taken.brought.forked == (N2,)
    assert (sheet(post, N1).state, sheet(post, N1).marks) == (SheetState.OPEN, {"process": Mark(4)})
    proved(post.edition)


def test_a_desk_that_was_open_meanwhile_loads_anew(post: Post) -> None:
    desk = Desk(post.edition, "R01")
    seen = desk.set_mark(N1, "tools", Mark(3), 0)
    hand = post.issue("R01")
    hand.mark(N1, "process", 4)
    post.take(hand)
    with pytest.raises(Exception, match="sheet-changed-elsewhere"):
        desk.set_mark(N1, "results", Mark(3), seen.revision)
    now = desk.page(N1).sheet
    desk.set_mark(N1, "results", Mark(3), now.revision)
    assert sheet(post, N1).marks == {"tools": Mark(3), "process": Mark(4), "results": Mark(3)}
    proved(post.edition)


def test_a_sheet_returned_meanwhile_stands_as_its_reviewer_handed_it_in_anew(post: Post) -> None:
    hand = post.issue("R01")
    post.judge(hand, N1)
    post.take(hand)
    return_sheet(post.edition, N1, "R01", "请核对")
    hand.mark(N2, "process", 1)
    assert post.take(hand).new == 1
    assert sheet(post, N1).state is SheetState.RETURNED
    proved(post.edition)


def test_a_rehearsal_tells_what_merging_would_and_writes_nothing(post: Post) -> None:
    hand = post.issue("R01")
    post.judge(hand, N1)
    begun = post.send(hand)
    post.judge(hand, N2)
    files = [post.send(hand, 8), begun, begun]
    before = state_of(post.edition)
    rehearsed = post.merge(*files, confirm=[hand], dry_run=True)
    assert state_of(post.edition) == before
    assert post.merge(*files, confirm=[hand]) == rehearsed
    assert [file.new for file in rehearsed.files] == [7, 7, 0]


def test_a_rehearsal_sees_forks_among_the_files_themselves(post: Post) -> None:
    hands = [post.issue("R01"), post.issue("R01")]
    for number, hand in enumerate(hands):
        hand.mark(N1, "process", number)
    rehearsed = post.merge(*map(post.send, hands), confirm=hands, dry_run=True)
    assert [file.brought and file.brought.forked for file in rehearsed.files] == [(), (N1,)]


@pytest.mark.parametrize(
    ("standing", "successor"), [(WITHDRAWN, ""), (REPLACED, "R03")], ids=["withdrawn", "replaced"]
)
def test_what_someone_sends_who_left_is_kept_and_said(post: Post, standing: str, successor: str) -> None:
    hand = post.issue("R01")
    post.judge(hand, N1)
    detail = ReviewerDetail("评委1", "研究院1", "", standing=standing, successor=successor)
    with post.edition.store.write() as connection:
        put_reviewer_detail(connection, ids(connection).reviewers["R01"], detail)
    taken = post.take(hand)
    assert taken.sender
    assert (taken.sender.standing, taken.sender.successor, taken.new) == (standing, successor, 7)


def test_what_comes_after_a_nomination_was_closed_is_named_as_late(post: Post) -> None:
    hand = post.issue("R01")
    post.judge(hand, N1)
    hand.mark(N2, "process", 3)
    assert close(post.edition, N1, "评审会已结束")[0]
    taken = post.take(hand)
    assert taken.brought
    assert (taken.brought.states, taken.brought.apart) == ({"late": 1, "open": 1}, {"late": (N1,)})
    assert sheet(post, N1).state is SheetState.SUBMITTED
    proved(post.edition)


def test_what_a_withdrawn_reviewer_sends_is_kept_and_said_to_be_absent(post: Post) -> None:
    hand = post.issue("R01")
    post.judge(hand, N1)
    withdraw(post.edition, Leaving("R01"), "因病退出")
    taken = post.take(hand)
    assert taken.sender
    assert taken.brought
    assert (taken.sender.standing, taken.new) == (WITHDRAWN, 7)
    assert taken.brought.apart == {"absent": (N1,)}
    proved(post.edition)


def test_a_file_that_is_refused_leaves_the_others(post: Post) -> None:
    hand, other = post.issue("R01"), post.issue("R02")
    post.judge(hand, N1)
    other.mark(N1, "process", 10_000)
    spoilt = post.file(hand.send()[:-1])
    report = post.merge(spoilt, post.send(other), post.send(hand), confirm=[hand, other])
    assert [code(file) for file in report.files] == ["return-truncated", "return-act-not-allowed", ""]
    assert report.new == 7
    proved(post.edition)


def test_files_that_are_not_there_are_refused_by_name(post: Post, tmp_path: Path) -> None:
    (missing,) = post.merge(tmp_path / "nothing").files
    (folder,) = post.merge(tmp_path).files
    assert (code(missing), code(folder)) == ("return-missing", "return-unreadable")


def test_every_criterion_is_one_of_the_rubrics(post: Post) -> None:
    assert tuple(c.key for c in post.edition.rubrics[post.rubric()].criteria) == CRITERIA
