import pytest

from judge.domain.conflict import Conflict, ConflictGround
from judge.domain.sheet import SheetState
from judge.locale import speak
from judge.tui.cells import cell_len
from tests.judge.tui.fake_desk import FakeDesk, marks, page, rubric, with_sheet
from tests.judge.tui.sitting import SMALL, WIDE, Seat, seated

SHEET_KEYS = {
    "0-9",
    "+",
    "-",
    "F6",
    "Del",
    "N",
    "M",
    "F2",
    "F3",
    "U",
    "R",
    "H",
    "]",
    "[",
    "Q",
    "Tab",
    "F7",
    "PgDn",
    "?",
}
HOUSE_KEYS = {"Ctrl+P", "Ctrl+Q"}
FULL = {c.key: c.full_ticks for c in rubric().criteria}


def keys_shown(seat: Seat) -> set[str]:
    """Every word of the key line; ^ is Ctrl+ in brief."""
    line = seat.app.desk_screen.key_line
    return {
        word
        for y in range(line.size.height)
        for word in line.render_line(y).text.replace("^", "Ctrl+").split()
    }


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("tongue", ["zh", "en"])
async def test_every_key_that_does_something_is_shown(tongue: str, size: tuple[int, int]) -> None:
    speak(tongue)
    desk = FakeDesk([with_sheet(page(1, "晨光"), marks=marks(alignment=20)), page(2, "红柳")])
    desk.refuse = lambda _call: OSError("disk full")
    async with seated(desk, size) as seat:
        assert keys_shown(seat) >= SHEET_KEYS | HOUSE_KEYS
        await seat.press("end", "3", "enter")
        await seat.until(lambda: "F5" in keys_shown(seat))
        assert keys_shown(seat) >= SHEET_KEYS | HOUSE_KEYS | {"X"}
        assert all(cell_len(line) == size[0] for line in seat.says().splitlines())
        await seat.press("f6")
        await seat.until(lambda: "1-4" in keys_shown(seat))
        await seat.press("escape", "tab")
        await seat.until(lambda: seat.app.focused is seat.app.desk_screen.pane.papers)
        assert keys_shown(seat) >= {
            "N",
            "M",
            "F2",
            "F3",
            "U",
            "R",
            "H",
            "]",
            "[",
            "Q",
            "Tab",
            "F7",
            "PgDn",
            "?",
        }


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_key_stays_where_the_one_that_would_name_it_does_nothing(size: tuple[int, int]) -> None:
    submitted = with_sheet(page(1, "晨光"), state=SheetState.SUBMITTED, marks=marks(**FULL))
    async with seated(FakeDesk([submitted]), size) as seat:
        assert {"H", "D"} <= keys_shown(seat)
        assert not {"U", "R"} & keys_shown(seat)


async def test_where_there_is_room_for_one_line_the_most_needed_keys_stay() -> None:
    async with seated(FakeDesk([page(1, "晨光")]), (60, 18)) as seat:
        assert keys_shown(seat) >= {"F2", "F3", "Ctrl+P", "?"}


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_in_the_queue_nothing_is_done_to_the_sheet_that_happens_to_lie_on_the_desk(
    size: tuple[int, int],
) -> None:
    desk = FakeDesk([with_sheet(page(1, "晨光"), marks=marks(**FULL)), page(2, "红柳")])
    async with seated(desk, size) as seat:
        await seat.press("q", "down", "f2", "f3", "n", "m")
        assert seat.app.focused is seat.app.desk_screen.queue
        assert {"↑", "↓", "Enter", "choose", "Q", "?"} <= keys_shown(seat)
        assert not {"F2", "F3", "N", "M"} & keys_shown(seat)
        await seat.press("enter")
        await seat.sees("红柳 · 新疆油田公司")
    assert not desk.calls


async def test_the_folded_queue_hides_no_keys() -> None:
    async with seated(FakeDesk([page(n, f"第{n}小组") for n in range(40)]), SMALL) as seat:
        await seat.press("q")
        await seat.sees("Queue · 40 to do")
        assert all("│" not in line and "╰" not in line for line in seat.says().splitlines()[-2:])


@pytest.mark.parametrize("size", [SMALL, (60, 18)])
@pytest.mark.parametrize("tongue", ["zh", "en"])
async def test_what_is_most_basic_stays_where_keys_have_to_go(tongue: str, size: tuple[int, int]) -> None:
    speak(tongue)
    kin = (Conflict(ConflictGround.NAME, "李梅", "小组成员名单"),)
    desk = FakeDesk([with_sheet(page(1, "晨光", conflicts=kin), marks=marks(alignment=20)), page(2, "红柳")])
    desk.refuse = lambda _call: OSError("disk full")
    async with seated(desk, size) as seat:
        await seat.press("end", "3", "enter")
        await seat.until(lambda: "F5" in keys_shown(seat))
        assert keys_shown(seat) >= {"0-9", "F2", "F5", "?"} | ({"F3", "C"} if size is SMALL else set())
