from fractions import Fraction
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.scoring.exact import Exact
from judge.scoring.method import Method
from judge.scoring.panel import Panel, read_panel
from judge.scoring.safety.bootstrap import bootstrap
from judge.scoring.safety.draws import Circles, draws
from judge.scoring.safety.orders import Order
from judge.scoring.safety.quick import plain, quick
from judge.scoring.safety.recounting import Recombine, Recount
from judge.scoring.safety.sheets_drawn import sheets_drawn
from judge.scoring.totals import sheet_totals
from tests.judge.scoring.panels import Sheet, mark_frame, nomination_frame, rubric, sheet_frame
from tests.judge.scoring.safety.small_panels import (
    MEAN,
    METHODS,
    by_hand,
    listed,
    panel_of,
    panels,
    shrout_fleiss,
    totals_of,
)

SEATS = (2, 1)


def test_all_256_draws_of_shrout_and_fleiss_judges() -> None:
    found = bootstrap(shrout_fleiss(), MEAN, totals_of(shrout_fleiss(), MEAN))
    assert found.exhaustive
    assert found.tally.chances == 256
    above = found.tally.above / found.tally.chances
    # "P(rank <= 2)" counts everybody who shares the second place: together they are more than two.
    assert np.round(above, 6).tolist() == [0.257812, 0.0, 0.863281, 0.0, 1.0, 0.0]
    assert found.tally.tied.tolist() == [31, 0, 31, 0, 0, 0]


def test_limits_are_places_that_occurred() -> None:
    tally = bootstrap(shrout_fleiss(), MEAN, totals_of(shrout_fleiss(), MEAN)).tally
    assert tally.low.tolist() == [2, 5, 2, 4, 1, 4]
    assert tally.high.tolist() == [3, 6, 3, 6, 1, 5]


@settings(max_examples=60, deadline=None)
@given(panels(), st.sampled_from([one for one in METHODS if plain(one)]))
def test_every_draw_is_counted_as_by_hand(panel: Panel, method: Method) -> None:
    here = listed(panel, method, SEATS)
    tally = bootstrap(here, method, totals_of(here, method)).tally
    found = [
        (Fraction(int(above), tally.chances), Fraction(int(tied), tally.chances))
        for above, tied in zip(tally.above, tally.tied, strict=True)
    ]
    assert found == by_hand(here, method, SEATS)


@settings(max_examples=60, deadline=None)
@given(
    panels(most_reviewers=6), st.sampled_from(METHODS), st.integers(0, 2**32), st.sampled_from([0, 1 << 20])
)
def test_the_quick_way_is_the_method_s_own(panel: Panel, method: Method, seed: int, entries: int) -> None:
    here = listed(panel, method, SEATS)
    drawn = draws(Circles.of(here.panel), 40, seed)
    with pytest.MonkeyPatch.context() as patch:
        # Without room for a table quotients are divided, and found in the same order.
        patch.setattr("judge.scoring.safety.orders.MOST_ENTRIES", entries)
        fast = quick(here, totals_of(here, method), method, sheets_drawn(here.panel, drawn).most)
    assert (fast is None) == (not plain(method))
    slow = Recount(here, method).places(drawn.times)
    if fast:
        assert np.array_equal(fast.places(drawn.times), slow)
        assert np.array_equal(fast.places(drawn.times[:1]), slow[:1])
    if not method.ties and not method.by_criterion:
        # As it is done with totals that were calibrated beforehand.
        kept = Recombine(here, totals_of(here, method), method)
        assert np.array_equal(kept.places(drawn.times), slow)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_counting_and_sorting_find_the_same_places(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 9))
    quotients = data.draw(
        st.lists(st.tuples(st.integers(0, 40), st.integers(1, 7)), min_size=count, max_size=count)
    )
    kept = [(min(total, 6 * many), many) for total, many in quotients]
    order = Order.of(6, 7, count)
    assert order is not None
    packed = np.array([[total << 3 | many for total, many in kept]])
    values = [Fraction(*one) for one in kept]
    expected = [1 + sum(other > value for other in values) for value in values]
    for narrow in (0, 1000):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("judge.scoring.safety.orders._NARROW", narrow)
            assert order.places(packed)[0].tolist() == expected


def test_the_same_seed_draws_the_same_and_another_one_does_not() -> None:
    sheets = [Sheet(code, by, (code * by % 7, by % 5)) for code in range(5) for by in range(8)]
    here = listed(panel_of(sheets, dict.fromkeys(range(5), 0)), MEAN, (2,))
    one, same, other = (bootstrap(here, MEAN, totals_of(here, MEAN), seed=seed).tally for seed in (7, 7, 8))
    assert one.above.tolist() == same.above.tolist()
    assert one.above.tolist() != other.above.tolist()
    circles = Circles.of(here.panel)
    assert np.array_equal(draws(circles, 5000, 7).times[:1200], draws(circles, 1200, 7).times)


def test_draws_by_lot_stay_what_they_are() -> None:
    """Figures printed last year are found again: no version of numpy may draw otherwise."""
    circles = Circles(np.arange(9), (9,), np.arange(9))
    assert draws(circles, 1000, 2019).times[0].tolist() == [0, 2, 2, 2, 1, 0, 1, 1, 0]


def test_batches_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    sheets = [Sheet(code, by, (code * by % 7, by % 5)) for code in range(5) for by in range(8) if code - by]
    here = listed(panel_of(sheets, dict.fromkeys(range(5), 0)), Method(), (2,))
    whole = bootstrap(here, Method(), totals_of(here, Method()))
    monkeypatch.setattr("judge.scoring.safety.sheets_drawn._CELLS", 1)
    monkeypatch.setattr("judge.scoring.safety.draws._ROWS", 3)
    monkeypatch.setattr("judge.scoring.safety.tally._CELLS", 7)
    one_by_one = bootstrap(here, Method(), totals_of(here, Method()))
    assert whole.tally.above.tolist() == one_by_one.tally.above.tolist()
    assert whole.undrawn.tolist() == one_by_one.undrawn.tolist()


def test_reviewers_of_each_circle_are_drawn_among_themselves() -> None:
    sheets = [
        Sheet(0, 1, (1, 1)),
        Sheet(0, 4, (2, 2)),
        Sheet(1, 2, (3, 1)),
        Sheet(1, 3, (1, 1)),
        Sheet(2, 3, (0, 1)),
    ]
    panel = panel_of(sheets, {0: 0, 1: 0, 2: 0})
    circles = Circles.of(panel)
    assert sorted(circles.sizes) == [2, 2]
    drawn = draws(circles, 50, 3)
    assert drawn.exhaustive
    assert drawn.chances.sum() == 16
    assert (drawn.times[:, [0, 3]].sum(axis=1) == 2).all()


def test_who_is_in_no_draw_keeps_the_own_sheets_and_it_is_said_how_often() -> None:
    sheets = [Sheet(0, 0, (6, 4)), Sheet(1, 0, (1, 1)), Sheet(1, 1, (2, 2))]
    here = listed(panel_of(sheets, {0: 0, 1: 0}), MEAN, (1,))
    found = bootstrap(here, MEAN, totals_of(here, MEAN))
    # Of four draws one is the second reviewer twice: it says nothing of nomination 0.
    assert found.undrawn.tolist() == [1, 0]
    assert found.tally.above.tolist() == [4, 0]


def test_one_reviewer_and_one_nomination() -> None:
    here = listed(panel_of([Sheet(0, 0, (6, 4))], {0: 0}), MEAN, (1,))
    found = bootstrap(here, MEAN, totals_of(here, MEAN))
    assert (found.tally.low.tolist(), found.tally.high.tolist(), found.tally.above.tolist()) == (
        [1],
        [1],
        [1],
    )


def test_totals_too_fine_for_floats_are_counted_by_the_method() -> None:
    here = shrout_fleiss()
    totals = sheet_totals(here.panel)
    fine = Exact(totals.numerators * 10**15 + np.arange(24), totals.denominator * 10**15)
    assert quick(here, fine, MEAN, 4) is None
    assert quick(here, totals, MEAN, 4) is not None


def test_a_criterion_that_takes_points_off() -> None:
    judged = rubric(6, 9, step=Fraction(1), weights=(Fraction(1), Fraction(-2)))
    lot = np.random.default_rng(3)
    sheets = [
        Sheet(n, r, (int(lot.integers(7)), int(lot.integers(10))))
        for n in range(6)
        for r in range(7)
        if n - r
    ]
    bodies = nomination_frame(dict.fromkeys(range(6), 0))
    panel = read_panel(mark_frame(sheets), sheet_frame(sheets), bodies, judged)
    here = listed(panel, Method(), (2,))
    totals = totals_of(here, Method())
    assert (totals.numerators < 0).any()
    drawn = draws(Circles.of(here.panel), 60, 5)
    fast = quick(here, totals, Method(), sheets_drawn(here.panel, drawn).most)
    assert fast
    slow = Recount(here, Method()).places(drawn.times)
    assert np.array_equal(fast.places(drawn.times), slow)


@settings(max_examples=25, deadline=None)
@given(panels(most_reviewers=8), st.randoms(use_true_random=False))
def test_any_order_of_rows_gives_the_same_figures(panel: Panel, random: Random) -> None:
    sheets = [
        Sheet(int(panel.nominations[owner]), int(by), tuple(ticks))
        for owner, by, ticks in zip(
            panel.sheet_nomination, panel.sheet_reviewer, panel.ticks.tolist(), strict=True
        )
    ]
    bodies = list(zip(panel.nominations.tolist(), panel.bodies.tolist(), strict=True))
    random.shuffle(sheets)
    random.shuffle(bodies)
    one, other = (listed(of, MEAN, SEATS) for of in (panel, panel_of(sheets, dict(bodies))))
    first, second = (bootstrap(here, MEAN, totals_of(here, MEAN)).tally for here in (one, other))
    for name in ("low", "high", "above", "tied"):
        assert np.array_equal(getattr(first, name), getattr(second, name))
