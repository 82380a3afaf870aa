"""Putting numbers in order by counting them, or many short rows at once.

How fast a library sorts whole numbers differs up to five times between processors; how fast it counts and
compares columns does not.
"""

from typing import NamedTuple

import numpy as np

from judge.scoring.exact import SAFE, Positions, Whole, distinct
from judge.scoring.spans import in_two, spans

COUNTED_FROM = 1 << 16
"""From so many rows on it pays to load scipy; before, no sort takes as long."""

SHORT = 8
"""Rows up to this length are sorted column against column."""


def order(values: Positions, end: int) -> Positions:
    """What puts values of 0 … end - 1 in ascending order, equal ones as they come.

    Sixteen bits at a time: those numpy counts instead of comparing.
    """
    digits = [(values >> shift).astype(np.uint16) for shift in range(0, max(end.bit_length(), 1), 16)]
    return np.lexsort(digits)


def order_of(values: Positions) -> Positions:
    """What puts any whole numbers in ascending order, equal ones as they come."""
    lowest = int(values.min(initial=0))
    end = int(values.max(initial=0)) - lowest + 1
    return order(values - lowest, end) if end < SAFE else np.argsort(values, kind="stable")


def ascends(values: Whole) -> bool:
    """Whether each value is above the one before."""
    return bool((values[1:] > values[:-1]).all())


def sorted_rows(table: Whole) -> Whole:
    """The rows of a matrix, the values of each in ascending order."""
    rows, columns = table.shape
    if columns > SHORT or rows < columns or table.dtype == object:
        return np.sort(table, axis=1)
    across = np.array(table.T, order="C")
    # Even and odd neighbours change places by turns; after as many turns as columns all is in order.
    for turn in range(columns):
        left, right = across[turn % 2 : -1 : 2], across[turn % 2 + 1 :: 2]
        lower = np.minimum(left, right)
        np.maximum(left, right, out=right)
        left[...] = lower
    return across.T


class Grouped(NamedTuple):
    """The values of each group in ascending order; those of group g are `ordered[first[g]:first[g + 1]]`."""

    first: Whole
    ordered: Whole


def grouped(groups: Whole, values: Whole, count: int, end: int) -> Grouped:
    """Put values in the order of their groups and, within one, of their size.

    Args:
        groups: the group of each value, 0 … count - 1.
        values: 0 … end - 1.
        count: how many groups there are.
        end: what all values are below.
    """
    if len(values) < COUNTED_FROM:
        return _sorted(groups, values, count)
    return _counted(groups, values, count, end)


def narrowest(end: int) -> "np.dtype[np.signedinteger]":
    """The type that holds `grouped`'s values and groups up to `end` in the least room it works with."""
    return np.dtype(np.int32 if end < 2**31 else np.int64)


def _sorted(groups: Whole, values: Whole, count: int) -> Grouped:
    first = np.zeros(count + 1, np.int64)
    np.cumsum(np.bincount(groups, minlength=count), out=first[1:])
    return Grouped(first, values[np.lexsort((values, groups))])


def _counted(groups: Whole, values: Whole, count: int, end: int) -> Grouped:
    """The same by scipy's counting of sparse rows: two passes, where a sort of all takes many."""
    from scipy.sparse import coo_array  # noqa: PLC0415 - a tenth of a second that small panels need not wait

    entries = coo_array((np.zeros(len(values), np.int8), (groups, values)), shape=(count, end))
    # Else values that repeat within a group would become one, which is for the caller to find out.
    entries.has_canonical_format = True
    rows = entries.tocsr()
    _sort_each(rows.indptr, rows.indices)
    return Grouped(rows.indptr, rows.indices)


def _sort_each(first: Whole, values: Whole) -> None:
    """Sort the values of each group in place, groups of one size as a matrix."""
    sizes = np.diff(first)
    for size in distinct(sizes[sizes > 1]).tolist():
        chosen = np.flatnonzero(sizes == size)
        if len(chosen) == len(sizes):
            in_two(_sort_rows, np.array_split(values.reshape(-1, size), 2))
        else:
            _sort_some(values, first[chosen], size)


def _sort_rows(table: Whole) -> None:
    if table.shape[1] > SHORT:
        table.sort(axis=1)
    else:
        table[...] = sorted_rows(table)


def _sort_some(values: Whole, first: Whole, size: int) -> None:
    for rows in spans(len(first), size):
        at = first[rows, None] + np.arange(size)
        values[at] = np.sort(values[at], axis=1)
