from decimal import Decimal
from fractions import Fraction

import pytest

from judge.domain.refusal import Refusal
from judge.ledger.canonical import decode, encode
from judge.scoring.award import award_list
from judge.scoring.method import Method
from judge.scoring.problems import MethodRefused
from rubrics.model import Text
from tests.judge.scoring.panels import Sheet, mark_frame, nomination_frame, rubric, sheet_frame


def test_default_is_the_one_of_the_design() -> None:
    assert Method.from_mapping({}).to_mapping() == {
        "combine": "trimmed-mean",
        "trim_from": 5,
        "trim": "total",
        "drop_high": 1,
        "drop_low": 1,
        "min_sheets": 3,
        "calibrate": "none",
        "decimals": 2,
        "rounding": "half-up",
        "round_at": "score",
        "rank_on": "exact",
        "ties": [],
        "weights": {},
        "stages": [],
        "title": None,
    }


def test_mapping_is_read_back_as_the_same_method() -> None:
    method = Method(
        combine="median",
        min_sheets=2,
        calibrate="section",
        rounding="half-even",
        round_at="sheet",
        rank_on="printed",
        ties=("criterion:tools", "top-marks"),
        weights={"tools": Fraction(3, 2), "process": Fraction(0)},
        title=Text("印发", "Printed"),
    )
    recorded = decode(encode(method.to_mapping()))
    assert isinstance(recorded, dict)
    assert Method.from_mapping(recorded) == method
    assert hash(Method.from_mapping(recorded)) == hash(method)


def test_what_an_edition_of_before_recorded_is_read_as_it_was_meant() -> None:
    before = {
        "combine": "median",
        "trim_from": 5,
        "trim": "total",
        "drop_high": 1,
        "drop_low": 1,
        "min_sheets": 2,
        "decimals": 3,
        "rounding": "half-up",
        "rank_on": "exact",
    }
    assert Method.from_mapping(before) == Method(combine="median", min_sheets=2, decimals=3)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [(2, "2"), (0, "0"), (Decimal("0.1"), "1/10"), ("3/2", "3/2"), ("1.25", "5/4"), (Fraction(1, 3), "1/3")],
)
def test_a_weight_is_exactly_what_is_written(given: object, wanted: str) -> None:
    assert Method.from_mapping({"weights": {"tools": given}}).to_mapping()["weights"] == {"tools": wanted}


def test_the_order_in_which_weights_are_written_means_nothing() -> None:
    one, other = (
        Method.from_mapping({"weights": dict.fromkeys(keys, 2)}) for keys in (["a", "b"], ["b", "a"])
    )
    assert list(one.weights) == list(other.weights)


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        ({"weights": {"tools": 0.5}}, {"method-weight-not-exact"}),
        ({"weights": {"tools": True, "rest": "1/0"}}, {"method-weight-not-exact"}),
        ({"weights": {"tools": Decimal("1e999999999")}}, {"method-weight-not-exact"}),
        ({"weights": {"tools": Decimal("Infinity")}}, {"method-weight-not-exact"}),
        ({"weights": {"tools": "NaN"}}, {"method-weight-not-exact"}),
        (
            {"weights": {"tools": -1, "rest": 10_001}},
            {"method-weight-negative", "method-weight-out-of-range"},
        ),
        ({"weights": ["tools"]}, {"method-weights-no-table"}),
        ({"ties": "median"}, {"method-ties-no-list"}),
        ({"ties": ["median", 1]}, {"method-ties-no-list"}),
        ({"ties": ["middle", "criterion:"]}, {"method-breaker-unknown"}),
        ({"ties": ["score"]}, {"method-breaker-idle"}),
        ({"ties": ["median", "criterion:a", "median"]}, {"method-breaker-repeated"}),
        ({"title": "Printed"}, {"method-title-not-both"}),
        ({"title": {"zh": "印发"}}, {"method-title-not-both"}),
        ({"title": {"zh": "印发", "en": "Two\nlines"}}, {"method-title-not-both"}),
        ({"round_at": "criterion"}, {"method-rounds-no-criterion"}),
        ({"round_at": "criterion", "combine": "mean", "trim": "criterion"}, {"method-rounds-no-criterion"}),
        ({"round_at": "sheet", "trim": "criterion"}, {"method-rounds-no-sheet"}),
        ({"calibrate": "z-score", "trim": "criterion"}, {"method-calibrates-no-total"}),
        ({"calibrate": 1, "rounding": "up"}, {"method-word-unknown"}),
    ],
)
def test_what_is_unknown_mistyped_or_contradictory_is_refused(
    data: dict[str, object], problems: set[str]
) -> None:
    with pytest.raises(MethodRefused) as refused:
        Method.from_mapping(data)
    assert {problem.code for problem in refused.value.problems} == problems


@pytest.mark.parametrize(
    ("method", "problems"),
    [
        (Method(weights={"c9": Fraction(1)}, ties=("criterion:c8",)), ["c9", "c8"]),
        (Method(weights={"c0": Fraction(0), "c1": Fraction(0)}), [None]),
    ],
)
def test_what_does_not_fit_the_rubric_is_refused_where_the_rubric_is_known(
    method: Method, problems: list[str | None]
) -> None:
    sheets = [Sheet(1, 0, (1, 1))]
    frames = mark_frame(sheets), sheet_frame(sheets), nomination_frame({1: 0})
    with pytest.raises(MethodRefused) as refused:
        award_list(*frames, rubric(4, 4), method=method)
    assert [problem.params.get("given") for problem in refused.value.problems] == problems


def test_every_problem_is_listed_at_once() -> None:
    with pytest.raises(MethodRefused) as refused:
        Method.from_mapping(
            {
                "combine": "avrage",
                "decimals": True,
                "min_sheets": "3",
                "trim_from": 2,
                "rank_on": 1,
                "calibrte": "severity",
                "drop_low": -1,
                "drop_high": 4,
            }
        )
    said = {(problem.code, problem.params.get("setting")) for problem in refused.value.problems}
    assert said == {
        ("method-setting-unknown", "calibrte"),
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
