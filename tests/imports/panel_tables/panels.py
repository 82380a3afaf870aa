"""One small panel, laid out in every way that people lay one out, and what each of them is to give."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]

from imports.records import FileReading, NominationRecord, RecusalRecord, ReviewerRecord, ScoreRecord
from imports.register import KnownNomination, KnownReviewer, Nameable, Register
from rubrics.model import Award, Criterion, Programme, Rubric, Text

Row = Sequence[str | float | None]


def criterion(key: str, zh: str, en: str, full_ticks: int = 20) -> Criterion:
    return Criterion(key, Text(zh, en), full_ticks, Fraction(1), (), ())


def programme(criteria: Iterable[Criterion], *awards: str) -> Programme:
    """One rubric in steps of a half that judges every award."""
    rubric = Rubric("panel", 1, Text("评审表", "Rubric"), Text("", ""), Fraction(1, 2), tuple(criteria))
    named = tuple(Award(key, Text(f"{key}奖", f"{key} award"), "panel", "") for key in awards or ("panel",))
    return Programme("panel", Text("评审", "Panel"), named, (), {"panel": rubric})


CRITERIA = (
    criterion("topic", "选题", "Topic"),
    criterion("process", "过程", "Process"),
    criterion("effect", "效果", "Effect"),
)
EVERYTHING = frozenset(Nameable)
THREE = Register(programme(CRITERIA), takes=EVERYTHING)
ONE = Register(programme([criterion("marks", "得分", "Marks")]), takes=EVERYTHING)

KNOWN = (
    KnownNomination("panel-0001", "panel", "—", "甲组", ""),
    KnownNomination("panel-0002", "panel", "—", "乙组", ""),
)
REVIEWERS = (KnownReviewer("R01", "张三"), KnownReviewer("R02", "李四"))
THREE_KNOWN = Register(THREE.programme, ("—",), KNOWN, REVIEWERS)
ONE_KNOWN = Register(ONE.programme, ("—",), KNOWN, REVIEWERS)

Marks = Mapping[tuple[str, str, str], int | None]
"""Ticks by nomination, reviewer and criterion, as people call them."""


def book(path: Path, sheets: Mapping[str, Sequence[Row]]) -> Path:
    """A workbook of several sheets."""
    with xlsxwriter.Workbook(path) as workbook:
        for name, rows in sheets.items():
            page = workbook.add_worksheet(name)
            for at, row in enumerate(rows):
                page.write_row(at, 0, row)
    return path


def named(reading: FileReading) -> tuple[list[str], list[str]]:
    """The names of nominations and reviewers that a file is the first to name."""
    return (
        [record.name for record in reading.records if isinstance(record, NominationRecord)],
        [record.name for record in reading.records if isinstance(record, ReviewerRecord)],
    )


def marks(reading: FileReading, register: Register = THREE) -> dict[tuple[str, str, str], int | None]:
    """The marks of a file by names, whatever keys they go by."""
    nominations = {known.key: known.name for known in register.nominations}
    numbers = (f"panel-{n:04}" for n in range(len(nominations) + 1, 10_000))
    nominations |= dict(zip(numbers, named(reading)[0], strict=False))
    reviewers = {known.key: known.name for known in register.reviewers}
    reviewers |= {r.key: r.name for r in reading.records if isinstance(r, ReviewerRecord)}
    return {
        (nominations[r.nomination], reviewers[r.reviewer], r.criterion): r.ticks
        for r in reading.records
        if isinstance(r, ScoreRecord)
    }


def recusals(reading: FileReading) -> list[tuple[str, str]]:
    return [(r.nomination, r.reviewer) for r in reading.records if isinstance(r, RecusalRecord)]
