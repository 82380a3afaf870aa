"""What changes in a list, from filed sheets on."""

from fractions import Fraction
from pathlib import Path

import pytest

from judge.domain.refusal import Refusal
from judge.domain.standing import Standing
from judge.services.editions.edition import Edition
from judge.services.figures.sensitivity import ListSensitivity, sensitivity
from tests.judge.services.figures.test_safety import file_all

POINTS = {"0001": (12, 12, 12), "0002": (9, 10, 12), "0003": (11, 10, 9), "0004": (7, 8, 6)}
"""2 and 3 are near each other, and the second seat of their body goes to 2."""


def one(edition: Edition, key: str = "qc-group") -> ListSensitivity:
    (found,) = sensitivity(edition, [key])
    return found


def test_without_whom_who_loses_the_seat(assigned: Edition, tmp_path: Path) -> None:
    file_all(assigned, tmp_path, POINTS)
    found = one(assigned)
    assert found.ranked_count == 4
    told = {
        key: {
            found.nominations[shift.nomination].key[-4:]: (shift.before, shift.after)
            for shift in change.shifts
        }
        for key, change in found.reviewers.items()
    }
    swap = {
        "0002": (Standing.AWARDED, Standing.RESERVE),
        "0003": (Standing.RESERVE, Standing.AWARDED),
    }
    assert told == {"R01": {}, "R02": {}, "R03": swap}
    # Three sheets are what the method asks for; without one of them nobody is undecided for that.
    assert all(not change.unplaced for change in found.reviewers.values())


def test_every_criterion_and_every_method_is_tried(assigned: Edition, tmp_path: Path) -> None:
    file_all(assigned, tmp_path, POINTS)
    found = one(assigned)
    assert set(found.weights) == set(found.turns) == {c.key for c in found.ranked.rubric.criteria}
    assert set(found.methods) >= {"mean", "median"}
    assert all(Fraction(0) in changes for changes in found.weights.values())


def test_nothing_ranked_has_nothing_to_change(assigned: Edition) -> None:
    found = one(assigned)
    assert (found.ranked_count, found.undecided) == (0, 4)
    assert not found.reviewers
    assert not found.weights
    assert not found.methods


def test_a_list_of_those_whom_another_awards_changes_with_it(assigned: Edition, tmp_path: Path) -> None:
    file_all(assigned, tmp_path, POINTS)
    shifts = one(assigned, "qc-presenting").reviewers["R03"].shifts
    assert {(shift.before, shift.after) for shift in shifts} == {
        (Standing.RESERVE, None),
        (None, Standing.RESERVE),
    }


def test_an_unknown_list_is_refused(assigned: Edition) -> None:
    with pytest.raises(Refusal) as refused:
        sensitivity(assigned, ["nobel"])
    assert refused.value.code == "list-unknown"
