"""Heads of two rows, the upper of which groups the columns below."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from imports.grid import Grid
from imports.heads import ROWS_TO_SEARCH, Column, Head, find_head, named_head
from imports.matching import label_key

_VAGUE = 2
"""A word this short, such as 名称 or 姓名, says nothing of whose it is."""


def find_grouped_head(grid: Grid, columns: Sequence[Column]) -> Head | None:
    """The row that names the most of `columns`, or two rows of which the upper groups the lower.

    Two rows are a head where they name more columns than any one, or where a heading is merged over both.
    A grouped column goes by both words (QC小组 over 名称 is QC小组名称), and by the lower alone only where
    that is too long to be vague.
    """
    keys = {key: column.key for column in columns for key in column.label_keys}
    best = find_head(grid, columns)
    for first in range(min(len(grid.rows) - 1, ROWS_TO_SEARCH)):
        head = _grouped(grid, first, keys)
        if len(head.at) > (0 if best is None else len(best.at)):
            best = head
    return None if best is None else with_row_below(grid, best, keys)


def with_row_below(grid: Grid, head: Head, keys: Mapping[str, str]) -> Head:
    """A one-row head and the row below it, where its headings are merged over both; else the head alone."""
    if head.first != head.last or not _is_merged_down(grid, head.first):
        return head
    both = _grouped(grid, head.first, keys)
    return both if len(both.at) >= len(head.at) else head


def _grouped(grid: Grid, first: int, keys: Mapping[str, str]) -> Head:
    return named_head(first, first + 1, _headings(grid.rows[first], grid.rows[first + 1], keys), keys)


def _is_merged_down(grid: Grid, first: int) -> bool:
    """True where row `first` covers all that stands below it, but for what its merged cells group."""
    if first + 1 >= len(grid.rows):
        return False
    upper = grid.rows[first]
    below = list(zip(upper, (*upper[1:], ""), grid.rows[first + 1], strict=False))
    covers = any(up and low is None for up, _, low in below)
    return covers and not any(up and low and beside is not None for up, beside, low in below)


def _headings(
    upper: Sequence[str | None], lower: Sequence[str | None], keys: Mapping[str, str]
) -> Iterator[str]:
    group = ""
    for up, low in zip_longest(upper, lower, fillvalue=""):
        group = group if up is None else up.strip()
        word = (low or "").strip()
        both = f"{group} {word}".strip()
        clear = not group or (label_key(word) in keys and len(label_key(word)) > _VAGUE)
        if word:
            yield word if clear and label_key(both) not in keys else both
        else:
            # What ends in a colon belongs to a line above the table.
            yield "" if (up or "").rstrip().endswith((":", "：")) else up or ""
