"""From frames to an award list: the one way in for everything that ranks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pandas as pd

from judge.domain.quota import Seats
from judge.domain.standing import Reason, Standing
from judge.scoring.allocation import NOT_SET, bit_of, code_of
from judge.scoring.award_list import AwardList
from judge.scoring.breakers.chain import chain
from judge.scoring.calibration.raw import beside
from judge.scoring.codes import Codes
from judge.scoring.combine import straddles
from judge.scoring.counting import NOWHERE, count
from judge.scoring.exact import Positions
from judge.scoring.method import Method
from judge.scoring.panel import Panel, read_panel
from judge.scoring.problems import PanelRefused, Problem
from judge.scoring.rounding import ROUNDINGS
from judge.scoring.seating import ranked_values, seated, seated_in_stages, without_absent
from judge.scoring.stages import StageScores, in_stages
from rubrics.model import Rubric

NOBODY: Mapping[int, tuple[str, ...]] = MappingProxyType({})


def award_list(  # noqa: PLR0913 - one name for each thing that a list depends on
    marks: pd.DataFrame,
    sheets: pd.DataFrame,
    nominations: pd.DataFrame,
    rubric: Rubric,
    *,
    method: Method | None = None,
    seats: Seats | None = None,
    ineligible: Mapping[int, tuple[str, ...]] = NOBODY,
    sections: Mapping[int, str] = NOWHERE,
) -> AwardList:
    """Rank one award's nominations and give out each body's seats.

    Pure, and the same bit for bit in any row order of the frames.

    Args:
        marks: as `read_panel` takes them, and likewise the next three.
        sheets: every sheet assigned, whatever its state.
        nominations: every nomination of the award.
        rubric: what they were scored against.
        method: how; the default method where none is given.
        seats: by body; None for an award without quota, whose lines are ranked and stay undecided.
        ineligible: nomination code to the keys of the gates it does not meet. They take no seat and no place.
        sections: nomination code to the section that judges it, for methods that equalise sections.

    Raises:
        PanelRefused, MethodRefused, CalibrationRefused: with every problem of the frames; those of `list_of`.
    """
    panel = read_panel(marks, sheets, nominations, rubric)
    return list_of(panel, method=method, seats=seats, ineligible=ineligible, sections=sections)


def list_of(  # noqa: PLR0913 - one name for each thing that a list depends on
    panel: Panel,
    *,
    method: Method | None = None,
    seats: Seats | None = None,
    ineligible: Mapping[int, tuple[str, ...]] = NOBODY,
    sections: Mapping[int, str] = NOWHERE,
    later: Sequence[StageScores] = (),
) -> AwardList:
    """Rank a checked panel's nominations and give out each body's seats; arguments as for `award_list`.

    `later` are the scores of the award's later stages, one for each nomination in the panel's order, where
    the method plans stages for it.

    Raises:
        PanelRefused: with "ineligible-nomination-unknown", "seats-negative", "nomination-body-without-seats".
        MethodRefused: where the method speaks of criteria that the rubric does not have, or weighs none.
        CalibrationRefused: where the method's way of calibrating cannot make these figures comparable.
    """
    method = method or Method()
    by_body = _seats_by_body(panel.bodies, seats)
    barred = _positions(panel.nominations, ineligible.keys(), "ineligible-nomination-unknown")
    counted = count(panel, method, sections)
    staged = in_stages(counted.scores, method, counted.panel.rubric.full_points, later)
    scores = staged.scores
    printed = ROUNDINGS[method.rounding](scores.score, method.decimals)
    eligible = np.ones(len(panel.nominations), np.bool_)
    eligible[barred] = False
    entered = AwardList(
        method=method,
        nomination=panel.nominations,
        body=panel.bodies,
        standing=np.where(eligible, code_of(Standing.UNDECIDED), code_of(Standing.INELIGIBLE)),
        rank=np.zeros(len(eligible), np.int64),
        rank_in_body=np.zeros(len(eligible), np.int64),
        reserve_place=np.zeros(len(eligible), np.int64),
        reason_bits=_incomplete(panel, method) | staged.owing * bit_of(Reason.STAGE_INCOMPLETE),
        gates=MappingProxyType(dict(ineligible)),
        scores=scores,
        printed=printed,
        counted=panel.counted,
        expected=panel.expected,
        absent=panel.absent,
        straddles=straddles(panel, method),
        calibration=counted.calibration,
        stages=staged.stages,
    )
    ranked = eligible & scores.scored
    if method.ties:
        at = np.flatnonzero(ranked)
        steps = np.zeros((len(eligible), 1 + len(method.ties)), np.int64)
        steps[at] = chain(replace(counted, scores=scores), method, ranked_values(entered), at)
        entered = replace(entered, steps=steps)
    waiting = eligible & ~scores.scored
    found = (
        seated_in_stages(entered, ranked, waiting, by_body, staged)
        if later
        else seated(entered, ranked, waiting, by_body)
    )
    if found.calibration is None and not any(stage.plain for stage in later):
        return found
    plain = replace(method, calibrate="none")
    uncalibrated = [stage.plain or stage for stage in later]
    return beside(found, list_of(panel, method=plain, seats=seats, ineligible=ineligible, later=uncalibrated))


def subset_list(parent: AwardList, applied: Collection[int], seats: Seats | None) -> AwardList:
    """The list of a quota category filled from another one's awarded, such as the presenting groups.

    Args:
        parent: the list of the category that this one is a subset of.
        applied: codes of the nominations that applied; others are not on the list.
        seats: this category's seats by body.

    The parent's awarded are ranked anew among themselves and take this category's seats; those it has not
    decided are undecided here, with "parent-undecided" beside the parent's reasons.

    Raises:
        PanelRefused: with "applied-nomination-unknown", "seats-negative", "nomination-body-without-seats".
    """
    by_body = _seats_by_body(parent.body, seats)
    everyone = parent.take(np.argsort(parent.nomination))
    asked = np.zeros(len(parent), np.bool_)
    asked[_positions(everyone.nomination, applied, "applied-nomination-unknown")] = True
    awarded = everyone.standing == code_of(Standing.AWARDED)
    undecided = everyone.standing == code_of(Standing.UNDECIDED)
    chosen = everyone.take(np.flatnonzero(asked & (awarded | undecided)))
    awaiting = chosen.standing == code_of(Standing.UNDECIDED)
    undecided_bits = chosen.reason_bits | bit_of(Reason.PARENT_UNDECIDED)
    entered = chosen.unranked(np.where(awaiting, undecided_bits, 0))
    ranked = seated(entered, ~awaiting, awaiting, by_body)
    if ranked.raw is None:
        return ranked
    return replace(ranked, raw=ranked.raw.ranked_among(np.flatnonzero(ranked.rank), ranked.body))


def _incomplete(panel: Panel, method: Method) -> Positions:
    return (
        (panel.counted < method.min_sheets) * bit_of(Reason.TOO_FEW_SHEETS)
        | (panel.open > 0) * bit_of(Reason.SHEET_OPEN)
        | (panel.returned > 0) * bit_of(Reason.SHEET_RETURNED)
        | (panel.forked > 0) * bit_of(Reason.SHEET_FORKED)
        | (panel.late > 0) * bit_of(Reason.SHEET_LATE)
        | without_absent(panel.absent)
    )


def _seats_by_body(bodies: Positions, seats: Seats | None) -> Positions:
    count = int(bodies.max()) + 1 if len(bodies) else 0
    if seats is None:
        return np.full(count, NOT_SET)
    problems = tuple(
        Problem("seats-negative", MappingProxyType({"body": body, "seats": given}))
        for body, given in enumerate(seats)
        if given is not None and given < 0
    )
    if count > len(seats):
        problems += (Problem("nomination-body-without-seats", MappingProxyType({"body": count - 1})),)
    if problems:
        raise PanelRefused(problems)
    return np.array([NOT_SET if given is None else given for given in seats], np.int64)


def _positions(known: Positions, wanted: Collection[int], code: str) -> Positions:
    """Positions of the wanted among `known` codes, which ascend."""
    asked = np.array(sorted(wanted), np.int64)
    at = Codes(known).positions(asked)
    problems = tuple(
        Problem(code, MappingProxyType({"nomination": int(nomination)})) for nomination in asked[at < 0]
    )
    if problems:
        raise PanelRefused(problems)
    return at
