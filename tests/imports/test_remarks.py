"""What is said of one file stays so short that a person can read it."""

from imports.findings import Severity
from imports.remarks import MOST_ALIKE, Remarks


def said(count: int) -> Remarks:
    remarks = Remarks("a.csv")
    for row in range(1, count + 1):
        remarks.block("award-missing", remarks.place("a", row, "奖项"))
        remarks.warn("tick-unclear", remarks.place("a", row, "是否与会发表"), written="？")
    return remarks


def test_as_many_as_a_person_settles_at_a_time_are_all_said() -> None:
    assert len(said(MOST_ALIKE).findings) == 2 * MOST_ALIKE


def test_of_a_table_of_wrong_rows_each_sort_is_said_so_often_and_then_counted() -> None:
    findings = said(MOST_ALIKE + 20_000).findings
    left = [finding for finding in findings if finding.code == "alike-left-out"]
    assert len(findings) == 2 * MOST_ALIKE + 2
    assert {finding.severity for finding in left} == {Severity.BLOCKING, Severity.WARNING}
    assert {finding.params["count"] for finding in left} == {20_000}
    assert {finding.place.row for finding in left} == {MOST_ALIKE + 1}
