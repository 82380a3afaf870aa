"""A list of people to be reminded, as csv that opens safely in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from exports.replacing import replacing
from exports.tables import BYTE_ORDER_MARK, guarded
from exports.texts import visible


def write_reminders(
    heads: Sequence[str], rows: Iterable[Sequence[str | int]], target: Path, *, replace: bool
) -> None:
    r"""Write one row of heads and one row a person, beside the target and then in its place.

    UTF-8 with a byte order mark, rows ending in \r\n; texts are guarded, see `exports.tables.guarded`.

    Raises:
        ExportRefused: for every failure of the file system, and a target that is there without `replace`.
    """
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_field(head) for head in heads])
    writer.writerows([_field(value) for value in row] for row in rows)
    with replacing(target, replace=replace) as file:
        file.write(text.getvalue().encode())


def _field(value: str | int) -> str | int:
    """Figures as they are; of a text what no spreadsheet takes for a formula."""
    return guarded(visible(value)[0]) if isinstance(value, str) else value
