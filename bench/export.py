"""A ranked list of 100,000 rows × 15 columns: the award book against bare XlsxWriter with the same cells.

Both write the same values in the same formats, in constant memory, by typed writers. Time is measured on
rows made beforehand (exact fractions for the book, floats already rounded for the bare run), memory on
rows made one by one, as the process's peak; each run is a process of its own, by turns, and medians count.
Seconds are the processor's: both runs are bound by it, and a busy machine would decide the ratio otherwise.
"""

import gc
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from datetime import date
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from bench.verdict import tell
from exports.award_book import write_award_book
from exports.columns import Kind, cells_of, shown_columns
from exports.figures import cell_number
from exports.looks import looks_of
from exports.records import AwardBook, Column, CriterionColumn, Labels, ListLine, RankedList

ROWS = 100_000
ROUNDS = 3
AT_MOST = {"time": 1.2, "memory": 1.2}
CRITERIA = tuple(CriterionColumn(title, 20) for title in ("选题", "过程", "成效"))
_WORDED: dict[str, Any] = {field.name: field.name for field in fields(Labels)}
LABELS = Labels(**_WORDED | {"columns": {c: c.value for c in Column}, "standings": ()})

Row = list[str | float]


def main() -> bool:
    """Measure both by turns, print the medians, and hold their ratios to the bounds."""
    judge, bare = _medians("time", ROUNDS)
    # The peak hardly differs from run to run.
    judge_peak, bare_peak = _medians("memory", 1)
    said = (
        f"export: judge {judge:.2f} s and {judge_peak / 1024:.0f} MB,"
        f" bare XlsxWriter {bare:.2f} s and {bare_peak / 1024:.0f} MB"
    )
    return tell(said, {"time": judge / bare, "memory": judge_peak / bare_peak}, AT_MOST)


def _medians(what: str, rounds: int) -> tuple[float, float]:
    """The book's figure and the bare run's."""
    turns = [(_run("judge", what), _run("bare", what)) for _ in range(rounds)]
    judge, bare = zip(*turns, strict=True)
    return statistics.median(judge), statistics.median(bare)


def _run(who: str, what: str) -> float:
    """Seconds of the export, or the process's peak memory in kB, as the child says."""
    command = [sys.executable, "-m", "bench.export", who, what]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _child(who: str, what: str) -> None:
    write: Callable[[Any, Path], None] = _by_judge if who == "judge" else _bare
    rows: Iterable[Any] = _lines() if who == "judge" else _ready_rows()
    if what == "time":
        rows = list(rows)
        # Neither shall pay for looking through them again and again.
        gc.freeze()
    with TemporaryDirectory() as folder:
        started = time.process_time()
        write(rows, Path(folder) / "book.xlsx")
        took = time.process_time() - started
    print(took if what == "time" else _peak())


def _peak() -> float:
    """The most memory this process has held, in kB."""
    status = Path("/proc/self/status")
    if status.exists():
        # Linux's ru_maxrss starts from what the parent held when it started this process.
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return float(line.split()[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _lines() -> Iterator[ListLine]:
    for number in range(1, ROWS + 1):
        yield ListLine(
            rank=number,
            rank_in_body=1 + number // 41,
            score=Fraction(9 * number % 70_001, 700),
            standing="获奖" if number <= 446 else "未获奖",
            name=f"胡杨{number}QC小组",
            organisation=f"新疆油田公司采油{number % 900}厂",
            body=f"推荐单位{number % 41}",
            subject=f"降低第{number}号注水井故障率",
            nomination=f"G{number:06}",
            sheets_counted=5,
            sheets_expected=5,
            means=tuple(Fraction((9 + i) * number % 6_001, 300) for i in range(len(CRITERIA))),
            remarks="复核",
        )


def _list_of(lines: Iterable[ListLine]) -> RankedList:
    return RankedList(key="qc-group", title="ranked", lines=lines, criteria=CRITERIA)


def _ready_rows() -> Iterator[Row]:
    """The same cells, as XlsxWriter takes them."""
    ranked = _list_of(())
    kinds = [column.kind for column in shown_columns(ranked, LABELS)]
    cells = cells_of(ranked)
    for line in _lines():
        yield [
            value if isinstance(value, str) else cell_number(value or 0, 2 if kind is Kind.DECIMAL else 0)
            for kind, value in zip(kinds, cells(line), strict=True)
        ]


def _by_judge(lines: Iterable[ListLine], target: Path) -> None:
    made_on = date(2019, 9, 30)
    lists = (_list_of(lines),)
    write_award_book(
        AwardBook("book", 2019, made_on, "draft", draft=True, labels=LABELS, lists=lists), target
    )


def _bare(rows: Iterable[Row], target: Path) -> None:
    workbook = xlsxwriter.Workbook(str(target), {"constant_memory": True, "strings_to_formulas": False})
    sheet = workbook.add_worksheet("ranked")
    looks = looks_of(workbook)
    shapes = {
        Kind.TEXT: (sheet.write_string, looks.text.plain),
        Kind.WORD: (sheet.write_string, looks.word.plain),
        Kind.INTEGER: (sheet.write_number, looks.integer),
        Kind.DECIMAL: (sheet.write_number, looks.decimal(2)),
    }
    columns = shown_columns(_list_of(()), LABELS)
    plan = [(index, *shapes[column.kind]) for index, column in enumerate(columns)]
    for index, column in enumerate(columns):
        sheet.write_string(0, index, column.head, looks.head.plain)
    for row, values in enumerate(rows, start=1):
        for (index, write, look), value in zip(plan, values, strict=True):
            write(row, index, value, look)
    workbook.close()


if __name__ == "__main__":
    if sys.argv[1:]:
        _child(*sys.argv[1:])
    else:
        sys.exit(not main())
