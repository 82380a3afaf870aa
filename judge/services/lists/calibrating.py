"""What calibrating did or would not do, by the keys that people know instead of codes."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from judge.domain.refusal import Param, Refusal
from judge.scoring.calibration.record import CalibrationRefused, Caveat
from judge.services.lists.entered import Entered


class NamedCaveat(NamedTuple):
    """A caveat's code and particulars; the reviewers among them are keys."""

    code: str
    params: Mapping[str, Param]


def named_caveat(caveat: Caveat, reviewers: Mapping[int, str]) -> NamedCaveat:
    """A caveat that speaks of reviewers by the names given by code."""
    if not caveat.reviewers:
        return NamedCaveat(caveat.code, caveat.params)
    names = tuple(reviewers[code] for code in caveat.reviewers)
    return NamedCaveat(caveat.code, {**caveat.params, "reviewers": names})


@contextmanager
def told_of_calibration(there: Entered) -> Iterator[None]:
    """Say by keys why an award cannot be calibrated.

    Refusal codes: "panel-not-connected" (award, count, examples), "severity-unsettled" (award, reason),
    "reviewers-not-standardised" (award, reviewers), "nominations-without-section" (award, count,
    nominations).
    """
    try:
        yield
    except CalibrationRefused as refused:
        raise _named(refused, there) from refused


def _named(refused: CalibrationRefused, there: Entered) -> Refusal:
    reviewers = tuple(there.reviewers[code] for code in refused.reviewers)
    nominations = tuple(there.filed[code].key for code in refused.nominations)
    params = refused.params
    match refused.code:
        case "panel-not-connected":
            examples = tuple(_example(there, *part) for part in refused.parts)
            return Refusal("panel-not-connected", award=there.award, count=params["count"], examples=examples)
        case "reviewers-not-standardised":
            return Refusal("reviewers-not-standardised", award=there.award, reviewers=reviewers)
        case "nominations-without-section":
            return Refusal(
                "nominations-without-section",
                award=there.award,
                count=params["count"],
                nominations=nominations,
            )
        case _:
            return Refusal("severity-unsettled", award=there.award, reason=params["reason"])


def _example(there: Entered, nomination: int, reviewers: tuple[int, ...]) -> str:
    """A nomination of a part, and some who judged there: "qc-group-0001 (R01, R02)"."""
    names = ", ".join(there.reviewers[code] for code in reviewers)
    return f"{there.filed[nomination].key} ({names})"
