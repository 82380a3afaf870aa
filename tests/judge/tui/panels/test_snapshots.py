"""What the screen of panels looks like; `make snapshots` after a change that is meant."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from judge.locale import speak
from judge.services.editions.edition import Edition
from judge.services.panels.desk import PanelDesk
from judge.tui.panel_app import PanelApp
from tests.judge.tui.panels.office import Office
from tests.judge.tui.sitting import SMALL, WIDE

Compare = Callable[..., bool]

PLACES = {
    "reviewers": ("down",),
    "card": ("down", "enter", "down", "down", "down", "down", "backspace", "x", "down"),
    "sections": ("g", "2", "space", "1"),
}


@pytest.mark.slow
@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
@pytest.mark.parametrize("tongue", ["zh", "en"])
@pytest.mark.parametrize("place", PLACES)
def test_each_place_at_both_sizes_in_both_languages(
    snap_compare: Compare, edition: Edition, place: str, tongue: str, size: tuple[int, int]
) -> None:
    speak(tongue)
    app = PanelApp(PanelDesk(edition))

    async def walk(pilot: Pilot[None]) -> None:
        office = Office(app, pilot)
        await office.until(lambda: app.panel_screen.looked)
        await office.press(*PLACES[place])
        await office.until(lambda: app.panel_screen.work.idle)
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=walk)


async def test_without_colours_the_cursor_is_reversed(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = PanelApp(PanelDesk(edition))
    async with app.run_test(size=WIDE) as pilot:
        office = Office(app, pilot)
        await office.until(lambda: app.panel_screen.looked)
        for keys in (("down",), ("enter",)):
            await office.press(*keys)
            styles = [segment.style for strip in app.screen._compositor.render_strips() for segment in strip]
            assert any(style and style.reverse for style in styles)
            assert not any(style and style.color and style.color.triplet for style in styles)
        app.work.close()
