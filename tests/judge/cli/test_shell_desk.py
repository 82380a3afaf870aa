"""Scoring from the shell, for whoever cannot use the screen: every deed of the desk as words."""

from pathlib import Path

import pytest

from tests.judge.cli.shell import Said, judge

GROUP = "qc-group-0001"
ALL = ("alignment=12.5", "process=21", "tools=8.5", "results=18", "frontline=15", "sharing=8")


def score(edition: Path, *words: str) -> Said:
    return judge("score", edition, "--as", "R01", *words)


def given(*marks: str) -> list[str]:
    return [word for mark in marks for word in ("--set", mark)]


def keys(edition: Path) -> list[str]:
    return [one["key"] for one in score(edition, GROUP, "--json").data["criteria"]]


def test_the_queue_is_listed_for_people_and_for_programs(edition: Path) -> None:
    listed = score(edition, "--list")
    assert listed.code == 0
    assert [line.split()[0] for line in listed.out.splitlines() if "qc-group" in line] == [
        f"qc-group-000{number}" for number in range(1, 5)
    ]
    queue = score(edition, "--list", "--json").data["queue"]
    assert {item["state"] for item in queue} == {"open"}
    assert {item["points"] for item in queue} == {None}


def test_a_sheet_is_marked_noted_and_submitted_by_words(edition: Path) -> None:
    marks = [f"{key}=5" for key in keys(edition)]
    said = score(edition, GROUP, *given(*marks), "--note", f"{keys(edition)[0]}=清楚 [/x]", "--note", "==1+1")
    assert said.code == 0
    sheet = score(edition, GROUP, "--json").data
    assert {one["points"] for one in sheet["criteria"]} == {"5"}
    assert (sheet["criteria"][0]["note"], sheet["note"], sheet["state"]) == ("清楚 [/x]", "=1+1", "open")
    assert score(edition, GROUP, "--submit").code == 0
    assert score(edition, GROUP, "--json").data["state"] == "submitted"
    refused = score(edition, GROUP, *given(marks[0].replace("5", "4")))
    assert (refused.code, "closed (submitted)" in refused.err) == (1, True)


def test_all_that_is_wrong_is_said_at_once_and_nothing_is_written(edition: Path) -> None:
    first = keys(edition)[0]
    said = score(edition, GROUP, *given(f"{first}=5", f"{first}=999", "beauty=3", f"{first}=1e9", f"{first}"))
    assert said.code == 1
    nothing, *lines = said.err.splitlines()
    assert nothing == "Nothing of this was written:"
    assert len(lines) == 4
    assert "999" in lines[0]
    assert all(key in lines[1] for key in ("beauty", *keys(edition)))
    assert "not a number of points" in lines[2]
    assert "=" in lines[3]
    assert {one["points"] for one in score(edition, GROUP, "--json").data["criteria"]} == {None}


def test_a_criterion_is_named_by_its_number_or_title_too(edition: Path) -> None:
    titles = [one["title"] for one in score(edition, GROUP, "--json").data["criteria"]]
    assert score(edition, GROUP, *given("1=５", f"{titles[1]}= 6分 ")).code == 0
    assert [one["points"] for one in score(edition, GROUP, "--json").data["criteria"][:2]] == ["5", "6"]
    assert score(edition, GROUP, *given("1=")).code == 0
    assert score(edition, GROUP, "--json").data["criteria"][0]["points"] is None


def test_undo_and_history_work_without_a_screen(edition: Path) -> None:
    score(edition, GROUP, *given("1=5"))
    score(edition, GROUP, *given("1=6"))
    assert score(edition, GROUP, "--undo", "--json").data["criteria"][0]["points"] == "5"
    told = score(edition, GROUP, "--history").out.splitlines()
    assert ["marked 5" in told[0], "marked 6" in told[1], "undo" in told[2]] == [True] * 3


def test_complete_sheets_are_submitted_together_and_the_others_named(edition: Path) -> None:
    for group in (GROUP, "qc-group-0003"):
        score(edition, group, *given(*(f"{key}=5" for key in keys(edition))))
    score(edition, "qc-group-0002", *given("1=5"))
    said = score(edition, "--submit")
    assert (said.code, said.out) == (0, "2 sheets are submitted.\n")
    missing = len(keys(edition))
    assert said.err.splitlines() == [
        f"qc-group-0002: {missing - 1} marks are missing",
        f"qc-group-0004: {missing} marks are missing",
    ]


def test_an_incomplete_sheet_is_not_submitted_and_the_criteria_are_named(edition: Path) -> None:
    said = score(edition, GROUP, "--submit")
    assert (said.code, "have no mark yet" in said.err) == (1, True)


def test_the_chair_returns_a_sheet_and_the_reviewer_reads_why(edition: Path) -> None:
    score(edition, GROUP, *given(*(f"{key}=5" for key in keys(edition))), "--submit")
    assert "not taken back" in score(edition, GROUP, "--take-back").err
    assert judge("rule", edition, "return", GROUP, "R01").code == 1
    returned = judge("rule", edition, "return", GROUP, "R01", "--reason", "第3页再看")
    assert (returned.code, "Returned to R01" in returned.err) == (0, True)
    assert "returned; " in score(edition, GROUP, "--list").out.replace("is returned", "returned")
    assert "第3页再看" in score(edition, GROUP, "--list").out
    assert judge("audit", edition).code == 0
    listed = judge("rule", edition, "--list")
    assert "sheet returned" in listed.out
    assert f"{GROUP}/R01" in listed.out
    assert "第3页再看" in listed.out


def test_a_chair_who_has_not_ruled_is_told_so(edition: Path) -> None:
    assert judge("rule", edition, "--list").out == "The chair has not ruled yet.\n"


def test_a_recusal_gives_its_reason(edition: Path) -> None:
    assert score(edition, GROUP, "--recuse", "同一单位").code == 0
    assert score(edition, GROUP, "--json").data["state"] == "recused"


def test_the_papers_can_be_read_without_a_screen(edition: Path) -> None:
    read = score(edition, GROUP, "--read")
    assert read.code == 0
    assert "# Rubric" in read.out
    assert all(key in read.out for key in keys(edition))


@pytest.mark.parametrize("words", [(GROUP, "qc-group-0002"), ("--set", "1=5"), ("--history",)])
def test_what_is_not_clear_is_asked_back(edition: Path, words: tuple[str, ...]) -> None:
    assert score(edition, *words).code == 2
