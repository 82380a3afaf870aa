"""The example of docs/reviewers.md, recomputed from its own table."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from judge.scoring.reviewers.profiles import Profile, profiles
from judge.scoring.reviewers.shrunken import shrunken
from judge.scoring.reviewers.words import FEWEST, LEVEL, Lack, Notice
from judge.scoring.severity.unsettled import Unsettled
from tests.judge.scoring.reviewers.tables import SHROUT_FLEISS, Totals, by_totals

PAGE = (Path(__file__).parents[4] / "docs" / "reviewers.md").read_text(encoding="utf-8")


def table(heading: str) -> Iterator[list[str]]:
    """The rows under the heading row that begins with `heading`."""
    lines = iter(PAGE.splitlines())
    next(line for line in lines if line.startswith(heading))
    next(lines)
    for line in lines:
        if not line.startswith("|"):
            return
        yield [cell.strip() for cell in line.strip("|").split("|")]


def given() -> Totals:
    return {int(n): dict(enumerate(map(int, row), 1)) for n, *row in table("| target |")}


def told(value: float | Fraction | None) -> str:
    return (str(value) if isinstance(value, Fraction) else f"{value:.2f}").replace("-", "−")


def as_row(one: Profile, effect: float) -> list[str]:
    follows = one.following
    return [
        f"J{one.reviewer}",
        told(one.severity.points),
        told(one.severity.error),
        told(effect),
        told(one.spread.ratio),
        told(follows.correlation),
        f"{told(follows.low)} to {told(follows.high)}",
        told(follows.mean_square),
        ", ".join(one.notices),
    ]


def test_the_page_s_figures_come_out() -> None:
    panel = by_totals(given(), 10)
    effects = shrunken(panel).effects

    assert given() == SHROUT_FLEISS
    rows = [as_row(one, effects[one.reviewer].points) for one in profiles(panel)]
    assert list(table("| judge |")) == rows


def test_the_page_tells_every_word_and_every_reason() -> None:
    words = (*Notice, *Lack, *Unsettled)
    assert [word for word in words if f"`{word}`" not in PAGE] == []
    assert (FEWEST, LEVEL) == (6, 0.05)
    assert "from six sheets on" in PAGE
    assert "at 5 %" in PAGE
