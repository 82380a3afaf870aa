"""Stages as a method's file gives them."""

from decimal import Decimal
from fractions import Fraction

import pytest

from judge.scoring.method import Method
from judge.scoring.problems import MethodRefused
from judge.scoring.stage_plan import Stage

SITE = {"award": "qc-group", "weight": Decimal("0.6")}


def test_a_plan_is_read_exactly_and_recorded_in_full() -> None:
    method = Method.from_mapping({"stages": [SITE, {"award": "talk", "weight": "2/5", "entrants": 10}]})
    assert method.stages == (Stage("qc-group", Fraction(3, 5)), Stage("talk", Fraction(2, 5), 10))
    assert Method.from_mapping(method.to_mapping()) == method
    assert method.stages_of("qc-group") == method.stages
    assert method.stages_of("talk") == ()


def test_applicants_are_told_by_a_form_field() -> None:
    (stage,) = Method.from_mapping(
        {"stages": [SITE, {"award": "talk", "weight": 1, "entrants": "applicants:presents"}]}
    ).stages[1:]
    assert (stage.applied_by, stage.first) == ("presents", 0)


@pytest.mark.parametrize(
    ("stages", "codes"),
    [
        ("talk", {"method-stages-no-list"}),
        ([SITE], {"method-stages-count"}),
        ([SITE, SITE], {"method-stage-repeated"}),
        ([{**SITE, "entrants": 5}, {"award": "talk", "weight": 1}], {"method-stage-first-admits-all"}),
        ([SITE, {"award": "", "weight": 0}], {"method-stage-award", "method-stage-weighs-nothing"}),
        ([SITE, {"award": "talk", "weight": 0.4}], {"method-weight-not-exact"}),
        ([SITE, {"award": "talk", "weight": -1}], {"method-weight-negative"}),
        ([SITE, {"award": "talk", "weight": 1, "entrants": 0}], {"method-stage-entrants"}),
        ([SITE, {"award": "talk", "weight": 1, "entrants": True}], {"method-stage-entrants"}),
        ([SITE, {"award": "talk", "weight": 1, "entrants": "applicants:"}], {"method-stage-entrants"}),
        ([SITE, {"award": "talk", "weight": 1, "panel": "B"}], {"method-setting-unknown"}),
        ([SITE, {"award": "talk"}], {"method-weight-not-exact"}),
    ],
)
def test_what_is_no_plan_is_refused_with_all_its_faults(stages: object, codes: set[str]) -> None:
    with pytest.raises(MethodRefused) as refused:
        Method.from_mapping({"stages": stages})
    assert {problem.code for problem in refused.value.problems} == codes
