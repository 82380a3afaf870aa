"""What was done in a packet goes back from the desk: told before it is written, nothing replaced unasked."""

from collections.abc import Callable

import pytest

from judge.domain.desk import Page
from judge.domain.sheet import Mark, SheetState
from judge.locale import speak
from judge.tui.desk_app import DeskApp
from tests.judge.tui.fake_desk import FakeDesk, marks, page, with_sheet
from tests.judge.tui.sitting import NAMES, SMALL, WIDE, clock, fresh, seated
from tests.judge.tui.test_snapshots import keys

WHERE = "/media/R07-ab12.judge-return"


def complete(number: int, name: str) -> Page:
    of = page(number, name)
    full = {criterion.key: 1 for criterion in of.rubric.criteria}
    return with_sheet(of, marks=marks(**full), revision=len(full))


def packet(*pages: Page) -> FakeDesk:
    desk = FakeDesk(list(pages)) if pages else fresh()
    desk.is_packet = True
    return desk


def handed_over(desk: FakeDesk) -> list[tuple[object, ...]]:
    return [call[1:] for call in desk.calls if call[0] == "hand_over"]


async def test_the_title_says_that_this_is_a_packet() -> None:
    async with seated(packet()) as seat:
        await seat.sees("packet of R07", "P send back")


async def test_what_goes_back_is_told_before_it_is_written() -> None:
    desk = packet(complete(1, NAMES[0]), page(2, NAMES[1]))
    async with seated(desk) as seat:
        await seat.press("f2")
        await seat.sees("● submitted")
        await seat.press("p")
        await seat.sees("submitted 1 · recused 0 · yet to do 1", "ab12 cd34 ef56 7890", WHERE)
        await seat.sees("can follow in a later file")
        assert handed_over(desk) == []
        await seat.press("enter")
        await seat.sees(f"Written: {WHERE}")
    assert handed_over(desk) == [(WHERE, False)]


async def test_a_file_that_is_there_is_replaced_only_when_asked_again() -> None:
    desk = packet()
    desk.there.add(WHERE)
    async with seated(desk) as seat:
        await seat.press("p")
        await seat.sees("Back to the office")
        await seat.press("enter")
        await seat.sees("is there already")
        assert handed_over(desk) == []
        await seat.press("enter")
        await seat.sees("Written:")
    assert handed_over(desk) == [(WHERE, True)]


async def test_another_name_is_another_question() -> None:
    desk = packet()
    desk.there |= {WHERE, f"{WHERE}2"}
    async with seated(desk) as seat:
        await seat.press("p")
        await seat.sees("Back to the office")
        await seat.press("enter")
        await seat.sees("is there already")
        await seat.press("2")
        await seat.press("enter")
        await seat.sees("is there already")
        await seat.press("3", "enter")
        await seat.sees("Written:")
    assert handed_over(desk) == [(f"{WHERE}23", False)]


async def test_when_the_last_sheet_is_submitted_the_way_back_is_offered() -> None:
    async with seated(packet(complete(1, NAMES[0]))) as seat:
        await seat.press("f2")
        await seat.sees("Nothing is left to do in this packet: P writes the file for the office.")


async def test_when_all_sheets_are_submitted_at_once_the_way_back_is_offered() -> None:
    desk = packet(complete(1, NAMES[0]), complete(2, NAMES[1]))
    async with seated(desk) as seat:
        await seat.press("shift+f2")
        await seat.sees("2 sheets are complete")
        await seat.press("f2")
        await seat.sees("P writes the file for the office")
    assert [page.sheet.state for page in desk.pages] == [SheetState.SUBMITTED] * 2


async def test_at_an_edition_nothing_is_sent_back() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("p")
        assert "send back" not in seat.says()
        assert "Back to the office" not in seat.says()
        await seat.press("5", "enter")
        await seat.until(lambda: desk.sheet("n1").marks)
    assert desk.sheet("n1").marks["alignment"] == Mark(10)


async def test_it_fits_a_small_screen() -> None:
    async with seated(packet(), SMALL) as seat:
        await seat.press("p")
        await seat.sees("Back to the office", WHERE, "Esc back to the sheet")
        await seat.press("escape")
        await seat.until(lambda: "Back to the office" not in seat.says())


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_goes_back_is_on_a_card(
    snap_compare: Callable[..., bool], language: str, size: tuple[int, int]
) -> None:
    speak(language)
    shown = keys("p", sees="ab12 cd34 ef56 7890")
    desk = packet(complete(1, NAMES[0]), page(2, NAMES[1]))
    assert snap_compare(DeskApp(desk, clock), terminal_size=size, run_before=shown)
