"""Small editions for the benches, filled through the same doors as any other."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from judge.services.editions.edition import Edition, make_edition
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from judge.services.sheets.assigning import assign, plan_assignments
from rubrics.catalogue import load_builtin

AWARD = "自治区优秀质量管理小组"
BODY = "哈密地区工信局"


def edition_with(folder: Path, nominations: int, reviewers: int) -> Edition:
    """An edition with one body, so many groups, and so many reviewers of groups."""
    return edition_of(
        folder,
        write_table(
            folder / "quotas.csv",
            ("序号", "地区或部门", "小组数", "发表小组数", "质量信得过班组数"),
            [(1, BODY, nominations, 0, 0)],
        ),
        write_table(
            folder / "nominations.csv",
            ("奖项", "推荐单位", "QC小组名称", "企业名称", "是否与会发表"),
            ((AWARD, BODY, f"小组{n}", f"企业{n}", "否") for n in range(nominations)),
        ),
        write_table(
            folder / "reviewers.csv",
            ("编号", "姓名", "单位", "手机", "评审奖项"),
            ((f"R{n:04}", f"评委{n}", "研究院", "", AWARD) for n in range(1, reviewers + 1)),
        ),
    )


def edition_of(folder: Path, *papers: Path) -> Edition:
    """An edition of the built-in programme with these papers filed."""
    edition = make_edition(
        str(folder / "bench.judge"), title="bench", year=2019, programme=load_builtin("xinjiang_2019")
    )
    file_papers(edition, read_papers(edition, papers))
    return edition


def one_sheet(folder: Path) -> tuple[Edition, str, str]:
    """An edition with one assigned sheet: the edition, the nomination's key, the reviewer's."""
    edition = edition_with(folder, 1, 1)
    assign(edition, plan_assignments(edition, 1))
    return edition, "qc-group-0001", "R0001"


def write_table(path: Path, head: Sequence[object], rows: Iterable[Sequence[object]]) -> Path:
    """Write a table as CSV; its path."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows(rows)
    return path
