"""What calibrating did, as recorded with a list: everything by which it can be recomputed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from judge.domain.refusal import Param

if TYPE_CHECKING:
    # Lists that are not calibrated do without scipy, and start the sooner.
    from judge.scoring.severity.equations import Variances

NOTHING: Mapping[str, Param] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Caveat:
    """What is to be known of a calibration before anyone relies on it; worded by the shells.

    `reviewers` are codes of those it speaks of.
    """

    code: str
    params: Mapping[str, Param] = field(default_factory=lambda: NOTHING)
    reviewers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewerEffect:
    """How many points a reviewer (a code) gives more than the panel, as far as `sheets` sheets say.

    `effect` is a whole number of 1/`quanta.QUANTUM` and is what is taken off each of their totals.
    `standard_error` is that of predicting it, in points.
    """

    reviewer: int
    sheets: int
    effect: Fraction
    standard_error: float


@dataclass(frozen=True, slots=True)
class ReviewerScale:
    """Mean and standard deviation of a reviewer's totals, in points: what standardising starts from."""

    reviewer: int
    sheets: int
    mean: Fraction
    deviation: float


@dataclass(frozen=True, slots=True)
class SectionShift:
    """How many points each score of a section was moved by, a whole number of 1/`quanta.QUANTUM`."""

    section: str
    nominations: int
    mean: Fraction
    shift: Fraction


@dataclass(frozen=True, slots=True)
class Calibration:
    """What one of the ways to calibrate (`kind`, as methods say it) did to an award's figures."""

    kind: str
    caveats: tuple[Caveat, ...] = ()
    variances: "Variances | None" = None
    effects: tuple[ReviewerEffect, ...] = ()
    scales: tuple[ReviewerScale, ...] = ()
    shifts: tuple[SectionShift, ...] = ()


class CalibrationRefused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Figures that must not be made comparable by this way of calibrating; nothing was ranked.

    Codes: "panel-not-connected" (parts; `parts` has a nomination and the reviewers of some of them),
    "severity-unsettled" (reason), "reviewers-not-standardised" (reviewers), "nominations-without-section"
    (count, nominations). Nominations and reviewers are codes.
    """

    def __init__(
        self,
        code: str,
        *,
        reviewers: tuple[int, ...] = (),
        nominations: tuple[int, ...] = (),
        parts: tuple[tuple[int, tuple[int, ...]], ...] = (),
        **params: Param,
    ) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = MappingProxyType(params)
        self.reviewers = reviewers
        self.nominations = nominations
        self.parts = parts
