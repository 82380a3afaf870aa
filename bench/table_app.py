"""The peer of the desk's benches: a bare Textual app, one table of so many rows and a footer."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer


class TableApp(App[None]):
    """A table whose cursor moves."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """The table and its footer."""
        yield DataTable[str](cursor_type="row")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable)
        table.add_columns("nomination", "name", "organisation")
        table.add_rows((f"qc-group-{n:04}", f"小组{n}", f"企业{n}") for n in range(self._rows))


if __name__ == "__main__":
    TableApp(int(sys.argv[1])).run()
