"""judge merge as the office types it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.domain.merge_report import MergeReport
from judge.services.packets.merge_desk import MergeDesk
from judge.services.packets.passphrases import sealed
from judge.tui.own import Own
from tests.docs.pages import HOUSE, blocks
from tests.judge.cli.shell import Said, judge
from tests.judge.packets.returns import Hand
from tests.judge.services.packets.post import N1, N2, Post
from tests.judge.tui.merging.office import posted

WORDS = "雪松 7"


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    made = posted(tmp_path)
    yield made
    made.edition.close()


def merge(post: Post, *words: str | Path) -> Said:
    return judge("merge", post.edition.store.name, *words)


def judged(post: Post, reviewer: str = "R01") -> Hand:
    hand = post.issue(reviewer)
    post.judge(hand, N1)
    return hand


def mark_of(hand: Hand) -> str:
    return hand.pen.partition("@")[2]


def test_an_unconfirmed_key_is_refused_with_the_way_out_that_then_works(post: Post) -> None:
    hand = judged(post)
    file = post.send(hand)
    said = merge(post, file)
    assert said.code == 1
    assert f"--confirm {mark_of(hand)}" in said.out
    assert "Merged: 0 new entries from 0 of 1 files." in said.out
    said = merge(post, file, "--confirm", mark_of(hand))
    assert said.code == 0
    assert "is confirmed as that of R01 评委1" in said.out
    assert "Merged: 7 new entries from 1 of 1 files." in said.out
    assert "Merged: 0 new entries from 1 of 1 files." in merge(post, file).out


def test_a_folder_stands_for_the_returns_in_it(post: Post) -> None:
    hands = [judged(post, reviewer) for reviewer in ("R01", "R02")]
    for hand in hands:
        post.send(hand)
    post.file("致评审办".encode(), "letter.txt")
    confirm = [word for hand in hands for word in ("--confirm", mark_of(hand).upper())]
    assert "14 new entries from 2 of 2 files" in merge(post, post.folder, *confirm).out


def test_a_dry_run_tells_the_same_and_writes_nothing(post: Post) -> None:
    hand = judged(post)
    words = (post.send(hand), "--confirm", mark_of(hand))
    told = merge(post, *words, "--dry-run", "--json")
    assert (told.code, told.data["merged"], told.data["new"]) == (0, False, 7)
    assert "Would merge: 7 new entries" in merge(post, *words, "--dry-run").out
    done = merge(post, *words, "--json").data
    assert done["merged"]
    assert done["files"] == told.data["files"]


def test_json_has_the_shape_that_the_page_shows(post: Post) -> None:
    hand = judged(post)
    (shown,) = blocks(HOUSE / "docs" / "cli.md", "json merge")
    assert '"states"' in shown.text
    (file,) = merge(post, post.send(hand), "--confirm", mark_of(hand), "--json").data["files"]
    assert all(f'"{key}":' in shown.text for key in file)
    (refused,) = merge(post, post.file(b"x"), "--json").data["files"]
    assert refused["refusal"]["code"] == "return-foreign"
    assert refused["refusal"]["sentence"].startswith("This is no return")


def test_what_is_judged_twice_is_named(post: Post) -> None:
    hands = [post.issue("R01"), post.issue("R01")]
    for number, hand in enumerate(hands):
        hand.mark(N2, "process", number)
    confirm = [word for hand in hands for word in ("--confirm", mark_of(hand))]
    said = merge(post, *(post.send(hand) for hand in hands), *confirm)
    assert (
        f"judged these sheets twice and differently; they do not count until the chair settles them: {N2}"
        in (said.out)
    )


def test_a_passphrase_comes_from_a_file(post: Post, tmp_path: Path) -> None:
    hand = judged(post)
    file = post.file(sealed(hand.send(), WORDS), "R01.judge-return.age")
    confirm = ("--confirm", mark_of(hand))
    assert "sealed with a passphrase" in merge(post, file, *confirm).out
    words = tmp_path / "words.txt"
    words.write_text(f"{WORDS}\nignored\n", encoding="utf-8")
    assert "7 new entries" in merge(post, file, *confirm, "--passphrase-file", words).out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ((), 2, "Say which returns to merge"),
        (("",), 2, "Say which returns to merge"),
        (("nothing.judge-return",), 1, "There is no file nothing.judge-return"),
        (("x", "--confirm", "21fe"), 2, "“21fe” is no fingerprint"),
    ],
)
def test_what_cannot_be_meant_is_said(post: Post, words: tuple[str, ...], code: int, told: str) -> None:
    said = merge(post, *words)
    assert (said.code, told in said.err) == (code, True)
    assert "Traceback" not in said.err


def test_without_files_it_opens_the_screen_where_somebody_sits(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def run(_desk: MergeDesk, folder: Path, _own: Own) -> tuple[MergeReport, ...]:
        opened.append(folder)
        return ()

    monkeypatch.setattr("judge.cli.merging.at_a_terminal", lambda: True)
    monkeypatch.setattr("judge.tui.merge_app.run", run)
    assert merge(post).code == 0
    assert opened == [Path.cwd()]
    assert merge(post, "--json").code == 2


def test_everything_is_said_in_chinese_too(post: Post) -> None:
    hand = judged(post)
    said = judge(
        "--lang", "zh", "merge", post.edition.store.name, post.send(hand), "--confirm", mark_of(hand)
    )
    assert "已合并：新条目 7 条" in said.out
