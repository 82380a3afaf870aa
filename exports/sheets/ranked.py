"""One ranked list on one sheet."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, cast

from exports.columns import Kind, ShownColumn, cells_of, printed_count, shown_columns
from exports.figures import cell_number, printed
from exports.looks import TextLook
from exports.page import Table, set_table
from exports.pen import Pen
from exports.records import RAW_COLUMNS, Column, Figure, Labels, ListLine, RankedList
from exports.refusal import ExportRefused
from exports.sheets.layout import column_width, fit_row, write_heads, write_title
from exports.widths import INDENT, text_width
from exports.xlsx import MOST_ROWS, Format

MEASURED = 2_000
"""Lines measured for widths and heights. XlsxWriter keeps every height in memory, and Excel finds its own;
further down texts wrap, in LibreOffice once its user asks for optimal heights."""


_Look = TextLook | Format
_Write = Callable[[int, int, Any, Any], None]
"""Takes a row, a column, a value and a look that belong together."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What was written of a list: its lines, and how many have each standing."""

    lines: int
    standings: Counter[str]


def most_lines(ranked: RankedList) -> int:
    """The most lines a sheet can hold under the title, the notes and the heads of `ranked`."""
    return MOST_ROWS - 2 - len(ranked.notes)


def require_room(ranked: RankedList) -> None:
    """Refuse a list known to be too long, before anything is written."""
    if isinstance(ranked.lines, Sized) and len(ranked.lines) > most_lines(ranked):
        raise _too_many(ranked)


def write_ranked_list(pen: Pen, ranked: RankedList, labels: Labels) -> Counted:
    """Write the list with `pen` in one pass over its lines, whatever their number.

    Raises:
        ExportRefused: "too-many-rows", where the lines turn out to be more than a sheet holds.
    """
    lines = iter(ranked.lines)
    sample = list(islice(lines, MEASURED))
    shown = shown_columns(ranked, labels)
    widths = _widths(ranked, shown, sample)
    on_paper = printed_count(ranked, shown)
    head = write_title(pen, ranked.title, ranked.notes, sum(widths[:on_paper]))
    write_heads(pen, head, [column.head for column in shown], widths)
    counted = _write_lines(pen, ranked, list(zip(shown, widths, strict=True)), chain(sample, lines), head + 1)
    last = head + counted.lines
    set_table(pen.sheet, Table(head, last, len(shown), frozen=_frozen(ranked), printed=on_paper))
    return counted


def _write_lines(
    pen: Pen,
    ranked: RankedList,
    columns: Sequence[tuple[ShownColumn, float]],
    lines: Iterator[ListLine],
    first: int,
) -> Counted:
    cells = cells_of(ranked)
    writers = [
        (index, *_writer(pen, column.kind, ranked.decimals)) for index, (column, _) in enumerate(columns)
    ]
    wrapping = [(index, width) for index, (column, width) in enumerate(columns) if column.kind is Kind.TEXT]
    standings: Counter[str] = Counter()
    row = first
    for line in lines:
        if row == MOST_ROWS:
            raise _too_many(ranked)
        values = cells(line)
        if row < first + MEASURED:
            fit_row(pen, row, [(cast("str", values[index]), width) for index, width in wrapping])
        for (index, write, look), value in zip(writers, values, strict=True):
            write(row, index, value, look)
        standings[line.standing] += 1
        row += 1
    return Counted(row - first, standings)


def _writer(pen: Pen, kind: Kind, decimals: int) -> tuple[_Write, _Look]:
    """How values of a kind are written, and in which look."""
    match kind:
        case Kind.TEXT:
            return pen.text, pen.looks.text
        case Kind.WORD:
            return pen.text, pen.looks.word
        case Kind.INTEGER:
            return pen.number, pen.looks.integer
        case Kind.DECIMAL:

            def rounded(row: int, column: int, figure: Figure | None, look: Format) -> None:
                pen.number(row, column, None if figure is None else cell_number(figure, decimals), look)

            return rounded, pen.looks.decimal(decimals)


def _widths(ranked: RankedList, shown: Sequence[ShownColumn], sample: Iterable[ListLine]) -> list[float]:
    cells = cells_of(ranked)
    content = [0] * len(shown)
    for line in sample:
        for index, value in enumerate(cells(line)):
            if isinstance(value, str):
                content[index] = max(content[index], text_width(value))
            elif value is not None:
                places = 0 if shown[index].kind is Kind.INTEGER else ranked.decimals
                figure = len(str(printed(value, places))) + (INDENT if places else 0)
                content[index] = max(content[index], figure)
    return [column_width(c.head, width, c.widest) for c, width in zip(shown, content, strict=True)]


def _frozen(ranked: RankedList) -> int:
    """The columns kept in view: through the name, where only narrow ones stand before it."""
    narrow = {Column.RANK, Column.RANK_IN_BODY, Column.SCORE, Column.STANDING, *RAW_COLUMNS}
    if Column.NAME not in ranked.columns:
        return 0
    before = ranked.columns.index(Column.NAME)
    return before + 1 if narrow.issuperset(ranked.columns[:before]) else 0


def _too_many(ranked: RankedList) -> ExportRefused:
    return ExportRefused("too-many-rows", title=ranked.title, most=most_lines(ranked))
