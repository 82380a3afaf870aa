"""Ranked lines into places, standings and the stated order of a list."""

from dataclasses import replace

import numpy as np

from judge.domain.standing import Reason, Standing
from judge.scoring.allocation import NOT_SET, allocate, bit_of, code_of, provisional
from judge.scoring.award_list import AwardList
from judge.scoring.breakers.chain import broken
from judge.scoring.exact import Flags, Positions, Whole
from judge.scoring.ranking import places, places_within
from judge.scoring.stages import InStages


def seated(entered: AwardList, ranked: Flags, incomplete: Flags, seats: Positions) -> AwardList:
    """The list with the `ranked` in their places and standings, in its stated order."""
    return _placed(entered, ranked, incomplete, seats).in_order()


def seated_in_stages(
    entered: AwardList, ranked: Flags, incomplete: Flags, seats: Positions, staged: InStages
) -> AwardList:
    """As `seated`, with whoever was not admitted to a stage behind all who were.

    No seat is given out while a stage has admitted nobody: places are by the stages so far.
    """
    open_seats = seats if staged.begun else np.full(len(seats), NOT_SET)
    ahead, behind = ranked & staged.going_on, ranked & ~staged.going_on
    placed = _placed(entered, ahead, incomplete, open_seats)
    apart = _placed(entered, behind, incomplete, np.zeros(len(seats), np.int64))
    bits = placed.reason_bits
    if not staged.begun:
        awaited = bits & ~bit_of(Reason.NO_SEATS_SET) | bit_of(Reason.STAGE_AWAITED)
        bits = np.where(ahead, awaited, bits)
    at = np.flatnonzero(behind)
    # Also those who still owe a score will stand before whoever was not admitted.
    before = (ranked | incomplete) & staged.going_on
    in_body = np.bincount(entered.body[before], minlength=len(seats))
    columns = {
        "standing": np.full(len(at), code_of(Standing.NOT_AWARDED)),
        "rank": apart.rank[at] + np.count_nonzero(before),
        "rank_in_body": apart.rank_in_body[at] + in_body[entered.body[at]],
        "reason_bits": bit_of(Reason.NOT_ADMITTED) | without_absent(entered.absent[at]),
    }
    for name in ("ahead_by", "behind_by"):
        breakers = getattr(apart, name)
        if breakers is not None:
            columns[name] = breakers[at]
    return replace(placed, reason_bits=bits).with_rows(at, columns).in_order()


def _placed(entered: AwardList, ranked: Flags, incomplete: Flags, seats: Positions) -> AwardList:
    at = np.flatnonzero(ranked)
    body = entered.body[at]
    # The last step holds the order by score and by all breakers.
    rank = places(ranked_values(entered)[at] if entered.steps is None else -entered.steps[at, -1])
    rank_in_body, sharing = places_within(rank, body)
    allocation = allocate(rank_in_body, sharing, body, seats)
    waiting = provisional(body, entered.body[incomplete], seats) * bit_of(Reason.BODY_INCOMPLETE)
    columns: dict[str, Positions] = {
        "standing": allocation.standing,
        "rank": rank,
        "rank_in_body": rank_in_body,
        "reserve_place": allocation.reserve_place,
        "reason_bits": allocation.reasons | waiting | without_absent(entered.absent[at]),
    }
    return _with_breakers(entered.with_rows(at, columns), at)


def _with_breakers(ranked: AwardList, at: Positions) -> AwardList:
    """The list with the breakers that separate neighbours; `at` are those that have a place."""
    if ranked.steps is None:
        return ranked
    between = broken(ranked.steps[at])
    ahead, behind = np.zeros((2, len(ranked)), np.int64)
    ahead[at], behind[at] = between.ahead, between.behind
    return replace(ranked, ahead_by=ahead, behind_by=behind)


def ranked_values(entered: AwardList) -> Whole:
    """What decides places: printed figures, or exact ones over their common denominator."""
    return entered.printed if entered.method.rank_on == "printed" else entered.scores.score.numerators


def without_absent(absent: Positions) -> Positions:
    """The reason that stands beside whatever else is said of nominations decided without absent sheets."""
    return (absent > 0) * bit_of(Reason.ABSENT_BY_RULING)
