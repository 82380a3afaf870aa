"""How a method's breakers separate two nominations whose scores are equal, or do not."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from judge.scoring.breakers.names import criterion_of
from judge.scoring.explaining.accounts import Account
from judge.scoring.explaining.combining import criterion_row, score_of
from judge.scoring.explaining.equations import Equation, Term
from judge.scoring.explaining.explanation import Explanation
from judge.scoring.explaining.sheets import SheetSteps
from judge.scoring.method import Method
from rubrics.model import Rubric


@dataclass(frozen=True, slots=True)
class Measured:
    """A metric of one nomination: how it comes about, and its value.

    None where it has none: no counted sheet has a mark of the criterion.
    """

    value: Fraction | None
    equation: Equation | None


@dataclass(frozen=True, slots=True)
class Compared:
    """A breaker of the chain by its name, and what it is for the one nomination and for the other."""

    breaker: str
    own: Measured
    other: Measured

    @property
    def is_equal(self) -> bool:
        """Whether it leaves the two tied."""
        return self.own.value == self.other.value


@dataclass(frozen=True, slots=True)
class Tie:
    """Another nomination with an equal score, by its code, and the breakers up to the one that decides.

    Where none decides, they are all of the chain, and the two share a place.
    """

    other: int
    compared: tuple[Compared, ...]


def tie_between(
    own: Explanation,
    other: Explanation,
    code: int,
    account: Account,
    scores: tuple[Fraction, Fraction] | None = None,
) -> Tie:
    """What the method's chain of breakers makes of two scored nominations; `code` is the other's.

    `scores` are the two's on the list, where later stages make them other than their own sheets do.
    """
    rubric, method = account.panel.rubric, account.method
    compared = []
    for name in method.ties:
        if name == "score" and scores is not None:
            one = Compared(name, *(Measured(score, None) for score in scores))
        else:
            one = Compared(name, measured(name, own, rubric, method), measured(name, other, rubric, method))
        compared.append(one)
        if not one.is_equal:
            break
    return Tie(code, tuple(compared))


def measured(name: str, explained: Explanation, rubric: Rubric, method: Method) -> Measured:
    """A metric, by its name, of a nomination that has a score; KeyError for a name that is none."""
    sheets = tuple(explained.sheets.values())
    if key := criterion_of(name):
        row = criterion_row(sheets, [one.key for one in rubric.criteria].index(key), method)
        return Measured(row.enters, row.mean)
    if name in _COMBINED:
        return _combined(sheets, rubric, method, name)
    totals = [sheet.enters for sheet in sheets]
    apart = Equation((Term(max(totals)), Term(min(totals), Fraction(-1))))
    plain = {
        "score": explained.score.result if explained.score else None,
        "highest": max(totals),
        "lowest": min(totals),
        "spread": apart.result,
        "top-marks": Fraction(sum(_top_marks(sheet, rubric) for sheet in sheets)),
    }
    return Measured(plain[name], apart if name == "spread" else None)


_COMBINED = frozenset({"trimmed-mean", "mean", "median"})


def _combined(sheets: Sequence[SheetSteps], rubric: Rubric, method: Method, combined: str) -> Measured:
    by = Method(
        combine=combined, trim_from=method.trim_from, drop_high=method.drop_high, drop_low=method.drop_low
    )
    (row,) = score_of(sheets, rubric, by).rows
    return Measured(row.enters, row.mean)


def _top_marks(sheet: SheetSteps, rubric: Rubric) -> int:
    return sum(
        points == criterion.full_ticks * rubric.step
        for points, criterion in zip(sheet.points, rubric.criteria, strict=True)
        if criterion.weight
    )
