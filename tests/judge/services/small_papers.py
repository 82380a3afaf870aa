"""Small papers for tests of services: two bodies, four groups, three reviewers."""

import csv
from collections.abc import Sequence
from pathlib import Path

from judge.services.editions.edition import Edition
from judge.services.papers.filing import Filed, file_papers
from judge.services.papers.importing import read_papers
from judge.services.papers.report import ImportReport

GROUPS = ("晨光QC小组", "红柳QC小组", "胡杨QC小组", "雪松QC小组")
CRITERIA = ("alignment", "process", "tools", "results", "participation", "sharing")


def table(path: Path, *rows: Sequence[object]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def quotas(folder: Path, groups: int = 2, presenting: int = 1) -> Path:
    return table(
        folder / "quotas.csv",
        ("序号", "地区或部门", "小组数", "发表小组数", "质量信得过班组数"),
        (1, "哈密地区工信局", groups, presenting, 1),
        (2, "和田地区工信局", 2, 1, 1),
        ("", "总计", groups + 2, presenting + 1, 2),
    )


def nominations(folder: Path, names: Sequence[str] = GROUPS, name: str = "nominations.csv") -> Path:
    rows = [
        ("自治区优秀质量管理小组", "哈密地区工信局" if n < 3 else "和田地区工信局", group, f"企业{n}", "是")
        for n, group in enumerate(names)
    ]
    return table(folder / name, ("奖项", "推荐单位", "QC小组名称", "企业名称", "是否与会发表"), *rows)


def reviewers(folder: Path, count: int = 3) -> Path:
    rows = [(f"R{n:02}", f"评委{n}", f"研究院{n}", "", "自治区优秀质量管理小组") for n in range(1, count + 1)]
    return table(folder / "reviewers.csv", ("编号", "姓名", "单位", "手机", "评审奖项"), *rows)


def scores(folder: Path, rows: Sequence[tuple[str, str, str, object]], name: str = "scores.csv") -> Path:
    return table(folder / name, ("申报编号", "评委", "评分项", "分值"), *rows)


def sheet_rows(nomination: str, reviewer: str, points: float) -> list[tuple[str, str, str, object]]:
    return [(nomination, reviewer, criterion, points) for criterion in CRITERIA]


def read(edition: Edition, *paths: Path) -> ImportReport:
    return read_papers(edition, paths)


def file(edition: Edition, *paths: Path) -> Filed:
    report = read(edition, *paths)
    assert [f.code for f in report.findings() if f.severity == "blocking"] == []
    return file_papers(edition, report)
