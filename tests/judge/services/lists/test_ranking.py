"""From filed sheets to standings, through the whole stack."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from judge.domain.refusal import Refusal
from judge.domain.standing import Standing
from judge.scoring.method import Method
from judge.services.editions.edition import Edition
from judge.services.lists.ranking import list_keys, rank, rank_lists
from tests.judge.services import small_papers as papers

POINTS = {"qc-group-0001": 9, "qc-group-0002": 8, "qc-group-0003": 8, "qc-group-0004": 7}


def file_all(edition: Edition, folder: Path, points: Mapping[str, float]) -> None:
    rows = [
        row
        for nomination, given in points.items()
        for reviewer in ("R01", "R02", "R03")
        for row in papers.sheet_rows(nomination, reviewer, given)
    ]
    papers.file(edition, papers.scores(folder, rows))


def standings(edition: Edition, key: str) -> list[tuple[str, int | None, str, str]]:
    return [
        (listed.nomination.key, listed.line.rank, listed.line.printed, listed.line.standing.value)
        for listed in rank(edition, key).lines
    ]


def test_seats_go_by_score_and_a_tie_across_the_cut_line_is_left_to_the_chair(
    assigned: Edition, tmp_path: Path
) -> None:
    file_all(assigned, tmp_path, POINTS)
    # Hami has two seats and three groups: one clear, two tied for the second seat.
    assert standings(assigned, "qc-group") == [
        ("qc-group-0001", 1, "54.00", "awarded"),
        ("qc-group-0002", 2, "48.00", "undecided"),
        ("qc-group-0003", 2, "48.00", "undecided"),
        ("qc-group-0004", 4, "42.00", "awarded"),
    ]


def test_presenting_seats_are_filled_from_the_awarded_that_applied(assigned: Edition, tmp_path: Path) -> None:
    file_all(assigned, tmp_path, {**POINTS, "qc-group-0003": 6})
    assert standings(assigned, "qc-presenting") == [
        ("qc-group-0001", 1, "54.00", "awarded"),
        ("qc-group-0002", 2, "48.00", "reserve"),
        ("qc-group-0004", 3, "42.00", "awarded"),
    ]


def test_an_unfinished_panel_never_ranks_as_complete(assigned: Edition, tmp_path: Path) -> None:
    rows = papers.sheet_rows("qc-group-0001", "R01", 10)
    papers.file(assigned, papers.scores(tmp_path, rows))
    (first, *_) = rank(assigned, "qc-group").lines
    assert (first.nomination.key, first.line.rank, first.line.standing) == (
        "qc-group-0001",
        None,
        Standing.UNDECIDED,
    )
    assert set(first.line.reasons) == {"too-few-sheets", "sheet-open"}


def test_an_award_without_quota_is_ranked_with_no_cut_line(edition: Edition) -> None:
    assert list_keys(edition) == (
        "qc-group",
        "qc-presenting",
        "trusted-team",
        "qc-enterprise",
        "qc-promoter",
        "team-enterprise",
        "team-individual",
    )
    assert all(ranked.lines == () for ranked in rank_lists(edition))


def test_another_method_is_a_question_not_a_change(assigned: Edition, tmp_path: Path) -> None:
    rows = [
        row
        for reviewer, given in (("R01", 9), ("R02", 9), ("R03", 3))
        for row in papers.sheet_rows("qc-group-0004", reviewer, given)
    ]
    papers.file(assigned, papers.scores(tmp_path, rows))
    by_median = rank(assigned, "qc-group", Method(combine="median")).lines[0].line.printed
    assert (by_median, rank(assigned, "qc-group").lines[0].line.printed) == ("54.00", "42.00")


def test_an_unknown_list_is_refused_with_those_known(edition: Edition) -> None:
    with pytest.raises(Refusal) as refused:
        rank(edition, "beauty")
    assert refused.value.code == "list-unknown"
    assert "qc-group" in refused.value.params["known"]  # type: ignore[operator]
