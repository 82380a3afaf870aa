"""The screen of panels in tests: an edition with a panel in sections, and somebody who presses keys."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Paste

from judge.services.editions.edition import Edition, make_edition
from judge.services.panels.desk import PanelDesk
from judge.services.panels.standing import Member, panels
from judge.services.panels.stating import SeatWish, state_reviewer, state_seat
from judge.tui.own import Own
from judge.tui.panel_app import PanelApp
from rubrics.catalogue import load_builtin
from tests.judge.services import small_papers as papers
from tests.judge.tui.sitting import WIDE, Sitter

GROUPS = "qc-group"


def with_panels(folder: Path) -> Edition:
    """Four groups and six reviewers, of whom two sit in sections and one presides."""
    made = make_edition(
        str(folder / "2019.judge"), title="2019 年度评审", year=2019, programme=load_builtin("xinjiang_2019")
    )
    papers.file(made, papers.quotas(folder), papers.nominations(folder), papers.reviewers(folder, count=6))
    state_seat(made, "R01", SeatWish(GROUPS, role="chair"))
    state_seat(made, "R02", SeatWish(GROUPS, "A"))
    state_seat(made, "R03", SeatWish(GROUPS, "B"))
    state_reviewer(
        made, "R02", lambda said: said._replace(aliases=("油田公司", "[/x]"), load_limit=30, phone="138")
    )
    state_reviewer(made, "R06", lambda said: said._replace(standing="replaced", successor="R05"))
    return made


class Office(Sitter[PanelApp]):
    """Somebody at the screen."""

    async def press(self, *keys: str) -> None:
        """Press keys."""
        for key in keys:
            await self.pilot.press(key)

    async def types(self, text: str) -> None:
        """Put text on the line that has the keyboard, as a paste does."""
        self.app.post_message(Paste(text))
        await self.pilot.pause()


@asynccontextmanager
async def at_the_panels(
    edition: Edition, size: tuple[int, int] = WIDE, own: Own | None = None
) -> AsyncIterator[Office]:
    """The screen with somebody before it, notifications and tooltips on."""
    app = PanelApp(PanelDesk(edition), own)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        try:
            office = Office(app, pilot)
            await office.until(lambda: app.panel_screen.looked)
            yield office
        finally:
            app.work.close()


def member(edition: Edition, key: str) -> Member:
    return next(one for one in panels(edition).members if one.key == key)


def sections(edition: Edition) -> dict[str, tuple[str, bool]]:
    return {key: (one.section, one.anchor) for key, one in panels(edition).sections.items()}
