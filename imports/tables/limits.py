"""How large a table may be. Checked on the raw file, before a parser makes room for what it claims."""

from dataclasses import dataclass

from imports.guards import FileRefused

MAX_ROWS = 300_000
MAX_COLUMNS = 512
MAX_CELLS = 6_000_000
"""Rows times columns up to the last filled ones: parsers lay out the whole rectangle."""
MAX_TEXT = 200_000_000
"""Characters of all cells: a shared text costs a file little and memory its length in every cell."""


def fits(rows: int, columns: int) -> bool:
    """True for a rectangle that may be laid out."""
    return rows <= MAX_ROWS and columns <= MAX_COLUMNS and rows * columns <= MAX_CELLS


@dataclass(slots=True)
class Extent:
    """The rectangle up to the last filled row and column of the table called `table`."""

    table: str
    rows: int = 0
    columns: int = 0

    def reach(self, rows: int, columns: int) -> None:
        """Take in a filled cell that ends at `rows` and `columns`.

        Raises:
            FileRefused: "table-too-large" (table, rows, columns, most_rows, most_columns).
        """
        self.rows = max(self.rows, rows)
        self.columns = max(self.columns, columns)
        if not fits(self.rows, self.columns):
            raise FileRefused(
                "table-too-large",
                table=self.table,
                rows=self.rows,
                columns=self.columns,
                most_rows=MAX_ROWS,
                most_columns=MAX_COLUMNS,
            )


def check_text(characters: int, table: str) -> None:
    """Refuse a table with more than `MAX_TEXT` characters.

    Raises:
        FileRefused: "table-too-long" (table, most): its cells hold more text than is read at once.
    """
    if characters > MAX_TEXT:
        raise FileRefused("table-too-long", table=table, most=MAX_TEXT)
