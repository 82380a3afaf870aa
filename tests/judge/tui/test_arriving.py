"""A long queue: its first lines and the first nomination come before the rest, and nothing typed is lost."""

from pathlib import Path

import pytest
from textual.events import MouseDown, MouseUp

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, SheetState
from judge.tui.last_place import LastPlace
from judge.tui.own import Own
from judge.tui.queue_view import Filter
from tests.judge.tui.fake_desk import FakeDesk, marks, page, with_sheet
from tests.judge.tui.sitting import Seat, seated

MANY = 30


def long_desk(*, seen: int = 20, held: bool = True) -> FakeDesk:
    """A desk with a queue of which only `seen` lines come at a glance; the rest waits if `held`."""
    pages = [page(number, f"第{number}QC小组") for number in range(1, MANY + 1)]
    pages[-1] = with_sheet(pages[-1], state=SheetState.SUBMITTED)
    pages[-2] = with_sheet(pages[-2], marks=marks(alignment=4))
    desk = FakeDesk(pages, at_a_glance=seen)
    if held:
        desk.queue_gate.clear()
    return desk


async def test_the_first_lines_and_nomination_are_read_before_the_rest_and_all_is_counted() -> None:
    desk = long_desk()
    async with seated(desk) as seat:
        await seat.sees(
            "Queue · 29 to do", "all 30", "1 of 30 · untouched", "1 of 30 submitted", "▸○ 第1QC小组"
        )
        assert not seat.app.desk_screen.is_whole
        await seat.pilot.pause(0.2)
        before = seat.says()
        desk.queue_gate.set()
        await seat.until(lambda: seat.app.desk_screen.is_whole)
        await seat.until(lambda: len(seat.app.desk_screen.queue.listing) == MANY)
        await seat.until(lambda: seat.says() == before)


async def test_keys_wait_for_the_rest_in_the_order_of_typing() -> None:
    desk = long_desk()
    async with seated(desk) as seat:
        seat.burst("7", "enter", "q", "end", "enter")
        await seat.pilot.pause(0.1)
        assert seat.app.desk_screen.page == desk.pages[0]
        desk.queue_gate.set()
        await seat.sees("第30QC小组 ·")
    assert desk.sheet("n1").marks == {"alignment": Mark(14)}


async def test_the_mouse_does_nothing_with_half_a_queue() -> None:
    desk = long_desk()
    async with seated(desk) as seat:
        click(seat, 5, 4)
        await seat.pilot.pause(0.1)
        assert seat.app.desk_screen.heading_for == "n1"
        desk.queue_gate.set()
        await seat.until(lambda: seat.app.desk_screen.is_whole)
        click(seat, 5, 4)
        await seat.sees("第2QC小组 ·")


def click(seat: Seat, x: int, y: int) -> None:
    """As a terminal says it: the pilot's own click passes the app by."""
    for event in (MouseDown, MouseUp):
        seat.app.post_message(event(None, x, y, 0, 0, 1, False, False, False, x, y))  # noqa: FBT003 - Textual's


async def test_whoever_leaves_at_once_need_not_wait() -> None:
    desk = long_desk()
    async with seated(desk) as seat:
        seat.burst("ctrl+q")
        await seat.until(lambda: seat.app._exit)
        desk.queue_gate.set()


@pytest.mark.parametrize(
    "last", [LastPlace(nomination="n28", criterion="tools"), LastPlace("n2", "tools", Filter.TO_DO)]
)
async def test_a_place_that_a_glance_does_not_show_is_found_in_the_whole_queue(
    tmp_path: Path, last: LastPlace
) -> None:
    own = Own(folder=tmp_path)
    book = own.place_book("2019", "R07")
    book.note(last)
    book.write()
    desk = long_desk(held=False)
    async with seated(desk, own=own) as seat:
        await seat.sees("▸ Tools and novelty")
        assert seat.app.desk_screen.heading_for == last.nomination
        assert len(seat.app.desk_screen.queue.listing) == (MANY if last.filter is Filter.ALL else MANY - 1)


async def test_a_first_to_do_beyond_the_glance_is_found_too() -> None:
    desk = long_desk(seen=3, held=False)
    for number in range(5):
        desk.pages[number] = with_sheet(desk.pages[number], state=SheetState.SUBMITTED)
    async with seated(desk) as seat:
        await seat.sees("第6QC小组 ·", "6 of 30")


async def test_without_the_rest_of_the_queue_there_is_no_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = long_desk()
    async with seated(desk) as seat:
        monkeypatch.setattr(FakeDesk, "queue", _refusing)
        desk.queue_gate.set()
        seat.app.desk_screen._read_queue()
        await seat.until(lambda: seat.app._exit)
        assert seat.app.return_value
        assert seat.app.return_value.code == "edition-missing"


def _refusing(_desk: FakeDesk) -> tuple[()]:
    raise Refusal("edition-missing", edition="x.judge")


async def test_a_first_nomination_that_cannot_be_read_holds_up_nothing() -> None:
    desk = long_desk(held=False)
    desk.readable = False
    async with seated(desk) as seat:
        await seat.until(lambda: seat.app.desk_screen.is_whole)
        desk.readable = True
        await seat.press("q", "down", "enter")
        await seat.sees("第2QC小组 ·")
