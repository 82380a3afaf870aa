"""What a user may type wrong: one sentence and an exit code, never a traceback."""

import os
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.imports.word.papers import full, paragraph, run, written
from tests.judge.cli.shell import PROGRAM, Said, judge, start

LISTS = "qc-group, qc-presenting, trusted-team, qc-enterprise, qc-promoter, team-enterprise, team-individual"
LONG = "a" * 300


def is_refusal(said: Said, *parts: str) -> bool:
    """One sentence on standard error, nothing on standard output, exit code 1."""
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1), said
    assert all(part in said.err for part in parts), said.err
    return True


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["rank", "2019.judge", "--nonsense"],
        ["audit", "2019.judge", "2020.judge"],
        ["import", "2019.judge"],
        ["import", "2019.judge", ""],
        ["import", "2019.judge", "x.csv", "--kind", "novel"],
        ["export", "2019.judge"],
        ["export", "2019.judge", "a.xlsx", "b.xlsx"],
        ["export", "2019.judge", "2019.judge"],
        ["rank", "2019.judge", "--csv", "--json"],
        ["score", "2019.judge"],
        ["new", "2020.judge"],
        ["new", "2020.judge", "--title", " "],
        ["new", "2020.judge", "--title", "\x1b[2J"],
        ["new", "2020", "--title", "2020 awards"],
        ["new", "2020.judge", "--title", "2020 awards", "--year", "MMXX"],
        ["assign", "2019.judge", "--per-nomination", "0"],
        ["demo", "--scale", "2"],
        ["demo", "2019.judge"],
    ],
    ids=" ".join,
)
def test_words_that_make_no_command_are_usage_errors(
    words: list[str], edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(edition.parent)
    before = edition.read_bytes()
    said = judge(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("Usage: judge")
    assert edition.read_bytes() == before
    assert [path.name for path in edition.parent.iterdir()] == ["2019.judge"]


COMMANDS = [
    ["import", "EDITION", "x.csv"],
    ["assign", "EDITION"],
    ["score", "EDITION", "--as", "R01"],
    ["rank", "EDITION"],
    ["export", "EDITION", "out.xlsx"],
    ["audit", "EDITION"],
]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_every_command_says_that_there_is_no_such_edition(words: list[str], tmp_path: Path) -> None:
    missing = str(tmp_path / "2018.judge")
    said = judge(*(missing if word == "EDITION" else word for word in words))
    assert is_refusal(said, missing, "There is no edition", "judge new")
    assert not list(tmp_path.iterdir())


def _other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    connection.close()


def test_what_is_no_edition_is_left_alone(edition: Path, tmp_path: Path) -> None:
    whole = edition.read_bytes()
    other = tmp_path / "other.judge"
    _other_database(other)
    for content, says in (
        (b"", "is not a Judge edition"),
        ("# 笔记\n".encode(), "is not a Judge edition"),
        (b"PK\x03\x04" + whole[4:], "is not a Judge edition"),
        (whole[:50], "is not a Judge edition"),
        (other.read_bytes(), "is not a Judge edition"),
        (whole[: len(whole) // 2], "is damaged"),
        (whole[:100] + bytes(range(256)) * 99, "is damaged"),
    ):
        other.write_bytes(content)
        for command, *more in (("audit",), ("rank",), ("import", edition)):
            assert is_refusal(judge(str(command), other, *more), str(other), says)
        assert other.read_bytes() == content


def test_an_edition_is_never_made_over_another_file(edition: Path, tmp_path: Path) -> None:
    before = edition.read_bytes()
    assert is_refusal(judge("new", edition, "--title", "again"), str(edition), "already")
    assert edition.read_bytes() == before
    notes = tmp_path / "notes.judge"
    notes.write_text("notes")
    assert is_refusal(judge("new", notes, "--title", "again"), "already")
    assert notes.read_text() == "notes"


def test_places_that_cannot_be_are_named(edition: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder.xlsx"
    folder.mkdir()
    nowhere = tmp_path / "nowhere"
    cases: list[tuple[list[str | Path], list[str]]] = [
        (["audit", tmp_path], [str(tmp_path), "is a folder; give the path of the .judge file itself"]),
        (["audit", ""], ["JUDGE_EDITION"]),
        (["audit"], ["JUDGE_EDITION"]),
        (["audit", "mysql://localhost/x"], ["mysql://localhost/x", "postgresql://"]),
        (["audit", f"{LONG}.judge"], [LONG, "File name too long"]),
        (["audit", edition / "inside.judge"], ["There is no edition"]),
        (["new", nowhere / "2020.judge", "--title", "x"], [str(nowhere)]),
        (["new", tmp_path / f"{LONG}.judge", "--title", "x"], [LONG]),
        (
            ["new", tmp_path / "n.judge", "--title", "x", "--rubrics", nowhere],
            [str(nowhere), "xinjiang_2019"],
        ),
        (["new", tmp_path / "n.judge", "--title", "x", "--method", nowhere], [str(nowhere), "no such file"]),
        (["rank", edition, "--method", folder], [str(folder), "cannot be read"]),
        (["import", edition, f"{LONG}.csv"], [LONG]),
        (["export", edition, folder], [str(folder), "is a folder"]),
        (["export", edition, nowhere / "a.xlsx"], [str(nowhere), "does not exist"]),
        (["export", edition, f"{LONG}.xlsx"], ["cannot be written"]),
        (["score", edition, "--as", "R99"], ["R99", "R01, R02, R03"]),
        (["score", edition, "--as", "R1"], ["“R1”", "nearest", "R01"]),
        (["score", edition, "--as", "R01"], ["needs a terminal", "“judge score”"]),
        (["demo", tmp_path], [str(tmp_path), "folder of its own"]),
    ]
    for words, parts in cases:
        said = judge(*words)
        assert (said.code, said.err.count("\n")) == (1, 1), said
        assert all(part in said.err for part in parts), said.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2019.judge", "folder.xlsx"]


NO_TEXT = {
    "bytes that are no text": "a\udcff\udcfe",
    "control characters": "a\x1b[2J\x07",
    "two lines": "a\nb",
}
no_text = pytest.mark.parametrize("odd", NO_TEXT.values(), ids=NO_TEXT)


@no_text
def test_nothing_is_made_under_a_name_that_cannot_be_read(
    odd: str, edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(edition.parent)
    for words in (
        ["new", "2020.judge", "--title", odd],
        ["new", f"{odd}.judge", "--title", "2020 awards"],
        ["export", "2019.judge", f"{odd}.xlsx"],
        ["demo", odd, "--scale", "0.1"],
    ):
        said = judge(*words)
        assert (said.code, said.out) == (2, ""), said
        assert said.err.splitlines()[-1].startswith("Error: "), said.err
        assert said.err.count("Error") == 1
        assert odd not in said.err
        assert "\x1b" not in said.err
    assert [path.name for path in edition.parent.iterdir()] == ["2019.judge"]


@no_text
def test_what_cannot_be_read_names_nothing(odd: str, edition: Path, tmp_path: Path) -> None:
    report = written(tmp_path, full(paragraph(run("报告"))), "report.docx")
    before = edition.read_bytes()
    for words in (
        ["audit", f"{odd}.judge"],
        ["score", edition, "--as", odd],
        ["rank", edition, odd],
        ["rank", edition, "--method", odd],
        ["import", edition, odd],
        ["new", tmp_path / "n.judge", "--title", "x", "--rubrics", odd],
    ):
        said = judge(*words)
        assert is_refusal(said, "a�" if odd != NO_TEXT["two lines"] else "a b"), said
        assert "\x1b" not in said.err
    said = judge("import", edition, report, "--kind", "report", "--nomination", odd)
    assert said.code == 1
    assert said.out.count("fault: ") == 1
    assert "There is no nomination “a" in said.out
    assert "\x1b" not in said.out
    assert edition.read_bytes() == before


def test_a_title_may_have_blanks_of_any_width(tmp_path: Path) -> None:
    said = judge("new", tmp_path / "n.judge", "--title", "二〇一九年度\u3000优秀质量管理小组")
    assert (said.code, said.err) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="Windows hands over no bytes")
def test_arguments_of_any_bytes_are_words_like_others(edition: Path) -> None:
    weird = b"\xff\xfe\x80"
    for words, code in (
        ([b"audit", weird + b".judge"], 1),
        ([b"rank", os.fsencode(edition), weird], 1),
        ([b"import", os.fsencode(edition), weird], 1),
        ([b"score", os.fsencode(edition), b"--as", weird], 1),
        ([weird], 2),
    ):
        said = start(*words)
        assert (said.code, said.out) == (code, "")
        assert said.err
        assert "Traceback" not in said.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals to hand over")
@pytest.mark.parametrize("redirected", [0, 1, 2])
def test_the_desk_opens_only_where_somebody_sees_it_and_can_type(edition: Path, redirected: int) -> None:
    screen, keyboard = os.openpty()
    streams = [subprocess.PIPE if number == redirected else keyboard for number in range(3)]
    desk = subprocess.Popen(
        [PROGRAM, "score", edition, "--as", "R01"], stdin=streams[0], stdout=streams[1], stderr=streams[2]
    )
    _, piped = desk.communicate(timeout=30)
    said = piped or os.read(screen, 4096)
    os.close(keyboard)
    os.close(screen)
    assert (desk.returncode, said.count(b"\n")) == (1, 1)
    assert said.startswith(b"The desk needs a terminal")


def test_a_process_keeps_its_streams_apart(edition: Path) -> None:
    listed = start("rank", edition, "qc-group", "--json")
    assert (listed.code, listed.err) == (0, "")
    assert [ranked["list"] for ranked in listed.data["lists"]] == ["qc-group"]
    refused = start("rank", edition, "nonsense", "--json")
    assert is_refusal(refused, f"There is no list “nonsense”; the lists are {LISTS}.")


def test_help_is_there_for_every_command_in_both_languages() -> None:
    for language in ("en", "zh"):
        said = judge("--lang", language, "--help")
        assert said.code == 0
        for command in ("demo", "new", "import", "assign", "score", "rank", "export", "audit"):
            assert f"  {command}" in said.out
            assert judge("--lang", language, command, "--help").code == 0
