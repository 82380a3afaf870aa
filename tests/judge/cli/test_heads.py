"""A summary workbook with an odd head, from the question to the profile, as the secretary types it."""

from pathlib import Path

import pytest

from tests.imports.summaries.workbooks import Cells, workbook
from tests.judge.cli.shell import judge

SIGNED = "推荐单位（盖章）：哈密地区工信局"
HEAD: Cells = ("序号", "申报QC小组名称(全称)", "所属企业(盖章全称)")
MAPS = ("--map", "所属企业=企业名称", "--map", "申报QC小组名称＝QC小组名称")


@pytest.fixture
def summary(tmp_path: Path) -> Path:
    rows: list[Cells] = [(SIGNED,), HEAD, (1, "沙枣QC小组", "哈密供水公司"), (2, "[/x]=1+1", "哈密供热公司")]
    return workbook(tmp_path / "汇总表.xlsx", rows, sheet="QC小组")


def test_a_proposal_is_shown_with_its_values_and_nothing_is_filed(edition: Path, summary: Path) -> None:
    said = judge("import", edition, summary)
    assert said.code == 1
    assert (
        "Column “所属企业(盖章全称)” seems to mean 企业名称 (organisation) (95 % alike; first values:"
        " 哈密供水公司, 哈密供热公司) and counts only once you confirm it:"
        ' --map "所属企业(盖章全称)=企业名称", or --accept-heads for all that are proposed.'
    ) in said.out
    assert "Nothing was filed." in said.out


def test_in_chinese(edition: Path, summary: Path) -> None:
    said = judge("--lang", "zh", "import", edition, summary)
    assert (
        "列“所属企业(盖章全称)”似为“企业名称”（相似度 95%；前几行为：哈密供水公司、哈密供热公司）" in said.out
    )
    assert "依据工作表名或表上方的标题，各行的奖项均为“自治区优秀质量管理小组”。" in said.out


def test_the_proposal_as_json(edition: Path, summary: Path) -> None:
    (file,) = judge("import", edition, summary, "--json").data["files"]
    found = [finding for finding in file["findings"] if finding["code"] == "head-proposed"]
    assert [(one["severity"], one["row"], one["label"]) for one in found] == [
        ("blocking", 2, "申报QC小组名称(全称)"),
        ("blocking", 2, "所属企业(盖章全称)"),
    ]
    assert found[0]["params"] == {
        "column": "申报QC小组名称(全称)",
        "meant": "QC小组名称",
        "likeness": 95,
        "values": ["沙枣QC小组", "[/x]=1+1"],
        "map": "申报QC小组名称(全称)=QC小组名称",
    }


@pytest.mark.parametrize("choice", [MAPS, ("--accept-heads",)])
def test_confirmed_once_the_next_workbook_is_read_without_asking(
    edition: Path, summary: Path, tmp_path: Path, choice: tuple[str, ...]
) -> None:
    assert judge("import", edition, summary, *choice, "--quiet").out == "Filed: 2 nominations.\n"
    later = workbook(
        tmp_path / "补报.xlsx", [(SIGNED,), HEAD, (1, "梭梭QC小组", "哈密供电公司")], sheet="QC小组"
    )
    assert judge("import", edition, later, "--no-profile", "--dry-run").code == 1
    said = judge("import", edition, later)
    assert said.code == 0
    assert "is read as 企业名称, as confirmed in an earlier import" in said.out
    assert said.out.endswith("Filed: 1 nominations.\n")
    assert judge("audit", edition).code == 0


def test_kept_headings_are_listed_and_forgotten(edition: Path, summary: Path) -> None:
    judge("import", edition, summary, *MAPS)
    listed = {one["key"]: one["value"] for one in judge("set", edition, "--json").data["settings"]}
    key = "heads/nominations/所属企业"
    assert listed[key] == "企业名称"
    assert judge("set", edition, key, "none").out == f"{key}: 企业名称 → none\n"
    assert key not in judge("set", edition).out


def test_a_dry_run_keeps_nothing(edition: Path, summary: Path) -> None:
    assert judge("import", edition, summary, *MAPS, "--dry-run").out.endswith("Would file: 2 nominations.\n")
    assert "heads/" not in judge("set", edition).out


@pytest.mark.parametrize("said", ["所属企业", "=企业名称", "所属企业=", "：=企业名称"])
def test_a_map_that_is_no_pair_is_a_usage_error(edition: Path, summary: Path, said: str) -> None:
    answer = judge("import", edition, summary, "--map", said)
    assert answer.code == 2
    assert f"not “{said}”" in answer.err


def test_a_map_that_cannot_be_is_refused_in_one_sentence(edition: Path, summary: Path) -> None:
    unknown = judge("import", edition, summary, "--map", "所属企业=企业名")
    assert (unknown.code, unknown.out) == (1, "")
    assert unknown.err == (
        "“所属企业” cannot mean “企业名”, which is no column of nomination tables; nearest: 企业名称.\n"
    )
    unmet = judge("import", edition, summary, "--map", "企业=企业名称")
    assert unmet.err == (
        "No nomination table among these papers has the headings 企业; write them as the tables do.\n"
    )
