"""The nominations of a list whose places are looked at, and where the line runs between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from judge.domain.quota import Seats
from judge.domain.standing import Reason
from judge.scoring.allocation import NOT_SET, bit_of
from judge.scoring.award_list import AwardList
from judge.scoring.codes import Codes
from judge.scoring.exact import Flags, Positions
from judge.scoring.panel import Panel


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """The ranked nominations of one list, ascending by code.

    `panel` holds them alone, with their counted sheets. Places are counted within each of `groups` (bodies,
    or 0 for all); `seats` are those of each nomination's group, `NOT_SET` where there is no line. `place` is
    what the list says. `whole` is the award's panel, which some methods need to know besides.
    """

    panel: Panel
    groups: Positions
    seats: Positions
    place: Positions
    whole: Panel | None = None

    def __len__(self) -> int:
        return len(self.place)


def compared(panel: Panel, ranked: AwardList, *, by_body: bool, seats: Seats | None = None) -> Compared:
    """The nominations that `ranked` gives a place, out of the panel that it was made of.

    Whoever was not admitted to a later stage stands behind all who were, whatever is drawn.

    Args:
        panel: the award's panel.
        ranked: its list, or a list of some of its nominations.
        by_body: whether places count within bodies, or over all.
        seats: by body, where the line is to be looked at; only with `by_body`.
    """
    apart = (ranked.reason_bits & bit_of(Reason.NOT_ADMITTED)) > 0
    lines = ranked.take(np.flatnonzero((ranked.rank > 0) & ~apart))
    lines = lines.take(np.argsort(lines.nomination))
    chosen = np.zeros(len(panel.nominations), np.bool_)
    chosen[Codes(panel.nominations).positions(lines.nomination)] = True
    given = _given(seats) if seats is not None and by_body else np.full(len(lines), NOT_SET)
    return Compared(
        only(panel, chosen),
        lines.body if by_body else np.zeros(len(lines), np.int64),
        given[lines.body] if seats is not None and by_body else given,
        lines.rank_in_body if by_body else lines.rank,
        panel,
    )


def _given(seats: Sequence[int | None]) -> Positions:
    return np.array([NOT_SET if one is None else one for one in seats], np.int64)


def settled(panel: Panel, min_sheets: int) -> Panel:
    """The panel in which what is undecided stays so, whatever is changed: a sheet of it is waited for.

    What is decided has sheets enough; it may then be counted with a single sheet as well.
    """
    return replace(panel, open=panel.open + ~panel.complete(min_sheets))


def only(panel: Panel, chosen: Flags) -> Panel:
    """The panel of the chosen nominations and their counted sheets; nothing is waited for any more."""
    sheets = chosen[panel.sheet_nomination]
    nothing = np.zeros(int(chosen.sum()), np.int64)
    return replace(
        panel,
        nominations=panel.nominations[chosen],
        bodies=panel.bodies[chosen],
        counted=panel.counted[chosen],
        open=nothing,
        returned=nothing,
        forked=nothing,
        late=nothing,
        absent=nothing,
        sheet_nomination=(np.cumsum(chosen) - 1)[panel.sheet_nomination[sheets]],
        sheet_reviewer=panel.sheet_reviewer[sheets],
        grid=panel.grid[sheets],
    )
