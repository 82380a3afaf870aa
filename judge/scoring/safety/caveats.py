"""What the figures of a bootstrap over reviewers cannot say of a panel, as codes and counts."""

from dataclasses import dataclass

import numpy as np

from judge.scoring.exact import distinct
from judge.scoring.method import Method
from judge.scoring.safety.bootstrap import Bootstrap, keeps_totals
from judge.scoring.safety.compared import Compared
from judge.scoring.totals import sheet_totals

FEW_REVIEWERS = 10
"""With fewer, what is drawn varies visibly less than panels do."""

FEW_SHEETS = 5
"""A mean of n sheets drawn anew varies √((n - 1) / n) as much as one of n other reviewers: .89 for five."""


@dataclass(frozen=True, slots=True)
class Caveat:
    """What is to be said, how many nominations (reviewers, parts) it concerns, and of how many."""

    code: str
    count: int = 0
    of: int = 0


def nothing_to_draw(there: Compared) -> bool:
    """Whether every draw is the same: nowhere do two reviewers share what they judge."""
    return int(there.panel.counted.max(initial=0)) < 2


def caveats(there: Compared, found: Bootstrap | None, method: Method, undecided: int) -> tuple[Caveat, ...]:
    """Everything to be said of a list.

    Args:
        there: the nominations.
        found: their bootstrap, None for no nomination.
        method: as it counted them.
        undecided: how many of the list take no place yet.
    """
    known = (("undecided", undecided), ("stages-as-they-are", len(method.stages)))
    said = [Caveat(code, count) for code, count in known if count]
    if found is None:
        return Caveat("nothing-ranked"), *said
    counted, reviewers = there.panel.counted, len(found.circles.codes)
    if len(there) == 1:
        said.append(Caveat("one-nomination"))
    elif (totals := sheet_totals(there.panel).numerators).size and (totals == totals[0]).all():
        said.append(Caveat("all-equal"))
    if nothing_to_draw(there):
        return *said, Caveat("nothing-to-draw", reviewers)
    if reviewers < FEW_REVIEWERS:
        said.append(Caveat("few-reviewers", reviewers))
    alone, few = int((counted == 1).sum()), int(((counted > 1) & (counted < FEW_SHEETS)).sum())
    said += [
        Caveat(code, count, len(there))
        for code, count in (("one-sheet", alone), ("few-sheets", few))
        if count
    ]
    if len(found.circles.sizes) > 1:
        said.append(Caveat("circles", len(found.circles.sizes)))
    if found.undrawn.any():
        most = int(found.undrawn.max())
        said.append(
            Caveat("undrawn", int(np.count_nonzero(found.undrawn)), -(-100 * most // found.tally.chances))
        )
    if method.combine == "trimmed-mean" and len(distinct(counted)) > 0 and _varies(there):
        said.append(Caveat("trimming", method.trim_from))
    if keeps_totals(method):
        said.append(Caveat("calibrated"))
        said += [Caveat("ties-shared")] if method.ties else []
    return tuple(said)


def _varies(there: Compared) -> bool:
    """Whether draws give nominations more sheets or fewer than they have: where not everybody judged all."""
    reviewers = len(distinct(there.panel.sheet_reviewer))
    return bool((there.panel.counted < reviewers).any())
