from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.scoring.award import list_of
from judge.scoring.award_list import AwardList
from judge.scoring.calibration.quanta import QUANTUM
from judge.scoring.calibration.record import CalibrationRefused
from judge.scoring.method import Method
from tests.judge.scoring.calibration.tables import Table, panel_of

SECTION = Method(combine="mean", calibrate="section", min_sheets=1)


def two_rooms(count: int = 12, gap: int = 15) -> tuple[dict[tuple[int, int], int], dict[int, str]]:
    """Section B's reviewers (10 to 12) give `gap` ticks less than A's (0 to 2)."""
    table = {
        (n, r + 10 * (n % 2)): 120 + (7 * n + 3 * r) % 40 - gap * (n % 2)
        for n in range(count)
        for r in range(3)
    }
    return table, {n: "AB"[n % 2] for n in range(count)}


def ranked(table: Table, sections: dict[int, str]) -> AwardList:
    return list_of(panel_of(table), method=SECTION, sections=sections)


def codes(found: AwardList) -> list[str]:
    assert found.calibration is not None
    return [caveat.code for caveat in found.calibration.caveats]


def test_every_section_has_the_mean_of_all_and_the_order_within_stays() -> None:
    table, sections = two_rooms(26)
    found = ranked(table, sections)
    lines = list(found.lines())
    everything = sum((line.raw.score for line in lines if line.raw), start=Fraction(0)) / len(lines)
    for name in "AB":
        own = [line for line in lines if sections[line.nomination] == name]
        mean = sum((line.score or Fraction(0) for line in own), start=Fraction(0)) / len(own)
        assert abs(mean - everything) <= Fraction(1, 2 * QUANTUM)
        moved = {line.score - line.raw.score for line in own if line.score is not None and line.raw}
        assert len(moved) == 1
        assert (moved.pop() * QUANTUM).denominator == 1
    assert codes(found) == ["section-strength"]


def test_what_was_moved_is_recorded() -> None:
    table, sections = two_rooms(26)
    found = ranked(table, sections)
    assert found.calibration is not None
    shifts = {one.section: one for one in found.calibration.shifts}

    assert {name: one.nominations for name, one in shifts.items()} == {"A": 13, "B": 13}
    assert shifts["A"].shift < 0 < shifts["B"].shift
    for line in found.lines():
        assert line.raw is not None
        assert line.score == line.raw.score + shifts[sections[line.nomination]].shift


@given(seed=st.integers(0, 10**6), data=st.data())
@settings(max_examples=20, deadline=None)
def test_no_order_of_rows_changes_a_figure(seed: int, data: st.DataObject) -> None:
    table = {pair: (ticks * seed) % 201 for pair, ticks in two_rooms()[0].items()}
    sections = two_rooms()[1]
    rows = data.draw(st.permutations(list(table.items())))

    assert list(ranked(dict(rows), sections).lines()) == list(ranked(table, sections).lines())


def test_few_nominations_in_a_section_are_said() -> None:
    table, sections = two_rooms(12)
    found = ranked(table, sections)
    assert found.calibration is not None
    few = {caveat.code: caveat for caveat in found.calibration.caveats}["section-few"]
    assert few.params == {"sections": ("A", "B"), "enough": 10}


def test_reviewers_who_judged_in_both_are_said() -> None:
    table, sections = two_rooms(26)
    assert "sections-connected" not in codes(ranked(table, sections))
    assert "sections-connected" in codes(ranked(table | {(0, 10): 100}, sections))


@pytest.mark.parametrize("sections", [{}, dict.fromkeys(range(12), "A")])
def test_one_room_or_none_is_moved_nowhere(sections: dict[int, str]) -> None:
    found = ranked(two_rooms()[0], sections)

    assert codes(found) == ["one-section"]
    assert all(line.raw and line.raw.score == line.score for line in found.lines())


def test_a_nomination_of_no_section_beside_others_is_refused_by_name() -> None:
    table, sections = two_rooms()
    with pytest.raises(CalibrationRefused) as refused:
        ranked(table, {code: name for code, name in sections.items() if code not in {3, 4}})

    assert refused.value.code == "nominations-without-section"
    assert (refused.value.nominations, refused.value.params["count"]) == ((3, 4), 2)


def test_without_a_score_no_section_is_asked_for() -> None:
    table, sections = two_rooms(26)
    panel = panel_of(table | {(99, 0): 100}, {99: 1})
    found = list_of(panel, method=SECTION, sections=sections)

    assert [line.nomination for line in found.lines() if line.score is None] == [99]
    assert codes(found) == ["section-strength"]
    assert codes(ranked({}, {})) == ["no-score"]


def test_rooms_that_share_nobody_are_ranked_together() -> None:
    table, sections = two_rooms(26, gap=60)
    first = [sections[line.nomination] for line in list(ranked(table, sections).lines())[:8]]
    raw = list_of(panel_of(table), method=Method(combine="mean", min_sheets=1))

    assert set(first) == {"A", "B"}
    assert {sections[line.nomination] for line in list(raw.lines())[:8]} == {"A"}
