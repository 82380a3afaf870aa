import pytest

from judge.scoring.calibration.advice import advice
from judge.scoring.calibration.parts import parts_of
from judge.scoring.calibration.severity import severity_of
from tests.judge.scoring.calibration.tables import Table, crossed, panel_of, totals_of

CHAIN = {(n, r): 100 + 7 * n - 3 * r for n in range(4) for r in (n, n + 1)}
APART = {(n, r): 100 + (7 * n + 5 * r) % 11 for n in range(8) for r in range(4) if n % 2 == r % 2}


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({}, "cannot"),
        (CHAIN, "cannot"),
        (APART, "not-connected"),
        ({(1, 1): 100, (2, 1): 90}, "changes-nothing"),
        (crossed(1, reviewers=3), "changes-nothing"),
        (crossed(1, nominations=8, severity=20), "doubtful"),
        (crossed(1, nominations=60, severity=20), "worthwhile"),
    ],
    ids=["empty", "chain", "apart", "one-reviewer", "all-by-all", "few", "many"],
)
def test_what_to_do_follows_from_what_was_found(table: Table, said: str) -> None:
    panel = panel_of(table)
    assert advice([severity_of(part) for part in parts_of(panel, totals_of(panel))]) == said
