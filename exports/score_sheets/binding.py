"""What binds a workbook to edition, rubric and reviewer: a hidden sheet of canonical lines, and their digest.

The hidden sheet `SHEET` holds in column A: `MARK`, the fingerprint in hexadecimal, and then the lines, each
a JSON object with its keys in order. The first names edition and reviewer; then comes for each award one line
that says by which rubric it is judged and where its table and columns are (from 0; rows from 1, as a
spreadsheet shows them), and one for each of its rows: the nomination, the head and marks of the sheet as the
edition held it, and what was written beside them (the first `MOST_SHOWN` characters of each text). The
fingerprint is the SHA-256 of all lines, joined with line feeds. `imports.score_sheets.binding` reads it.

It guards against accidents and shows which state of the edition a workbook was written from; it is no
signature: whoever can compute a digest can write another.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.score_sheets.columns import columns_of, head_row, shown_texts
from exports.score_sheets.records import Award, ScoreWorkbook
from exports.texts import fitted, visible

SHEET = "judge-score-sheet"
MARK = "judge-score-sheet 1"
MOST_SHOWN = 200
"""Characters of each text beside a nomination that are bound: a line must fit into a cell."""
_SHORT = 16
"""Hexadecimal digits of the fingerprint that people see."""
_GROUP = 4


@dataclass(frozen=True, slots=True)
class Binding:
    """The lines and their fingerprint in hexadecimal."""

    lines: tuple[str, ...]
    fingerprint: str


def binding_of(book: ScoreWorkbook, tables: Sequence[str]) -> Binding:
    """What binds the workbook whose awards stand on sheets of these names."""
    lines = (_line({"edition": book.edition, "reviewer": book.reviewer}), *_of_awards(book, tables))
    return Binding(lines, hashlib.sha256("\n".join(lines).encode()).hexdigest())


def shown_fingerprint(fingerprint: str) -> str:
    """The fingerprint as people compare it: "JSS1-3f2a-9c1d-0b7e-55aa"."""
    groups = (fingerprint[at : at + _GROUP] for at in range(0, _SHORT, _GROUP))
    return "-".join(("JSS1", *groups))


def as_written(text: str) -> str:
    """A text as its cell will hold it."""
    return fitted(visible(text)[0])


def _of_awards(book: ScoreWorkbook, tables: Sequence[str]) -> Iterator[str]:
    for award, table in zip(book.awards, tables, strict=True):
        columns = columns_of(book, award)
        head = head_row(book.notes, columns) + 1
        yield _line(
            {
                "award": award.key,
                "criteria": [criterion.key for criterion in award.criteria],
                "first_mark": columns.first_mark,
                "head": head,
                "heads": [as_written(text) for text in columns.heads],
                "note": columns.note,
                "reason": columns.reason,
                "recuse": columns.recuse,
                "rubric": award.rubric,
                "shown": list(columns.shown),
                "table": table,
            }
        )
        for at in range(len(award.rows)):
            yield _of_row(book, award, at, head + 1 + at)


def _of_row(book: ScoreWorkbook, award: Award, at: int, row: int) -> str:
    sheet = award.rows[at]
    return _line(
        {
            "closed": bool(sheet.closed),
            "head": sheet.head,
            "marks": dict(sheet.marks),
            "nomination": sheet.nomination,
            "note": as_written(sheet.note),
            "reason": as_written(sheet.recusal),
            "revision": sheet.revision,
            "row": row,
            "shown": [as_written(text)[:MOST_SHOWN] for text in shown_texts(book, award, at)],
        }
    )


def _line(value: object) -> str:
    line = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    # A workbook writes characters that XML lacks as _x0007_; not every program leaves such a text alone.
    return line.replace("_x", r"\u005fx")
