"""Severity on an edition's sheets: what counts under the rulings is read, and nothing else."""

from fractions import Fraction
from pathlib import Path

import pytest

from judge.domain.refusal import Refusal
from judge.services.editions.edition import Edition
from judge.services.figures.severity import AwardSeverity, ReviewerSeverity, severity
from judge.services.lists.withdrawing import Leaving, withdraw
from tests.judge.services import small_papers as papers
from tests.judge.services.lists.panels import mark

POINTS = {"R01": (5, 6, 8, 7), "R02": (6, 8.5, 10, 8), "R03": (5.5, 7, 8, 8.5)}
"""What each gives the four groups on every criterion."""


@pytest.fixture
def scored(filed: Edition, tmp_path: Path) -> Edition:
    rows = [
        row
        for reviewer, given in POINTS.items()
        for n, points in enumerate(given, 1)
        for row in papers.sheet_rows(f"qc-group-000{n}", reviewer, points)
        if (reviewer, n) != ("R03", 1)
    ]
    papers.file(filed, papers.scores(tmp_path, rows))
    return filed


def reviewers(found: AwardSeverity) -> dict[str, ReviewerSeverity]:
    return {one.reviewer: one for part in found.parts for one in part.reviewers}


def test_the_severe_stand_first_with_their_sheets_and_means(scored: Edition) -> None:
    found = severity(scored, "qc-presenting")
    (part,) = found.parts

    assert (found.award, part.nominations, part.sheets, part.first) == ("qc-group", 4, 11, "qc-group-0001")
    assert part.reviewers[0].reviewer == "R01"
    assert reviewers(found)["R03"].sheets == 3
    # Six criteria each: 6 × (7 + 8 + 8.5) over three sheets.
    assert reviewers(found)["R03"].mean == Fraction(47)
    effects = [one.effect or Fraction(0) for one in part.reviewers]
    assert effects == sorted(effects)
    assert any(effects)
    assert part.share is not None
    assert 0 < part.share < 1
    assert "few-sheets" in {caveat.code for caveat in part.caveats}
    assert found.advice == "doubtful"


def test_who_is_withdrawn_and_left_out_is_not_read(scored: Edition) -> None:
    withdraw(scored, Leaving("R02", left_out=True), "利益冲突")
    assert set(reviewers(severity(scored, "qc-group"))) == {"R01", "R03"}


def test_open_sheets_are_not_read_but_said(assigned: Edition) -> None:
    mark(assigned, "qc-group-0001", "R01", 20, count=2)
    found = severity(assigned, "qc-group")

    assert found.parts == ()
    assert found.advice == "cannot"
    assert [(code, dict(params)) for code, params in found.caveats] == [("sheets-to-come", {"count": 12})]


def test_a_single_reviewer_is_shown_without_an_effect(filed: Edition, tmp_path: Path) -> None:
    rows = [row for n in (1, 2, 3) for row in papers.sheet_rows(f"qc-group-000{n}", "R01", 5 + n)]
    papers.file(filed, papers.scores(tmp_path, rows))
    found = severity(filed, "qc-group")

    assert reviewers(found)["R01"] == ReviewerSeverity("R01", 3, Fraction(42), None, None)
    assert [caveat.code for caveat in found.parts[0].caveats] == ["one-reviewer"]
    assert found.advice == "changes-nothing"
    assert found.parts[0].share is None


def test_an_award_that_is_not_there_is_refused(filed: Edition) -> None:
    with pytest.raises(Refusal) as refused:
        severity(filed, "qc-grou")
    assert refused.value.code == "list-unknown"
