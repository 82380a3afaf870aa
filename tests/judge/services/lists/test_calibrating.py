"""Calibrated lists of an edition: refused by key where they must be, sections as the office stated them."""

from pathlib import Path

import pytest

from judge.domain.refusal import Refusal
from judge.ledger.panel_acts import Section
from judge.scoring.method import Method
from judge.services.editions.edition import Edition
from judge.services.lists.ranking import RankedList, rank
from judge.services.panels.stating import state_sections
from tests.judge.services import small_papers as papers

GROUPS = tuple(f"qc-group-000{n}" for n in (1, 2, 3, 4))
BY = {1: ("R01", "R02"), 2: ("R01", "R02"), 3: ("R03", "R04"), 4: ("R03", "R04")}
"""Two rooms of two reviewers each; the second gives two points less on each of six criteria."""


@pytest.fixture
def rooms(edition: Edition, tmp_path: Path) -> Edition:
    sent = (papers.quotas(tmp_path), papers.nominations(tmp_path), papers.reviewers(tmp_path, 4))
    papers.file(edition, *sent)
    rows = [
        row
        for n, pair in BY.items()
        for at, reviewer in enumerate(pair)
        for row in papers.sheet_rows(
            f"qc-group-000{n}", reviewer, 6 + n % 2 * 1.5 + (at * n) % 2 / 2 - 2 * (n > 2)
        )
    ]
    papers.file(edition, papers.scores(tmp_path, rows))
    return edition


def ranked(edition: Edition, calibrate: str) -> RankedList:
    return rank(edition, "qc-group", Method(combine="mean", min_sheets=2, calibrate=calibrate))


def refusal(edition: Edition, calibrate: str) -> Refusal:
    with pytest.raises(Refusal) as refused:
        ranked(edition, calibrate)
    return refused.value


def test_rooms_that_share_nobody_are_refused_by_key(rooms: Edition) -> None:
    said = refusal(rooms, "severity")
    assert said.code == "panel-not-connected"
    assert dict(said.params) == {
        "award": "qc-group",
        "count": 2,
        "examples": ("qc-group-0001 (R01, R02)", "qc-group-0003 (R03, R04)"),
    }


def test_sections_as_stated_are_evened_out(rooms: Edition) -> None:
    state_sections(rooms, {key: Section("AB"[at // 2]) for at, key in enumerate(GROUPS)})
    found = ranked(rooms, "section")

    assert found.calibration is not None
    assert [(one.section, one.nominations) for one in found.calibration.shifts] == [("A", 2), ("B", 2)]
    by_key = {one.nomination.key: one.line for one in found.lines}
    assert by_key["qc-group-0001"].score == by_key["qc-group-0003"].score
    raw = {key: line.raw for key, line in by_key.items()}
    first, third = raw["qc-group-0001"], raw["qc-group-0003"]
    assert first is not None
    assert third is not None
    assert first.score - third.score == 12
    assert (first.rank, third.rank) == (1, 3)
    assert (by_key["qc-group-0001"].rank, by_key["qc-group-0003"].rank) == (1, 1)


def test_a_nomination_of_no_section_is_named(rooms: Edition) -> None:
    state_sections(rooms, {key: Section("A") for key in GROUPS[:3]})
    said = refusal(rooms, "section")
    assert said.code == "nominations-without-section"
    assert (said.params["count"], said.params["nominations"]) == (1, ("qc-group-0004",))


def test_whoever_has_no_spread_is_named(rooms: Edition, tmp_path: Path) -> None:
    papers.file(rooms, papers.scores(tmp_path, papers.sheet_rows(GROUPS[3], "R02", 4), "more.csv"))
    assert ranked(rooms, "z-score").calibration is not None
    papers.file(rooms, papers.reviewers(tmp_path, 5))
    papers.file(rooms, papers.scores(tmp_path, papers.sheet_rows(GROUPS[0], "R05", 4), "last.csv"))
    said = refusal(rooms, "z-score")
    assert (said.code, said.params["reviewers"]) == ("reviewers-not-standardised", ("R05",))


def test_lists_of_awards_without_a_sheet_stay_as_they_are(rooms: Edition) -> None:
    for calibrate in ("severity", "z-score", "section"):
        method = Method(combine="mean", min_sheets=2, calibrate=calibrate)
        found = rank(rooms, "trusted-team", method)
        assert found.lines == ()
        assert found.calibration is not None
        assert [caveat.code for caveat in found.calibration.caveats] == ["no-score"]
