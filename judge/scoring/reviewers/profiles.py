"""All that is asked about the reviewers of an award, and what of it stands out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from judge.scoring.exact import Exact, Flags, Positions, distinct
from judge.scoring.panel import Panel
from judge.scoring.reviewers.additive import additive
from judge.scoring.reviewers.chance import holm
from judge.scoring.reviewers.drift import UNKNOWN, Drift, drifts, places_of
from judge.scoring.reviewers.following import Following, followings
from judge.scoring.reviewers.halo import Halo, halos
from judge.scoring.reviewers.severity import Severity, severities
from judge.scoring.reviewers.shared import Shared
from judge.scoring.reviewers.spread import Spread, spreads
from judge.scoring.reviewers.words import LEVEL, Notice
from judge.scoring.totals import sheet_totals
from rubrics.model import Rubric


@dataclass(frozen=True, slots=True)
class Profile:
    """One reviewer, by code: `sheets` count, of them `shared` with another reviewer.

    `criteria` are the spreads of the marks, one a criterion; `notices` what stands out once it is taken
    into account how many figures were looked at.
    """

    reviewer: int
    sheets: int
    shared: int
    severity: Severity
    spread: Spread
    criteria: tuple[Spread, ...]
    following: Following
    halo: Halo
    drift: Drift
    notices: tuple[Notice, ...] = ()

    @property
    def asked(self) -> tuple[Severity | Spread | Following | Halo | Drift, ...]:
        """The figures of which each may stand out."""
        return (self.severity, self.spread, self.following, self.halo, self.drift)


def profiles(panel: Panel, handed_in: Positions | None = None, level: float = LEVEL) -> tuple[Profile, ...]:
    """The reviewers who have counted sheets, by ascending code.

    Args:
        panel: the award's panel.
        handed_in: of each counted sheet a number that tells, of two sheets of one reviewer, which was handed
            in first; UNKNOWN for sheets of which nobody knows. None knows of none.
        level: the chance that anything stands out in a panel whose reviewers do not differ.
    """
    codes = distinct(panel.sheet_reviewer)
    reviewers = np.searchsorted(codes, panel.sheet_reviewer)
    if handed_in is None:
        handed_in = np.full(len(reviewers), UNKNOWN, np.int64)
    shared = Shared.of(panel.sheet_nomination, reviewers, sheet_totals(panel), len(codes))
    criteria = tuple(_of_criteria(panel, reviewers, len(codes)))
    places = places_of(reviewers, handed_in)
    columns = (
        codes.tolist(),
        np.bincount(reviewers, minlength=len(codes)).tolist(),
        shared.sheets.tolist(),
        severities(shared),
        spreads(shared, float(panel.rubric.full_points)),
        zip(*criteria, strict=True) if criteria else [()] * len(codes),
        followings(shared, additive(shared)),
        halos(reviewers, panel.ticks, panel.applicable, len(codes)),
        drifts(shared, places[shared.rows]),
    )
    return standing_out([Profile(*row) for row in zip(*columns, strict=True)], level)


def _of_criteria(panel: Panel, reviewers: Positions, count: int) -> Iterator[tuple[Spread, ...]]:
    """The spreads of the marks of each criterion, by reviewer."""
    for at in range(panel.ticks.shape[1]):
        applies: Flags = panel.applicable[:, at]
        marks = _points(panel.ticks[applies, at], panel.rubric)
        shared = Shared.of(panel.sheet_nomination[applies], reviewers[applies], marks, count)
        full = float(panel.rubric.criteria[at].full_ticks * panel.rubric.step)
        yield spreads(shared, full)


def _points(ticks: Positions, rubric: Rubric) -> Exact:
    return Exact(ticks * rubric.step.numerator, rubric.step.denominator)


def standing_out(found: Sequence[Profile], level: float = LEVEL) -> tuple[Profile, ...]:
    """The same with their notices: by Holm's procedure over all questions about all of them."""
    chances = [
        (at, question, one.chance)
        for at, profile in enumerate(found)
        for question, one in enumerate(profile.asked)
        if one.chance is not None
    ]
    adjusted = holm([chance for _at, _question, chance in chances])
    beyond = {
        (at, question)
        for (at, question, _chance), left in zip(chances, adjusted, strict=True)
        if left <= level
    }
    return tuple(
        replace(
            profile,
            notices=_told(
                one.notice
                for question, one in enumerate(profile.asked)
                if one.notice is not None and (at, question) in beyond
            ),
        )
        for at, profile in enumerate(found)
    )


_OF_ONE_NUMBER = frozenset({Notice.AT_RANDOM, Notice.AGAINST, Notice.LOOSE})
"""What follows from giving nearly one number to all, and says nothing more."""


def _told(beyond: Iterator[Notice]) -> tuple[Notice, ...]:
    notices = tuple(beyond)
    if Notice.ONE_NUMBER not in notices:
        return notices
    return tuple(one for one in notices if one not in _OF_ONE_NUMBER)
