"""Keys that come all at once, as over a slow line: each does what it would have done alone."""

import asyncio

import pytest
from textual.events import Paste

from judge.domain.sheet import Mark, SheetState
from tests.judge.tui.fake_desk import FakeDesk, marks, page, rubric, with_sheet
from tests.judge.tui.sitting import SMALL, fresh, seated

FULL = {c.key: c.full_ticks for c in rubric().criteria}


async def test_what_is_typed_just_before_leaving_is_saved() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        seat.burst(*"12.5", "ctrl+q")
        await seat.until(lambda: seat.app._exit)
    assert desk.sheet("n1").marks == {"alignment": Mark(25)}


async def test_marks_stay_on_their_own_side_of_the_key_that_turns_the_sheet() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        seat.burst("5", "enter", "]", "7", "enter", "]", "9", "enter")
        await seat.until(lambda: desk.sheet("n3").marks)
    assert [desk.sheet(key).marks for key in ("n1", "n2", "n3")] == [
        {"alignment": Mark(ticks)} for ticks in (10, 14, 18)
    ]


async def test_digits_mean_what_they_meant_when_they_were_typed() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        seat.burst("5", "f6", "down", "3", "down", "f6", "9", "enter")
        await seat.until(lambda: len(desk.sheet("n1").marks) == 3)
    assert desk.sheet("n1").marks == {"alignment": Mark(10), "process": Mark(38), "tools": Mark(18)}


async def test_a_mark_typed_just_before_submitting_is_submitted_and_one_just_after_changes_nothing() -> None:
    desk = FakeDesk([with_sheet(page(1, "晨光"), marks=marks(**FULL)), page(2, "红柳")])
    async with seated(desk, SMALL) as seat:
        await seat.press("[", "home")
        seat.burst("9", "f2", "8", "enter")
        await seat.until(lambda: desk.sheet("n1").state is SheetState.SUBMITTED)
    assert desk.sheet("n1").marks["alignment"] == Mark(18)
    assert not desk.sheet("n2").marks


async def test_a_sheet_is_submitted_also_where_the_next_one_is_asked_for_at_once() -> None:
    desk = FakeDesk([with_sheet(page(1, "晨光"), marks=marks(**FULL)), page(2, "红柳")])
    async with seated(desk) as seat:
        await seat.press("[")
        seat.burst("9", "f2", "]", "7", "enter")
        await seat.until(lambda: desk.sheet("n2").marks)
    assert desk.sheet("n1").state is SheetState.SUBMITTED
    assert desk.sheet("n2").marks == {"alignment": Mark(14)}


async def test_a_paste_is_taken_by_the_key_that_follows_it() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        seat.app.post_message(Paste("12.5"))
        seat.burst("enter", "7", "enter")
        await seat.until(lambda: len(desk.sheet("n1").marks) == 2)
    assert desk.sheet("n1").marks == {"alignment": Mark(25), "process": Mark(14)}


@pytest.mark.parametrize("way_out", ["escape", "f4", "ctrl+q"])
async def test_a_note_keeps_its_first_and_last_words_however_it_is_left(way_out: str) -> None:
    desk = fresh()
    async with seated(desk) as seat:
        seat.burst("n", *"数据偏少", way_out)
        await seat.until(lambda: desk.sheet("n1").notes)
    assert desk.sheet("n1").notes == {"alignment": "数据偏少"}


@pytest.mark.parametrize("card", [("n", "好", "escape"), ("h", "tab", "escape"), ("f3", "x", "escape")])
async def test_keys_after_a_card_are_the_sheets_again(card: tuple[str, ...]) -> None:
    desk = fresh()
    async with seated(desk) as seat:
        opening, *inside, closing = card
        seat.burst(opening)
        await seat.until(lambda: len(seat.app.screen_stack) == 3 and seat.app.focused)
        seat.burst(*inside, closing, "5", "enter")
        await seat.until(lambda: desk.sheet("n1").marks)
    assert desk.sheet("n1").marks == {"alignment": Mark(10)}


async def test_a_reason_keeps_its_first_and_last_words() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        seat.burst("f3", *"指导过该小组", "f3")
        await seat.sees("⊘ recused · read only")
    assert desk.sheet("n1").reason == "指导过该小组"


async def test_what_is_typed_for_a_sheet_that_is_still_opening_is_saved_before_leaving() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        seat.burst("5", "enter", "]", *"12.5", "ctrl+q")
        await seat.until(lambda: seat.app._exit)
    assert desk.sheet("n1").marks == {"alignment": Mark(10)}
    assert desk.sheet("n2").marks == {"alignment": Mark(25)}


async def test_marks_typed_while_others_are_handed_in_have_their_turn_in_order() -> None:
    desk = FakeDesk(
        [page(1, "晨光"), *(with_sheet(page(n, f"组{n}"), marks=marks(**FULL)) for n in range(2, 12))]
    )
    async with seated(desk) as seat:
        await seat.press("shift+f2")
        await seat.sees("10 sheets are complete.")
        desk.hold()
        seat.burst("f2")
        seat.burst("5", "enter", "7", "enter", "up", "9", "enter", "]")
        await asyncio.sleep(0.05)
        desk.release()
        await seat.until(lambda: desk.sheet("n11").state is SheetState.SUBMITTED)
        await seat.until(lambda: len(desk.sheet("n1").marks) == 2)
        await seat.sees("2 of 11")
        assert not seat.app.sitting.refused
    assert desk.sheet("n1").marks == {"alignment": Mark(10), "process": Mark(18)}
    assert all(desk.sheet(f"n{n}").state is SheetState.SUBMITTED for n in range(2, 12))
    written = [call[0] for call in desk.calls]
    assert written == ["submit"] * 10 + ["set_mark"] * 3


async def test_a_mark_on_its_way_when_all_are_handed_in_is_written_first_and_not_refused() -> None:
    desk = FakeDesk([page(1, "晨光"), with_sheet(page(2, "红柳"), marks=marks(**FULL))])
    desk.pages[0] = with_sheet(desk.pages[0], marks=marks(**FULL))
    async with seated(desk) as seat:
        await seat.press("[", "home")
        seat.burst("9", "enter", "shift+f2")
        await seat.sees("2 sheets are complete.")
        seat.burst("f2", "8", "enter")
        await seat.until(lambda: desk.sheet("n2").state is SheetState.SUBMITTED)
        await seat.sees("2 of 2 submitted", "● submitted")
        assert not seat.app.sitting.refused
    assert desk.sheet("n1").marks["alignment"] == Mark(18)


async def test_keys_wait_wherever_the_keyboard_is_while_sheets_are_handed_in() -> None:
    desk = FakeDesk([page(1, "晨光"), with_sheet(page(2, "红柳"), marks=marks(**FULL))])
    async with seated(desk) as seat:
        await seat.press("tab", "shift+f2")
        await seat.sees("1 sheet is complete.")
        desk.hold()
        seat.burst("f2", "n", *"好", "escape")
        await asyncio.sleep(0.05)
        desk.release()
        await seat.until(lambda: desk.sheet("n1").notes == {"alignment": "好"})
        assert not seat.app.sitting.refused


async def test_keys_that_come_as_the_handing_in_ends_overtake_none_that_waited(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = FakeDesk([page(1, "晨光"), with_sheet(page(2, "红柳"), marks=marks(**FULL))])
    async with seated(desk) as seat:
        room = seat.app.desk_screen
        end_handing_in = room.end_handing_in

        def end_as_keys_come() -> None:
            seat.burst(*"好", "escape")
            end_handing_in()

        monkeypatch.setattr(room, "end_handing_in", end_as_keys_come)
        await seat.press("tab", "shift+f2")
        await seat.sees("1 sheet is complete.")
        seat.burst("f2", "n")
        await seat.until(lambda: desk.sheet("n1").notes == {"alignment": "好"})


@pytest.mark.parametrize("card", [("h", "tab"), ("o", "down"), ("d", "end"), ("h", "enter")])
async def test_keys_typed_before_a_card_is_read_are_the_cards(card: tuple[str, ...]) -> None:
    desk = fresh()
    async with seated(desk) as seat:
        seat.burst(*card, "escape", "5", "enter")
        await seat.until(lambda: desk.sheet("n1").marks)
        assert len(seat.app.screen_stack) == 2
        assert seat.app.focused is seat.app.desk_screen.grid
    assert desk.sheet("n1").marks == {"alignment": Mark(10)}


async def test_where_a_card_cannot_be_read_keys_are_the_sheets_again() -> None:
    desk = fresh()
    desk.refuse = lambda call: OSError("disk full") if call[0] == "originals" else None
    async with seated(desk) as seat:
        seat.burst("o", "5", "enter")
        await seat.until(lambda: desk.sheet("n1").marks == {"alignment": Mark(10)})


async def test_a_note_asked_for_in_the_papers_is_for_the_sheet_that_is_being_laid_out() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("tab")
        seat.burst("]", "n", *"好", "escape")
        await seat.until(lambda: desk.sheet("n2").notes == {"alignment": "好"})
    assert not desk.sheet("n1").notes


async def test_where_none_can_be_handed_in_marks_typed_meanwhile_are_written() -> None:
    desk = FakeDesk([page(1, "晨光"), with_sheet(page(2, "红柳"), marks=marks(**FULL))])
    async with seated(desk) as seat:
        await seat.press("shift+f2")
        await seat.sees("1 sheet is complete.")
        desk.readable = False
        seat.burst("f2", "5", "enter")
        await seat.until(lambda: desk.sheet("n1").marks == {"alignment": Mark(10)})
    assert desk.sheet("n2").state is SheetState.OPEN
