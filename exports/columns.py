"""The columns of a ranked list: what each holds, how wide it may grow, what stands in it for a line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import takewhile
from operator import attrgetter
from types import MappingProxyType

from exports.figures import shortest
from exports.records import Column, Figure, Labels, ListLine, RankedList

Value = str | Figure | None


class Kind(Enum):
    """What a column's cells are: running text, a word or key, a whole number, a rounded figure."""

    TEXT = auto()
    WORD = auto()
    INTEGER = auto()
    DECIMAL = auto()


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """One column as shown: its heading, its kind, and the most cells it may take before text wraps."""

    head: str
    kind: Kind
    widest: int


_SHAPES = MappingProxyType(
    {
        Column.RANK: (Kind.INTEGER, 7),
        Column.RANK_IN_BODY: (Kind.INTEGER, 8),
        Column.SCORE: (Kind.DECIMAL, 14),
        Column.RAW_SCORE: (Kind.DECIMAL, 14),
        Column.STANDING: (Kind.WORD, 12),
        Column.NAME: (Kind.TEXT, 16),
        Column.ORGANISATION: (Kind.TEXT, 20),
        Column.BODY: (Kind.TEXT, 16),
        Column.SUBJECT: (Kind.TEXT, 20),
        Column.NOMINATION: (Kind.WORD, 16),
        Column.REMARKS: (Kind.TEXT, 18),
        Column.RAW_RANK: (Kind.INTEGER, 7),
        Column.RAW_RANK_IN_BODY: (Kind.INTEGER, 8),
        Column.SHEETS_COUNTED: (Kind.INTEGER, 8),
        Column.SHEETS_EXPECTED: (Kind.INTEGER, 8),
        Column.MEANS: (Kind.DECIMAL, 14),
    }
)

_OFF_PAPER = frozenset(
    {
        Column.RAW_RANK,
        Column.RAW_RANK_IN_BODY,
        Column.SHEETS_COUNTED,
        Column.SHEETS_EXPECTED,
        Column.MEANS,
    }
)
"""What a score was made of, and ranks before calibrating. Beside the other columns they would print at six
points, and a rubric with more criteria smaller yet; whoever checks a score does so on the screen."""


def shown_columns(ranked: RankedList, labels: Labels) -> tuple[ShownColumn, ...]:
    """The columns of `ranked` in order, one per criterion where the means stand."""
    shown: list[ShownColumn] = []
    for column in ranked.columns:
        kind, widest = _SHAPES[column]
        if column is Column.MEANS:
            heads = [f"{c.title}\n{shortest(c.full)}" for c in ranked.criteria]
        else:
            heads = [labels.columns[column]]
        shown.extend(ShownColumn(head, kind, widest) for head in heads)
    return tuple(shown)


def printed_count(ranked: RankedList, shown: Sequence[ShownColumn]) -> int:
    """How many of the columns `shown` are printed: all but those of `_OFF_PAPER` that end them."""
    off = list(takewhile(_OFF_PAPER.__contains__, reversed(ranked.columns)))
    ending = sum(len(ranked.criteria) if column is Column.MEANS else 1 for column in off)
    return len(shown) - ending or len(shown)


def cells_of(ranked: RankedList) -> Callable[[ListLine], list[Value]]:
    """A function from a line to its cells, in the order of `shown_columns`.

    It raises ValueError for a line whose means do not follow the list's criteria.
    """
    criteria = len(ranked.criteria)
    none_yet = (None,) * criteria
    fields_of = attrgetter(Column.NOMINATION, Column.MEANS, *ranked.columns)
    places = [at for at, column in enumerate(ranked.columns) if column is Column.MEANS]

    def cells(line: ListLine) -> list[Value]:
        nomination, means, *values = fields_of(line)
        means = means or none_yet
        for at in reversed(places):
            if len(means) != criteria:
                raise ValueError(f"{nomination}: {len(means)} means for {criteria} criteria")
            values[at : at + 1] = means
        return values

    return cells
