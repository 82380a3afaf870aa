"""The example of docs/method.md as an edition: five nominations of a body with two seats."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from judge.domain.sheet import Mark
from judge.scoring.method import Method
from judge.services.editions.edition import Clock, Edition, make_edition
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from rubrics.catalogue import load_builtin
from rubrics.model import Criterion, Level, Programme, Rubric, Text
from tests.judge.services.small_papers import table

PAGE = Path(__file__).parents[4] / "docs" / "method.md"
NAMES = ("晨光", "胡杨", "红柳", "梭梭", "戈壁")
"""Dawn, Poplar, Willow, Saxaul and Gobi."""
DAWN, POPLAR, WILLOW, SAXAUL, GOBI = (f"qc-group-000{n}" for n in range(1, 6))
REVIEWERS = tuple(f"R{n}" for n in range(1, 6))
IDENTITY = "5f0c54a6-6a4f-4d9e-9f68-2f6b1f0a2019"
TITLES = (
    Text("选题", "Subject"),
    Text("过程与工具", "Process and tools"),
    Text("推广", "Spreading the result"),
)


def programme() -> Programme:
    """The region's programme with the example's rubric for QC groups."""
    own = load_builtin("xinjiang_2019")
    levels = (Level(1, 0, Text("差", "poor")), Level(2, 60, Text("好", "good")))
    criteria = tuple(
        Criterion(f"c{at}", title, full * 2, Fraction(1), (), levels, may_not_apply=at == 2)
        for at, (title, full) in enumerate(zip(TITLES, (30, 40, 30), strict=True))
    )
    title, source = Text("示例评审表", "Example rubric"), Text("docs/method.md", "docs/method.md")
    rubric = Rubric("qc-group", 1, title, source, Fraction(1, 2), criteria)
    return replace(own, rubrics={**own.rubrics, "qc-group": rubric})


def papers(folder: Path) -> Iterator[Path]:
    yield table(
        folder / "quotas.csv",
        ("序号", "地区或部门", "小组数", "发表小组数", "质量信得过班组数"),
        (1, "哈密地区工信局", 2, 1, 1),
        ("", "总计", 2, 1, 1),
    )
    yield table(
        folder / "nominations.csv",
        ("奖项", "推荐单位", "QC小组名称", "企业名称", "是否与会发表"),
        *(
            ("自治区优秀质量管理小组", "哈密地区工信局", name, f"企业{n}", "否" if n == 3 else "是")
            for n, name in enumerate(NAMES, start=1)
        ),
    )
    yield table(
        folder / "reviewers.csv",
        ("编号", "姓名", "单位", "手机", "评审奖项"),
        *((key, f"评委{key}", f"研究院{key}", "", "自治区优秀质量管理小组") for key in REVIEWERS),
    )


def made(location: str, folder: Path, clock: Clock, method: Method | None = None) -> Edition:
    """The edition as the page's first list has it: Saxaul's last reviewer recused, Gobi's at work."""
    edition = make_edition(
        location,
        title="2019 awards",
        year=2019,
        programme=programme(),
        clock=clock,
        identity=IDENTITY,
        method=method,
    )
    report = read_papers(edition, tuple(papers(folder)))
    assert [f.code for f in report.findings() if f.severity == "blocking"] == []
    file_papers(edition, report)
    assert assign(edition, plan_assignments(edition, 5)) == 25
    for nomination, reviewer, cell in cells():
        give(edition, nomination, reviewer, cell)
    return edition


def cells() -> Iterator[tuple[str, str, str]]:
    """The cells of the page's table: nomination, reviewer, and what stands there."""
    lines = iter(PAGE.read_text(encoding="utf-8").splitlines())
    next(line for line in lines if line.startswith("| nomination | R1"))
    next(lines)
    for line in lines:
        if not line.startswith("|"):
            return
        name, *given = (cell.strip() for cell in line.strip("|").split("|"))
        for reviewer, cell in zip(REVIEWERS, given, strict=True):
            yield f"qc-group-000{name.split()[0]}", reviewer, cell


def give(edition: Edition, nomination: str, reviewer: str, cell: str) -> None:
    """Do on a sheet what a cell says: marks and their total, "recused", or "open"."""
    desk = Desk(edition, reviewer)
    sheet = desk.page(nomination).sheet
    if cell == "recused":
        desk.recuse(nomination, "所在企业的子公司", sheet.revision)
        return
    if cell == "open":
        return
    for at, mark in enumerate(cell.partition("=")[0].split()):
        ticks = None if mark == "n/a" else int(Fraction(mark) * 2)
        sheet = desk.set_mark(nomination, f"c{at}", Mark(ticks), sheet.revision)
    desk.submit(nomination, sheet.revision, 1)
