"""A small season for checks: enterprises, groups of two bodies, other names, three earlier years' lists."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from imports.records import DocumentRecord
from judge.domain.checking import CheckedNomination
from judge.domain.desk import GateFinding
from judge.services.checks.checking import check
from judge.services.editions.edition import Edition
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from tests.imports.word.papers import full, lines, written
from tests.judge.services import small_papers as papers

HAMI, HOTAN = "哈密地区工信局", "和田地区工信局"
OIL, TUHA = "新疆油田公司", "吐哈油田有限责任公司"
QC, ENTERPRISE, PROMOTER = "自治区优秀质量管理小组", "质量管理小组活动优秀企业", "质量管理小组活动推进者"
HISTORY_HEAD = ("年度", "奖项", "小组名称", "企业名称", "推荐单位")
YEARS = (2016, 2017, 2018)


def aliases(folder: Path, *rows: Sequence[str], name: str = "aliases.csv") -> Path:
    given = rows or ((OIL, "新疆石油管理局"), (TUHA, "吐哈石油、吐哈油田"))
    return papers.table(folder / name, ("单位名称", "曾用名"), *given)


def history(folder: Path, *rows: Sequence[object], name: str = "history.csv") -> Path:
    """By default the oil company won each year, before 2018 under its earlier name, the other one in 2016."""
    given = rows or (
        *((year, QC, f"晨光{year}QC小组", "新疆石油管理局", "") for year in YEARS[:2]),
        (2018, QC, "晨光2018QC小组", OIL, ""),
        (2016, QC, "红柳QC小组", "吐哈油田", ""),
    )
    return papers.table(folder / name, HISTORY_HEAD, *given)


def enterprises(folder: Path) -> Path:
    return papers.table(
        folder / "enterprises.csv",
        ("奖项", "推荐单位", "企业名称", "名称"),
        (ENTERPRISE, HAMI, OIL, OIL),
        (ENTERPRISE, HOTAN, TUHA, TUHA),
    )


def filed(edition: Edition, folder: Path) -> None:
    """The whole season."""
    sent = (papers.quotas(folder), papers.nominations(folder), enterprises(folder))
    papers.file(edition, *sent, aliases(folder), history(folder))


def attach(edition: Edition, folder: Path, nomination: str, attachment: str, text: str) -> None:
    """File a document as one of the attachments that the nomination's form asks for."""
    path = written(folder, full(lines(text)), f"{nomination}-{attachment}-{len(text)}.docx")
    report = read_papers(edition, [path], nomination=nomination)
    marked = [
        replace(
            paper,
            keyed=tuple(
                (key, replace(record, attachment=attachment))
                for key, record in paper.keyed
                if isinstance(record, DocumentRecord)
            ),
        )
        for paper in report.papers
    ]
    assert file_papers(edition, replace(report, papers=tuple(marked))).files == 1


def checked(edition: Edition, nomination: str) -> CheckedNomination:
    return next(one for one in check(edition).nominations if one.key == nomination)


def finding(edition: Edition, nomination: str, gate: str) -> GateFinding:
    return next(c.finding for c in checked(edition, nomination).gates if c.gate.key == gate)
