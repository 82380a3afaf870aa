"""What calibrating did, for programs and in sentences."""

from collections.abc import Iterator
from fractions import Fraction

from judge.locale.calibrations import caveat_words
from judge.scoring.calibration.quanta import QUANTUM
from judge.scoring.rounding import as_text
from judge.services.lists.calibrating import NamedCaveat, named_caveat
from judge.services.lists.ranking import RankedList


def caveats_of(ranked: RankedList) -> Iterator[NamedCaveat]:
    """The caveats of a list's calibration, reviewers by their keys."""
    for caveat in ranked.calibration.caveats if ranked.calibration else ():
        yield named_caveat(caveat, ranked.reviewers)


def caveat_data(caveat: NamedCaveat) -> dict[str, object]:
    """A caveat's code, its sentence, and what it speaks of."""
    plain = {
        name: list(value) if isinstance(value, tuple) else value for name, value in caveat.params.items()
    }
    return {"code": caveat.code, "said": caveat_words(*caveat), **plain}


def millionths(points: Fraction) -> str:
    """A whole number of millionths of a point, in points with all six decimals."""
    return as_text(int(points * QUANTUM), 6)


def calibration_data(ranked: RankedList) -> dict[str, object] | None:
    """All by which a list's calibration can be recomputed; null where its method does not calibrate."""
    record = ranked.calibration
    if record is None:
        return None
    v = record.variances
    return {
        "kind": record.kind,
        "variances": v and {"nomination": v.nomination, "reviewer": v.reviewer, "error": v.error},
        "effects": [
            {
                "reviewer": ranked.reviewers[one.reviewer],
                "sheets": one.sheets,
                "effect": millionths(one.effect),
                "standard_error": one.standard_error,
            }
            for one in record.effects
        ],
        "scales": [
            {
                "reviewer": ranked.reviewers[one.reviewer],
                "sheets": one.sheets,
                "mean": str(one.mean),
                "deviation": one.deviation,
            }
            for one in record.scales
        ],
        "sections": [
            {
                "section": one.section,
                "nominations": one.nominations,
                "mean": str(one.mean),
                "shift": millionths(one.shift),
            }
            for one in record.shifts
        ],
        "caveats": [caveat_data(caveat) for caveat in caveats_of(ranked)],
    }
