"""Sections: split evenly, kept, and connected by anchors that have no more sheets than others."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from judge.assignment.plan import Plan, Wishes
from judge.assignment.planning import plan
from judge.assignment.sections import split_into_sections
from judge.assignment.task import Nomination, Reviewer, Task


def panel(*sizes: int) -> list[Reviewer]:
    return [
        Reviewer(f"{'abcdef'[section]}{n}", {"qc": "abcdef"[section]})
        for section, size in enumerate(sizes)
        for n in range(size)
    ]


def nominations(count: int, wanted: int = 3, section: str = "") -> list[Nomination]:
    return [Nomination(f"N{n:03d}", "qc", wanted, section=section) for n in range(count)]


def sections_of(made: Plan, key: str) -> set[str]:
    return {reviewer[0] for nomination, reviewer in made.pairs if nomination == key}


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(3, 9), min_size=2, max_size=4), st.integers(1, 60), st.integers(0, 5))
def test_sections_get_nominations_in_proportion_to_their_reviewers(
    sizes: list[int], count: int, seed: int
) -> None:
    task = Task.drawn(nominations(count), panel(*sizes), seed)
    split = split_into_sections(task, "qc")
    counts = Counter(split.values())
    assert sum(counts.values()) == count
    for at, size in enumerate(sizes):
        # Moving one nomination to where reviewers have fewer each would not make that more even.
        for to, other in enumerate(sizes):
            here, there = counts["abcdef"[at]], counts["abcdef"[to]]
            if here and at != to:
                assert (2 * here - 1) * other <= (2 * there + 1) * size


def test_each_bodys_nominations_are_dealt_out_among_the_sections() -> None:
    from_bodies = [Nomination(f"N{n:03d}", "qc", 3, body=f"body-{n % 5}") for n in range(60)]
    split = split_into_sections(Task.drawn(from_bodies, panel(4, 4, 4), 0), "qc")
    for body in range(5):
        mine = Counter(split[one.key] for one in from_bodies if one.body == f"body-{body}")
        assert set(mine.values()) == {4}


def test_what_is_stated_or_begun_stays_and_counts() -> None:
    begun = Nomination("N900", "qc", 3, holders=frozenset({"b0"}))
    stated = nominations(10, section="a")
    free = [Nomination(f"M{n}", "qc", 3) for n in range(9)]
    split = split_into_sections(Task.drawn([begun, *stated, *free], panel(5, 5), 0), "qc")
    assert split.keys() == {"N900", *(one.key for one in free)}
    assert split["N900"] == "b"
    assert Counter(split.values()) == {"b": 10}


def test_a_nomination_goes_where_enough_reviewers_may_judge_it() -> None:
    tied = [Nomination(f"N{n}", "qc", 3, barred=frozenset({"a0", "a1"})) for n in range(8)]
    split = split_into_sections(Task.drawn(tied, panel(4, 4), 0), "qc")
    assert set(split.values()) == {"b"}


def test_nobody_judges_in_another_section() -> None:
    made = plan(nominations(20), [*panel(4, 5), Reviewer("x", {"qc": ""})], 0)
    for key in made.sections:
        assert sections_of(made, key) - {"x"} == {made.sections[key]}
    assert not made.short
    assert max(made.load.values()) - min(made.load.values()) <= 1


def test_anchors_are_judged_by_every_section_with_no_sheet_more() -> None:
    made = plan(nominations(30, 5), panel(5, 5, 5), 0, Wishes(anchors=6))
    assert len(made.anchors) == 6
    assert Counter(made.sections[key] for key in made.anchors) == {"a": 2, "b": 2, "c": 2}
    for key in made.sections:
        judges = Counter(reviewer[0] for nomination, reviewer in made.pairs if nomination == key)
        own = made.sections[key]
        others = {section: 1 for section in "abc" if section != own} if key in made.anchors else {}
        assert judges == {own: 5 - len(others), **others}
    assert made.connectedness[0].before == 1
    assert max(made.load.values()) - min(made.load.values()) <= 1


def test_a_share_of_anchors_is_rounded_up() -> None:
    made = plan(nominations(30), panel(5, 5), 0, Wishes(anchors=5, anchors_in_hundred=True))
    assert len(made.anchors) == 2


def test_stated_anchors_come_first() -> None:
    stated = [Nomination("N900", "qc", 3, section="a", anchor=True), *nominations(10)]
    assert plan(stated, panel(4, 4), 0).anchors == ("N900",)
    two = plan(stated, panel(4, 4), 0, Wishes(anchors=2)).anchors
    assert len(two) == 2
    assert "N900" in two


def test_planning_again_adds_nothing_to_anchors_that_are_done() -> None:
    wishes = Wishes(anchors=4)
    made = plan(nominations(20), panel(4, 4, 4), 0, wishes)
    done = [
        Nomination(key, "qc", 3, holders=frozenset(r for n, r in made.pairs if n == key))
        for key in made.sections
    ]
    again = plan(done, panel(4, 4, 4), 0, wishes)
    assert (again.pairs, again.anchors) == ((), ())


def test_limits_that_keep_an_anchor_from_another_section_leave_it_to_its_own() -> None:
    full = [Reviewer("b0", {"qc": "b"}, load=2, limit=2)]
    stated = [Nomination("N1", "qc", 2, section="a", anchor=True)]
    made = plan(stated, [*panel(3), *full], 0)
    assert (made.short, made.anchors) == ((), ())
    assert sections_of(made, "N1") == {"a"}
