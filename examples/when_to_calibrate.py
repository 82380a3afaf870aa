"""When is it worth calibrating? Drawn panels, whose truth is known: python -m examples.when_to_calibrate.

Each panel has 180 nominations, five sheets each, marks in half points. Nominations differ by a standard
deviation of 4 points, and so do single sheets on the same nomination; reviewers' severity by 4 points too,
by 2, or not at all. Told is the recall: how much of the true best fifth each way of scoring puts into its
own. The table stands in docs/calibrating.md, "When to calibrate", and a test holds it to what this prints.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from judge.scoring.severity.beginning import least_squares
from judge.scoring.severity.ratings import Ratings, Table
from judge.scoring.severity.reml import fit

NOMINATIONS, SHEETS_EACH, BEST = 180, 5, 36
STRENGTH, ERROR, SEVERITIES = 4, 4, (0, 2, 4)
"""Standard deviations, in points."""

BY_LOT, BY_STRENGTH = "by lot", "by strength"
"""How sheets are dealt."""

SHEETS_PER_REVIEWER = (3, 6, 12, 36)
PANELS = 100

Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Kind:
    """What kind of panel: how sheets are dealt, how many a reviewer has, the deviation of severity."""

    dealt: str
    sheets_per_reviewer: int
    severity: int


KINDS = tuple(
    Kind(dealing, sheets, severity)
    for dealing in (BY_LOT, BY_STRENGTH)
    for sheets in SHEETS_PER_REVIEWER
    for severity in SEVERITIES
)


def raw(ratings: Ratings) -> Floats:
    """Totals as they are."""
    return ratings.values


def shrunken(ratings: Ratings) -> Floats:
    """Totals less their reviewer's effect, as calibrate = "severity" takes it off."""
    return ratings.values - fit(ratings).reviewers[ratings.reviewers]


def unshrunken(ratings: Ratings) -> Floats:
    """Totals less their reviewer's effect by least squares."""
    ordered = ratings.in_order()
    effects = least_squares(Table.of(ordered), ordered.values - ordered.values.mean())
    return ratings.values - effects.reviewers[ratings.reviewers]


def standardised(ratings: Ratings) -> Floats:
    """Totals less their reviewer's mean, over their standard deviation; 0 for who gave all the same."""
    of, count = ratings.reviewers, np.bincount(ratings.reviewers)
    away = ratings.values - (np.bincount(of, ratings.values) / count)[of]
    deviation = np.sqrt(np.bincount(of, away**2) / (count - 1))[of]
    return np.divide(away, deviation, out=np.zeros_like(away), where=deviation > 0)


WAYS: Mapping[str, Callable[[Ratings], Floats]] = {
    "raw": raw,
    "shrunken": shrunken,
    "least squares": unshrunken,
    "z-scores": standardised,
}


def dealt(kind: Kind, strength: Floats, draw: np.random.Generator) -> Positions:
    """Who judges what: (nominations, sheets) reviewers, all with as many sheets, nobody twice on one.

    By lot; or else in the order of strength as it seems to whoever deals, with an error as large as the
    strength itself, so that strong nominations tend to certain reviewers.
    """
    places = strength.size * SHEETS_EACH
    reviewers = np.repeat(np.arange(places // kind.sheets_per_reviewer), kind.sheets_per_reviewer)
    seems = draw.normal(0, STRENGTH, places)
    if kind.dealt == BY_STRENGTH:
        seems += np.repeat(strength, SHEETS_EACH)
    given = np.empty(places, np.int64)
    given[np.argsort(seems)] = reviewers
    return _apart(given.reshape(-1, SHEETS_EACH), draw)


def _apart(given: Positions, draw: np.random.Generator) -> Positions:
    """The same with whoever sits on a nomination twice changing places with somebody of another."""
    flat = given.ravel()
    while (twice := _repeated(given)).any():
        for place in np.flatnonzero(twice):
            other = draw.integers(flat.size)
            flat[place], flat[other] = flat[other], flat[place]
    return given


def _repeated(given: Positions) -> npt.NDArray[np.bool_]:
    """For each place, in a row, whether its reviewer has an earlier one on the same nomination."""
    same = given[:, :, None] == given[:, None, :]
    return np.asarray(np.tril(same, -1).any(axis=2).ravel(), np.bool_)


def recalls(kind: Kind, panels: int = PANELS) -> dict[str, float]:
    """The mean recall of each way over panels of one kind, each from 0 to 1."""
    found = [list(_recalls(kind, panel)) for panel in range(panels)]
    return dict(zip(WAYS, np.mean(found, axis=0).tolist(), strict=True))


def _recalls(kind: Kind, panel: int) -> Iterator[float]:
    draw = np.random.default_rng([panel, kind.sheets_per_reviewer, kind.severity, kind.dealt == BY_LOT])
    strength = draw.normal(0, STRENGTH, NOMINATIONS)
    reviewers = dealt(kind, strength, draw)
    severity = draw.normal(0, kind.severity, int(reviewers.max()) + 1)
    values = 80 + strength[:, None] + severity[reviewers] + draw.normal(0, ERROR, reviewers.shape)
    nominations = np.repeat(np.arange(NOMINATIONS), SHEETS_EACH)
    ratings = Ratings(nominations, reviewers.ravel(), np.round(values.ravel() * 2) / 2)
    best = set(_best(strength))
    for way in WAYS.values():
        scores = np.bincount(nominations, way(ratings)) / SHEETS_EACH
        # To a millionth, as Judge's are: floating point decides no place.
        yield len(best & set(_best(np.round(scores, 6)))) / BEST


def _best(scores: Floats) -> list[int]:
    return [int(place) for place in np.argsort(-scores, kind="stable")[:BEST]]


def row(kind: Kind, panels: int = PANELS) -> str:
    """A line of the table."""
    figures = [f"{100 * recall:.1f}" for recall in recalls(kind, panels).values()]
    return f"| {' | '.join([kind.dealt, str(kind.sheets_per_reviewer), str(kind.severity), *figures])} |"


def main() -> None:
    """Print the table as it stands in the docs."""
    heads = ("dealt", "sheets per reviewer", "severity", *WAYS)
    print(f"| {' | '.join(heads)} |")
    print(f"| {' | '.join(['---'] * len(heads))} |")
    for kind in KINDS:
        print(row(kind))


if __name__ == "__main__":
    main()
