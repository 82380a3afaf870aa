import pytest

from judge.locale import speak
from judge.tui.cells import cell_len
from tests.judge.tui.fake_desk import FakeDesk, marks, page, with_sheet
from tests.judge.tui.sitting import SMALL, WIDE, Seat, seated

SHEET_KEYS = {"+", "-", "F6", "Del", "N", "M", "F2", "F3", "]", "[", "Q", "Tab", "F7", "PgDn", "?"}
HOUSE_KEYS = {SMALL: {"^P", "^Q"}, WIDE: {"Ctrl+P", "Ctrl+Q"}}


def keys_shown(seat: Seat) -> set[str]:
    """Every word of the key line."""
    line = seat.app.desk_screen.key_line
    return {word for y in range(line.size.height) for word in line.render_line(y).text.split()}


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("tongue", ["zh", "en"])
async def test_every_key_that_does_something_is_shown(tongue: str, size: tuple[int, int]) -> None:
    speak(tongue)
    desk = FakeDesk([with_sheet(page(1, "晨光"), marks=marks(alignment=20)), page(2, "红柳")])
    desk.refuse = lambda _call: OSError("disk full")
    async with seated(desk, size) as seat:
        assert keys_shown(seat) >= SHEET_KEYS | HOUSE_KEYS[size]
        await seat.press("end", "3", "enter")
        await seat.until(lambda: "F5" in keys_shown(seat))
        assert keys_shown(seat) >= SHEET_KEYS | HOUSE_KEYS[size] | {"X"}
        assert all(cell_len(line) == size[0] for line in seat.says().splitlines())
        await seat.press("escape", "tab")
        await seat.until(lambda: seat.app.focused is seat.app.desk_screen.pane.papers)
        assert keys_shown(seat) >= {"N", "M", "F2", "F3", "]", "[", "Q", "Tab", "F7", "PgDn", "?"}


async def test_where_there_is_room_for_one_line_the_most_needed_keys_stay() -> None:
    async with seated(FakeDesk([page(1, "晨光")]), (60, 18)) as seat:
        assert keys_shown(seat) >= {"F2", "F3", "^P", "?"}
