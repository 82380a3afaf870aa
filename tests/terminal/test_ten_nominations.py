"""Ten nominations scored in a real terminal by keys alone, the process killed, and all of it there."""

import re
import time
from functools import partial
from pathlib import Path

import pytest

from judge.domain.sheet import SheetState
from judge.services.audit.auditing import audit
from judge.services.editions.edition import make_edition, open_edition
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from rubrics.catalogue import load_builtin
from rubrics.scale import read_points
from tests.judge.services import small_papers as papers
from tests.terminal.terminal import Terminal

NOMINATIONS = 10
POINTS = ("12.5", "21", "9", "18", "12", "7.5")
"""A point of each criterion, in the rubric's order; the last nomination is left open."""


@pytest.fixture
def edition_path(tmp_path: Path) -> Path:
    edition = make_edition(
        str(tmp_path / "x.judge"), title="x", year=2019, programme=load_builtin("xinjiang_2019")
    )
    groups = [f"第{number}QC小组" for number in range(NOMINATIONS)]
    papers.file(
        edition,
        papers.quotas(tmp_path),
        papers.nominations(tmp_path, groups),
        papers.reviewers(tmp_path, count=1),
    )
    assign(edition, plan_assignments(edition, 1))
    edition.close()
    return tmp_path / "x.judge"


def on_desk(name: str, rows: list[str]) -> bool:
    return any(name in row for row in rows)


def marked(rows: list[str], count: int) -> bool:
    return any(re.search(rf"{count} of {len(POINTS)} marked", row) for row in rows)


def test_ten_nominations_by_keys_alone_survive_a_kill(edition_path: Path) -> None:
    terminal = Terminal("score", str(edition_path), "--as", "R01")
    for number in range(NOMINATIONS):
        terminal.wait_for(partial(on_desk, f"第{number}QC小组 ·"))
        terminal.type("".join(f"{points}\r" for points in POINTS))
        terminal.wait_for(lambda rows: marked(rows, len(POINTS)))
        if number < NOMINATIONS - 1:
            terminal.type("\x1bOQ")  # F2
            terminal.wait_for(lambda rows: any("● submitted" in row for row in rows))
            terminal.type("]")
    terminal.wait_for(lambda rows: any("✓ saved" in row for row in rows[:1]))
    terminal.kill()

    edition = open_edition(str(edition_path))
    desk = Desk(edition, "R01")
    queue = desk.queue()
    assert [item.state for item in queue] == [SheetState.SUBMITTED] * (NOMINATIONS - 1) + [SheetState.OPEN]
    for item in queue:
        page = desk.page(item.nomination)
        expected = [
            read_points(points, page.rubric.step, criterion.full_ticks)
            for points, criterion in zip(POINTS, page.rubric.criteria, strict=True)
        ]
        assert [page.sheet.marks[criterion.key].ticks for criterion in page.rubric.criteria] == expected
    assert audit(edition).faults == ()
    edition.close()

    began = time.monotonic()
    again = Terminal("score", str(edition_path), "--as", "R01")
    again.wait_for(lambda rows: marked(rows, len(POINTS)) and any("9 of 10 submitted" in row for row in rows))
    again.kill()
    assert time.monotonic() - began < 30
