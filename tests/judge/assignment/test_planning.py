"""Plans against everything that could be done instead, on cases small enough to try it all."""

from collections import Counter
from dataclasses import replace
from random import Random
from unittest.mock import patch

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.assignment import sharing
from judge.assignment.evenness import is_even
from judge.assignment.flow import Offers
from judge.assignment.plan import Newcomers, Wishes
from judge.assignment.planning import plan
from judge.assignment.task import Nomination, Reviewer
from tests.judge.assignment.small import Small, able, as_way, measure, small, ways

MANY = settings(max_examples=250, deadline=None)


@MANY
@given(small(awards=2, sections=True), st.integers(-3, 3), st.booleans())
def test_nobody_is_ever_given_what_they_must_not_have(case: Small, seed: int, connect: bool) -> None:  # noqa: FBT001 - drawn
    made = plan(*case, seed, Wishes(anchors=1, connect=connect))
    nominations = {one.key: one for one in case[0]}
    counts = Counter(reviewer for _, reviewer in made.pairs)
    assert len(set(made.pairs)) == len(made.pairs)
    assert all(reviewer in able(nominations[key], case[1]) for key, reviewer in made.pairs)
    for one in case[1]:
        assert made.load[one.key] == one.load + counts[one.key]
        assert one.limit is None or not counts[one.key] or made.load[one.key] <= one.limit


@MANY
@given(small(), st.integers(0, 3))
def test_as_many_sheets_as_can_be_and_then_the_most_even_loads(case: Small, seed: int) -> None:
    made = plan(*case, seed)
    best = min(measure(case, way)[0] for way in ways(case))
    mine = measure(case, as_way(case, made))
    assert mine[0] == best
    # Nobody without more than need be: the worst off have as much as they can have, and so on upwards.
    evened = max(measure(case, way)[1] for way in ways(case) if measure(case, way)[0] == best)
    assert mine[1] == evened
    loads = min(measure(case, way)[2] for way in ways(case) if measure(case, way)[:2] == (best, evened))
    assert mine[2] == loads


@MANY
@given(small(limits=False), st.integers(0, 3))
def test_offering_fewer_than_there_are_costs_no_evenness(case: Small, seed: int) -> None:
    """Each nomination is offered no more than it wants, so that the first try is seldom the best."""
    with patch.multiple(sharing, _OFFERED=1, _AND=0):
        made = plan(*case, seed)
    assert measure(case, as_way(case, made))[::2] == min(measure(case, way)[::2] for way in ways(case))


def test_loads_are_proved_uneven_where_a_chain_of_three_would_even_them() -> None:
    able = np.array([[1, 1, 0], [1, 1, 0], [0, 1, 1], [0, 1, 1]], bool)
    wanted, nothing, plenty = np.ones(4, np.int64), np.zeros(3, np.int64), np.full(3, 9)

    def even(*reviewers: int) -> bool:
        return is_even(able, Offers(np.arange(4), np.array(reviewers), wanted, nothing, plenty))

    assert even(0, 1, 1, 2)
    assert not even(0, 0, 1, 1)  # 0 → 1 → 2
    assert even(0, 0, 1, 2)


@MANY
@given(small(awards=2, sections=True), st.integers(0, 9), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(case: Small, seed: int, chance: Random) -> None:
    nominations, reviewers = list(case[0]), list(case[1])
    chance.shuffle(nominations)
    chance.shuffle(reviewers)
    wishes = Wishes(anchors=1, connect=True)
    assert plan(nominations, reviewers, seed, wishes) == plan(*case, seed, wishes)


def test_another_seed_is_another_plan() -> None:
    case = _panel(8, 6)
    assert len({plan(*case, seed).pairs for seed in range(5)}) == 5


def _panel(nominations: int, reviewers: int) -> Small:
    return (
        tuple(Nomination(f"N{n:02d}", "qc", 3) for n in range(nominations)),
        tuple(Reviewer(f"R{n:02d}", {"qc": ""}) for n in range(reviewers)),
    )


@MANY
@given(small(awards=2, sections=True))
def test_higher_limits_meet_what_limits_keep_with_no_sheet_too_many(case: Small) -> None:
    made = plan(*case, 0)
    limited = sum(one.limited for one in made.short)
    assert sum(one.sheets for one in made.raises) == limited
    raised = {one.reviewer: one.limit for one in made.raises}
    again = plan(case[0], [replace(one, limit=raised.get(one.key, one.limit)) for one in case[1]], 0)
    # Sections are settled anew, so they are held to what the first plan said.
    stated = [replace(one, section=made.sections.get(one.key, "")) for one in case[0]]
    again = plan(stated, [replace(one, limit=raised.get(one.key, one.limit)) for one in case[1]], 0)
    assert sum(one.limited for one in again.short) == 0
    assert {one.nomination: one.too_few for one in again.short if one.too_few} == {
        one.nomination: one.too_few for one in made.short if one.too_few
    }


@MANY
@given(small(awards=2, sections=True))
def test_so_many_newcomers_suffice_and_none_can_be_left_out(case: Small) -> None:
    made = plan(*case, 0)
    stated = [replace(one, section=made.sections.get(one.key, "")) for one in case[0]]
    assert not plan(stated, [*case[1], *_newcomers(made.newcomers)], 0).short
    for left_out in range(len(_newcomers(made.newcomers))):
        others = [one for n, one in enumerate(_newcomers(made.newcomers)) if n != left_out]
        assert plan(stated, [*case[1], *others], 0).short


def _newcomers(newcomers: tuple[Newcomers, ...]) -> list[Reviewer]:
    return [
        Reviewer(f"new-{n}-{count}", {one.award: one.section})
        for n, one in enumerate(newcomers)
        for count in range(one.count)
    ]


@MANY
@given(small(awards=2))
def test_wanting_what_was_found_is_met_and_lacks_the_fewest(case: Small) -> None:
    made = plan(*case, 0)
    found = {one.nomination: one.found for one in made.short}
    assert not plan(
        [replace(one, wanted=found.get(one.key, one.wanted)) for one in case[0]], case[1], 0
    ).short
    missing = sum(one.wanted - one.found for one in made.short)
    assert missing == min(measure(case, way)[0] for way in ways(case))


@MANY
@given(small())
def test_a_bottleneck_names_reviewers_who_are_full_and_have_too_little_for_those_they_may_judge(
    case: Small,
) -> None:
    made = plan(*case, 0)
    reviewers = {one.key: one for one in case[1]}
    nominations = {one.key: one for one in case[0]}
    limited = {one.nomination for one in made.short if one.limited}
    assert {key for knot in made.bottlenecks for key in knot.nominations} == limited
    assert sum(knot.lacks for knot in made.bottlenecks) == sum(one.limited for one in made.short)
    for knot in made.bottlenecks:
        for key in knot.reviewers:
            limit = reviewers[key].limit
            assert limit is not None
            assert made.load[key] >= limit
        for key in knot.nominations:
            given_now = {reviewer for nomination, reviewer in made.pairs if nomination == key}
            assert set(able(nominations[key], case[1])) <= set(knot.reviewers) | given_now
