"""Why returns are refused that are sound in themselves: each by name and entry, and nothing of them taken."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from judge.ledger import acts
from judge.packets.return_file import read_return
from judge.services.packets.merging import Merging, merge
from judge.services.packets.passphrases import sealed
from judge.services.packets.returned_files import find_returns
from tests.judge.packets.returns import Hand, numbered_key
from tests.judge.services.packets.post import N1, N2, Post, proved, state_of

WORDS = "不太短的口令 of words"


def test_a_return_of_another_edition_is_refused(post: Post) -> None:
    known = post.issue("R01")
    hand = Hand("R01", "another-edition", known.key, known.packet)
    hand.mark(N1, "process", 3)
    assert post.refused(hand.send(), [hand]) == ("return-of-another-edition", None)


def test_a_reviewer_whom_nobody_knows_is_refused(post: Post) -> None:
    hand = replace(post.issue("R01"), reviewer="R·99")
    hand.mark(N1, "process", 3)
    assert post.refused(hand.send(), [hand]) == ("return-reviewer-unknown", None)


@pytest.mark.parametrize("reviewer", ["R01", "R02"])
def test_a_packet_that_was_not_issued_to_the_reviewer_is_refused(post: Post, reviewer: str) -> None:
    theirs = post.issue("R02" if reviewer == "R01" else "R01")
    for packet in (theirs.packet, "made-up"):
        hand = Hand(reviewer, post.edition.id, numbered_key(77), packet)
        hand.mark(N1, "process", 3)
        assert post.refused(hand.send(), [hand]) == ("return-packet-unknown", None)


def test_a_key_that_is_someone_elses_is_refused(post: Post) -> None:
    hand, other = post.issue("R01"), post.issue("R02")
    hand.mark(N1, "process", 3)
    post.take(hand)
    thief = Hand("R02", post.edition.id, hand.key, other.packet)
    thief.mark(N1, "process", 4)
    assert post.refused(thief.send(), [thief]) == ("return-key-of-another", None)


def test_one_key_for_two_reviewers_is_refused_in_a_rehearsal_too(
    post: Post,
) -> None:
    hand, other = post.issue("R01"), post.issue("R02")
    thief = Hand("R02", post.edition.id, hand.key, other.packet)
    hand.mark(N1, "process", 3)
    thief.mark(N1, "process", 4)
    report = post.merge(post.send(hand), post.send(thief), confirm=[hand], dry_run=True)
    assert [file.refusal and file.refusal.code for file in report.files] == [None, "return-key-of-another"]


def test_a_sheet_that_is_not_the_reviewers_is_refused(post: Post) -> None:
    hand = post.issue("R01")
    hand.mark(N1, "process", 3)
    hand.mark("qc-group-0404", "process", 3)
    assert post.refused(hand.send(), [hand]) == ("return-sheet-unassigned", 2)


def test_an_act_on_what_is_not_here_is_refused(post: Post) -> None:
    hand = post.issue("R01")
    hand.mark(N1, "process", 3)
    hand.known[N2] = bytes(32)
    hand.mark(N2, "process", 3)
    assert post.refused(hand.send(), [hand]) == ("return-act-missing", 2)


def test_an_act_past_what_its_own_pen_did_is_refused(post: Post) -> None:
    hand = post.issue("R01")
    hand.mark(N1, "process", 3)
    post.take(hand)
    hand.known[N1] = b""
    hand.mark(N1, "tools", 3)
    assert post.refused(hand.send()) == ("return-act-misplaced", 2)
    assert post.refused(hand.send(first=2)) == ("return-act-misplaced", 1)


def test_a_sheet_judged_by_another_rubric_is_refused(post: Post) -> None:
    hand = post.issue("R01")
    post.judge(hand, N1)
    assert hand.written.pop().entry.kind == acts.SHEET_SUBMITTED
    hand.known[N1] = hand.written[-1].digest
    hand.seals.clear()
    hand.submit(N1, post.rubric("trusted-team"))
    assert post.refused(hand.send(), [hand]) == ("return-rubric-differs", 7)


def test_what_its_author_could_not_do_is_refused(post: Post) -> None:
    hand = post.issue("R01")
    hand.mark(N2, "process", 3)
    hand.submit(N2, post.rubric())
    assert post.refused(hand.send(), [hand]) == ("return-act-not-allowed", 2)


def test_a_return_under_a_passphrase_is_merged_with_it_alone(post: Post) -> None:
    hand = post.issue("R01")
    post.judge(hand, N1)
    file_of_it = post.file(sealed(hand.send(), WORDS), "R01.return.age")
    for passphrases, code in (((), "return-sealed"), (("another",), "return-not-opened")):
        (file,) = post.merge(file_of_it, confirm=[hand], passphrases=passphrases).files
        assert file.refusal
        assert file.refusal.code == code
    (file,) = post.merge(file_of_it, confirm=[hand], passphrases=("another", WORDS)).files
    assert file.new == 7
    proved(post.edition)


def test_a_packet_instead_of_its_return_is_named_as_such(post: Post) -> None:
    assert post.refused(b"SQLite format 3\x00" + bytes(4000)) == ("return-is-packet", None)


def test_folders_are_searched_for_returns_alone(post: Post) -> None:
    hand = post.issue("R01")
    hand.mark(N1, "process", 3)
    inner = post.folder / "来件"
    inner.mkdir()
    (inner / "b.judge-return").write_bytes(hand.send())
    (inner / "sealed").write_bytes(b"age-encryption.org/v1\n")
    (inner / "notes.txt").write_text("致评审办", encoding="utf-8")
    assert [path.name for path in find_returns([post.folder])] == ["b.judge-return", "sealed"]


@contextmanager
def failing(post: Post, message: str, after: int) -> Iterator[None]:
    """A disk that has no room any more, or a file that does not come free, from some statement on."""
    left = [after]

    def fail(*_what: object) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OperationalError("INSERT", {}, Exception(message))

    engine = post.edition.store.engine
    event.listen(engine, "before_cursor_execute", fail)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", fail)


@pytest.mark.parametrize(
    ("message", "code"),
    [("database or disk is full", "disk-full"), ("database is locked", "edition-locked")],
)
def test_where_the_edition_cannot_be_written_nothing_is_half_written(
    post: Post, message: str, code: str
) -> None:
    hands = [post.issue(reviewer) for reviewer in ("R01", "R02", "R03")]
    for hand in hands:
        post.judge(hand, N1)
    files = [post.send(hand) for hand in hands]
    empty = state_of(post.edition)
    for after in range(0, 40, 3):
        with failing(post, message, after):
            report = post.merge(*files, confirm=hands)
        told = [file.refusal.code if file.refusal else "" for file in report.files]
        whole = told.count("")
        assert told == [""] * whole + [code] * (3 - whole)
        proved(post.edition)
        if whole:
            break
        assert state_of(post.edition) == empty
    assert post.merge(*files, confirm=hands).refused == ()
    proved(post.edition)


def test_who_looked_and_finds_it_changed_merges_nothing_of_that_file(post: Post) -> None:
    hand = post.issue("R01")
    post.judge(hand, N1)
    file = post.send(hand)
    seen = post.merge(file, confirm=[hand], dry_run=True)
    early = post.send(hand, last=3)
    post.merge(early, confirm=[hand])
    before = state_of(post.edition)
    agreed = Merging(agreed=tuple(one.brought for one in seen.files))
    (late,) = merge(post.edition, [file], agreed).files
    assert late.refusal
    assert late.refusal.code == "edition-changed-meanwhile"
    assert state_of(post.edition) == before


def test_whoever_cancels_keeps_what_was_merged(post: Post) -> None:
    hands = [post.issue("R01"), post.issue("R02")]
    for hand in hands:
        post.judge(hand, N1)
    files = [post.send(hand) for hand in hands]
    keys = post.merge(*files, confirm=hands, dry_run=True)

    class AfterOne:
        asked = 0

        def is_set(self) -> bool:
            self.asked += 1
            return self.asked > 1

    confirmed = frozenset(file.sender.fingerprint for file in keys.files if file.sender)
    report = merge(post.edition, files, Merging(confirmed), cancel=AfterOne())
    assert [file.refusal and file.refusal.code for file in report.files] == [None, "merge-cancelled"]
    proved(post.edition)


def test_the_header_alone_makes_nobody_known(post: Post) -> None:
    hand = post.issue("R01")
    empty = hand.send()
    assert read_return(empty).entries == []
    (file,) = post.merge(post.file(empty), confirm=[hand]).files
    assert (file.refusal, file.new, file.known) == (None, 0, 0)
    proved(post.edition)
