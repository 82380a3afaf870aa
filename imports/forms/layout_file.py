"""How a blank form is printed, from the `layout` table of its definition."""

from imports.forms.definition import Box, FieldDefinition, Layout, Seat
from rubrics.table import Table, refuse_repeats

COLUMNS = 12
"""Of a page; divisible by two, three, four and six boxes in a row."""
_NARROWEST = 2
"""Columns: one for a label, one for its box."""


def read_layout(table: Table, fields: tuple[FieldDefinition, ...]) -> Layout:
    """The layout that a form states; an empty one where it states none."""
    stated = table.table("layout", required=False)
    if stated is None:
        return Layout()
    return Layout(
        rows=_rows(stated, fields),
        column_heads=stated.texts("column_heads"),
        prompt=stated.texts("prompt"),
        stamp=stated.texts("stamp"),
        below=stated.texts("below"),
    )


def _rows(table: Table, fields: tuple[FieldDefinition, ...]) -> tuple[tuple[Box, ...], ...]:
    """Rows such as `["address 8", "postcode"]`; each field outside of the head line stands in one of them."""
    known = {field.keys[0]: field for field in fields if field.at is not Seat.HEAD}
    stated = table.rows("rows")
    rows = tuple(
        tuple(_box(table, f"rows[{r}][{c}]", text, known) for c, text in enumerate(row))
        for r, row in enumerate(stated)
    )
    placed = [(table, f"rows[{r}][{c}]", box.key) for r, row in enumerate(rows) for c, box in enumerate(row)]
    refuse_repeats(placed)
    for number, row in enumerate(rows):
        if sum(box.columns or _NARROWEST for box in row) > COLUMNS:
            table.note(f"rows[{number}]", "row-too-wide", columns=COLUMNS)
    missing = tuple(key for key in known if key and key not in {key for _, _, key in placed})
    if rows and missing:
        table.note("rows", "field-in-no-row", missing=missing)
    return rows


def _box(table: Table, place: str, text: str, known: dict[str, FieldDefinition]) -> Box:
    key, _, columns = text.partition(" ")
    if key not in known:
        table.note(place, "field-unknown", given=key[:64], known=tuple(filter(None, known)))
        return Box("")
    if columns and not (
        columns.isascii() and columns.isdecimal() and _NARROWEST <= int(columns[:3]) <= COLUMNS
    ):
        table.note(place, "number-out-of-range", least=f"{_NARROWEST}", most=f"{COLUMNS}")
        return Box(key)
    return Box(key, int(columns or 0))
