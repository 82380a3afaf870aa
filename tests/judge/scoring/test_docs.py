"""The example of docs/method.md, recomputed from its own tables."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from judge.domain.standing import RankedLine
from judge.scoring.award import award_list
from judge.scoring.award_list import AwardList
from judge.scoring.breakers import names
from judge.scoring.method import Method
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


def listed(given: Sequence[Sheet], method: Method | None = None) -> AwardList:
    bodies = nomination_frame({sheet.nomination: 0 for sheet in given})
    return award_list(mark_frame(given), sheet_frame(given), bodies, RUBRIC, seats=(2,), method=method)


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


@pytest.mark.parametrize("chain", ['["criterion:c0", "median"]', '["top-marks", "median"]'])
def test_with_breakers_it_is_the_list_of_the_page(chain: str) -> None:
    """The table is of the second chain; the first gives the same places by its own first breaker."""
    text = PAGE.read_text(encoding="utf-8")
    assert f"`ties = {chain}`" in text
    ties = tuple(tomllib.loads(f"ties = {chain}")["ties"])
    lines = list(listed([sheet for sheet, _ in sheets()], Method(ties=ties)).lines())
    decided = ties[0] if ties[0].startswith("criterion:") else "median"
    wanted = list(table("| nomination | broken"))
    assert [[str(line.nomination), str(line.rank or "—")] for line in lines] == [
        [name.split()[0], place] for name, _broken, place, _standing in wanted
    ]
    said = [f"{line.standing} {line.reserve_place or ''}".strip() for line in lines]
    assert said == [standing for *_, standing in wanted]
    ahead, behind = lines[1], lines[2]
    assert (ahead.ahead_by, behind.behind_by) == (decided, decided)
    assert [broken for _, broken, *_ in wanted] == ["", "before 3 by median", "behind 1 by median", "", ""]


def test_rounded_and_weighed_they_are_the_figures_of_the_page() -> None:
    given = [sheet for sheet, _ in sheets()]
    weights = {"c0": Fraction(2), "c1": Fraction(1, 2), "c2": Fraction(0)}
    up, even, weighed = (
        {line.nomination: line for line in listed(given, method).lines()}
        for method in (
            Method(decimals=1),
            Method(decimals=1, rounding="half-even"),
            Method(weights=weights),
        )
    )
    for name, *wanted in table("| nomination | half up"):
        code = int(name.split()[0])
        one = weighed[code]
        assert [up[code].printed, even[code].printed, str(one.score), str(one.rank)] == wanted


def test_the_settings_and_breakers_of_the_page_are_those_there_are() -> None:
    rows = {name.strip("`"): default for name, default, _takes in table("| setting | default")}
    both = rows.pop("drop_high`, `drop_low")
    assert both == "`1`, `1`"
    defaults = Method().to_mapping()
    assert rows.keys() | {"drop_high", "drop_low"} == defaults.keys()
    for name, default in rows.items():
        written = f"{name} = {default.strip('`')}"
        assert default == "none" or tomllib.loads(written)[name] == defaults[name]
    breakers = [name.strip("`") for name, _what in table("| name | what it is")]
    assert set(breakers) == {*names.NAMES, "criterion:KEY"}
