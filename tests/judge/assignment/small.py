"""Small assignments, and everything that can be done with them by trying it all."""

from collections.abc import Iterator, Mapping
from itertools import chain, combinations, product

from hypothesis import strategies as st

from judge.assignment.plan import Pair, Plan
from judge.assignment.task import Nomination, Reviewer

REVIEWERS = ("R1", "R2", "R3", "R4")

Small = tuple[tuple[Nomination, ...], tuple[Reviewer, ...]]


@st.composite
def small(
    draw: st.DrawFn,
    *,
    most: int = 3,
    wanted: int = 3,
    limits: bool = True,
    holding: bool = True,
    sections: bool = False,
    awards: int = 1,
) -> Small:
    """Up to `most` nominations and four reviewers."""
    names = [f"award-{n}" for n in range(draw(st.integers(1, awards)))]
    section = st.sampled_from(["", "a", "b"]) if sections else st.just("")
    seats = st.dictionaries(st.sampled_from(names), section, min_size=1)
    load = st.integers(0, 2) if holding else st.just(0)
    limit = st.none() | st.integers(0, 4) if limits else st.none()
    reviewers = tuple(
        Reviewer(key, draw(seats), draw(load), draw(limit))
        for key in REVIEWERS[: draw(st.integers(1, len(REVIEWERS)))]
    )
    keys = [one.key for one in reviewers]
    some = st.frozensets(st.sampled_from(keys), max_size=2)
    nominations = []
    for n in range(draw(st.integers(1, most))):
        award = draw(st.sampled_from(names))
        held = draw(some) if holding else frozenset()
        holders = frozenset(one.key for one in reviewers if one.key in held and award in one.seats)
        sheets = draw(st.integers(1, wanted))
        nominations.append(Nomination(f"N{n}", award, sheets, holders=holders, barred=draw(some)))
    return tuple(nominations), reviewers


def able(nomination: Nomination, reviewers: tuple[Reviewer, ...]) -> list[str]:
    """Who may be given the nomination."""
    out = nomination.barred | nomination.holders
    return [one.key for one in reviewers if nomination.award in one.seats and one.key not in out]


def ways(given: Small) -> Iterator[list[tuple[str, ...]]]:
    """Every way to give nominations some of what they lack, within limits: by nomination, its reviewers."""
    nominations, reviewers = given
    room = {one.key: 99 if one.limit is None else max(one.limit - one.load, 0) for one in reviewers}
    choices = [
        list(
            chain.from_iterable(
                combinations(able(one, reviewers), n)
                for n in range(max(one.wanted - len(one.holders), 0) + 1)
            )
        )
        for one in nominations
    ]
    for way in product(*choices):
        used = list(chain.from_iterable(way))
        if all(used.count(key) <= room[key] for key in set(used)):
            yield list(way)


def measure(given: Small, way: list[tuple[str, ...]]) -> tuple[int, list[int], list[int]]:
    """What a plan is judged by: sheets missing, what the worst off have, the loads from the largest down."""
    nominations, reviewers = given
    lacks = [
        max(one.wanted - len(one.holders), 0) - len(chosen)
        for one, chosen in zip(nominations, way, strict=True)
    ]
    used = list(chain.from_iterable(way))
    has = [len(one.holders) + len(chosen) for one, chosen in zip(nominations, way, strict=True)]
    loads = sorted((one.load + used.count(one.key) for one in reviewers), reverse=True)
    return sum(lacks), sorted(has) if sum(lacks) else [], loads


def as_way(given: Small, plan: Plan) -> list[tuple[str, ...]]:
    """The plan's sheets by nomination."""
    return [tuple(reviewer for key, reviewer in plan.pairs if key == one.key) for one in given[0]]


def parts(pairs: Iterator[Pair] | list[Pair]) -> int:
    """Into how many parts the sheets fall, by walking."""
    edges: dict[str, set[str]] = {}
    for nomination, reviewer in pairs:
        edges.setdefault(f"n{nomination}", set()).add(f"r{reviewer}")
        edges.setdefault(f"r{reviewer}", set()).add(f"n{nomination}")
    count, left = 0, set(edges)
    while left:
        count += 1
        walk = [left.pop()]
        while walk:
            here = edges[walk.pop()] & left
            left -= here
            walk.extend(here)
    return count


def held(given: Small, award: str) -> list[Pair]:
    """The sheets that an award's nominations hold."""
    return [(one.key, key) for one in given[0] if one.award == award for key in one.holders]


def of_award(given: Small, pairs: tuple[Pair, ...], award: str) -> list[Pair]:
    """Those of the pairs that are of the award."""
    awards: Mapping[str, str] = {one.key: one.award for one in given[0]}
    return [pair for pair in pairs if awards[pair[0]] == award]
