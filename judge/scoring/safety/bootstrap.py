"""The bootstrap over reviewers: how safe each place would have been with others of their kind.

B. Efron, R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapters 6 and 8: what is resampled
is what was drawn. Reviewers are, with all the sheets that they gave; the nominations are not, since it is
about these that the list decides. A. B. Owen, "The pigeonhole bootstrap", Annals of Applied Statistics 1
(2007), 386-411, on tables with gaps.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from judge.scoring.exact import Exact, Positions
from judge.scoring.method import Method
from judge.scoring.safety.compared import Compared
from judge.scoring.safety.draws import Circles, draws
from judge.scoring.safety.narrow import Narrow
from judge.scoring.safety.quick import quick
from judge.scoring.safety.recounting import Rank, Recombine, Recount
from judge.scoring.safety.sheets_drawn import sheets_drawn
from judge.scoring.safety.tally import LEVEL, Tally, tally

REPLICATES = 1000
SEED = 2019


class Places(Protocol):
    """Whatever finds places in draws."""

    def places(self, times: Narrow) -> Narrow:
        """Places within the groups: (draws, nominations) for draws (draws, reviewers)."""


@dataclass(frozen=True, slots=True, eq=False)
class Bootstrap:
    """The tally of all draws; `circles` as they were drawn from.

    `undrawn` says of each nomination in how many of the tally's chances none of its reviewers was drawn, so
    that it kept its own sheets.
    """

    tally: Tally
    circles: Circles
    exhaustive: bool
    draws: int
    undrawn: Positions


def bootstrap(  # noqa: PLR0913 - what is compared and how; and how it is drawn
    compared: Compared,
    method: Method,
    totals: Exact,
    *,
    rank: Rank | None = None,
    replicates: int = REPLICATES,
    seed: int = SEED,
    level: Fraction = LEVEL,
) -> Bootstrap:
    """Draw reviewers and count the places, by the method.

    Args:
        compared: the nominations, at least one.
        method: the one that counts the list.
        totals: those of the compared nominations' sheets as it combines them, calibrated and rounded where it
            says so.
        rank: ranks a panel, where the method needs to know more than the panel.
        replicates: how many draws by lot; all there are, where these are no more.
        seed: of the lot.
        level: of the rank intervals.
    """
    circles = Circles.of(compared.panel)
    drawn = draws(circles, replicates, seed)
    sheets = sheets_drawn(compared.panel, drawn)
    staged = bool(method.stages)
    counting: Places | None = None if staged else quick(compared, totals, method, sheets.most)
    if counting is None and keeps_totals(method) and not staged:
        counting = Recombine(compared, totals, method)
    elif counting is None:
        counting = Recount(compared, method, rank) if rank else Recount(compared, method)
    places = counting.places(drawn.times)
    counted = tally(places, drawn.chances, compared.groups, compared.seats, level)
    return Bootstrap(counted, circles, drawn.exhaustive, len(drawn), sheets.none)


def keeps_totals(method: Method) -> bool:
    """Whether draws take the totals as they are: what evens out reviewers is not worked out for each anew."""
    return method.calibrate in {"severity", "z-score"}
