"""Award lists by hand. Body 0 and 1; unless said otherwise three reviewers agree on every nomination."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest

from judge.domain.quota import Seats
from judge.domain.standing import RankedLine, Standing
from judge.scoring.award import award_list, subset_list
from judge.scoring.award_list import AwardList
from judge.scoring.method import Method
from judge.scoring.problems import PanelRefused
from tests.judge.scoring.panels import (
    Sheet,
    mark_frame,
    nomination_frame,
    rubric,
    same_from_all,
    sheet_frame,
)

HUNDRED = rubric(200)
AWARDED, RESERVE, UNDECIDED = Standing.AWARDED, Standing.RESERVE, Standing.UNDECIDED


def listed(
    sheets: Sequence[Sheet],
    seats: Seats | None,
    bodies: Mapping[int, int] | None = None,
    ineligible: Mapping[int, tuple[str, ...]] | None = None,
    method: Method | None = None,
) -> AwardList:
    bodies = bodies or {sheet.nomination: 0 for sheet in sheets}
    return award_list(
        mark_frame(sheets),
        sheet_frame(sheets),
        nomination_frame(bodies),
        HUNDRED,
        method=method,
        seats=seats,
        ineligible=ineligible or {},
    )


def by_nomination(made: AwardList) -> dict[int, RankedLine]:
    return {line.nomination: line for line in made.lines()}


def standings(made: AwardList) -> dict[int, tuple[str, int | None]]:
    return {line.nomination: (line.standing.value, line.reserve_place) for line in made.lines()}


def test_each_body_fills_its_own_seats_and_the_rest_are_reserve_in_order() -> None:
    sheets = same_from_all({1: 180, 2: 170, 3: 160, 4: 150, 5: 140})
    made = listed(sheets, (1, 2), {1: 0, 2: 0, 3: 1, 4: 1, 5: 0})
    assert standings(made) == {
        1: ("awarded", None),
        2: ("reserve", 1),
        3: ("awarded", None),
        4: ("awarded", None),
        5: ("reserve", 2),
    }
    places = [(line.nomination, line.rank, line.rank_in_body) for line in made.lines()]
    assert places == [(1, 1, 1), (2, 2, 2), (3, 3, 1), (4, 4, 2), (5, 5, 3)]
    assert made.line(0).printed == "90.00"


def test_a_tie_across_the_cut_is_nobodys_seat_until_the_chair_rules() -> None:
    made = by_nomination(listed(same_from_all({1: 180, 2: 170, 3: 170, 4: 160, 5: 150}), (2,)))
    assert made[1].standing is AWARDED
    for code in (2, 3):
        assert (made[code].standing, made[code].reasons) == (UNDECIDED, ("tie-at-cut",))
        assert (made[code].rank, made[code].reserve_place) == (2, None)
    assert [(made[code].rank, made[code].standing, made[code].reserve_place) for code in (4, 5)] == [
        (4, RESERVE, 1),
        (5, RESERVE, 2),
    ]


def test_a_tie_that_fits_the_seats_is_awarded_and_one_below_them_shares_its_reserve_place() -> None:
    made = standings(listed(same_from_all({1: 180, 2: 180, 3: 160, 4: 160, 5: 150}), (2,)))
    assert made == {
        1: ("awarded", None),
        2: ("awarded", None),
        3: ("reserve", 1),
        4: ("reserve", 1),
        5: ("reserve", 3),
    }


def test_exactly_equal_and_equal_in_print_are_different_things() -> None:
    # 250/3 ticks and 83 1/3 + 1/300 ticks: 41.6667 and 41.6683 points, both 41.67 in print.
    sheets = [Sheet(1, by, (ticks,)) for by, ticks in enumerate((83, 83, 84))]
    sheets += [Sheet(2, by, (ticks,)) for by, ticks in enumerate([83] * 199 + [84] * 101)]
    for rank_on, wanted in (("exact", [AWARDED, RESERVE]), ("printed", [UNDECIDED, UNDECIDED])):
        made = listed(sheets, (1,), method=Method(combine="mean", rank_on=rank_on))
        lines = list(made.lines())
        assert {line.printed for line in lines} == {"41.67"}
        assert [line.standing for line in lines] == wanted


def test_no_seats_for_a_body_mean_nobody_is_awarded_or_waiting() -> None:
    made = by_nomination(listed(same_from_all({1: 180, 2: 170}), (0,)))
    assert {line.standing for line in made.values()} == {Standing.NOT_AWARDED}
    assert made[1].reasons == ("body-has-no-seats",)
    assert (made[2].rank, made[2].rank_in_body) == (2, 2)


def test_more_seats_than_candidates_award_all() -> None:
    assert set(standings(listed(same_from_all({1: 180, 2: 170}), (9,))).values()) == {("awarded", None)}


@pytest.mark.parametrize("seats", [None, (None,)])
def test_without_quota_there_is_no_cut_line(seats: Seats | None) -> None:
    made = by_nomination(listed(same_from_all({1: 180, 2: 170}), seats))
    assert [made[code].rank for code in (1, 2)] == [1, 2]
    assert {(line.standing, line.reasons) for line in made.values()} == {(UNDECIDED, ("no-seats-set",))}


def test_an_incomplete_nomination_never_ranks_and_its_body_is_provisional() -> None:
    sheets = [
        *same_from_all({1: 100, 2: 90}),
        Sheet(3, 0, (200,)),
        *same_from_all({4: 190, 5: 50}),
        Sheet(4, 3, (190,), "open"),
        Sheet(4, 4, (190,), "returned"),
    ]
    made = by_nomination(listed(sheets, (1, 1), {1: 0, 2: 0, 3: 0, 4: 0, 5: 1}))
    first, few, waiting = made[1], made[3], made[4]
    assert (first.rank, first.standing, first.reasons) == (1, AWARDED, ("body-incomplete",))
    assert made[5].reasons == ()
    assert (few.rank, few.score, few.printed, few.standing) == (None, None, "", UNDECIDED)
    assert (few.reasons, few.sheets_counted, few.sheets_expected) == (("too-few-sheets",), 1, 1)
    assert (waiting.reasons, waiting.rank) == (("sheet-open", "sheet-returned"), None)
    assert (waiting.sheets_counted, waiting.sheets_expected) == (3, 5)


@pytest.mark.parametrize(
    ("state", "reasons"),
    [
        ("open", ("sheet-open",)),
        ("returned", ("sheet-returned",)),
        ("forked", ("sheet-forked",)),
        ("recused", ()),
        ("excluded", ()),
    ],
)
def test_one_more_sheet_in_another_state(state: str, reasons: tuple[str, ...]) -> None:
    sheets = [*same_from_all({1: 100}), Sheet(1, 3, (200,), state)]
    line = listed(sheets, (1,)).line(0)
    assert line.reasons == reasons
    assert line.score == (None if reasons else 50)


def test_a_nomination_nobody_was_asked_to_score_is_on_the_list() -> None:
    line = by_nomination(listed(same_from_all({1: 100}), (1,), {1: 0, 2: 0}))[2]
    assert (line.standing, line.reasons, line.sheets_expected) == (UNDECIDED, ("too-few-sheets",), 0)


def test_the_ineligible_take_no_seat_and_no_place_but_keep_their_score() -> None:
    sheets = same_from_all({1: 180, 2: 170, 3: 160})
    made = by_nomination(listed(sheets, (1,), ineligible={1: ("three-years",)}))
    assert (made[1].standing, made[1].rank, made[1].reasons) == (Standing.INELIGIBLE, None, ("three-years",))
    assert made[1].score == 90
    assert (made[2].rank, made[2].standing) == (1, AWARDED)
    assert (made[3].standing, made[3].reserve_place) == (RESERVE, 1)


def test_lines_come_by_rank_then_body_then_code_and_the_unranked_last() -> None:
    sheets = [*same_from_all({9: 100, 1: 100, 5: 100, 7: 200, 3: 10}), Sheet(8, 0, (1,)), Sheet(2, 0, (1,))]
    bodies = {9: 0, 1: 1, 5: 1, 7: 1, 3: 0, 8: 0, 2: 1}
    made = listed(sheets, (1, 1), bodies, {3: ("gate",)})
    assert [line.nomination for line in made.lines()] == [7, 9, 1, 5, 8, 2, 3]
    assert [line.nomination for line in made.lines(1, 3)] == [9, 1]


def test_spread_and_straddle() -> None:
    sheets = [Sheet(1, by, (ticks,)) for by, ticks in enumerate((10, 20, 30, 40, 50))]
    made = listed([*sheets, *same_from_all({2: 20})], (1,))
    line = by_nomination(made)[1]
    assert [line.lowest, line.score, line.highest] == [5, 15, 25]
    assert made.straddles
    assert not listed(sheets, (1,)).straddles


def test_presenting_is_filled_from_the_awarded_that_applied() -> None:
    totals = {1: 180, 2: 170, 3: 160, 4: 150, 5: 190, 6: 100}
    parent = listed(same_from_all(totals), (3, 1), {1: 0, 2: 0, 3: 0, 4: 0, 5: 1, 6: 1})
    made = subset_list(parent, applied=[2, 3, 4, 5], seats=(1, 0))
    assert standings(made) == {5: ("not-awarded", None), 2: ("awarded", None), 3: ("reserve", 1)}
    assert [(line.rank, line.rank_in_body) for line in made.lines()] == [(1, 1), (2, 1), (3, 2)]
    assert made.line(1).score == Fraction(170, 2)


def test_presenting_has_its_own_ties_and_waits_for_its_parents() -> None:
    parent = listed(same_from_all({1: 180, 2: 170, 3: 170, 4: 160, 5: 160}), (4,))
    made = by_nomination(subset_list(parent, applied=[2, 3, 4], seats=(1,)))
    assert {code: made[code].reasons for code in (2, 3)} == {
        2: ("tie-at-cut", "body-incomplete"),
        3: ("tie-at-cut", "body-incomplete"),
    }
    assert (made[4].standing, made[4].reasons) == (UNDECIDED, ("tie-at-cut", "parent-undecided"))
    assert made[4].rank is None


def test_presenting_knows_applicants_whose_panel_is_incomplete() -> None:
    parent = listed([*same_from_all({1: 180}), Sheet(2, 0, (200,))], (2,))
    made = by_nomination(subset_list(parent, applied=[1, 2], seats=(1,)))
    assert (made[1].standing, made[1].reasons) == (AWARDED, ("body-incomplete",))
    assert made[2].reasons == ("too-few-sheets", "parent-undecided")


def test_what_names_nobody_is_refused() -> None:
    sheets = same_from_all({1: 180})
    for wrong, code in (
        ({"ineligible": {2: ("gate",)}, "seats": (1,)}, "ineligible-nomination-unknown"),
        ({"seats": (-1,)}, "seats-negative"),
        ({"seats": (1,), "bodies": {1: 3}}, "nomination-body-without-seats"),
    ):
        with pytest.raises(PanelRefused) as refused:
            listed(sheets, **wrong)
        assert [problem.code for problem in refused.value.problems] == [code]
    parent = listed(sheets, (1,))
    with pytest.raises(PanelRefused, match="applied-nomination-unknown"):
        subset_list(parent, applied=[7], seats=(1,))


def test_a_list_of_nobody() -> None:
    assert len(listed([], ())) == 0
    assert len(subset_list(listed([], None), applied=[], seats=())) == 0
