"""An award in two stages from the shell: judged, admitted, judged again, and one list of both."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

import rubrics
from tests.judge.cli.book_reading import sheets_of
from tests.judge.cli.shell import judge
from tests.judge.services import small_papers as papers

TALK = """
[[awards]]
key = "qc-talk"
title = { zh = "现场发表", en = "Presentation" }
rubric = "qc-group"
form = "qc-group"
"""
METHOD = """
combine = "mean"
[[stages]]
award = "qc-group"
weight = 0.6
[[stages]]
award = "qc-talk"
weight = 0.4
entrants = 2
"""
FIRST, SECOND, THIRD, FOURTH = (f"qc-group-000{n}" for n in (1, 2, 3, 4))


def marked(folder: Path, given: Mapping[str, float], name: str) -> Path:
    rows = [
        row
        for key, points in given.items()
        for reviewer in ("R01", "R02", "R03")
        for row in papers.sheet_rows(key, reviewer, points)
    ]
    return papers.scores(folder, rows, name)


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    """Four groups judged on site; the second and third are equal."""
    rules = Path(
        shutil.copytree(Path(rubrics.__file__).parent / "builtin" / "xinjiang_2019", tmp_path / "rules")
    )
    programme = rules / "programme.toml"
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.replace("\n[[quota_categories]]", TALK + "\n[[quota_categories]]", 1), "utf-8")
    method = tmp_path / "method.toml"
    method.write_text(METHOD, encoding="utf-8")
    panel = papers.table(
        tmp_path / "reviewers.csv",
        ("编号", "姓名", "单位", "手机", "评审奖项"),
        *((f"R0{n}", f"评委{n}", f"研究院{n}", "", "自治区优秀质量管理小组、现场发表") for n in (1, 2, 3)),
    )
    edition = tmp_path / "stages.judge"
    site = marked(tmp_path, {FIRST: 9, SECOND: 8, THIRD: 8, FOURTH: 7}, "site.csv")
    for words in (
        ("new", edition, "--title", "t", "--year", "2019", "--rubrics", rules, "--method", method),
        ("import", edition, papers.quotas(tmp_path), papers.nominations(tmp_path), panel),
        ("assign", edition, "--per-nomination", "3"),
        ("import", edition, site),
    ):
        said = judge(*words)
        assert said.code == 0, said
    return edition


def ranked(edition: Path) -> list[tuple[str, int | None, str | None, str, list[str]]]:
    lines = judge("rank", edition, "qc-group", "--json").data["lists"][0]["lines"]
    return [(one["nomination"], one["rank"], one["score"], one["standing"], one["reasons"]) for one in lines]


def test_from_the_first_stage_to_one_list_of_both(staged: Path, tmp_path: Path) -> None:
    assert ranked(staged)[0] == (FIRST, 1, "54.00", "undecided", ["stage-awaited"])
    planned = judge("admit", staged, "qc-group", "qc-talk", "--dry-run", "--json").data
    assert [one["nomination"] for one in planned["admitted"]] == [FIRST, SECOND, THIRD]
    assert judge("rank", staged, "qc-talk", "--json").data["lists"][0]["lines"] == []
    said = judge("admit", staged, "qc-group", "qc-talk")
    assert "Admitted 3 nominations." in said.out
    assert "qc-talk-0003" in said.out
    assert "Admitted 0 nominations." in judge("admit", staged, "qc-group", "qc-talk").out
    assert ranked(staged)[:2] == [
        (FOURTH, 4, "42.00", "not-awarded", ["not-admitted"]),
        (FIRST, None, None, "undecided", ["stage-incomplete"]),
    ]
    assert judge("assign", staged, "--award", "qc-talk", "--per-nomination", "3").code == 0
    talks = {"qc-talk-0001": 5, "qc-talk-0002": 8, "qc-talk-0003": 10}
    assert judge("import", staged, marked(tmp_path, talks, "talk.csv")).code == 0
    assert ranked(staged) == [
        (THIRD, 1, "52.80", "awarded", []),
        (SECOND, 2, "48.00", "awarded", []),
        (FIRST, 3, "44.40", "reserve", []),
        (FOURTH, 4, "42.00", "not-awarded", ["not-admitted"]),
    ]
    line = judge("rank", staged, "qc-group", "--json").data["lists"][0]["lines"][0]
    assert line["stages"] == [
        {"award": "qc-group", "weight": "3/5", "full_points": "100", "admitted": True, "exact": "48"},
        {"award": "qc-talk", "weight": "2/5", "full_points": "100", "admitted": True, "exact": "60"},
    ]
    told = judge("explain", staged, THIRD)
    assert told.code == 0
    assert "Outstanding QC group (weight 0.6): 48 of 100" in told.out
    assert "Presentation (weight 0.4): 60 of 100" in told.out
    assert "48 × 0.6 + 60 × 0.4 = 52.8 → 52.80" in told.out
    assert "Outstanding QC group (weight 0.6): 42 of 100" in judge("explain", staged, FOURTH).out
    assert "Presentation (weight 0.4): not admitted" in judge("explain", staged, FOURTH).out
    data = judge("explain", staged, SECOND, "--json").data["nominations"][0]
    assert (data["score"]["exact"], data["stages"]["weighted"]["result"]) == ("48", "48")
    safe = judge("safety", staged, "qc-group", "--posterior", "--json")
    assert safe.code == 0
    (listed,) = safe.data["lists"]
    assert [one["nomination"] for one in listed["lines"]] == [THIRD, SECOND, FIRST]
    # Reviewers agree: whoever is drawn, all places are what they are.
    assert [(one["drawn"]["low"], one["drawn"]["high"]) for one in listed["lines"]] == [
        (1, 1),
        (2, 2),
        (3, 3),
    ]
    assert "Later stages are taken as they are" in judge("safety", staged, "qc-group").out
    assert judge("sensitivity", staged, "qc-group").code == 0
    assert judge("audit", staged).code == 0


def test_entrants_keep_what_they_filed(staged: Path) -> None:
    assert judge("admit", staged, "qc-group", "qc-talk").code == 0
    listed = judge("rank", staged, "qc-talk", "--json").data["lists"][0]["lines"]
    assert {(one["nomination"], one["name"]) for one in listed} == {
        (f"qc-talk-000{n}", papers.GROUPS[n - 1]) for n in (1, 2, 3)
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("qc-group",), "Name the award and, after it, the stage"),
        (("qc-grupp", "qc-talk"), "qc-grupp"),
        (("trusted-team", "qc-talk"), "No method plans stages for “trusted-team”"),
        (("qc-group", "trusted-team"), "“trusted-team” is no later stage of “qc-group”"),
    ],
)
def test_what_is_no_stage_is_said(staged: Path, words: tuple[str, ...], said: str) -> None:
    answer = judge("admit", staged, *words)
    assert answer.code in (1, 2)
    assert said in answer.err


def test_lists_without_stages_say_nothing_of_them(staged: Path, tmp_path: Path) -> None:
    lists = judge("rank", staged, "--json").data["lists"]
    assert {one["list"] for one in lists if one["method"]["stages"]} == {"qc-group", "qc-presenting"}
    book = tmp_path / "book.xlsx"
    assert judge("admit", staged, "qc-group", "qc-talk").code == 0
    assert judge("export", staged, book).code == 0
    cells = [str(cell) for sheet in sheets_of(book) for row in sheet for cell in row]
    assert any("Outstanding QC group (weight 0.6): 54 of 100" in cell for cell in cells)


def test_a_stage_must_be_an_award_of_the_edition(staged: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(METHOD.replace("qc-talk", "qc-tlak"), encoding="utf-8")
    answer = judge("method", "use", staged, other, "--reason", "x")
    assert answer.code == 1
    assert "“qc-tlak” is no award" in answer.err


def test_nobody_is_first_while_somebody_has_no_score(staged: Path, tmp_path: Path) -> None:
    rows = [("自治区优秀质量管理小组", "和田地区工信局", "云杉QC小组", "企业9", "是")]
    late = papers.table(
        tmp_path / "late.csv", ("奖项", "推荐单位", "QC小组名称", "企业名称", "是否与会发表"), *rows
    )
    assert judge("import", staged, late).code == 0
    answer = judge("admit", staged, "qc-group", "qc-talk")
    assert answer.code == 1
    assert "qc-group-0005" in answer.err
