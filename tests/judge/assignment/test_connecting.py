"""What hangs together, and what the fewest extra sheets join, against walking and trying it all."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.assignment.components import components, on_cycles
from judge.assignment.plan import Pair, Wishes
from judge.assignment.planning import plan
from judge.assignment.task import Nomination, Reviewer
from tests.judge.assignment.small import Small, able, held, of_award, parts, small

MANY = settings(max_examples=250, deadline=None)
CONNECT = Wishes(connect=True)
EDGES = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 4)), max_size=12).map(sorted)


def drawn(edges: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    rows, columns = zip(*edges, strict=True) if edges else ((), ())
    return np.array(rows, np.int64), np.array(columns, np.int64)


@MANY
@given(EDGES)
def test_components_are_those_that_walking_finds(edges: list[tuple[int, int]]) -> None:
    found = components(*drawn(edges), (6, 5))
    assert found.count == parts([(str(row), str(column)) for row, column in edges])
    assert all(found.nominations[row] == found.reviewers[column] >= 0 for row, column in edges)
    assert (found.nominations == -1).sum() == 6 - len({row for row, _ in edges})


def test_a_long_chain_is_one_component() -> None:
    rows = np.repeat(np.arange(3000), 2)[1:]
    columns = np.repeat(np.arange(3000), 2)[:-1]
    assert components(rows, columns, (3000, 3000)).count == 1


@MANY
@given(EDGES)
def test_a_sheet_is_to_spare_where_nothing_falls_apart_without_it(edges: list[tuple[int, int]]) -> None:
    spare = on_cycles(*drawn(edges), (6, 5))
    for n in range(len(edges)):
        rest = [(str(row), str(column)) for row, column in edges if (row, column) != edges[n]]
        ends = {f"n{edges[n][0]}", f"r{edges[n][1]}"}
        lonely = ends - {f"n{row}" for row, _ in rest} - {f"r{column}" for _, column in rest}
        whole = parts([(str(row), str(column)) for row, column in edges])
        assert spare[n] == (parts(rest) + len(lonely) == whole)


@MANY
@given(small(most=4, wanted=2, awards=2, sections=True), st.integers(0, 3))
def test_connectedness_is_what_walking_finds_and_mending_moves_no_load(case: Small, seed: int) -> None:
    plain, mended = plan(*case, seed), plan(*case, seed, CONNECT)
    for before, after in zip(plain.connectedness, mended.connectedness, strict=True):
        award = before.award
        have = held(case, award)
        assert before.before == before.after == parts([*have, *of_award(case, plain.pairs, award)])
        assert after.before == before.before
        assert after.after == parts([*have, *of_award(case, mended.pairs, award)])
        extra = of_award(case, mended.joining, award)
        assert len(extra) == after.extra
        # No sheet too many: without any one of them there is one part more.
        assert parts([*have, *(p for p in of_award(case, mended.pairs, award) if p not in extra)]) == (
            after.after + after.extra
        )
    assert mended.short == plain.short
    joined = [reviewer for _, reviewer in mended.joining]
    assert mended.load == {key: load + joined.count(key) for key, load in plain.load.items()}


@MANY
@given(small(most=4, wanted=2))
def test_as_many_parts_are_joined_as_conflicts_and_limits_allow(case: Small) -> None:
    made = plan(*case, 0, CONNECT)
    (state,) = made.connectedness
    base = [*held(case, state.award), *(pair for pair in made.pairs if pair not in made.joining)]
    assert state.after == parts(base) - most_joined(case, base)


def most_joined(case: Small, base: list[Pair]) -> int:
    """The most components that extra sheets can join, by trying all sets of them."""
    touched = {key for pair in base for key in pair}
    load = {one.key: one.load for one in case[1]}
    for nomination, reviewer in base:
        if reviewer not in {key for one in case[0] if one.key == nomination for key in one.holders}:
            load[reviewer] += 1
    possible = [
        (one.key, key)
        for one in case[0]
        for key in able(one, case[1])
        if one.key in touched and key in touched and (one.key, key) not in base
    ]
    limits = {one.key: one.limit for one in case[1]}
    most = 0
    for size in range(1, parts(base)):
        for extra in combinations(possible, size):
            used = [reviewer for _, reviewer in extra]
            within = all(
                limits[key] is None or load[key] + used.count(key) <= (limits[key] or 0) for key in set(used)
            )
            if within:
                most = max(most, parts(base) - parts([*base, *extra]))
    return most


def test_two_circles_are_joined_by_changing_places() -> None:
    """Two panels of two that happened to be given apart need no sheet more."""
    apart = frozenset
    nominations = [
        Nomination("N1", "qc", 2, holders=apart({"R1"})),
        Nomination("N2", "qc", 2, holders=apart({"R1"})),
        Nomination("N3", "qc", 2, holders=apart({"R3"})),
        Nomination("N4", "qc", 2, holders=apart({"R3"})),
    ]
    reviewers = [Reviewer(key, {"qc": ""}) for key in ("R1", "R2", "R3", "R4")]
    reviewers[0], reviewers[2] = (Reviewer(key, {"qc": ""}, load=9) for key in ("R1", "R3"))
    states = [plan(nominations, reviewers, seed, CONNECT).connectedness[0] for seed in range(30)]
    assert {state.after for state in states} == {1}
    assert {state.extra for state in states} == {0}
    assert any(state.before == 2 and state.exchanged == 1 for state in states)


def test_sections_without_anchors_take_one_sheet_less_than_there_are() -> None:
    reviewers = [Reviewer(f"R{n}", {"qc": "abc"[n % 3]}) for n in range(12)]
    nominations = [Nomination(f"N{n:02d}", "qc", 3) for n in range(30)]
    made = plan(nominations, reviewers, 0, CONNECT)
    (state,) = made.connectedness
    assert (state.before, state.after, state.extra) == (3, 1, 2)
    assert max(made.load.values()) - min(made.load.values()) <= 1
    assert not plan(nominations, reviewers, 0, Wishes(anchors=2, connect=True)).joining


def test_each_award_hangs_together_by_itself() -> None:
    """A reviewer of two panels connects nobody: marks by two rubrics are not compared."""
    reviewers = [Reviewer("R1", {"a": "", "b": ""}), Reviewer("R2", {"a": ""}), Reviewer("R3", {"b": ""})]
    nominations = [
        Nomination("N1", "a", 1, holders=frozenset({"R1"})),
        Nomination("N2", "a", 1, holders=frozenset({"R2"})),
        Nomination("N3", "b", 1, holders=frozenset({"R1"})),
        Nomination("N4", "b", 1, holders=frozenset({"R3"})),
    ]
    made = plan(nominations, reviewers, 0, CONNECT)
    assert [(one.award, one.before, one.after, one.extra) for one in made.connectedness] == [
        ("a", 2, 1, 1),
        ("b", 2, 1, 1),
    ]
