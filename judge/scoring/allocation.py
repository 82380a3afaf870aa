"""Seats to standings, within each recommending body."""

from dataclasses import dataclass

import numpy as np

from judge.domain.standing import Reason, Standing
from judge.scoring.exact import Flags, Positions

STANDINGS = tuple(Standing)
"""The standings in the order of their codes in an award list's column."""

REASONS = tuple(Reason)
"""The reasons in the order of their bits in an award list's column."""

NOT_SET = -1
"""A body whose seats nobody has set."""


def code_of(standing: Standing) -> int:
    """The code of a standing in a column."""
    return STANDINGS.index(standing)


def bit_of(reason: Reason) -> int:
    """The bit of a reason in a column."""
    return 1 << REASONS.index(reason)


_BY_CASE = np.array(
    [code_of(s) for s in (Standing.NOT_AWARDED, Standing.RESERVE, Standing.AWARDED, Standing.UNDECIDED)]
)


@dataclass(frozen=True, slots=True, eq=False)
class Allocation:
    """What each ranked line gets.

    `standing` is a code, `reserve_place` counts within the body (0: not on its reserve list), `reasons`
    are bits.
    """

    standing: Positions
    reserve_place: Positions
    reasons: Positions


def allocate(place: Positions, sharing: Positions, body: Positions, seats: Positions) -> Allocation:
    """Give each body's seats to its best, never splitting a tie.

    Args:
        place: places within the body, ties shared.
        sharing: how many share the place.
        body: positions of bodies.
        seats: seats of each body, `NOT_SET` where unknown.

    Lines tied across the cut are undecided, all of them. Those below are reserve, in order and with shared
    numbers where they tie; in a body whose seats are zero they are not awarded.
    """
    available = seats[body]
    has_seat = place + sharing - 1 <= available
    reaches = place <= available
    tied_at_cut = reaches & ~has_seat
    unset, none = available == NOT_SET, available == 0
    below = ~reaches & ~unset & ~none
    # No line is two of these.
    standing = _BY_CASE[below * 1 + has_seat * 2 + (unset | tied_at_cut) * 3]
    reasons = (
        unset * bit_of(Reason.NO_SEATS_SET)
        | tied_at_cut * bit_of(Reason.TIE_AT_CUT)
        | none * bit_of(Reason.BODY_HAS_NO_SEATS)
    )
    at_or_above = np.bincount(body, weights=reaches, minlength=len(seats)).astype(np.int64)
    return Allocation(standing, below * (place - at_or_above[body]), reasons)


def provisional(body: Positions, incomplete_bodies: Positions, seats: Positions) -> Flags:
    """Which ranked lines may still move because another nomination of their body is incomplete."""
    touched = np.zeros(len(seats), np.bool_)
    touched[incomplete_bodies] = True
    return touched[body] & (seats[body] > 0)
