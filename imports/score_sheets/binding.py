"""What binds a workbook of score sheets to edition, rubric and reviewer; `exports.score_sheets` writes it.

The hidden sheet `SHEET` holds in column A a mark, the fingerprint in hexadecimal, and lines of JSON whose
SHA-256, joined with line feeds, the fingerprint is.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from imports.grid import Grid
from imports.guards import FileRefused
from imports.tables.limits import MAX_COLUMNS, MAX_ROWS

SHEET = "judge-score-sheet"
_MARK = "judge-score-sheet 1"
_ABOVE = 2
"""Rows above the lines: the mark and the fingerprint."""
MOST_SHOWN = 200
"""Characters of each text beside a nomination that are bound."""
_SHOWN = re.compile(r"JSS[0-9]+(?:-[0-9a-f]{4}){4}")


@dataclass(frozen=True, slots=True)
class BoundRow:
    """One nomination's row as it was written: where (from 1), what says which it is, and the sheet then.

    `head` is the digest of the sheet's last act in hexadecimal; `marks` are in ticks by criterion.
    """

    nomination: str
    row: int
    shown: tuple[str, ...]
    head: str
    revision: int
    marks: Mapping[str, int | None]
    note: str
    reason: str


@dataclass(frozen=True, slots=True)
class BoundAward:
    """One award's table: by which rubric it is judged, where its columns (from 0) and its heads (row) are."""

    award: str
    rubric: str
    table: str
    head: int
    heads: tuple[str, ...]
    criteria: tuple[str, ...]
    shown: tuple[int, ...]
    first_mark: int
    note: int
    recuse: int
    reason: int
    rows: tuple[BoundRow, ...]


@dataclass(frozen=True, slots=True)
class Binding:
    """All that a workbook is bound to; `shown` is the fingerprint as people see it."""

    edition: str
    reviewer: str
    shown: str
    awards: tuple[BoundAward, ...]


def is_bound(grids: Sequence[Grid]) -> bool:
    """True for a workbook of score sheets, whatever became of it."""
    return any(grid.name.casefold() == SHEET for grid in grids)


def shown_fingerprints(grids: Sequence[Grid]) -> Iterator[tuple[str, int, str]]:
    """Every fingerprint that the visible sheets show: table, row and what it is."""
    for grid in grids:
        if grid.name.casefold() == SHEET:
            continue
        for number, row in enumerate(grid.rows, grid.first_row):
            for cell in row:
                if cell and "JSS" in cell:
                    yield from ((grid.name, number, found) for found in _SHOWN.findall(cell))


def binding_in(grids: Sequence[Grid]) -> Binding:
    """What the workbook is bound to.

    Raises:
        FileRefused: "score-sheet-newer" where a later Judge wrote it, "score-sheet-fingerprint" where the
            hidden sheet is not as it was written.
    """
    hidden = next(grid for grid in grids if grid.name.casefold() == SHEET)
    cells = [(row[0] or "") if row else "" for row in hidden.rows]
    while cells and not cells[-1]:
        cells.pop()
    if cells and cells[0].startswith(SHEET) and cells[0] != _MARK:
        raise FileRefused("score-sheet-newer")
    mark, fingerprint, *lines = cells if len(cells) > _ABOVE else ("", "", "")
    if mark != _MARK or hashlib.sha256("\n".join(lines).encode(errors="replace")).hexdigest() != fingerprint:
        raise FileRefused("score-sheet-fingerprint")
    try:
        return _read(_shown(fingerprint), [json.loads(line) for line in lines])
    except (ValueError, TypeError, LookupError, RecursionError) as odd:
        # Bound by its digest, and yet not as it is written: somebody made it up.
        raise FileRefused("score-sheet-fingerprint") from odd


def _shown(fingerprint: str) -> str:
    return "-".join(("JSS1", *(fingerprint[at : at + 4] for at in range(0, 16, 4))))


def _read(shown: str, lines: Sequence[Mapping[str, object]]) -> Binding:
    first, *rest = lines
    awards: list[tuple[Mapping[str, object], list[BoundRow]]] = []
    for line in rest:
        if "award" in line:
            awards.append((line, []))
        else:
            awards[-1][1].append(_row(line))
    return Binding(
        edition=_text(first["edition"]),
        reviewer=_text(first["reviewer"]),
        shown=shown,
        awards=tuple(_award(line, tuple(rows)) for line, rows in awards),
    )


def _award(line: Mapping[str, object], rows: tuple[BoundRow, ...]) -> BoundAward:
    award = BoundAward(
        award=_text(line["award"]),
        rubric=_text(line["rubric"]),
        table=_text(line["table"]),
        head=_whole(line["head"], MAX_ROWS),
        heads=_texts(line["heads"]),
        criteria=_texts(line["criteria"]),
        shown=tuple(_whole(at, MAX_COLUMNS) for at in _items(line["shown"])),
        first_mark=_whole(line["first_mark"], MAX_COLUMNS),
        note=_whole(line["note"], MAX_COLUMNS),
        recuse=_whole(line["recuse"], MAX_COLUMNS),
        reason=_whole(line["reason"], MAX_COLUMNS),
        rows=rows,
    )
    last = max(
        award.first_mark + len(award.criteria) - 1, award.note, award.recuse, award.reason, *award.shown
    )
    if not award.shown or last >= len(award.heads):
        raise ValueError
    return award


def _row(line: Mapping[str, object]) -> BoundRow:
    marks = line["marks"]
    if not isinstance(marks, dict):
        raise TypeError
    return BoundRow(
        nomination=_text(line["nomination"]),
        row=_whole(line["row"], MAX_ROWS),
        shown=_texts(line["shown"]),
        head=_text(line["head"]),
        revision=_whole(line["revision"], MAX_ROWS),
        marks={_text(key): None if t is None else _whole(t, 10**12) for key, t in marks.items()},
        note=_text(line["note"]),
        reason=_text(line["reason"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _items(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(_text, _items(value)))


def _whole(value: object, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise ValueError
    return value
