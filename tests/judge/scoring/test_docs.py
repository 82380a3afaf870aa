"""The example of docs/method.md, recomputed from its own tables."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from judge.domain.standing import RankedLine
from judge.scoring.award import award_list
from judge.scoring.award_list import AwardList
from judge.scoring.panel import read_panel
from judge.scoring.totals import sheet_totals
from tests.judge.scoring.panels import NA, Sheet, mark_frame, nomination_frame, rubric, sheet_frame

PAGE = Path(__file__).parents[3] / "docs" / "method.md"
RUBRIC = rubric(60, 80, 60, optional=(2,))


def table(heading: str) -> Iterator[list[str]]:
    """The rows under the heading row that begins with `heading`."""
    lines = iter(PAGE.read_text(encoding="utf-8").splitlines())
    next(line for line in lines if line.startswith(heading))
    next(lines)
    for line in lines:
        if not line.startswith("|"):
            return
        yield [cell.strip() for cell in line.strip("|").split("|")]


def ticks(written: str) -> int | None:
    return NA if written == "n/a" else int(Fraction(written) * 2)


def sheets() -> Iterator[tuple[Sheet, str]]:
    """Every sheet of the example with the total that the page gives it."""
    for name, *cells in table("| nomination | R1"):
        code = int(name.split()[0])
        for reviewer, cell in enumerate(cells):
            if "=" not in cell:
                yield Sheet(code, reviewer, (), cell), ""
                continue
            marks, total = cell.split("=")
            yield Sheet(code, reviewer, tuple(map(ticks, marks.split()))), total


@pytest.fixture(scope="module")
def made() -> AwardList:
    return listed([sheet for sheet, _ in sheets()])


def listed(given: Sequence[Sheet]) -> AwardList:
    bodies = nomination_frame({sheet.nomination: 0 for sheet in given})
    return award_list(mark_frame(given), sheet_frame(given), bodies, RUBRIC, seats=(2,))


def as_row(line: RankedLine) -> list[str]:
    return [
        str(line.nomination),
        f"{line.sheets_counted}/{line.sheets_expected}",
        str(line.score or "—"),
        line.printed or "—",
        str(line.rank or "—"),
        f"{line.standing} {line.reserve_place or ''}".strip(),
        ", ".join(line.reasons),
    ]


def test_the_totals_are_those_of_the_page() -> None:
    given = [sheet for sheet, _ in sheets()]
    bodies = nomination_frame({sheet.nomination: 0 for sheet in given})
    panel = read_panel(mark_frame(given), sheet_frame(given), bodies, RUBRIC)
    totals = sheet_totals(panel)
    written = [Fraction(total.strip()) for _, total in sheets() if total]
    assert [totals.fraction(at) for at in range(len(written))] == written


def test_the_list_is_that_of_the_page(made: AwardList) -> None:
    wanted = [[name.split()[0], *rest] for name, *rest in table("| nomination | sheets")]
    assert [as_row(line) for line in made.lines()] == wanted
    assert made.straddles


def test_closed_by_ruling_it_is_the_list_of_the_page() -> None:
    given = [sheet for sheet, _ in sheets()]
    closed = [replace(sheet, state="absent") if sheet.state == "open" else sheet for sheet in given]
    wanted = [[name.split()[0], *rest] for name, *rest in table("| nomination | counted")]
    assert [as_row(line) for line in listed(closed).lines()] == wanted
