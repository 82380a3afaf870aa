"""Spread: own standard deviation beside the others' on the same nominations."""

from statistics import mean, variance

import pytest

from judge.scoring.reviewers.profiles import Profile, profiles
from judge.scoring.reviewers.words import Lack, Notice
from tests.judge.scoring.panels import Sheet
from tests.judge.scoring.reviewers.tables import (
    SHROUT_FLEISS,
    by_marks,
    by_sheets,
    by_totals,
    chance_marks,
    dealt,
    transposed,
)


def test_where_all_score_everything_it_is_the_mean_of_the_others_variances() -> None:
    columns = {r: list(own.values()) for r, own in transposed(SHROUT_FLEISS).items()}

    for one in profiles(by_totals(SHROUT_FLEISS, 10)):
        others = mean(variance(column) for r, column in columns.items() if r != one.reviewer)
        own = columns[one.reviewer]
        assert one.spread.own == pytest.approx(variance(own) ** 0.5)
        assert one.spread.others == pytest.approx(others**0.5)
        assert one.spread.ratio == pytest.approx((variance(own) / others) ** 0.5)
        assert one.spread.used == pytest.approx((max(own) - min(own)) / 10)


def test_where_nominations_are_dealt_out_nobody_s_spread_is_off_on_average() -> None:
    found = profiles(by_marks(chance_marks(3, 2000, 20), dealt(3, 2000, 20, 4)))

    ratios = [one.spread.ratio for one in found if one.spread.ratio]
    assert mean(ratios) == pytest.approx(1, abs=0.02)


def test_each_criterion_has_its_own() -> None:
    sheets = [Sheet(n, r, (n % 5 * 2, 7 if r == 1 else n % 3)) for n in range(9) for r in range(1, 4)]

    one, two, _three = profiles(by_sheets(sheets, 10, 10))

    assert [spread.ratio for spread in one.criteria] == pytest.approx([1, 0])
    assert two.criteria[1].used == pytest.approx(0.2)


def test_a_severe_hand_is_no_narrow_one() -> None:
    plain = {n: {1: 40 + n * 2, 2: 50 + n * 2 + n % 2, 3: 60 + n * 2 - n % 3} for n in range(12)}
    shifted = {n: {**row, 1: row[1] - 30} for n, row in plain.items()}

    def ratios(found: tuple[Profile, ...]) -> list[float | None]:
        return [one.spread.ratio for one in found]

    assert ratios(profiles(by_totals(shifted))) == pytest.approx(ratios(profiles(by_totals(plain))))


def test_one_number_to_all_stands_out_from_six_sheets_on() -> None:
    def said(sheets: int) -> tuple[Notice, ...]:
        marks = chance_marks(5, sheets, 5)
        marks[:, 0] = 24
        return profiles(by_marks(marks))[0].notices

    assert said(6) == (Notice.ONE_NUMBER,)
    assert said(5) == ()


def test_nearly_one_number_is_said_in_one_word() -> None:
    marks = chance_marks(6, 60, 8)
    marks[:, 0] = 24
    marks[::20, 0, 0] = 25

    assert profiles(by_marks(marks))[0].notices == (Notice.ONE_NUMBER,)


def test_the_same_number_on_a_scale_of_few_steps_is_no_wonder() -> None:
    # Whoever has three marks to give, and nominations that are nearly all alike, gives one to many.
    totals = {n: {1: 1, 2: 1 + (n == 3), 3: 1 - (n == 5), 4: 1} for n in range(8)}

    assert [one.notices for one in profiles(by_totals(totals, 2))] == [()] * 4


def test_narrow_and_wide() -> None:
    marks = chance_marks(7, 80, 8)
    worth = marks.mean(axis=(1, 2), keepdims=True)[:, :, 0]
    marks[:, 0] = (24 + (marks[:, 0] - 24) / 3).round()
    marks[:, 1] = (24 + (worth - 24) * 2.6 + (marks[:, 1] - 24) * 0.2).round().clip(0, 40)

    narrow, wide, *_others = profiles(by_marks(marks))

    assert Notice.NARROW in narrow.notices
    assert Notice.WIDE in wide.notices


def test_without_a_difference_among_the_others_there_is_no_ratio() -> None:
    one, *_others = profiles(by_totals({n: {1: n, 2: 50, 3: 50} for n in range(8)}))

    assert (one.spread.ratio, one.spread.lack) == (None, Lack.OTHERS_EQUAL)
