"""SIGKILL at random moments of scoring never loses a mark that the screen showed as saved."""

import random
import re
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from judge.services.audit.auditing import audit
from judge.services.editions.edition import make_edition, open_edition
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from rubrics.catalogue import load_builtin
from rubrics.scale import points_text
from tests.judge.services import small_papers as papers
from tests.terminal.terminal import Terminal

REVIEWERS = ("R01", "R02")
KILLS_EACH = 25
GROUP = "qc-group-0001"
SAVED = re.compile(r"(?P<points>\d+(?:\.\d)?) .*✓")
TITLES = ("Alignment", "Process", "Tools", "Results", "Front-line", "Sharing")


@pytest.fixture
def edition_path(tmp_path: Path) -> Path:
    edition = make_edition(
        str(tmp_path / "x.judge"), title="x", year=2019, programme=load_builtin("xinjiang_2019")
    )
    papers.file(
        edition,
        papers.quotas(tmp_path),
        papers.nominations(tmp_path, papers.GROUPS[:1]),
        papers.reviewers(tmp_path, count=2),
    )
    assign(edition, plan_assignments(edition, 2))
    edition.close()
    return tmp_path / "x.judge"


def shown_as_saved(rows: list[str]) -> dict[str, str]:
    """Points by criterion, for the rows of the grid that carry the sign for saved."""
    saved = {}
    for row in rows:
        for title, criterion in zip(TITLES, papers.CRITERIA, strict=True):
            mark = SAVED.search(row.partition(title)[2].partition(" ")[2])
            if title in row and mark:
                figures = re.findall(r"\d+(?:\.\d)?", row.partition(title)[2])
                saved[criterion] = figures[1]
    return saved


def score_and_kill(path: Path, reviewer: str, points: str, after: int, delay: float) -> dict[str, str]:
    """Mark all criteria, kill the process once so many were seen as saved, and say which were."""
    terminal = Terminal("score", str(path), "--as", reviewer)
    terminal.wait_for(lambda rows: any("Alignment" in row for row in rows))

    def saved(rows: list[str]) -> int:
        return sum(shown == points for shown in shown_as_saved(rows).values())

    # From the first line on, whichever one the desk opened at.
    terminal.type("\x1b[H")
    for _ in papers.CRITERIA:
        terminal.type(f"{points}\r")
    terminal.wait_for(lambda rows: saved(rows) >= after)
    until = time.monotonic() + delay
    while time.monotonic() < until:
        terminal.read(0.002)
    terminal.kill()
    return shown_as_saved(terminal.rows())


def kill_often(path: Path, reviewer: str) -> None:
    """Kill before, between and after saves; every mark seen as saved must be in the edition."""
    chance = random.Random(reviewer)  # noqa: S311 - moments, not secrets
    for kill in range(KILLS_EACH):
        # Points that no line can still show from an earlier round: every line is written every seventh.
        points = f"{kill % 20 / 2 + 0.5:.1f}"
        after = kill % (len(papers.CRITERIA) + 1)
        saved = score_and_kill(path, reviewer, points, after, chance.uniform(0, 0.03))
        edition = open_edition(str(path))
        page = Desk(edition, reviewer).page(GROUP)
        edition.close()
        step = page.rubric.step
        kept = {k: points_text(mark.ticks or 0, step, aligned=True) for k, mark in page.sheet.marks.items()}
        # A frame may lag behind: where it still showed the mark of an earlier round, the new one may be kept.
        lost = {key: shown for key, shown in saved.items() if kept.get(key) not in {shown, points}}
        assert lost == {}
        assert sum(shown == points for shown in saved.values()) >= after


@pytest.mark.slow
def test_no_kill_loses_a_mark_that_the_screen_showed_as_saved(edition_path: Path) -> None:
    with ThreadPoolExecutor(len(REVIEWERS)) as pool:
        list(pool.map(lambda reviewer: kill_often(edition_path, reviewer), REVIEWERS))
    edition = open_edition(str(edition_path))
    assert audit(edition).faults == ()
    edition.close()
