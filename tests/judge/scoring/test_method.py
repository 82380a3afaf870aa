import pytest

from judge.domain.refusal import Refusal
from judge.scoring.method import Method
from judge.scoring.problems import MethodRefused


def test_default_is_the_one_of_the_design() -> None:
    assert Method.from_mapping({}).to_mapping() == {
        "combine": "trimmed-mean",
        "trim_from": 5,
        "trim": "total",
        "drop_high": 1,
        "drop_low": 1,
        "min_sheets": 3,
        "decimals": 2,
        "rounding": "half-up",
        "rank_on": "exact",
    }


def test_mapping_is_read_back_as_the_same_method() -> None:
    method = Method(combine="median", min_sheets=2, rank_on="printed")
    assert Method.from_mapping(method.to_mapping()) == method


def test_every_problem_is_listed_at_once() -> None:
    with pytest.raises(MethodRefused) as refused:
        Method.from_mapping(
            {
                "combine": "avrage",
                "decimals": True,
                "min_sheets": "3",
                "trim_from": 2,
                "rank_on": 1,
                "calibrate": "severity",
                "drop_low": -1,
                "drop_high": 4,
            }
        )
    said = {(problem.code, problem.params.get("setting")) for problem in refused.value.problems}
    assert said == {
        ("method-setting-unknown", "calibrate"),
        ("method-word-unknown", "combine"),
        ("method-word-unknown", "rank_on"),
        ("method-not-whole-number", "decimals"),
        ("method-not-whole-number", "min_sheets"),
        ("method-number-out-of-range", "drop_low"),
        ("method-drops-every-sheet", None),
    }


@pytest.mark.parametrize(("trim_from", "fits"), [(2, False), (3, True)])
def test_dropping_must_leave_a_sheet(trim_from: int, fits: bool) -> None:  # noqa: FBT001
    data = {"trim_from": trim_from, "drop_high": 1, "drop_low": 1}
    if fits:
        assert Method.from_mapping(data).trim_from == trim_from
        return
    with pytest.raises(MethodRefused) as refused:
        Method.from_mapping(data)
    (problem,) = refused.value.problems
    assert (problem.code, dict(problem.params)) == (
        "method-drops-every-sheet",
        {"dropped": 2, "trim_from": 2},
    )


def test_a_method_made_by_hand_is_checked_too() -> None:
    with pytest.raises(Refusal, match="method-refused"):
        Method(trim_from=1)
