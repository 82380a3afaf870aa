"""Who has done what, from the shell."""

import csv
from pathlib import Path

import pytest

from tests.judge.cli.shell import judge

GROUP = "qc-group-0001"


@pytest.fixture
def working(edition: Path, desk: Path) -> Path:
    """R01 has judged all, one sheet was given back; R02 stepped back once; R03 has done nothing."""
    assert judge("import", edition, desk / "scores" / "R01.csv").code == 0
    assert judge("rule", edition, "return", GROUP, "R01", "--reason", "=第3页[/x]").code == 0
    assert judge("score", edition, GROUP, "--as", "R02", "--recuse", "亲属").code == 0
    assert judge("score", edition, "qc-group-0002", "--as", "R02", "--set", "1=0").code == 0
    return edition


def test_by_reviewer_every_sheet_is_one_thing(working: Path) -> None:
    told = judge("progress", working, "--json").data
    assert told["by"] == "reviewer"
    lines = {one["reviewer"]: one["sheets"] for one in told["lines"]}
    assert {key: (s["submitted"], s["returned"], s["recused"], s["started"]) for key, s in lines.items()} == {
        "R01": (3, 1, 0, 0),
        "R02": (0, 0, 1, 1),
        "R03": (0, 0, 0, 0),
    }
    for sheets in (*lines.values(), told["total"]["sheets"]):
        parts = {key: count for key, count in sheets.items() if key not in {"assigned", "expected"}}
        assert sum(parts.values()) == sheets["assigned"]
        assert sheets["expected"] == sheets["assigned"] - parts["recused"]
    marks = told["total"]["marks"]
    assert (marks["zero"], marks["expected"]) == (1, 11 * 6)
    assert marks["entered"] + marks["unmarked"] == marks["expected"]


def test_by_nomination(working: Path) -> None:
    lines = judge("progress", working, "--by", "nomination", "--award", "qc-group", "--json").data["lines"]
    assert [one["sheets"]["assigned"] for one in lines] == [3, 3, 3, 3]
    assert lines[0]["last_written"]
    assert lines[3]["closed"] is False
    assert judge("progress", working, "--by", "nomination").out.count("qc-group-000") == 4


def test_the_table_says_how_far_they_are(working: Path) -> None:
    said = judge("progress", working)
    assert said.code == 0
    assert said.out.splitlines()[-1] == "12 sheets assigned, 11 expected, 3 submitted, 8 to do."
    assert "forked" not in said.out


def test_reminders_go_to_a_file_that_is_no_formula(working: Path, tmp_path: Path) -> None:
    target = tmp_path / "催评.csv"
    said = judge("progress", working, "--reminders", "--csv", target)
    assert (said.code, said.out, said.err) == (0, "", f"3 reminders are in {target}.\n")
    with target.open(encoding="utf-8-sig", newline="") as file:
        heads, *rows = csv.reader(file)
    assert heads[:5] == ["reviewer", "name", "open", "of them untouched", "returned"]
    assert [row[:5] for row in rows] == [
        ["R03", "评委3", "4", "4", "0"],
        ["R02", "评委2", "3", "2", "0"],
        ["R01", "评委1", "0", "0", "1"],
    ]
    assert rows[2][7] == f"{GROUP}: =第3页[/x]"
    assert judge("progress", working, "--reminders", "--csv", target).code == 1
    assert judge("progress", working, "--reminders", "--csv", target, "--force").code == 0


def test_reminders_on_the_screen_and_for_programs(working: Path) -> None:
    assert "=第3页[/x]" in judge("progress", working, "--reminders").out
    reminded = judge("progress", working, "--reminders", "--json").data["reminders"]
    assert reminded[2]["returned"] == [{"nomination": GROUP, "reason": "=第3页[/x]"}]
    judge("rule", working, "close", "qc-group", "--reason", "截止")
    assert judge("progress", working, "--reminders").out == "Nobody has a sheet to do.\n"


def test_what_is_typed_wrongly_is_said(working: Path, tmp_path: Path) -> None:
    assert judge("progress", working, "--csv", tmp_path / "x.csv").code == 2
    assert judge("progress", working, "--award", "beauty").code == 1
