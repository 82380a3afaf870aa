"""The queue at the desk: filtered, sorted, searched, gone through."""

import sys
import time
from dataclasses import replace

import pytest
from textual.events import Paste

from judge.domain.sheet import Mark, SheetState
from tests.judge.tui.fake_desk import FakeDesk, marks, page, rubric, with_sheet
from tests.judge.tui.sitting import SMALL, WIDE, Seat, fresh, seated

FULL = {c.key: c.full_ticks for c in rubric().criteria}


def mixed() -> FakeDesk:
    return FakeDesk(
        [
            with_sheet(page(1, "晨光QC小组"), state=SheetState.SUBMITTED, marks=marks(**FULL)),
            with_sheet(page(2, "红柳QC小组"), marks=marks(alignment=25)),
            page(3, "胡杨QC小组"),
            with_sheet(page(4, "晨光QC小组", organisation="独山子石化"), marks=marks(alignment=30)),
            with_sheet(page(5, "磐石QC小组"), state=SheetState.RECUSED, reason="指导过该小组"),
            with_sheet(page(6, "黎明QC小组"), state=SheetState.RETURNED, reason="请核对"),
        ]
    )


def listed_names(seat: Seat) -> list[str]:
    listing = seat.app.desk_screen.queue.listing
    return [listing.item(row).nomination for row in range(len(listing))]


async def test_the_filters_turn_in_the_queue_and_say_how_many_are_shown() -> None:
    async with seated(mixed()) as seat:
        await seat.sees("all 6", "/ search")
        await seat.press("q", "f")
        await seat.sees("to do 4 of 6", "Queue · 4 to do")
        assert listed_names(seat) == ["n2", "n3", "n4", "n6"]
        for said, shown in (
            ("open with marks 2 of 6", ["n2", "n4"]),
            ("submitted 1 of 6", ["n1"]),
            ("recused 1 of 6", ["n5"]),
            ("returned 1 of 6", ["n6"]),
            ("forked 0 of 6", []),
            ("all 6", ["n1", "n2", "n3", "n4", "n5", "n6"]),
        ):
            await seat.press("right")
            await seat.sees(said)
            assert listed_names(seat) == shown
        await seat.press("left", "left")
        await seat.sees("returned 1 of 6", "1 of 1 · returned")


async def test_the_queue_sorts_by_name_total_and_state() -> None:
    async with seated(mixed()) as seat:
        await seat.press("q", "s")
        await seat.sees("by name")
        await seat.until(lambda: listed_names(seat) == ["n1", "n4", "n2", "n3", "n6", "n5"])
        await seat.press("s")
        await seat.sees("by total")
        assert listed_names(seat) == ["n1", "n4", "n2", "n3", "n5", "n6"]
        await seat.press("s")
        await seat.sees("by state")
        assert listed_names(seat) == ["n6", "n2", "n4", "n3", "n1", "n5"]
        await seat.press("s")
        await seat.sees("as assigned")


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_typing_after_a_slash_finds_by_initials_and_enter_opens(size: tuple[int, int]) -> None:
    desk = mixed()
    async with seated(desk, size) as seat:
        await seat.press("slash", *"cg")
        await seat.sees("/ cg", "2 of 6")
        assert listed_names(seat) == ["n1", "n4"]
        await seat.press("down", "enter")
        await seat.sees("晨光QC小组 · 独山子石化")
        await seat.press("[")
        await seat.sees("晨光QC小组 · 新疆油田公司")
        await seat.press("]")
        await seat.sees("晨光QC小组 · 独山子石化")
        await seat.press("]")
        await seat.press("q", "escape")
        assert len(listed_names(seat)) == 6
        assert seat.app.desk_screen.queue.has_focus
        await seat.press("escape")
        assert seat.app.desk_screen.grid.has_focus


async def test_what_lies_on_the_desk_is_in_sight_again_when_a_search_ends() -> None:
    names = [f"第{n}小组" for n in range(60)]
    async with seated(fresh(*names), SMALL) as seat:
        await seat.press("q", "end", "enter")
        await seat.sees("第59小组 · ")
        await seat.press("q", "slash", *"第7")
        await seat.sees("1 of 60")
        await seat.press("escape")
        await seat.sees("all 60", "▸○ 第59小组")


async def test_letters_of_deeds_are_letters_while_searching_and_ctrl_q_still_leaves() -> None:
    async with seated(mixed()) as seat:
        await seat.press("slash")
        seat.burst(*"nqmsfu?")
        await seat.sees("/ nqmsfu?", "0 of 6", "Nothing found. Esc shows all.")
        await seat.press("enter", *["backspace"] * 7)
        await seat.sees("6 of 6")
        seat.app.post_message(Paste("红柳\n"))
        await seat.sees("/ 红柳", "1 of 6")
        await seat.press("ctrl+q")
        await seat.until(lambda: seat.app._exit)


async def test_a_burst_searches_opens_and_marks_without_losing_a_key() -> None:
    desk = mixed()
    async with seated(desk) as seat:
        seat.burst("slash", *"红柳", "enter", "down", "7", "enter")
        await seat.until(lambda: desk.sheet("n2").marks.get("tools"))
        await seat.press("q", "escape")
        seat.burst("down", "enter", "9", "enter")
        await seat.until(lambda: desk.sheet("n3").marks)
    assert desk.sheet("n2").marks["tools"] == Mark(14)


async def test_a_mark_is_taken_before_a_search_begins() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("12.5", "slash", *"hl")
        await seat.sees("/ hl")
        await seat.until(lambda: desk.sheet("n1").marks)
        await seat.press("escape", "escape", "99", "slash")
        await seat.sees("99 is out of range")
        assert seat.app.focused is seat.app.desk_screen.grid


async def test_the_key_of_a_chinese_input_method_searches_too() -> None:
    async with seated(fresh()) as seat:
        seat.burst("、", *"胡杨")
        await seat.sees("/ 胡杨", "1 of 3")


async def test_the_end_of_a_finished_sheet_leads_on_through_what_is_shown() -> None:
    pages = [with_sheet(page(n, name), marks=marks(**FULL)) for n, name in enumerate("晨红晨", start=1)]
    desk = FakeDesk(pages)
    async with seated(desk) as seat:
        await seat.press("slash", "晨", "enter", "f2")
        await seat.sees("] opens the next one to do: 晨")
        await seat.press("]")
        await seat.sees("2 of 2")
        await seat.press("f2")
        await seat.sees("Nothing is left to do in what the queue shows.")
        assert desk.sheet("n3").state is SheetState.SUBMITTED
        assert desk.sheet("n2").state is SheetState.OPEN


async def test_a_line_stays_under_the_hand_until_the_next_one_is_opened() -> None:
    desk = FakeDesk([with_sheet(page(1, "晨光"), marks=marks(**FULL)), page(2, "红柳"), page(3, "胡杨")])
    async with seated(desk) as seat:
        await seat.press("q", "f", "escape", "[", "f2")
        await seat.sees("1 of 3 submitted")
        assert listed_names(seat) == ["n1", "n2", "n3"]
        await seat.press("]")
        await seat.until(lambda: listed_names(seat) == ["n2", "n3"])


async def test_namesakes_are_told_apart_by_their_organisation() -> None:
    async with seated(mixed()) as seat:
        lines = [line[:34] for line in seat.says().splitlines()]
        assert any("晨光" in line and "新疆" in line for line in lines)
        assert any("晨光" in line and "独山" in line for line in lines)
        assert any("红柳QC小组  " in line and "新疆" not in line for line in lines)


async def test_organisations_stand_beside_every_name_where_there_is_room() -> None:
    async with seated(mixed(), (200, 60)) as seat:
        assert "红柳QC小组 新疆油田公司" in seat.says()


async def test_on_a_small_screen_the_title_says_the_place_among_what_is_shown() -> None:
    async with seated(mixed(), SMALL) as seat:
        await seat.press("slash", *"cg", "enter")
        await seat.sees("[1 of 2 shown ▾]")


async def test_ten_thousand_are_searched_and_sorted_without_a_wait() -> None:
    shared = rubric()
    desk = FakeDesk([page(n, f"第{n}晨光小组", rubric=shared) for n in range(10_000)])
    async with seated(desk) as seat:
        await seat.press("slash", *"cg")
        await seat.until(lambda: seat.app.desk_screen.queue.listing.spellings is not None)
        started = time.perf_counter()
        await seat.press(*"xz")
        await seat.sees("10000 of 10000")
        await seat.press("escape", "escape", "q", "s", "s", "s", "s")
        await seat.press("slash", *"9999")
        await seat.sees("1 of 10000", "第9999晨光小组")
        assert time.perf_counter() - started < 8


async def test_the_caret_stands_behind_the_search() -> None:
    async with seated(fresh()) as seat:
        await seat.press("slash", *"晨")
        queue = seat.app.desk_screen.queue
        await seat.until(lambda: seat.app.cursor_position.x == queue.content_region.x + 5)
        assert seat.app.cursor_position.y == queue.content_region.y


async def test_names_are_spelled_only_when_somebody_searches() -> None:
    async with seated(fresh()) as seat:
        assert not seat.app.desk_screen._spelling
        await seat.press("slash")
        await seat.until(lambda: seat.app.desk_screen.queue.listing.spellings)
    assert "pypinyin" in sys.modules


async def test_hostile_names_are_searched_for_as_they_stand() -> None:
    desk = FakeDesk([page(1, "[/x] =1+1"), replace(page(2, "长" * 5000), organisation="")])
    async with seated(desk) as seat:
        seat.burst("slash", *"[/x]")
        await seat.sees("/ [/x]", "1 of 2")
        await seat.press(*["backspace"] * 4, *"chang")
        await seat.sees("1 of 2", "长长长")
