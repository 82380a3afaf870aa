"""Random panels: what an explanation comes to by its own steps is what the list says, exactly."""

from fractions import Fraction

from hypothesis import given, settings

from judge.domain.standing import RankedLine, Standing
from judge.scoring.combine import dropped_sheets
from judge.scoring.counting import count
from judge.scoring.explaining.accounts import account_of
from judge.scoring.explaining.combining import Fate
from judge.scoring.explaining.explanation import explanation_of
from judge.scoring.explaining.placing import Beside, Place, placing_of
from judge.scoring.explaining.ties import tie_between
from judge.scoring.panel import Panel, read_panel
from tests.judge.scoring.panels import mark_frame, nomination_frame, sheet_frame
from tests.property.test_scoring import Case, cases


def panel_of(case: Case) -> Panel:
    frames = mark_frame(case.sheets), sheet_frame(case.sheets), nomination_frame(case.bodies)
    return read_panel(*frames, case.rubric)


@settings(max_examples=400, deadline=None)
@given(cases())
def test_the_steps_come_to_the_score_that_the_list_has(case: Case) -> None:
    panel = panel_of(case)
    totals = count(panel, case.method).totals
    left_out = dropped_sheets(panel, totals, case.method)
    account = account_of(panel, case.method)
    for line in case.listed().lines():
        explained = explanation_of(account, line.nomination)
        assert list(explained.sheets) == sorted(explained.sheets)
        assert len(explained.sheets) == line.sheets_counted
        assert (explained.score is None) == (line.score is None)
        if explained.score is None:
            continue
        assert explained.score.result == line.score
        assert explained.score.printed.text == line.printed
        entered = [sheet.enters for sheet in explained.sheets.values()]
        assert (min(entered), max(entered)) == (line.lowest, line.highest)
        at = panel.nominations.tolist().index(line.nomination)
        rows = [row for row, owner in enumerate(panel.sheet_nomination.tolist()) if owner == at]
        assert entered == [totals.fraction(row) for row in rows]
        if explained.score.total is None:
            (order,) = explained.score.rows
            dropped = {one.reviewer for one in order.values if one.fate in {Fate.LOWEST, Fate.HIGHEST}}
            assert dropped == {int(panel.sheet_reviewer[row]) for row in rows if left_out[row]}


def neighbours(place: Place) -> tuple[tuple[Beside, ...], ...]:
    return place.above, place.level, place.below


@settings(max_examples=200, deadline=None)
@given(cases())
def test_the_neighbours_are_those_of_the_list(case: Case) -> None:
    ranked = case.listed()
    lines = {line.nomination: line for line in ranked.lines()}
    for code, line in lines.items():
        placing = placing_of(ranked, code, case.seats)
        assert placing is not None
        assert placing.line == line
        if line.rank is None:
            assert placing.overall is placing.in_body is None
            continue
        assert placing.overall is not None
        assert placing.in_body is not None
        assert (placing.overall.place, placing.in_body.place) == (line.rank, line.rank_in_body)
        everyone = [one for one in lines.values() if one.rank is not None]
        check(placing.overall, {one.nomination: one.rank or 0 for one in everyone}, code)
        body = {one.nomination: one.rank_in_body or 0 for one in everyone if one.body == line.body}
        check(placing.in_body, body, code)
        awarded = [one for one in everyone if one.body == line.body and one.standing is Standing.AWARDED]
        assert placing.seating.awarded == len(awarded)
        assert placing.seating.seats == case.seats[line.body]
        assert (len(placing.seating.waiting) > 0) >= ("body-incomplete" in line.reasons)
    assert placing_of(ranked, 10**12, case.seats) is None


def check(place: Place, places: dict[int, int], code: int) -> None:
    """The place, and who is beside it, against everybody's places."""
    own = places[code]
    assert (place.place, place.of, place.higher) == (own, len(places), own - 1)
    above = [other for other in places.values() if other < own]
    below = [other for other in places.values() if other > own]
    for beside, wanted in (
        (place.above, max(above, default=0)),
        (place.level, own),
        (place.below, min(below, default=0)),
    ):
        assert {one.nomination for one in beside} == {
            other for other, rank in places.items() if rank == wanted and other != code
        }
        assert all(isinstance(one.score, Fraction) for one in beside)


@settings(max_examples=300, deadline=None)
@given(cases())
def test_ties_are_broken_by_what_the_list_says(case: Case) -> None:
    panel = panel_of(case)
    ranked = case.listed()
    scored = {line.nomination: line for line in ranked.lines() if line.rank is not None}
    account = account_of(panel, case.method)
    explained = {code: explanation_of(account, code) for code in scored}

    def ranked_on(line: RankedLine) -> object:
        return line.printed if case.method.rank_on == "printed" else line.score

    for code, line in scored.items():
        placing = placing_of(ranked, code, case.seats)
        assert placing is not None
        assert placing.overall is not None
        for others, by in ((placing.overall.above, line.behind_by), (placing.overall.below, line.ahead_by)):
            for one in others[:1]:
                tie = tie_between(explained[code], explained[one.nomination], one.nomination, account)
                if ranked_on(scored[one.nomination]) == ranked_on(line):
                    assert tie.compared[-1].breaker == by
                    assert not tie.compared[-1].is_equal
                    assert all(each.is_equal for each in tie.compared[:-1])
                else:
                    assert by == ""
        for one in placing.overall.level:
            tie = tie_between(explained[code], explained[one.nomination], one.nomination, account)
            assert [each.breaker for each in tie.compared] == list(case.method.ties)
            assert all(each.is_equal for each in tie.compared)
