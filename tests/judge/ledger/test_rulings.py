"""What rulings on panels may speak of, and what they may say; whatever else is no ruling."""

import pytest

from judge.ledger import acts
from judge.ledger.canonical import Value
from judge.ledger.office import RulingMade
from judge.ledger.office_apply import Ruling
from judge.ledger.panel_office import Known
from judge.ledger.pens import CHAIR
from judge.ledger.ruled import Ruled, ruled
from judge.ledger.rulings import is_lawful

THERE = Known({"qc-group"}, {"R1", "R2"}, {"n1", "n2"})
HEAD = "01" * 32
WITHDRAWAL: dict[str, Value] = {
    "absent": {"n1": HEAD},
    "left_out": False,
    "replaced": {"n2": {"by": "R2", "head": ""}},
    "submitted": {},
}


def lawful(kind: str, subject: str, detail: dict[str, Value], reason: str = "因故") -> bool:
    return is_lawful(RulingMade(kind, subject, detail, reason), THERE)


@pytest.mark.parametrize(
    ("kind", "subject", "detail"),
    [
        ("closed", "nomination/n1", {"absent": {"R1": HEAD, "R2": ""}}),
        ("closed", "nomination/n1", {"absent": {}}),
        ("closed", "award/qc-group", {"absent": {"n1": {"R1": HEAD}}}),
        ("closed", "award/qc-group", {"lifted": True}),
        ("quorum", "award/qc-group", {"min_sheets": 2}),
        ("withdrawn", "reviewer/R1", WITHDRAWAL),
        ("withdrawn", "reviewer/R1", {"lifted": True}),
    ],
)
def test_what_may_be_ruled(kind: str, subject: str, detail: dict[str, Value]) -> None:
    assert lawful(kind, subject, detail)
    assert not lawful(kind, subject, detail, reason=" ")


@pytest.mark.parametrize(
    ("kind", "subject", "detail"),
    [
        ("closed", "nomination/n9", {"absent": {}}),
        ("closed", "award/beauty", {"absent": {}}),
        ("closed", "reviewer/R1", {"absent": {}}),
        ("closed", "nomination/n1", {"absent": {"R9": HEAD}}),
        ("closed", "nomination/n1", {"absent": {"R1": "01"}}),
        ("closed", "nomination/n1", {"absent": {"n1": {"R1": HEAD}}}),
        ("closed", "award/qc-group", {"absent": {"R1": HEAD}}),
        ("closed", "award/qc-group", {"absent": {"n9": {}}}),
        ("closed", "award/qc-group", {"absent": {}, "lifted": True}),
        ("closed", "award/qc-group", {"lifted": 1}),
        ("closed", "award/qc-group", {"lifted": False}),
        ("closed", "award/qc-group", {}),
        ("quorum", "award/qc-group", {"min_sheets": 0}),
        ("quorum", "award/qc-group", {"min_sheets": 1001}),
        ("quorum", "award/qc-group", {"min_sheets": True}),
        ("quorum", "award/qc-group", {"min_sheets": "2"}),
        ("quorum", "award/qc-group", {"lifted": True}),
        ("quorum", "nomination/n1", {"min_sheets": 2}),
        ("withdrawn", "reviewer/R9", WITHDRAWAL),
        ("withdrawn", "reviewer/R2", WITHDRAWAL),
        ("withdrawn", "reviewer/R1", {**WITHDRAWAL, "left_out": 0}),
        ("withdrawn", "reviewer/R1", {**WITHDRAWAL, "submitted": {"n9": HEAD}}),
        ("withdrawn", "reviewer/R1", {**WITHDRAWAL, "replaced": {"n1": {"by": "R9", "head": ""}}}),
        ("withdrawn", "reviewer/R1", {**WITHDRAWAL, "replaced": {"n1": "R2"}}),
        ("withdrawn", "reviewer/R1", {**WITHDRAWAL, "more": 1}),
        ("dismissed", "reviewer/R1", WITHDRAWAL),
    ],
)
def test_what_may_not_be_ruled(kind: str, subject: str, detail: dict[str, Value]) -> None:
    assert not lawful(kind, subject, detail)


@pytest.mark.parametrize(
    ("kind", "subject"),
    [(acts.CLOSED, "award/qc-group"), (acts.QUORUM, "award/qc-group"), (acts.WITHDRAWN, "reviewer/R1")],
)
@pytest.mark.parametrize("detail", [{}, {"absent": []}, {"min_sheets": "x"}, {"absent": {"n1": 1}}])
def test_what_is_no_ruling_has_no_effect(kind: str, subject: str, detail: dict[str, Value]) -> None:
    assert ruled([Ruling(CHAIR, 1, kind, subject, detail, "因故")]) == Ruled(*({},) * 4)
