"""Small panels written down by hand, and as the frames that scoring takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from rubrics.model import Criterion, Rubric, Text

NA = None
"""Not applicable, among a sheet's ticks."""


@dataclass(frozen=True)
class Sheet:
    nomination: int
    reviewer: int
    ticks: Sequence[int | None]
    state: str = "submitted"


def rubric(
    *full_ticks: int,
    step: Fraction = Fraction(1, 2),
    weights: Sequence[Fraction] = (),
    optional: Sequence[int] = (),
) -> Rubric:
    """A rubric with these criteria; `optional` are the positions of those that may not apply."""
    text = Text("", "")
    criteria = tuple(
        Criterion(
            key=f"c{at}",
            title=text,
            full_ticks=full,
            weight=weights[at] if weights else Fraction(1),
            clauses=(),
            levels=(),
            may_not_apply=at in optional,
        )
        for at, full in enumerate(full_ticks)
    )
    return Rubric("r", 1, text, text, step, criteria)


def mark_frame(sheets: Sequence[Sheet]) -> pd.DataFrame:
    rows = [
        (sheet.nomination, sheet.reviewer, at, ticks or 0, ticks is not NA)
        for sheet in sheets
        for at, ticks in enumerate(sheet.ticks)
    ]
    return pd.DataFrame(rows, columns=["nomination", "reviewer", "criterion", "ticks", "applicable"])


def sheet_frame(sheets: Sequence[Sheet]) -> pd.DataFrame:
    rows = [(sheet.nomination, sheet.reviewer, sheet.state) for sheet in sheets]
    return pd.DataFrame(rows, columns=["nomination", "reviewer", "state"])


def nomination_frame(bodies: Mapping[int, int]) -> pd.DataFrame:
    return pd.DataFrame(list(bodies.items()), columns=["nomination", "body"])


def same_from_all(totals: Mapping[int, int], reviewers: int = 3) -> list[Sheet]:
    """Every reviewer gives each nomination the same ticks on a rubric of one criterion."""
    return [Sheet(code, by, (ticks,)) for code, ticks in totals.items() for by in range(reviewers)]
