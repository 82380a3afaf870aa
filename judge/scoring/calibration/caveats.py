"""What keeps severity from being told, or from mattering: looked for in every fit and said with it."""

from collections.abc import Iterator

import numpy as np

from judge.scoring.calibration.balance import LEANING, UNLIKELY, balance_of
from judge.scoring.calibration.parts import Part
from judge.scoring.calibration.record import Caveat
from judge.scoring.panel import Panel
from judge.scoring.severity.equations import Variances

FEW_SHEETS = 6
"""Median of sheets per reviewer below which little is won: docs/calibrating.md, "When to calibrate"."""


def severity_caveats(part: Part, variances: Variances) -> Iterator[Caveat]:
    """The caveats of a fit of one part."""
    if variances.reviewer == 0:
        yield Caveat("reviewers-alike")
        return
    if variances.error == 0:
        yield Caveat("fits-exactly")
    yield from few_sheets(part)
    if len(part.sheets) == len(part.nominations) * len(part.reviewers):
        yield Caveat("everybody-scored-all")
        return
    balance = balance_of(part.ratings, variances)
    if balance is None:
        return
    if balance.chance is not None and balance.chance < UNLIKELY:
        yield Caveat("assignment-unbalanced", {"chance": f"{max(balance.chance, 0.0001):.4f}"})
    if balance.leaning > LEANING:
        yield Caveat("thinly-connected", {"percent": round(100 * balance.leaning)})


def few_sheets(part: Part) -> Iterator[Caveat]:
    """That reviewers have few sheets, or some of them a single one."""
    sheets = part.sheets_of
    middle = int(np.sort(sheets)[(len(sheets) - 1) // 2])
    if middle < FEW_SHEETS:
        yield Caveat("few-sheets", {"sheets": middle, "enough": FEW_SHEETS})
    single = part.reviewers[sheets == 1]
    if len(single):
        yield Caveat("one-sheet", reviewers=tuple(single.tolist()))


def still_to_come(panel: Panel) -> Iterator[Caveat]:
    """That sheets are waited for: with each that comes, every adjustment moves."""
    pending = int(panel.pending.sum())
    if pending:
        yield Caveat("sheets-to-come", {"count": pending})
