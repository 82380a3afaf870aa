"""What keeps severity from being told, or from mattering: looked for in every fit and said with it."""

from collections.abc import Iterator

import numpy as np

from judge.scoring.calibration.balance import LEANING, UNLIKELY, balance_of
from judge.scoring.calibration.parts import Part
from judge.scoring.calibration.record import Caveat
from judge.scoring.severity.equations import Variances

FEW_SHEETS = 6
"""Median of sheets per reviewer below which something is won only where sheets were dealt by lot, and nobody
can tell whether they were: docs/calibrating.md, "When to calibrate"."""

SMALL = 0.1
"""Severity's part of what sheets on one nomination differ by, below which calibrating wins no point of recall
there: at twice as much it wins one or two."""


def severity_caveats(part: Part, variances: Variances) -> Iterator[Caveat]:
    """The caveats of a fit of one part."""
    if variances.reviewer == 0:
        yield Caveat("reviewers-alike")
        return
    if variances.error == 0:
        yield Caveat("fits-exactly")
    part_of_rest = variances.reviewer / (variances.reviewer + variances.error)
    if part_of_rest < SMALL:
        yield Caveat("severity-small", {"percent": round(100 * part_of_rest)})
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
