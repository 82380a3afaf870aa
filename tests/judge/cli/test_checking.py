"""`judge check` as the secretary types it."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.exports.reading import by_openpyxl
from tests.imports.forms.filled import trusted_team
from tests.imports.word.papers import full, written
from tests.judge.cli.shell import judge, start
from tests.judge.services import small_papers as papers
from tests.judge.services.checks import season as checks
from tests.judge.services.checks.season import HAMI, HOTAN


@pytest.fixture
def season(tmp_path: Path) -> Path:
    """Groups and enterprises of two bodies, with other names and earlier lists."""
    edition = tmp_path / "season.judge"
    sent = (
        papers.quotas(tmp_path),
        papers.nominations(tmp_path),
        checks.enterprises(tmp_path),
        checks.aliases(tmp_path),
        checks.history(tmp_path),
    )
    assert judge("new", edition, "--title", "2019 awards", "--year", "2019").code == 0
    said = judge("import", edition, *sent)
    assert said.code == 0, said
    assert "3 other names, 4 earlier awards" in said.out
    return edition


def test_what_is_wrong_stands_first_and_in_full(season: Path) -> None:
    said = judge("check", season)
    assert (said.code, said.err) == (1, "")
    assert re.search(
        r"qc-enterprise-0002 .* not met .*2017: nobody of the organisation is on the list", said.out
    )
    assert "QC groups: filed 3, seats 2, too many by 1" in said.out
    assert "附件7 “质量管理小组活动统计表” has not arrived" in said.out
    assert "6 nominations checked, 1 with faults." in said.out


def test_what_is_only_to_verify_leaves_the_exit_code_at_zero(season: Path) -> None:
    said = judge("check", season, "--award", "qc-promoter")
    assert said.code == 0
    assert judge("check", season, "--award", "trusted-team").code == 0


def test_one_body_in_full(season: Path) -> None:
    said = judge("check", season, "--body", HOTAN)
    assert said.code == 1
    assert HAMI not in said.out
    assert re.search(r"qc-group-0004 雪松QC小组 +to verify +Seal of the unit", said.out)


def test_a_narrative_is_evidence_by_its_beginning_alone(season: Path, tmp_path: Path) -> None:
    story = "\n".join(f"第{n}段：质量信得过班组是行政班组。" for n in range(1, 200))
    team = written(tmp_path, full(trusted_team(body=HAMI, narrative=story)), "team.docx")
    assert judge("import", season, team).code == 0
    out = judge("check", season, "--body", HAMI).out
    assert re.search(r"Is an administrative team \(四.1\): .*第1段：.*…", out)
    assert "（另附纸）: 第1段" in out, "the form's own colon and ours"
    assert "第9段" not in out
    evidence = judge("check", season, "--award", "trusted-team", "--json").out
    assert "第199段" in evidence


def test_json_carries_everything(season: Path) -> None:
    said = judge("check", season, "--json")
    assert said.code == 1
    one = next(n for n in said.data["nominations"] if n["nomination"] == "qc-enterprise-0001")
    gate = next(g for g in one["gates"] if g["gate"] == "three-straight-years")
    assert (gate["outcome"], gate["clause"]) == ("met", "二.3")
    assert gate["evidence"][0] == "2016: won by 晨光2016QC小组（新疆石油管理局）"
    assert one["checklist"][0] == {"item": "body-seal", "state": "open", "ticked": False, "remark": ""}
    hami = said.data["bodies"][0]
    assert hami["quotas"][0] == {"category": "qc-group", "seats": 2, "filed": 3, "over": 1, "unused": 0}


def test_ticks_by_the_command_and_by_a_table(season: Path, tmp_path: Path) -> None:
    group = "qc-group-0001"
    assert judge("check", season, "--tick", group, "unit-seal").out == "1 item was ticked anew.\n"
    assert judge("check", season, "--tick", group, "unit-seal").out == "0 items were ticked anew.\n"
    said = judge("check", season, "--tick", group, "成果报告", "missing", "--remark", "[/x] =1+1")
    assert said.code == 0
    assert "Result report ([/x] =1+1)" in judge("check", season, "--body", HAMI).out
    table = papers.table(
        tmp_path / "ticks.csv",
        ("申报编号", "项目", "结果"),
        (group, "report", "有"),
        ("nobody", "report", "有"),
    )
    refused = judge("check", season, "--ticks", table)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.endswith("ticks.csv, row 3: There is no nomination “nobody”; check the key.\n")
    assert "Result report ([/x] =1+1)" in judge("check", season, "--body", HAMI).out
    assert judge("audit", season).code == 0


def test_a_list_says_that_conditions_are_open(season: Path) -> None:
    said = judge("rank", season, "qc-enterprise")
    assert "ineligible: not met: A group of the enterprise won" in said.out
    assert "2 nominations of this list have conditions to verify" in said.out
    (ranked,) = judge("rank", season, "qc-enterprise", "--json").data["lists"]
    assert {line["nomination"]: line["to_verify"] for line in ranked["lines"]} == {
        "qc-enterprise-0001": ["filed-complete"],
        "qc-enterprise-0002": ["filed-complete"],
    }


def test_one_workbook_with_a_sheet_for_each_body(season: Path, tmp_path: Path) -> None:
    judge("set", season, "filing-deadline", "2019-07-20")
    target = tmp_path / "to-mend.xlsx"
    said = judge("check", season, "--xlsx", target)
    assert said.code == 1
    assert f"Wrote {target}." in said.out
    sheets = by_openpyxl(target)
    assert list(sheets) == [HAMI, HOTAN]
    assert [row[0] for row in sheets[HAMI]][:2] == [HAMI, "2019 awards: to be mended"]
    assert "Mended papers must arrive by 2019-07-20." in [row[0] for row in sheets[HAMI]]
    deeds = [str(row[6]) for row in sheets[HOTAN]]
    assert any("send proof of the awards" in deed for deed in deeds)
    # The office has not looked at the seals yet: nothing that the body could mend.
    assert not any("Seal" in deed for deed in deeds)
    assert any(deed.startswith("Result report") or "no file has arrived" in deed for deed in deeds)


def test_a_workbook_for_each_body_and_one_for_a_single_body(season: Path, tmp_path: Path) -> None:
    folder = tmp_path / "to-mend"
    assert judge("check", season, "--xlsx", f"{folder}/").code == 1
    assert sorted(path.name for path in folder.iterdir()) == [f"{HOTAN}.xlsx", f"{HAMI}.xlsx"]
    own = tmp_path / "own.xlsx"
    judge("check", season, "--body", HAMI, "--xlsx", own, "--json")
    assert list(by_openpyxl(own)) == [HAMI]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--xlsx", "out.judge"), 2, "out.judge does not end in .xlsx; give the workbook a name that does."),
        (("--body", "哈密"), 1, "There is no recommending body “哈密”; near names are 哈密地区工信局."),
        (("--award", "qc"), 1, None),
        (("--tick", "qc-group-0001", "unit-seal", "maybe"), 1, None),
        (("--tick", "qc-group-0001", "unit-seal", "--ticks", "t.csv"), 2, "Choose --tick or --ticks."),
        (("--ticks", "t.csv", "--json"), 2, "Tick first, then check: the two are two commands."),
        (("--remark", "x"), 2, "--remark goes with --tick."),
        (("more",), 2, "Not expected here: more."),
        (("--ticks", "nowhere.csv"), 1, None),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    season: Path, words: tuple[str, ...], code: int, sentence: str | None
) -> None:
    said = judge("check", season, *words)
    assert (said.code, said.out) == (code, "")
    assert said.err.count("\n") == 1 if code == 1 else said.err.endswith(f"{sentence}\n")
    if sentence:
        assert sentence in said.err


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [80, 120])
def test_tables_keep_within_the_terminal(
    season: Path, width: int, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("JUDGE_LANG", language)
    said = start("check", season)
    assert said.code == 1
    plain = re.sub(r"\x1b\[[0-9;]*m", "", said.out)
    assert max(map(cell_len, plain.splitlines())) <= width
    assert ("待核实" in plain) == (language == "zh")
    # Nothing is cut off: every nomination's key stands whole somewhere.
    assert "qc-enterprise-0002" in plain
