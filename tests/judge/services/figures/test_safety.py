"""How safe places are, from filed sheets on: what was drawn, what is said, and what takes no part."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from judge.domain.refusal import Refusal
from judge.scoring.safety.contested import Safeness
from judge.services.editions.edition import Edition
from judge.services.figures.safety import Asked, ListSafety, Reach, safety
from tests.judge.services import small_papers as papers

POINTS = {"0001": (12, 11, 10), "0002": (9, 10, 12), "0003": (9, 9, 8), "0004": (7, 8, 6)}
"""Of three reviewers, the same points on every criterion as far as it has so many."""


def file_all(edition: Edition, folder: Path, table: Mapping[str, tuple[float, ...]] = POINTS) -> None:
    rows = [
        (f"qc-group-{code}", f"R0{m}", criterion, min(points, 10) if criterion == "sharing" else points)
        for code, row in table.items()
        for m, points in enumerate(row, 1)
        for criterion in papers.CRITERIA
    ]
    papers.file(edition, papers.scores(folder, rows))


def one(edition: Edition, key: str = "qc-group", asked: Asked | None = None) -> ListSafety:
    (found,) = safety(edition, [key], asked)
    return found


def drawn(found: ListSafety) -> dict[str, Reach | None]:
    return {line.listed.nomination.key[-4:]: line.drawn for line in found.lines}


def test_every_draw_of_three_reviewers_is_counted(assigned: Edition, tmp_path: Path) -> None:
    """Three groups in the first body, which has two seats, and one in the second."""
    file_all(assigned, tmp_path)
    found = one(assigned)
    assert (found.exhaustive, found.chances, found.draws, found.reviewers) == (True, 27, 10, 3)
    assert found.by_body
    assert found.has_line
    reach = drawn(found)
    # Only when the first reviewer is drawn thrice do 2 and 3 tie for the second seat.
    assert reach["0001"] == Reach(1, 2, Fraction(1), Fraction(0), Safeness.SAFE, exact=True)
    assert reach["0002"] == Reach(1, 2, Fraction(1), Fraction(1, 27), Safeness.SAFE, exact=True)
    assert reach["0003"] == Reach(3, 3, Fraction(1, 27), Fraction(1, 27), Safeness.UNLIKELY, exact=True)
    # Alone in a body with two seats.
    assert reach["0004"] == Reach(1, 1, Fraction(1), Fraction(0), Safeness.SAFE, exact=True)
    assert {said.code for said in found.caveats} == {"few-reviewers", "few-sheets"}


def test_places_are_the_list_s(assigned: Edition, tmp_path: Path) -> None:
    file_all(assigned, tmp_path)
    assert [(line.place, line.line.printed) for line in one(assigned).lines] == [
        (line.line.rank_in_body, line.line.printed) for line in one(assigned).ranked.lines
    ]


def test_who_is_undecided_is_in_no_draw_and_is_counted(assigned: Edition, tmp_path: Path) -> None:
    file_all(assigned, tmp_path, {code: row for code, row in POINTS.items() if code != "0002"})
    found = one(assigned)
    assert set(drawn(found)) == {"0001", "0003", "0004"}
    assert ("undecided", 1) in {(said.code, said.count) for said in found.caveats}


def test_nothing_ranked_is_said_and_not_counted(assigned: Edition) -> None:
    found = one(assigned)
    assert not found.lines
    assert {said.code for said in found.caveats} == {"nothing-ranked", "undecided"}
    (trusted,) = safety(assigned, ["trusted-team"])
    assert [said.code for said in trusted.caveats] == ["nothing-ranked"]


def test_a_list_of_those_whom_another_awards_has_ranges_and_no_line(
    assigned: Edition, tmp_path: Path
) -> None:
    file_all(assigned, tmp_path)
    found = one(assigned, "qc-presenting")
    assert not found.has_line
    assert {key: (reach.low, reach.high, reach.above) for key, reach in drawn(found).items() if reach} == {
        "0001": (1, 2, None),
        "0002": (1, 2, None),
        "0004": (1, 1, None),
    }


def test_the_model_is_asked_only_if_one_asks(assigned: Edition, tmp_path: Path) -> None:
    file_all(assigned, tmp_path)
    assert all(line.modelled is None for line in one(assigned).lines)
    found = one(assigned, asked=Asked(replicates=400, posterior=True))
    assert not found.refused
    assert found.variances["nomination"] > 0
    modelled = {line.listed.nomination.key[-4:]: line.modelled for line in found.lines}
    assert modelled["0004"] == Reach(1, 1, Fraction(1), Fraction(0), Safeness.SAFE, exact=True)
    assert modelled["0001"]
    assert modelled["0003"]
    assert (modelled["0001"].above or 0) > (modelled["0003"].above or 0)


def test_reviewers_who_agree_exactly_leave_the_model_nothing(assigned: Edition, tmp_path: Path) -> None:
    file_all(assigned, tmp_path, {"0001": (9, 9, 9), "0002": (9, 9, 9), "0003": (9, 9, 9), "0004": (9, 9, 9)})
    found = one(assigned, asked=Asked(posterior=True))
    assert found.refused == "unsettled"
    assert not found.variances
    reach = drawn(found)["0001"]
    # Three share the first place of two seats in every draw: nobody is safe, nobody is out of reach.
    assert reach == Reach(1, 1, Fraction(1), Fraction(1), Safeness.CONTESTED, exact=True)
    assert "all-equal" in {said.code for said in found.caveats}


def test_an_unknown_list_is_refused(assigned: Edition) -> None:
    with pytest.raises(Refusal) as refused:
        safety(assigned, ["nobel"])
    assert refused.value.code == "list-unknown"
