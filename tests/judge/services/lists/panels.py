"""Panels at work: what reviewers have given, sheet by sheet."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from judge.domain.sheet import Mark, Sheet
from judge.services.editions.edition import Edition
from judge.services.lists.ranking import ListedNomination, rank
from judge.services.sheets.desk import Desk
from tests.judge.services.small_papers import CRITERIA

FIRST, SECOND, THIRD, FOURTH = (f"qc-group-000{n}" for n in (1, 2, 3, 4))
GROUPS = (FIRST, SECOND, THIRD, FOURTH)
REVIEWERS = ("R01", "R02", "R03")


def mark(edition: Edition, nomination: str, reviewer: str, ticks: int, count: int = len(CRITERIA)) -> Sheet:
    """Give the first `count` criteria the same mark."""
    desk = Desk(edition, reviewer)
    sheet = desk.page(nomination).sheet
    for criterion in CRITERIA[:count]:
        sheet = desk.set_mark(nomination, criterion, Mark(ticks), sheet.revision)
    return sheet


def submit(edition: Edition, nomination: str, reviewer: str, ticks: int) -> None:
    """Mark a whole sheet and hand it in."""
    sheet = mark(edition, nomination, reviewer, ticks)
    Desk(edition, reviewer).submit(nomination, sheet.revision, 1)


def line(edition: Edition, nomination: str, key: str = "qc-group") -> ListedNomination:
    """A nomination's line on a list."""
    return next(one for one in rank(edition, key).lines if one.nomination.key == nomination)


@contextmanager
def elsewhere() -> Iterator[None]:
    """Reviewers who work where no word of a ruling comes; their acts are in the ledger all the same."""
    with patch("judge.services.sheets.acts.check_open"):
        yield
