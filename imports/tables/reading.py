"""Any table file as grids, told apart by content: an .xls may be an .xlsx, or text, in disguise."""

from imports.grid import Grid
from imports.guards import FileRefused
from imports.remarks import Remarks
from imports.tables import compound
from imports.tables.delimited import delimited_grids
from imports.tables.workbook import workbook_grids

_ZIP = b"PK"


def table_grids(content: bytes, name: str, remarks: Remarks, hidden: str = "") -> tuple[Grid, ...]:
    """The filled tables in `content`; `name` is the file's, for a table that has none of its own.

    A hidden sheet called `hidden` is one of them.

    Raises:
        FileRefused: as `workbook_grids` and `delimited_grids`; "table-empty" where nothing is filled.
    """
    if content.startswith((_ZIP, compound.MAGIC)):
        grids = workbook_grids(content, remarks, hidden)
    else:
        grids = delimited_grids(content, name, remarks)
    if not grids:
        raise FileRefused("table-empty")
    return grids
