"""Reviewers of an edition: by the sheets that count under rulings, in the order that the ledger knows."""

from fractions import Fraction
from pathlib import Path

import pytest

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark
from judge.scoring.reviewers.words import Lack
from judge.services.editions.edition import Edition
from judge.services.figures.reviewers import AwardReviewers, _handed_in, reviewers
from judge.services.lists.withdrawing import Leaving, withdraw
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from judge.services.sheets.returning import return_sheet
from judge.store.queries.submissions import Submission
from tests.judge.scoring.reviewers.tables import by_totals
from tests.judge.services import small_papers as papers

GROUPS = tuple(f"晨光{n}小组" for n in range(1, 9))
POINTS = {"R01": 9, "R02": 8, "R03": 6}
"""What each gives every criterion of the first nomination, and half a point less of each later one."""


@pytest.fixture
def season(edition: Edition, tmp_path: Path) -> Edition:
    """Eight groups, each assigned to all three reviewers."""
    papers.file(
        edition,
        papers.quotas(tmp_path, groups=9),
        papers.nominations(tmp_path, GROUPS),
        papers.reviewers(tmp_path),
    )
    assign(edition, plan_assignments(edition, 3))
    return edition


def points(reviewer: str, number: int) -> float:
    return POINTS[reviewer] - number / 2 + (number % 3 if reviewer == "R02" else 0)


def file_tables(edition: Edition, folder: Path) -> None:
    rows = [
        row
        for number in range(1, 9)
        for reviewer in POINTS
        for row in papers.sheet_rows(f"qc-group-000{number}", reviewer, points(reviewer, number))
    ]
    papers.file(edition, papers.scores(folder, rows))


def submit(edition: Edition, reviewer: str, number: int) -> None:
    desk, key = Desk(edition, reviewer), f"qc-group-000{number}"
    revision = desk.page(key).sheet.revision
    for criterion in desk.page(key).rubric.criteria:
        revision = desk.set_mark(
            key, criterion.key, Mark(int(points(reviewer, number) * 2)), revision
        ).revision
    desk.submit(key, revision, 1)


def by_key(found: AwardReviewers) -> dict[str, Fraction | None]:
    return {found.keys[one.reviewer]: one.severity.points for one in found.profiles}


def test_figures_with_keys_and_names_and_no_order_for_tables(season: Edition, tmp_path: Path) -> None:
    file_tables(season, tmp_path)

    found = reviewers(season, "qc-group")

    totals = {r: [6 * points(r, n) for n in range(1, 9)] for r in POINTS}
    mean = {r: sum(column) / 8 for r, column in totals.items()}
    assert by_key(found) == {
        "R01": mean["R01"] - (mean["R02"] + mean["R03"]) / 2,
        "R02": mean["R02"] - (mean["R01"] + mean["R03"]) / 2,
        "R03": mean["R03"] - (mean["R01"] + mean["R02"]) / 2,
    }
    assert [found.names[one.reviewer] for one in found.profiles] == ["评委1", "评委2", "评委3"]
    assert {one.drift.lack for one in found.profiles} == {Lack.NO_ORDER}
    assert (found.nominations, found.figures) == (8, 3 * 4)
    assert len(found.shrunken.effects) == 3


def test_sheets_handed_in_at_the_desk_have_their_order(season: Edition) -> None:
    for reviewer in POINTS:
        for number in (5, 2, 8, 1, 7, 3, 6, 4):
            submit(season, reviewer, number)

    found = reviewers(season, "qc-group")

    first = found.profiles[0].drift
    assert first.sheets == 8
    # By hand: R01 lies above the others by 9 and less what R02 gets more in every third nomination.
    apart = [9 - 3 * (number % 3) for number in (5, 2, 8, 1, 7, 3, 6, 4)]
    middle, mean = 3.5, sum(apart) / 8
    slope = sum((at - middle) * (one - mean) for at, one in enumerate(apart)) / 42
    assert first.slope == pytest.approx(10 * slope)


def test_a_sheet_that_came_from_a_table_has_no_place_in_the_order(season: Edition, tmp_path: Path) -> None:
    for number in range(1, 8):
        submit(season, "R01", number)
    rows = papers.sheet_rows("qc-group-0008", "R01", points("R01", 8))
    for reviewer in ("R02", "R03"):
        for number in range(1, 9):
            rows += papers.sheet_rows(f"qc-group-000{number}", reviewer, points(reviewer, number))
    papers.file(season, papers.scores(tmp_path, rows))

    one, *others = reviewers(season, "qc-group").profiles

    assert (one.shared, one.drift.sheets) == (8, 7)
    assert {other.drift.lack for other in others} == {Lack.NO_ORDER}


def test_what_a_ruling_leaves_out_is_not_looked_at(season: Edition, tmp_path: Path) -> None:
    file_tables(season, tmp_path)
    withdraw(season, Leaving("R03", left_out=True), "回避")

    found = reviewers(season, "qc-group")

    assert by_key(found).keys() == {"R01", "R02"}
    assert by_key(found)["R01"] == -(by_key(found)["R02"] or 0)


def test_an_award_without_sheets_has_nobody(season: Edition) -> None:
    found = reviewers(season, "trusted-team")

    assert (found.profiles, found.figures) == ((), 0)
    with pytest.raises(Refusal) as refused:
        reviewers(season, "trusted-teams")
    assert refused.value.code == "list-unknown"


def test_a_sheet_that_was_given_back_takes_its_last_place(season: Edition) -> None:
    for reviewer in POINTS:
        for number in range(1, 9):
            submit(season, reviewer, number)
    return_sheet(season, "qc-group-0001", "R01", "请核对")
    desk = Desk(season, "R01")
    desk.submit("qc-group-0001", desk.page("qc-group-0001").sheet.revision, 1)

    first = reviewers(season, "qc-group").profiles[0].drift

    apart = [9 - 3 * (number % 3) for number in (2, 3, 4, 5, 6, 7, 8, 1)]
    slope = sum((at - 3.5) * (one - sum(apart) / 8) for at, one in enumerate(apart)) / 42
    assert first.slope == pytest.approx(10 * slope)


def test_of_several_pens_the_one_with_most_sheets_is_read() -> None:
    panel = by_totals({n: {1: n, 2: n} for n in range(5)})
    known = [
        *(Submission(n, 1, "R01@edition", 90 - n) for n in (0, 1)),
        *(Submission(n, 1, "R01@0f2c9d31e6b7a845", 10 + n) for n in (2, 3, 4)),
        Submission(3, 2, "R02@edition", 7),
    ]

    places = _handed_in(panel, known)

    # Sheets by nomination, then reviewer.
    assert places.tolist() == [-1, -1, -1, -1, 12, -1, 13, 7, 14, -1]
