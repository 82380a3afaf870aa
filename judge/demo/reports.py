"""Result reports (成果报告) that some groups attach: headings, paragraphs and two tables."""

from pathlib import Path
from random import Random

from exports.word import ink, package
from judge.demo.filings import Filing

_CHAPTERS = (
    "一、小组概况",
    "二、选择课题",
    "三、原因分析与要因确认",
    "四、对策与实施",
    "五、效果检查",
    "六、巩固措施与打算",
)
_PLAN_COLUMNS = (700, 2300, 3200, 1500, 1360)
_COURSE_COLUMNS = (2265,) * 4


def write_report(path: Path, filing: Filing, rng: Random) -> None:
    """Write the result report of a QC group's `filing` at `path`."""
    paragraphs = str(filing.entries["narrative"]).split("\n")
    body = [
        ink.paragraph(ink.run(filing.subject), style="Title"),
        ink.paragraph(ink.run(f"{filing.organisation}　{filing.name}"), align="center"),
    ]
    for chapter, text in zip(_CHAPTERS, paragraphs, strict=True):
        body += [ink.paragraph(ink.run(chapter), style="Heading1"), ink.paragraph(ink.run(text))]
        if chapter == "四、对策与实施":
            body += [ink.paragraph(ink.run("对策表"), style="Heading2"), _countermeasures(filing, rng)]
        if chapter == "五、效果检查":
            body += [ink.paragraph(ink.run("活动前后对比"), style="Heading2"), _course(filing)]
    package.write(path, "".join(body))


def report_name(filing: Filing) -> str:
    """What the report's file is called: by its group, so that it finds its nomination."""
    return f"{filing.name}-成果报告.docx"


def _countermeasures(filing: Filing, rng: Random) -> str:
    tale = filing.tale
    rows: list[tuple[str, ...]] = [("序号", "要因", "对策", "负责人", "完成日期")]
    for number in (1, 2):
        done = f"2018年{rng.randint(4, 11)}月{rng.randint(1, 28)}日"
        rows.append(
            (str(number), tale[f"cause{number}"], tale[f"measure{number}"], rng.choice(filing.members), done)
        )
    return _table(_PLAN_COLUMNS, rows)


def _course(filing: Filing) -> str:
    tale = filing.tale
    heading = (f"指标（{tale['unit']}）", "活动前", "目标", "活动后")
    return _table(_COURSE_COLUMNS, [heading, (tale["metric"], tale["before"], tale["goal"], tale["after"])])


def _table(widths: tuple[int, ...], rows: list[tuple[str, ...]]) -> str:
    cells = (
        [ink.cell(ink.lines(text), width) for text, width in zip(row, widths, strict=True)] for row in rows
    )
    return ink.table(widths, (ink.row(row) for row in cells)) + ink.paragraph()
