"""Taking back and doing again, a sheet's history, sheets taken back and handed in together."""

from dataclasses import replace

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, SheetState
from judge.domain.sheet_history import Author, HistoryItem, SheetDeed
from tests.judge.tui.fake_desk import FakeDesk, marks, page, rubric, with_sheet
from tests.judge.tui.sitting import SMALL, fresh, seated

FULL = marks(**{c.key: c.full_ticks for c in rubric().criteria})


async def test_the_last_mark_is_taken_back_and_done_again_and_the_cursor_goes_there() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("12.5", "enter", "21", "enter", "u")
        await seat.sees("Taken back: Process and evidence is – now.", "1 of 6 marked")
        assert seat.app.desk_screen.grid.marking is not None
        assert seat.app.desk_screen.grid.marking.criterion.key == "process"
        await seat.press("r")
        await seat.sees("Done again: Process and evidence is 21 now.", "2 of 6 marked")
    assert desk.sheet("n1").marks == {"alignment": Mark(25), "process": Mark(42)}


async def test_a_note_that_is_taken_back_is_called_a_note() -> None:
    async with seated(fresh()) as seat:
        await seat.press("12.5", "enter", "up", "n", *"good", "escape")
        await seat.sees("✓ saved")
        await seat.press("u")
        await seat.sees("Taken back: the note on Alignment.")
        await seat.press("r")
        await seat.sees("Done again: the note on Alignment.")


async def test_with_nothing_to_take_back_the_desk_says_so() -> None:
    async with seated(fresh()) as seat:
        await seat.press("u")
        await seat.sees("There is nothing of your own on this sheet to take back.")
        await seat.press("r")
        await seat.sees("Nothing was taken back last")


async def test_what_is_being_typed_is_a_mark_before_it_is_taken_back() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("12.5", "ctrl+z")
        await seat.sees("Taken back: Alignment is – now.")
    assert [call[0] for call in desk.calls] == ["set_mark", "undo"]


async def test_an_earlier_mark_is_given_again_from_the_history() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("12.5", "enter", "up", "9", "enter", "up", "h")
        await seat.sees("History · Alignment", "marked 9", "marked 12.5")
        await seat.press("down", "enter")
        await seat.sees("✓ saved", "Total 12.5 of 100")
    assert desk.sheet("n1").marks["alignment"] == Mark(25)


async def test_where_no_mark_can_be_given_again_the_history_offers_none() -> None:
    async with seated(fresh()) as seat:
        await seat.press("h")
        await seat.sees("Nothing has been written here yet.", "Tab the whole sheet")
        assert "Enter gives that mark again" not in seat.says()


async def test_the_history_of_the_whole_sheet_names_criteria_and_is_read_only_once_submitted() -> None:
    desk = fresh()
    async with seated(desk, SMALL) as seat:
        for points in ("12.5", "21", "9", "18", "15", "8"):
            await seat.press(points, "enter")
        await seat.press("f2")
        await seat.sees("● submitted")
        await seat.press("h")
        await seat.sees("History")
        await seat.press("tab")
        await seat.sees("History · the whole sheet", "Sharing and sustaining · marked 8")
        assert "Enter gives that mark again" not in seat.says()
        await seat.press("enter", "escape")
    assert desk.sheet("n1").state is SheetState.SUBMITTED


async def test_a_submitted_sheet_is_taken_back_where_the_chair_allows_it() -> None:
    submitted = with_sheet(page(1, "晨光"), state=SheetState.SUBMITTED, marks=FULL, judged_revision=1)
    desk = FakeDesk([replace(submitted, may_take_back=True)])
    async with seated(desk) as seat:
        await seat.sees("T take back")
        await seat.press("f3")
        await seat.sees("This sheet is submitted; T takes it back.")
        await seat.press("down", "9")
        await seat.sees("This sheet is submitted; T takes it back.", "[ 25.0 ]")
        await seat.press("t")
        await seat.sees("◐ open")
        await seat.press("up", "10", "enter")
        await seat.sees("✓ saved")
    assert desk.sheet("n1").state is SheetState.OPEN


async def test_where_the_chair_does_not_allow_it_the_key_is_not_there() -> None:
    submitted = with_sheet(page(1, "晨光"), state=SheetState.SUBMITTED, marks=FULL, judged_revision=1)
    async with seated(FakeDesk([submitted])) as seat:
        await seat.press("t")
        assert "take back" not in seat.says()


async def test_all_complete_sheets_are_submitted_and_the_others_are_named() -> None:
    complete = [with_sheet(page(number, name), marks=FULL) for number, name in ((1, "晨光"), (3, "胡杨"))]
    desk = FakeDesk([complete[0], page(2, "红柳"), complete[1]])
    async with seated(desk) as seat:
        await seat.press("shift+f2")
        await seat.sees("2 sheets are complete.", "红柳 · 6 marks are missing")
        await seat.press("f2")
        await seat.sees("2 of 3 submitted")
    assert [desk.sheet(f"n{number}").state.value for number in (1, 2, 3)] == [
        "submitted",
        "open",
        "submitted",
    ]


async def test_one_that_is_not_complete_is_one_key_away() -> None:
    desk = FakeDesk([with_sheet(page(1, "晨光"), marks=FULL), page(2, "红柳")])
    async with seated(desk) as seat:
        await seat.press("shift+f2")
        await seat.sees("红柳 · 6 marks are missing")
        await seat.press("enter")
        await seat.sees("2 of 2", "○ untouched")
    assert desk.sheet("n1").state is SheetState.OPEN


async def test_a_revised_nomination_that_was_not_looked_at_is_not_submitted_with_the_others() -> None:
    desk = FakeDesk([page(1, "晨光"), with_sheet(page(2, "红柳"), marks=FULL)])
    desk.revise("n2")
    async with seated(desk) as seat:
        await seat.press("shift+f2")
        await seat.sees("红柳 · revised: look at what changed", "No sheet is complete and unsubmitted.")


async def test_a_refused_submission_among_many_stays_open() -> None:
    desk = FakeDesk([page(1, "晨光"), *(with_sheet(page(n, f"组{n}"), marks=FULL) for n in (2, 3))])
    desk.refuse = lambda call: Refusal("edition-locked") if call[:2] == ("submit", "n3") else None
    async with seated(desk) as seat:
        await seat.press("shift+f2", "f2")
        await seat.sees("1 of 3 submitted", "1 sheet is handed in. Not handed in: 组3.")
    assert desk.sheet("n3").state is SheetState.OPEN


async def test_an_earlier_note_is_given_again_from_the_history_like_a_mark() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("n", *"first", "escape", "n", "end", *"more", "escape")
        await seat.until(lambda: desk.sheet("n1").notes.get("alignment") == "firstmore")
        await seat.press("h")
        await seat.sees("note: firstmore", "Enter gives that mark or note again")
        await seat.press("enter")
        await seat.sees("This note stands already.")
        await seat.press("down", "enter")
        await seat.until(lambda: desk.sheet("n1").notes.get("alignment") == "first")
        await seat.sees("✓ saved")


async def test_the_sheets_own_note_is_given_again_from_the_whole_history() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("m", *"one", "escape", "m", *"two", "escape")
        await seat.until(lambda: desk.sheet("n1").notes.get("") == "onetwo")
        await seat.press("h", "tab", "down", "enter")
        await seat.until(lambda: desk.sheet("n1").notes.get("") == "one")


async def test_the_history_says_why_a_line_gives_nothing_again() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("12.5", "enter", "up", "delete", "h")
        await seat.sees("mark taken away", "marked 12.5")
        await seat.press("enter")
        await seat.sees("Only a mark or a note can be given again, and this is neither.")
        await seat.press("down")
        await seat.until(lambda: "and this is neither" not in seat.says())
        await seat.press("enter")
        await seat.until(lambda: desk.sheet("n1").marks.get("alignment") == Mark(25))
        await seat.press("h", "enter")
        await seat.sees("This mark stands already.")
    assert [call[0] for call in desk.calls] == ["set_mark", "set_mark", "set_mark"]


async def test_the_history_of_a_closed_sheet_says_that_it_is_closed() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("12.5", "enter", "up")
        await seat.until(lambda: desk.sheet("n1").marks)
        desk.elsewhere("n1", state=SheetState.SUBMITTED)
        await seat.press("]", "[")
        await seat.sees("● submitted")
        await seat.press("home", "h", "enter")
        await seat.sees("History · Alignment", "This sheet is closed; only the chair can return it to you.")


async def test_marks_that_came_in_together_stand_in_the_rubrics_order() -> None:
    desk = fresh()
    at = "2026-03-01T06:03:00+00:00"
    filed = [
        HistoryItem(at, Author.SECRETARY, SheetDeed.FILED, key, FULL[key])
        for key in sorted(c.key for c in rubric().criteria)
    ]
    desk.items["n1"] = [*filed, HistoryItem(at, Author.SECRETARY, SheetDeed.SUBMITTED)]
    async with seated(desk) as seat:
        await seat.press("h", "tab")
        await seat.sees("History · the whole sheet", "Alignment · filed with papers: 15")
        lines = [line for line in seat.says().splitlines() if "filed with papers" in line]
        titles = [c.title.en for c in rubric().criteria]
        assert [next(title for title in titles if f"{title} · filed" in line) for line in lines] == titles
