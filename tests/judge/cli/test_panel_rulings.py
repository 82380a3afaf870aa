"""The chair closes panels from the shell: previewed, ruled, listed, and told wherever it shows."""

from pathlib import Path
from typing import Any

import pytest

from tests.judge.cli.book_reading import sheets_of
from tests.judge.cli.shell import Said, judge
from tests.judge.services import small_papers as papers

GROUP, SECOND = "qc-group-0001", "qc-group-0002"
REASON = ("--reason", "评委三[/x]病假")


@pytest.fixture
def judged(edition: Path, desk: Path) -> Path:
    """R01 and R02 have judged everything, R03 nothing."""
    for reviewer in ("R01", "R02"):
        assert judge("import", edition, desk / "scores" / f"{reviewer}.csv").code == 0
    return edition


def rule(edition: Path, *words: str) -> Said:
    return judge("rule", edition, *words)


def first(edition: Path) -> dict[str, Any]:
    lines = judge("rank", edition, "qc-group", "--json").data["lists"][0]["lines"]
    line: dict[str, Any] = next(one for one in lines if one["nomination"] == GROUP)
    return line


def test_from_preview_to_list_book_and_audit(judged: Path, tmp_path: Path) -> None:
    assert rule(judged, "quorum", "qc-group", "2", *REASON).err == "Ruled: 2 sheets are enough in qc-group.\n"
    shown = rule(judged, "close", GROUP, "--preview")
    assert "undecided" in shown.out
    assert "closed by ruling with 1 absent" in shown.out
    assert "2 nominations would change" not in shown.out
    assert first(judged)["rank"] is None
    previewed = rule(judged, "close", GROUP, "--dry-run", "--json").data["preview"]
    assert previewed["detail"] == {"absent": {"R03": ""}}
    assert rule(judged, "close", GROUP, *REASON).err == f"Closed: {GROUP}, with 1 sheet absent.\n"
    (change,) = [one for one in previewed["changes"] if one["list"] == "qc-group"]
    line = first(judged)
    assert change["after"] == {key: line[key] for key in change["after"]}
    assert line["sheets"] == {"counted": 2, "expected": 3, "absent": 1}
    assert "absent-by-ruling" in line["reasons"]
    told = judge("rank", judged, "qc-group").out
    assert "closed by ruling with 1 absent" in told
    assert "By ruling of the chair 2 sheets are enough for a score." in told
    assert judge("rank", judged, "qc-group", "--json").data["lists"][0]["quorum_ruled"] == 2
    book = tmp_path / "book.xlsx"
    assert judge("export", judged, book).code == 0
    cells = [str(cell) for sheet in sheets_of(book) for row in sheet for cell in row]
    assert any("closed by ruling with 1 absent" in cell for cell in cells)
    assert any("By ruling of the chair 2 sheets" in cell for cell in cells)
    assert judge("audit", judged).code == 0


def test_every_ruling_is_listed_with_what_it_says(judged: Path) -> None:
    for words in (
        ("quorum", "qc-group", "2"),
        ("close", "qc-group"),
        ("reopen", "qc-group"),
        ("withdraw", "R03", "--leave-out"),
        ("reinstate", "R03"),
    ):
        assert rule(judged, *words, *REASON).code == 0
    listed = rule(judged, "--list").out
    for word in (
        "least number of sheets: 2",
        "closed, 4 absent",
        "opened again",
        "reviewer withdrawn, submitted sheets left out",
        "reviewer reinstated",
        "评委三[/x]病假",
    ):
        assert word in listed
    subjects = [one["subject"] for one in rule(judged, "--list", "--json").data["rulings"]]
    assert subjects == ["award/qc-group"] * 3 + ["reviewer/R03"] * 2
    assert judge("audit", judged).code == 0


def test_a_withdrawn_reviewers_sheets_go_to_the_successor(judged: Path, tmp_path: Path) -> None:
    row = ("R04", "评委4", "研究院4", "", "自治区优秀质量管理小组")
    more = papers.table(tmp_path / "more.csv", ("编号", "姓名", "单位", "手机", "评审奖项"), row)
    assert judge("import", judged, more).code == 0
    shown = rule(judged, "withdraw", "R03", "--replaced-by", "R04", "--preview")
    assert shown.out == "No place and no standing would change.\n"
    said = rule(judged, "withdraw", "R03", "--replaced-by", "r04", *REASON)
    assert said.err == ("Withdrawn: R03. Of their sheets 0 submitted count, 0 are absent, 4 handed over.\n")
    assert len(judge("score", judged, "--as", "R04", "--list", "--json").data["queue"]) == 4
    refused = judge("score", judged, GROUP, "--as", "R03", "--set", "1=5")
    assert (refused.code, refused.err.count("\n")) == (1, 2)
    assert "only the chair can reinstate them" in refused.err


def test_what_is_closed_takes_no_marks_from_desk_or_papers(judged: Path, desk: Path) -> None:
    rule(judged, "close", "qc-group", *REASON)
    said = judge("score", judged, GROUP, "--as", "R03", "--set", "1=5")
    assert (said.code, "The chair has closed qc-group" in said.err) == (1, True)
    assert "⊗ Closed by the chair, it takes no more changes: 评委三[/x]病假" in said.err
    imported = judge("import", judged, desk / "scores" / "R03.csv")
    assert (imported.code, "The chair has closed qc-group" in imported.err) == (1, True)
    assert judge("assign", judged, "--per-nomination", "3", "--dry-run", "--json").data["assigned"] == []


def test_the_panel_is_read_in_the_shell_only_once_the_award_is_closed(judged: Path) -> None:
    rule(judged, "close", GROUP, *REASON)
    before = judge("score", judged, GROUP, "--as", "R03", "--read")
    assert "Panel" not in before.out
    assert judge("score", judged, GROUP, "--as", "R03", "--json").data["panel"] is None
    rule(judged, "close", "qc-group", *REASON)
    after = judge("score", judged, GROUP, "--as", "R03", "--read").out
    assert "# Panel" in after
    assert "(you)" in after
    assert not any(name in after for name in ("R01", "R02", "评委1", "评委2"))
    panel = judge("score", judged, GROUP, "--as", "R03", "--json").data["panel"]
    assert sorted(one["state"] for one in panel["sheets"]) == ["absent", "submitted", "submitted"]
    assert {one["points"].get("process") for one in panel["sheets"]} == {"8.5", None}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("close", GROUP), 1, "Give the reason"),
        (("close", "qc-grup", *REASON), 1, "neither a nomination nor an award"),
        (("reopen", GROUP, *REASON), 1, "is not closed"),
        (("quorum", "qc-group", "0", *REASON), 1, "no quorum"),
        (("quorum", "beauty", "2", *REASON), 1, "There is no award"),
        (("withdraw", "R03", "--replaced-by", "R03", *REASON), 1, "in their own place"),
        (("reinstate", "R03", *REASON), 1, "was not withdrawn"),
        (("quorum", "qc-group", "two", *REASON), 2, "quorum qc-group 2"),
        (("close", GROUP, SECOND, *REASON), 2, "one nomination or one award"),
        (("admit", "x.csv", "--preview"), 2, "--preview shows what close, reopen"),
        (("frobnicate", "x"), 2, "Say what to rule"),
    ],
)
def test_what_cannot_be_ruled_is_one_sentence(
    judged: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    answer = rule(judged, *words)
    assert answer.code == code
    assert said in answer.err.replace("\n", " ")
    assert rule(judged, "--list").out == "The chair has not ruled yet.\n"
