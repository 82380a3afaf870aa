"""Tables of organisations' other names: earlier ones, short ones, other spellings."""

import re
from collections.abc import Iterator, Sequence

from imports.grid import Grid
from imports.heads import Column, Head, check_head, find_head
from imports.lines import Lines
from imports.matching import name_key
from imports.records import AliasRecord
from imports.remarks import Remarks

ORGANISATION = "organisation"
ALIAS_COLUMNS = (
    Column(
        ORGANISATION,
        ("单位名称", "单位", "现名称", "现用名", "企业名称", "规范名称", "organization", "current name"),
        required=True,
    ),
    Column("alias", ("别名", "其他名称", "别称", "other names", "other name", "aliases")),
    Column("former", ("曾用名", "曾用名称", "原名称", "原名", "更名前名称", "former name", "former names")),
    Column("short", ("简称", "单位简称", "企业简称", "short name", "abbreviation")),
)
NAMING = tuple(column.key for column in ALIAS_COLUMNS if column.key != ORGANISATION)
"""The columns that hold other names; a table has at least one of them."""
_ROW_NUMBERS = ("序号", "No.", "备注", "remark", "remarks")

# A comma before Ltd or Inc is part of the name.
_BETWEEN = re.compile(r"[、，;；\n|]+|,(?!\s*(?:Ltd|Inc|LLC|Limited)\b)", re.IGNORECASE)


def read_aliases(grids: Sequence[Grid], remarks: Remarks) -> tuple[AliasRecord, ...]:
    """One record for each other name; a cell may hold several, and a merged organisation several rows.

    Blocking: the head's and lines' findings; `head-missing` (columns) where no column holds other names;
    `alias-without-organisation` (alias). Note: `alias-is-name` (name) where both are the same.
    """
    records: list[AliasRecord] = []
    for grid in grids:
        head = find_head(grid, ALIAS_COLUMNS)
        if head is not None and check_head(grid, head, ALIAS_COLUMNS, remarks, _ROW_NUMBERS):
            records += _read(Lines(grid, head, remarks), remarks)
    return tuple(records)


def names_aliases(head: Head) -> bool:
    """Whether a head has a column of other names."""
    return any(key in head.at for key in NAMING)


def _read(lines: Lines, remarks: Remarks) -> Iterator[AliasRecord]:
    if not names_aliases(lines.head):
        labels = tuple(column.labels[0] for column in ALIAS_COLUMNS if column.key in NAMING)
        remarks.block("head-missing", lines.place(lines.grid.first_row + lines.head.first), columns=labels)
        return
    covered = _covered_rows(lines)
    above = ""
    keys = (ORGANISATION, *NAMING)
    for row, (organisation, *written) in lines.cells(keys, may_be_covered=frozenset({ORGANISATION})):
        above = above if row in covered else organisation.strip()
        for key, cell in zip(NAMING, written, strict=True):
            for alias in filter(None, (name.strip() for name in _BETWEEN.split(cell))):
                place = lines.place(row, key)
                if not above:
                    remarks.block("alias-without-organisation", place, alias=alias[:40])
                elif name_key(above) == name_key(alias):
                    remarks.note("alias-is-name", place, name=alias)
                else:
                    yield AliasRecord(above, alias, place)


def _covered_rows(lines: Lines) -> set[int]:
    """The rows whose organisation is that of a merged cell which began further up."""
    at = lines.head.at[ORGANISATION]
    return {
        number
        for number, row in enumerate(lines.grid.rows, lines.grid.first_row)
        if row[at : at + 1] == (None,)
    }
