"""The palette lists every deed in the order in which the keyboard has them, in either language."""

import pytest
from textual.command import CommandList

from judge.locale import _, speak
from judge.tui.keyboard.chapters import CHAPTERS
from tests.judge.tui.sitting import WIDE, Seat, fresh, seated


def listed(seat: Seat) -> list[str]:
    """The deeds of the palette, by their labels."""
    options = seat.app.screen.query_one(CommandList).options
    return [str(option.prompt).splitlines()[0].split("  ")[0] for option in options]


@pytest.mark.parametrize("tongue", ["zh", "en"])
async def test_deeds_come_chapter_by_chapter(tongue: str) -> None:
    speak(tongue)
    async with seated(fresh(), WIDE) as seat:
        await seat.press("ctrl+p")
        await seat.until(lambda: len(listed(seat)) > 10)
        labels = [_(deed.label) for _title, chapter in CHAPTERS for deed in chapter]
        known = [label[:1].upper() + label[1:] for label in labels]
        shown = listed(seat)
        assert shown == [label for label in known if label in shown]
