"""Panel score tables as a secretary would file them: one a reviewer, one row a mark, some in twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from judge.demo.chance import some, stream
from judge.demo.judgement import JudgedSheet, Progress
from judge.demo.tables import write_table
from rubrics.model import Rubric

_HEADING = ("申报编号", "评委", "评分项", "分值")
_RECUSAL = "回避"
_COPIED = 12
"""Sheets that a second table repeats with equal values, as a clerk's copy does."""


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One line of a score table: `criterion` by its Chinese title, `points` as written."""

    nomination: str
    reviewer: str
    criterion: str
    points: str


def score_rows(sheet: JudgedSheet, rubric: Rubric) -> tuple[ScoreRow, ...]:
    """A sheet's marks in points; a recused sheet is one row that says so, an untouched one none."""
    if sheet.progress is Progress.RECUSED:
        return (ScoreRow(sheet.nomination, sheet.reviewer, "", _RECUSAL),)
    return tuple(
        ScoreRow(sheet.nomination, sheet.reviewer, rubric.criterion(key).title.zh, _points(ticks, rubric))
        for key, ticks in sheet.marks.items()
    )


def write_score_table(path: Path, rows: Iterable[ScoreRow], encoding: str = "utf-8-sig") -> None:
    """Write rows as .csv or .xlsx by the path's ending; `encoding` is for .csv alone."""
    cells = ((row.nomination, row.reviewer, row.criterion, row.points) for row in rows)
    write_table(path, _HEADING, cells, encoding)


def write_score_tables(
    directory: Path, award: str, sheets: Sequence[JudgedSheet], rubric: Rubric, seed: int
) -> tuple[Path, ...]:
    """Write one table per reviewer of `award`, in several formats, and a copy of some sheets' marks."""
    directory.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, (reviewer, own) in enumerate(_by_reviewer(sheets).items()):
        ending, encoding = _FORMATS[number % len(_FORMATS)]
        paths.append(directory / f"{award}-{reviewer}{ending}")
        write_score_table(paths[-1], _rows(own, rubric), encoding)
    complete = [sheet for sheet in sheets if sheet.progress is Progress.COMPLETE]
    if complete:
        paths.append(directory / f"{award}-copied.xlsx")
        write_score_table(paths[-1], _rows(some(stream(seed, "copied", award), complete, _COPIED), rubric))
    return tuple(paths)


_FORMATS = ((".xlsx", ""), (".csv", "utf-8-sig"), (".csv", "gb18030"))


def _by_reviewer(sheets: Iterable[JudgedSheet]) -> Mapping[str, list[JudgedSheet]]:
    found: dict[str, list[JudgedSheet]] = {}
    for sheet in sheets:
        found.setdefault(sheet.reviewer, []).append(sheet)
    return dict(sorted(found.items()))


def _rows(sheets: Iterable[JudgedSheet], rubric: Rubric) -> Iterable[ScoreRow]:
    return (row for sheet in sheets for row in score_rows(sheet, rubric))


def _points(ticks: int, rubric: Rubric) -> str:
    """Ticks as points in decimals; exact, as a rubric's step is a finite decimal."""
    points = Decimal(ticks) * rubric.step.numerator / rubric.step.denominator
    return format(points.normalize(), "f")
