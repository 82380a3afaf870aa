"""Rulings that no service would make are found, and rank nothing."""

import pytest

from judge.ledger import acts
from judge.ledger.canonical import Value
from judge.ledger.office_apply import Ruling
from judge.ledger.pens import CHAIR, SECRETARY
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.lists.ranking import rank_lists
from judge.store.office import add_ruling
from judge.store.pens import head_of, keep, provide_pens


def forge(edition: Edition, pen: str, kind: str, subject: str, detail: dict[str, Value]) -> None:
    """An entry and its row, as if the ruling had been made."""
    with edition.store.write() as connection:
        provide_pens(connection, edition.id, [pen])
        head = head_of(connection, pen, locked=True)
        payload = acts.ruling_made(kind, detail, "因故")
        written, head = head.next(acts.RULING_MADE, subject, payload, edition.now())
        keep(connection, [written], head)
        add_ruling(connection, Ruling(pen, head.seq, kind, subject, detail, "因故"))


@pytest.mark.parametrize(
    ("pen", "kind", "subject", "detail", "code"),
    [
        (CHAIR, "closed", "award/beauty", {"absent": {}}, "act-not-allowed"),
        (CHAIR, "closed", "award/qc-group", {"absent": {"R01": "x"}}, "act-not-allowed"),
        (CHAIR, "quorum", "award/qc-group", {"min_sheets": 0}, "act-not-allowed"),
        (CHAIR, "method", "award/qc-group", {"method": {}}, "act-not-allowed"),
        (CHAIR, "method", "award/qc-group", {"method": {"combine": "mode"}}, "act-not-allowed"),
        (CHAIR, "method", "award/qc-group", {"method": {"ties": ["criterion:x"]}}, "act-not-allowed"),
        (CHAIR, "method", "award/beauty", {"method": {"combine": "mean"}}, "act-not-allowed"),
        (CHAIR, "method", "edition/1", {"method": {"combine": "mean"}}, "act-not-allowed"),
        (CHAIR, "method", "award/qc-group", {"method": 1}, "act-not-allowed"),
        (CHAIR, "withdrawn", "reviewer/R09", {"lifted": True}, "act-not-allowed"),
        (SECRETARY, "quorum", "award/qc-group", {"min_sheets": 1}, "act-by-foreign-pen"),
    ],
)
def test_a_forged_ruling_is_found(
    assigned: Edition, *, pen: str, kind: str, subject: str, detail: dict[str, Value], code: str
) -> None:
    before = rank_lists(assigned)
    forge(assigned, pen, kind, subject, detail)
    assert {fault.code for fault in audit(assigned).faults} == {code, "office-differs"}
    if pen == CHAIR:
        assert rank_lists(assigned) == before
