"""Merging on the screen in tests: an edition, returns of every sort, and somebody who presses keys."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from judge.services.editions.edition import Edition, make_edition
from judge.services.packets.merge_desk import MergeDesk
from judge.services.packets.passphrases import sealed
from judge.services.sheets.assigning import assign, plan_assignments
from judge.tui.merge_app import MergeApp
from rubrics.catalogue import load_builtin
from tests.judge.services import small_papers as papers
from tests.judge.services.packets.post import N1, N2, N3, Post
from tests.judge.tui.sitting import WIDE, Sitter

WORDS = "雪松 7"


def posted(folder: Path) -> Post:
    """An edition whose packets' returns lie in the folder `returns`."""
    season = folder / "season"
    season.mkdir()
    edition = make_edition(
        str(season / "2019.judge"), title="2019 年度评审", year=2019, programme=load_builtin("xinjiang_2019")
    )
    papers.file(edition, papers.quotas(season), papers.nominations(season), papers.reviewers(season))
    assign(edition, plan_assignments(edition, 3))
    returns = folder / "returns"
    returns.mkdir()
    return Post(edition, returns)


def every_sort(post: Post) -> Edition:
    """Returns of every sort: confirmed, to be confirmed, forked, spoilt, sealed."""
    known, hand, second, third = (post.issue(reviewer) for reviewer in ("R01", "R02", "R01", "R03"))
    known.mark(N1, "process", 3)
    post.take(known)
    (post.folder / "0001 R01.return").unlink()
    post.judge(known, N2)
    known.mark(N3, "process", 3)
    post.file(known.send(), "R01.judge-return")
    post.judge(hand, N1)
    post.file(hand.send(), "R02 [x].judge-return")
    second.mark(N2, "process", 9)
    second.known[N1] = b""
    post.file(second.send(), "R01 第二份.judge-return")
    third.mark(N1, "process", 5)
    post.file(third.send()[:-9], "R03.judge-return")
    post.file(sealed(third.send(), WORDS), "R03.judge-return.age")
    return post.edition


class Clerk(Sitter[MergeApp]):
    """The secretary at the merge screen."""

    async def press(self, *keys: str) -> None:
        """Press keys."""
        for key in keys:
            await self.pilot.press(key)

    async def look(self) -> None:
        """Select the folder of returns and look at it."""
        await self.press("space", "f2")
        await self.until(lambda: self.app.merge_screen.report is not None)
        await self.until(lambda: "F5" in self.says())


@asynccontextmanager
async def merging(post: Post, size: tuple[int, int] = WIDE) -> AsyncIterator[Clerk]:
    """The merge screen with somebody before it, notifications and tooltips on."""
    app = MergeApp(MergeDesk(post.edition), post.folder.parent)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        try:
            yield Clerk(app, pilot)
        finally:
            app.work.close()
