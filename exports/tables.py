"""A ranked list as csv, for machines and for spreadsheets that open it unasked."""

import csv
from collections.abc import Iterator
from typing import TextIO

from exports.columns import Kind, Value, cells_of, shown_columns
from exports.figures import printed
from exports.records import Alteration, Labels, RankedList
from exports.texts import visible

BYTE_ORDER_MARK = "\ufeff"
"""What makes Excel read UTF-8."""

_DANGEROUS = frozenset("=+-@\t\r\n'＝＋－＠")


def write_list_csv(ranked: RankedList, labels: Labels, stream: TextIO) -> tuple[Alteration, ...]:
    r"""Write the list as csv: a byte order mark, one row of heads, one per line, each ending in \r\n.

    `stream` is open for UTF-8 text with newline="". Figures are printed at the list's decimals; what is
    not there is an empty field. Texts are guarded, see `guarded`.

    Returns:
        What could not be written as it was; `table` is the list's key, `row` counts lines of the table.
    """
    shown = shown_columns(ranked, labels)
    cells = cells_of(ranked)
    alterations: list[Alteration] = []
    stream.write(BYTE_ORDER_MARK)
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([guarded(visible(column.head.replace("\n", " "))[0]) for column in shown])

    def fields(row: int, values: list[Value]) -> Iterator[str]:
        for column, value in zip(shown, values, strict=True):
            if isinstance(value, str):
                text, replaced = visible(value)
                if replaced:
                    alterations.append(Alteration("control-character-shown", ranked.key, row, column.head))
                yield guarded(text)
            elif value is None:
                yield ""
            else:
                yield f"{printed(value, 0 if column.kind is Kind.INTEGER else ranked.decimals):f}"

    for row, line in enumerate(ranked.lines, start=2):
        writer.writerow(list(fields(row, cells(line))))
    return tuple(alterations)


def guarded(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet could take it for a formula.

    So are texts that begin, after any blanks, with = + - @ (full-width ones too), a tab, a line break,
    or an apostrophe; the last makes it reversible: `unguarded` drops one leading apostrophe, always.
    Numbers are no texts: a negative figure stays bare.
    """
    first = text.lstrip(" \u3000")[:1]
    return f"'{text}" if first in _DANGEROUS and first else text


def unguarded(field: str) -> str:
    """The text that `guarded` was given."""
    return field.removeprefix("'")
