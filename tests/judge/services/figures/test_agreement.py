"""Agreement on an edition's sheets: what is published comes out, and what does not count is not read."""

from pathlib import Path

import pytest

from judge.domain.refusal import Refusal
from judge.scoring.agreement.alpha import Level
from judge.scoring.agreement.intraclass import Form
from judge.services.editions.edition import Edition
from judge.services.figures.agreement import agreement
from tests.judge.services import small_papers as papers

POINTS = ((12, 10, 14), (6, 4, 9), (15, 12, 15), (9, 9, 10))
"""Four groups by three reviewers, the same points on every criterion as far as it has so many."""


def score(edition: Edition, folder: Path, table: tuple[tuple[float, ...], ...]) -> None:
    rows = [
        (f"qc-group-000{n}", f"R0{m}", criterion, min(points, 10) if criterion == "sharing" else points)
        for n, row in enumerate(table, 1)
        for m, points in enumerate(row, 1)
        for criterion in papers.CRITERIA
    ]
    papers.file(edition, papers.scores(folder, rows))


def test_the_figures_of_one_complete_block(assigned: Edition, tmp_path: Path) -> None:
    score(assigned, tmp_path, POINTS)

    found = agreement(assigned, "qc-group")

    assert (found.nominations, found.shared, found.reviewers, found.total.ratings) == (4, 4, 3, 12)
    (alignment, *_others) = found.criteria

    (block,) = alignment.blocks
    assert block.reviewers == ("R01", "R02", "R03")
    assert block.intraclass[Form.FIXED].value == pytest.approx(_icc_fixed(POINTS))
    assert alignment.alpha[Level.INTERVAL] == pytest.approx(_alpha(POINTS))


def _icc_fixed(table: tuple[tuple[float, ...], ...]) -> float:
    n, k = len(table), len(table[0])
    mean = sum(map(sum, table)) / (n * k)
    rows = [sum(row) / k for row in table]
    columns = [sum(column) / n for column in zip(*table, strict=True)]
    between = k * sum((row - mean) ** 2 for row in rows) / (n - 1)
    residual = sum((table[i][j] - rows[i] - columns[j] + mean) ** 2 for i in range(n) for j in range(k)) / (
        (n - 1) * (k - 1)
    )
    return float((between - residual) / (between + (k - 1) * residual))


def _alpha(table: tuple[tuple[float, ...], ...]) -> float:
    values = [value for row in table for value in row]
    observed = sum((a - b) ** 2 for row in table for a in row for b in row) / (len(table[0]) - 1)
    expected = sum((a - b) ** 2 for a in values for b in values) / (len(values) - 1)
    return 1 - observed / expected


def test_sheets_that_do_not_count_are_not_read(assigned: Edition, tmp_path: Path) -> None:
    open_sheet = [row for row in papers.sheet_rows("qc-group-0001", "R01", 8) if row[2] != "sharing"]
    papers.file(assigned, papers.scores(tmp_path, open_sheet))

    found = agreement(assigned, "qc-group")

    assert found.total.ratings == 0
    assert found.total.alpha[Level.INTERVAL] is None
    assert found.total.blocks == ()


def test_a_quota_category_means_its_award_and_nothing_else_is_guessed(assigned: Edition) -> None:
    assert agreement(assigned, "qc-presenting").award == "qc-group"
    with pytest.raises(Refusal) as refused:
        agreement(assigned, "qc-grou")
    assert refused.value.code == "list-unknown"
