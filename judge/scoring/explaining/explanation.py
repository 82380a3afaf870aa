"""A nomination explained: its counted sheets, and its score where it has one."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from judge.scoring.explaining.accounts import Account
from judge.scoring.explaining.combining import ScoreSteps, moved, score_of
from judge.scoring.explaining.equations import rounded
from judge.scoring.explaining.sheets import SheetSteps, points_of, total_of


@dataclass(frozen=True, slots=True)
class Explanation:
    """The counted sheets of a nomination by reviewer code, ascending, and how they make its score.

    `score` is None for a nomination that is not complete: it has no score yet. `raw` is the score that the
    same method gives without calibrating; None where it does not calibrate, or there is no score.
    """

    sheets: Mapping[int, SheetSteps]
    score: ScoreSteps | None
    raw: ScoreSteps | None = None


def explanation_of(account: Account, nomination: int) -> Explanation:
    """Every step from marks to score for one nomination, by its code.

    KeyError where the panel has no such nomination.
    """
    panel = account.panel
    (found,) = np.nonzero(panel.nominations == nomination)
    if not len(found):
        raise KeyError(nomination)
    at = int(found[0])
    rows = np.flatnonzero(panel.sheet_nomination == at).tolist()
    sheets = {int(panel.sheet_reviewer[row]): _sheet(account, row) for row in rows}
    if not panel.complete(account.method.min_sheets)[at]:
        return Explanation(sheets, None)
    score = score_of(tuple(sheets.values()), panel.rubric, account.method)
    if shift := account.shift_of(nomination):
        score = moved(score, shift, account.method)
    if account.method.calibrate == "none":
        return Explanation(sheets, score)
    return Explanation(sheets, score, explanation_of(account.uncalibrated(), nomination).score)


def _sheet(account: Account, row: int) -> SheetSteps:
    points = points_of(account.panel, row)
    total = total_of(points, account.panel.rubric)
    adjusted = account.adjusted_total(row, total.result)
    exact = adjusted.equation.result if adjusted else total.result
    shown = rounded(exact, account.method) if account.method.round_at == "sheet" else None
    return SheetSteps(int(account.panel.sheet_reviewer[row]), points, total, adjusted, shown)
