"""How far a reviewer's totals go up and down with those of the others on the same nominations."""

from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from judge.scoring.exact import Flags
from judge.scoring.reviewers.additive import Additive
from judge.scoring.reviewers.chance import below, beside_others, fisher, interval
from judge.scoring.reviewers.shared import Floats, Shared, as_floats, given
from judge.scoring.reviewers.words import FEWEST, Lack, Notice

_LOOSE = 0.5
"""Of the others' correlation: what is looser than that is worth a word."""

_NOTHING = 1e-18
"""What floating point may leave of sums of squares, in relation to the values'."""


@dataclass(frozen=True, slots=True)
class Following:
    """The correlation of own totals with the mean of the others' totals, with its 95 % limits.

    Whoever is judged has no part in what they are compared with. `typical` is the median of the other
    reviewers' correlations, `chance` that of falling as far below it. `mean_square` is what the additive
    model leaves of own totals in relation to what it leaves of the whole panel's: 1 is as the panel, 2 twice
    as unpredictable.
    """

    sheets: int
    correlation: float | None
    low: float | None = None
    high: float | None = None
    typical: float | None = None
    mean_square: float | None = None
    chance: float | None = None
    notice: Notice | None = None
    lack: Lack | None = None


def followings(shared: Shared, model: Additive) -> tuple[Following, ...]:
    """How each reviewer follows the panel, by their positions."""
    mean_squares = _mean_squares(shared, model)
    own_steady = shared.steady(shared.values.numerators)
    others_steady = shared.steady(shared.others.numerators)
    enough: Flags = shared.sheets >= FEWEST
    known = enough & ~own_steady & ~others_steady
    correlations = _correlations(shared, known)
    low, high = interval(correlations, shared.sheets)
    typical, apart, judged = beside_others(fisher(correlations), shared.sheets, known)
    limits = np.stack((correlations, low, high), axis=1).tolist()
    return tuple(
        _following(n, square, row, *beside)
        if there
        else Following(n, None, mean_square=square, lack=_LACKS[own] if n >= FEWEST else _few(n))
        for n, square, there, own, row, *beside in zip(
            shared.sheets.tolist(),
            mean_squares,
            known.tolist(),
            own_steady.tolist(),
            limits,
            given(np.tanh(typical), judged),
            below(apart).tolist(),
            strict=True,
        )
    )


_LACKS = MappingProxyType({True: Lack.ALL_EQUAL, False: Lack.OTHERS_EQUAL})


def _few(sheets: int) -> Lack:
    return Lack.FEW if sheets else Lack.ALONE


def _correlations(shared: Shared, known: Flags) -> Floats:
    """Pearson's, 0 and meaningless for whom it is not `known`."""
    own, others = shared.centred(shared.points), shared.centred(as_floats(shared.others))
    across, of_own, of_others = (
        shared.by_reviewer(product) for product in (own * others, own * own, others * others)
    )
    lengths = np.sqrt(of_own) * np.sqrt(of_others)
    found = np.divide(across, lengths, out=np.zeros(shared.count), where=known & (lengths > 0))
    return np.asarray(np.clip(found, -1, 1), np.float64)


def _mean_squares(shared: Shared, model: Additive) -> list[float | None]:
    """Squares left by the model, for each degree of freedom, in relation to the whole panel's.

    A sheet counts (1 - 1/k)(1 - 1/n) degrees, k being the nomination's sheets and n the reviewer's: exact
    where all score everything, and near it elsewhere.
    """
    if not len(shared.rows):
        return [None] * shared.count
    degrees = (1 - 1 / shared.sizes[shared.nominations]) * (1 - 1 / shared.sheets[shared.reviewers])
    squares, free = shared.by_reviewer(model.left * model.left), shared.by_reviewer(degrees)
    whole, all_free = float(squares.sum()), float(free.sum())
    if not all_free or whole <= _NOTHING * float(shared.points @ shared.points):
        return [None] * shared.count
    return [
        square / some / (whole / all_free) if some else None
        for square, some in zip(squares.tolist(), free.tolist(), strict=True)
    ]


def _following(
    sheets: int, mean_square: float | None, limits: list[float], typical: float | None, chance: float
) -> Following:
    correlation, low, high = limits
    if typical is None:
        return Following(sheets, correlation, low, high, mean_square=mean_square)
    notice = None
    if high < 0:
        notice = Notice.AGAINST
    elif low <= 0:
        notice = Notice.AT_RANDOM
    elif correlation <= _LOOSE * typical:
        notice = Notice.LOOSE
    return Following(sheets, correlation, low, high, typical, mean_square, chance, notice)
