"""From a checked panel to scores: the steps of docs/method.md that come before places, in their order."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from judge.scoring.calibration.calibrating import calibrated, equalised
from judge.scoring.calibration.record import Calibration
from judge.scoring.combine import Scores, combine
from judge.scoring.exact import Exact
from judge.scoring.method import Method
from judge.scoring.method_rubric import check_fits
from judge.scoring.panel import Panel
from judge.scoring.rounding import rounded
from judge.scoring.totals import sheet_totals
from judge.scoring.weighing import weighed_panel

NOWHERE: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """A panel as a method counts it.

    `panel` has the method's weights in its rubric; `totals` are those of its counted sheets as they were
    combined (calibrated and rounded where the method says so); `scores` are per nomination, in the panel's
    order. `calibration` records what was calibrated, None where the method does not.
    """

    panel: Panel
    totals: Exact
    scores: Scores
    calibration: Calibration | None = None


def count(panel: Panel, method: Method, sections: Mapping[int, str] = NOWHERE) -> Counted:
    """What a method makes of a panel: weigh, total, calibrate, combine.

    Args:
        panel: the checked panel.
        method: how.
        sections: nomination code to the section that judges it, for methods that equalise sections.

    Raises:
        CalibrationRefused: where the method's way of calibrating cannot make these figures comparable.
        MethodRefused: where the method does not fit the rubric ("method-criterion-unknown",
            "method-weights-all-zero") or leaves nothing of a sheet ("method-weighs-nothing-of-sheet").
    """
    check_fits(method, panel.rubric)
    weighed = weighed_panel(panel, method)
    totals, before = calibrated(weighed, sheet_totals(weighed), method)
    if method.round_at == "sheet":
        totals = rounded(totals, method.decimals, method.rounding)
    scores, after = equalised(weighed, combine(weighed, totals, method), method, sections)
    return Counted(weighed, totals, scores, before or after)
