"""The page on one's own data: its files written, its commands typed, its answers compared."""

import re
import shlex
from pathlib import Path

import pytest

from tests.docs import pages
from tests.docs.pages import HOUSE
from tests.judge.cli.shell import judge

PAGE = HOUSE / "docs" / "own-data.md"
BLOCKS = list(pages.blocks(PAGE))
COMMANDS = [block.text.splitlines() for block in BLOCKS if block.kind == "sh"]
ANSWERS = [block.text for block in BLOCKS if block.kind == "text"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with every file that the page shows."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JUDGE_LANG", "en")
    monkeypatch.delenv("JUDGE_EDITION", raising=False)
    for block in BLOCKS:
        kind, _, name = block.kind.partition(" ")
        if kind in {"toml", "csv"}:
            (tmp_path / name).write_text(block.text, "utf-8")
    return tmp_path


def lines(text: str) -> list[str]:
    """The lines that say something, without the blanks that fill a table up."""
    return [line.rstrip() for line in text.splitlines() if line.strip()]


def said(commands: list[str]) -> list[str]:
    answers = []
    for command in commands:
        program, *words = shlex.split(command)
        assert program == "judge"
        answer = judge(*words)
        assert (answer.code, answer.err) == (0, "")
        answers += lines(answer.out)
    return answers


def test_a_whole_example_says_what_the_page_says(folder: Path) -> None:
    assert said(COMMANDS[0]) == lines(ANSWERS[0])
    assert (folder / "own.judge").exists()


def test_so_does_the_one_of_several_criteria(folder: Path) -> None:
    answers, shown = said(COMMANDS[1]), lines(ANSWERS[1])
    assert answers[: len(shown)] == shown
    ranking = [re.split(r"\s{2,}", line.strip()) for line in answers[len(shown) + 3 :]]
    assert [(row[0], row[5] if row[0].isdigit() else row[2]) for row in ranking] == [
        ("1", "降低注水井故障率"),
        ("2", "缩短交接班时间"),
        ("undecided: a sheet is still open", "提高巡检合格率"),
    ]
    assert (folder / "pitch.judge").exists()
