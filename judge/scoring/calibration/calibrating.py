"""The one way in: what a method makes of totals before, and of scores after, they are combined."""

from collections.abc import Mapping
from dataclasses import replace

from judge.scoring.calibration.record import Calibration
from judge.scoring.calibration.sections import equal_sections
from judge.scoring.calibration.standardising import standardised
from judge.scoring.combine import Scores
from judge.scoring.exact import Exact
from judge.scoring.method import Method
from judge.scoring.panel import Panel


def calibrated(panel: Panel, totals: Exact, method: Method) -> tuple[Exact, Calibration | None]:
    """The sheets' totals as they are combined, and what was done to them; None for nothing.

    Raises:
        CalibrationRefused: where they cannot be made comparable in the method's way.
    """
    if method.calibrate == "severity":
        from judge.scoring.calibration.severity import without_severity  # noqa: PLC0415 - scipy takes .2 s

        return without_severity(panel, totals, panel.complete(method.min_sheets))
    if method.calibrate == "z-score":
        return standardised(panel, totals, panel.complete(method.min_sheets))
    return totals, None


def equalised(
    panel: Panel, scores: Scores, method: Method, sections: Mapping[int, str]
) -> tuple[Scores, Calibration | None]:
    """The scores as they are ranked, and what was done to them after combining; None for nothing.

    Args:
        panel: the checked panel.
        scores: what `combine` made of its totals.
        method: which may equalise sections.
        sections: the section that judges each nomination, by code.

    Raises:
        CalibrationRefused: as `equal_sections`.
    """
    if method.calibrate != "section":
        return scores, None
    score, record = equal_sections(panel, scores.score, scores.scored, sections)
    return replace(scores, score=score), record
