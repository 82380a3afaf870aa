"""From a checked panel to scores: the steps of docs/method.md that come before places, in their order."""

from dataclasses import dataclass

from judge.scoring.combine import Scores, combine
from judge.scoring.exact import Exact
from judge.scoring.method import Method
from judge.scoring.method_rubric import check_fits
from judge.scoring.panel import Panel
from judge.scoring.rounding import rounded
from judge.scoring.totals import sheet_totals
from judge.scoring.weighing import weighed_panel


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """A panel as a method counts it.

    `panel` has the method's weights in its rubric; `totals` are those of its counted sheets as they were
    combined (rounded where the method says so); `scores` are per nomination, in the panel's order.
    """

    panel: Panel
    totals: Exact
    scores: Scores


def count(panel: Panel, method: Method) -> Counted:
    """What a method makes of a panel: weigh, total, combine.

    Raises:
        MethodRefused: where the method does not fit the rubric ("method-criterion-unknown",
            "method-weights-all-zero") or leaves nothing of a sheet ("method-weighs-nothing-of-sheet").
    """
    check_fits(method, panel.rubric)
    weighed = weighed_panel(panel, method)
    totals = sheet_totals(weighed)
    if method.round_at == "sheet":
        totals = rounded(totals, method.decimals, method.rounding)
    return Counted(weighed, totals, combine(weighed, totals, method))
