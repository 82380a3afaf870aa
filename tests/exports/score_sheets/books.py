"""A small workbook of score sheets: two awards, weights, what may not apply, sheets in every state."""

from dataclasses import fields
from datetime import date
from fractions import Fraction
from pathlib import Path

from exports.score_sheets.records import Award, Criterion, Labels, Level, Row, ScoreWorkbook
from exports.score_sheets.workbook import write_score_sheets

_WORDED = {
    "head": "{title}\n0～{full} 分",
    "missing": "缺 {count} 项",
    "wrong": "有误 {count} 项",
    "unmarked": "未评",
    "whole": "齐",
    "recused": "回避",
    "not_applicable": "不适用",
    "score_range": "0～{full} 分，以 {step} 分为一档",
    "or_not_applicable": "，或“{word}”",
    "wrong_mark": "请填 {scale}",
    "level": "L{rank}",
    "page": "{page}/{pages}",
    "cover": "封面",
    "rubrics": "评审表",
}
LABELS = Labels(**{field.name: _WORDED.get(field.name, field.name) for field in fields(Labels)})
LEVELS = tuple(Level(rank, 4 * rank, f"第{rank}级" + "数据有出处，" * 12) for rank in range(4))
SCOPE = Criterion("scope", "选题", 30, Fraction(1), ("一.1",), LEVELS)
TOOLS = Criterion("tools", "工具 & <创新>", 20, Fraction(3, 2), ("一.2", "二"), LEVELS, may_not_apply=True)
WHOLE = {"scope": 25, "tools": None}
ROWS = (
    Row("g-1", "晨光QC小组", "企业甲", 1, "", {}),
    Row("g-2", "=1+1", "[/x]", 2, "ab" * 32, {"scope": 0}, note="请核对\n2018年", remark="退回：漏评"),
    Row("g-3", "阿不都·热合曼", "企业丙", 1, "cd" * 32, WHOLE, closed="已提交"),
    Row("g-4", "胡杨", "企业丁", 1, "ef" * 32, {}, closed="已回避", recusal="亲属"),
    Row("g-5", "雪松", "企业戊", 1, "01" * 32, WHOLE),
)


def book(**changed: object) -> ScoreWorkbook:
    """The sample, with other values for some of its fields."""
    plain = Award("team", "质量信得过班组: [甲]/乙", "22" * 32, Fraction(1), (SCOPE,), ROWS[:1])
    values: dict[str, object] = {
        "edition": "e-1",
        "title": "2019 评分表",
        "reviewer": "R07",
        "reviewer_name": "王'某",
        "made_on": date(2019, 7, 1),
        "awards": (Award("group", "小组's", "11" * 32, Fraction(1, 2), (SCOPE, TOOLS), ROWS), plain),
        "labels": LABELS,
        "guide": ("填写说明", "1. 只填白色单元格。"),
        "notes": ("留空是未评分。",),
    }
    return ScoreWorkbook(**(values | changed))  # type: ignore[arg-type]


def written(folder: Path, **changed: object) -> Path:
    """The sample in a new file."""
    target = folder / "sheets.xlsx"
    write_score_sheets(book(**changed), target, replace=True)
    return target
