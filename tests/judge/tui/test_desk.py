import pytest

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, SheetState
from tests.judge.tui.fake_desk import FakeDesk, marks, page, rubric, with_sheet
from tests.judge.tui.sitting import SMALL, WIDE, fresh, seated

FULL = {c.key: c.full_ticks for c in rubric().criteria}
ALMOST = {key: ticks for key, ticks in FULL.items() if key != "results"}


async def test_what_lacks_a_mark_is_named_to_the_end_on_a_narrow_screen() -> None:
    async with seated(fresh(), SMALL) as seat:
        await seat.press("12.5", "enter", "f2")
        await seat.sees(
            "▸ Not submitted: no mark yet for Process and evidence", "Sharing and sustaining.", "1 of 6"
        )


async def test_a_sheet_is_scored_and_submitted_by_keys_alone() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        for points in ("12.5", "21", "9", "18", "15"):
            await seat.press(points, "enter")
        await seat.press("8", "f2")
        await seat.sees(
            "1 of 3 submitted", "● submitted · read only", "] opens the next one to do: 红柳QC小组"
        )
        await seat.press("]")
        await seat.sees("○ untouched", "2 of 3")
    sheet = desk.sheet("n1")
    assert [m.ticks for m in sheet.marks.values()] == [25, 42, 18, 36, 30, 16]
    assert sheet.state is SheetState.SUBMITTED


async def test_every_mark_is_on_disk_without_asking_and_the_title_says_when() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("12.5", "enter")
        await seat.sees("✓ saved 14:03", "Total 12.5 of 100 · 1 of 6 marked", "1/6 12.5")
        assert desk.sheet("n1").marks["alignment"] == Mark(25)


async def test_a_slow_disk_never_holds_up_the_keys() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        desk.hold()
        await seat.press("12.5", "enter", "20", "enter")
        await seat.sees("… saving 2", "Total 32.5 of 100")
        assert not desk.sheet("n1").marks
        desk.release()
        await seat.sees("✓ saved 14:03")
    assert len(desk.sheet("n1").marks) == 2


async def test_a_mark_being_typed_is_not_shown_as_saved() -> None:
    desk = fresh()
    async with seated(desk) as seat:

        def saved() -> list[str]:
            return [line for line in seat.says().splitlines() if "✓ saved" in line and "L3" in line]

        await seat.press("12.5", "enter", "up")
        await seat.until(saved)
        await seat.press("1")
        await seat.sees("[    1 ]", "· typing, not saved")
        assert not saved()
        await seat.press("escape")
        await seat.until(saved)


@pytest.mark.parametrize("keys", ["1e9", "2O", "1l", "1,5"])
async def test_letters_among_figures_are_refused_never_passed_over(keys: str) -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press(*keys, "enter")
        await seat.sees(keys, "✗ refused", f"“{keys}” is not a number of points")
        assert not desk.sheet("n1").marks


async def test_a_mark_with_its_unit_is_taken() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press(*"12.5分", "enter")
        await seat.sees("✓ saved 14:03")
        assert desk.sheet("n1").marks["alignment"] == Mark(25)


async def test_a_mark_out_of_range_is_refused_at_its_cell_and_kept() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("26", "enter")
        await seat.sees("[   26 ]", "✗ refused", "26 is out of range", "✗ 1 not saved")
        await seat.press("down", "]", "[")
        await seat.sees("26", "✗ refused")
        assert not desk.calls
        await seat.press("up", "15", "enter")
        await seat.sees("✓ saved 14:03")


async def test_a_sheet_changed_in_another_window_is_reloaded_and_the_draft_kept() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        desk.elsewhere("n1", marks=marks(alignment=20, tools=30))
        await seat.press("12.5", "enter")
        await seat.sees("12.5", "10 elsewhere: F5 keeps yours, Esc takes it", "15.0")
        await seat.press("up")
        await seat.sees("another window", "It says 10 now")
        assert desk.sheet("n1").marks["alignment"] == Mark(20)
        await seat.press("f5")
        await seat.sees("✓ saved 14:03")
    assert desk.sheet("n1").marks["alignment"] == Mark(25)
    assert desk.sheet("n1").marks["tools"] == Mark(30)


async def test_the_other_windows_mark_is_taken_by_escape() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        desk.elsewhere("n1", marks=marks(alignment=20))
        await seat.press("12.5", "enter", "up")
        await seat.sees("It says 10 now")
        await seat.press("escape")
        await seat.sees("[ 10.0 ]")
        assert "12.5" not in seat.says()


async def test_an_incomplete_sheet_names_what_is_missing_and_goes_there() -> None:
    desk = FakeDesk([with_sheet(page(1, "晨光"), marks=marks(**ALMOST))])
    async with seated(desk) as seat:
        await seat.press("home", "f2")
        await seat.sees("Not submitted: no mark yet for Results.", "▸ Results")
        assert desk.sheet("n1").state is SheetState.OPEN


async def test_a_mark_refused_on_its_way_stops_the_submission() -> None:
    desk = FakeDesk([with_sheet(page(1, "晨光"), marks=marks(**FULL))])
    desk.refuse = lambda call: OSError("disk full") if call[0] == "set_mark" else None
    async with seated(desk) as seat:
        desk.hold()
        await seat.press("3", "f2")
        desk.release()
        await seat.sees("Not submitted", "disk full")
    assert desk.sheet("n1").state is SheetState.OPEN


async def test_recusing_needs_a_reason() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("f3", "f3")
        await seat.sees("A recusal needs a reason")
        await seat.press(*"kin", "f3")
        await seat.sees("⊘ You recused yourself: kin", "⊘ recused · read only")
    assert desk.sheet("n1").reason == "kin"


async def test_a_refused_recusal_gives_the_reason_back() -> None:
    desk = fresh()
    desk.refuse = lambda call: Refusal("note-too-long", limit=2) if call[0] == "recuse" else None
    async with seated(desk) as seat:
        await seat.press("f3", *"kin", "f3")
        await seat.sees("Recuse from 晨光QC小组", "kin", "at most 2 characters")


async def test_a_returned_sheet_opens_with_the_chairs_reason_and_can_be_edited() -> None:
    returned = with_sheet(
        page(1, "晨光"), state=SheetState.RETURNED, reason="[b]附表[/x]不符", marks=marks(**FULL)
    )
    desk = FakeDesk([returned])
    async with seated(desk) as seat:
        await seat.sees("↩ Returned by the chair: [b]附表[/x]不符", "↩ returned")
        await seat.press("9", "enter", "f2")
        await seat.sees("1 of 1 submitted")


async def test_a_forked_sheet_says_so_and_takes_nothing() -> None:
    desk = FakeDesk([with_sheet(page(1, "晨光"), state=SheetState.FORKED, marks=marks(alignment=20))])
    async with seated(desk) as seat:
        await seat.sees("≠ This sheet was continued in several places", "≠ 晨光", "≠ forked · read only")
        await seat.press("9")
        await seat.sees("only the chair")
    assert desk.calls == []


async def test_the_desk_opens_at_the_first_nomination_still_to_do() -> None:
    done = with_sheet(page(1, "晨光"), state=SheetState.SUBMITTED, marks=marks(**FULL))
    desk = FakeDesk([done, with_sheet(page(2, "红柳"), marks=marks(alignment=20)), page(3, "胡杨")])
    async with seated(desk) as seat:
        await seat.sees("▸◐ 红柳", "[    – ]", "▸ Process and evidence")


async def test_figures_typed_while_the_next_sheet_opens_go_to_that_sheet() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        desk.hold()
        await seat.press("5", "enter", "]", "7", "enter")
        desk.release()
        await seat.until(lambda: desk.sheet("n2").marks)
    assert desk.sheet("n1").marks == {"alignment": Mark(10)}
    assert desk.sheet("n2").marks == {"alignment": Mark(14)}


async def test_what_could_not_be_saved_is_flagged_in_the_queue_and_saved_later_from_anywhere() -> None:
    desk = fresh()
    desk.refuse = lambda call: OSError("disk full") if call[1] == "n1" else None
    async with seated(desk) as seat:
        desk.hold()
        await seat.press("5", "enter", "]")
        desk.release()
        await seat.sees("红柳QC小组 · 新疆油田公司", "✗ 1 not saved", "–✗")
        desk.refuse = lambda _call: None
        await seat.press("7", "enter", "f5")
        await seat.sees("✓ saved 14:03", "1/6 5", "1/6 7")
        assert "✗" not in seat.says()
    assert desk.sheet("n1").marks == {"alignment": Mark(10)}


async def test_the_meaning_of_digits_is_said_and_switched() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.sees("digits: points", "0-9 points")
        await seat.press("f6")
        await seat.sees("digits: levels 1–4", "1-4 level")
        await seat.press("3")
        await seat.sees("[ 11.5 ] L3", "✓ saved 14:03")


async def test_not_applicable_shrinks_what_can_be_reached() -> None:
    async with seated(fresh()) as seat:
        await seat.press("x")
        await seat.sees("applies to every nomination")
        await seat.press("end", "f8")
        await seat.sees("[  n/a ]", "Total 0 of 90 · 1 of 6 marked")


async def test_notes_are_saved_when_they_are_closed_and_shown_in_their_line() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("n", *"[x]=1")
        await seat.sees("· typing, not saved")
        await seat.press("escape")
        await seat.sees("[x]=1", "✓ saved 14:03")
        await seat.press("f16", *"all", "escape")
        await seat.sees("note: all")
    assert desk.sheet("n1").notes == {"alignment": "[x]=1", "": "all"}


async def test_a_refused_note_is_kept_and_can_be_shortened() -> None:
    desk = fresh()
    desk.refuse = lambda call: Refusal("note-too-long", limit=2) if len(str(call[3])) > 2 else None
    async with seated(desk) as seat:
        await seat.press("n", *"long", "escape")
        await seat.sees("✗ A note may have at most 2 characters")
        await seat.press("n", "backspace", "backspace", "escape")
        await seat.sees("✓ saved 14:03")
    assert desk.sheet("n1").notes == {"alignment": "lo"}


async def test_leaving_waits_until_everything_is_saved() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        desk.hold()
        await seat.press("12.5", "ctrl+q")
        await seat.sees("… saving 1")
        assert not seat.app._exit
        desk.release()
        await seat.until(lambda: seat.app._exit)
    assert desk.sheet("n1").marks["alignment"] == Mark(25)


async def test_leaving_with_something_refused_asks_and_names_it() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("99", "ctrl+q")
        await seat.sees("Not everything is saved", "晨光QC小组 · Alignment · 99")
        await seat.press("escape")
        await seat.sees("99 is out of range")
        assert not seat.app._exit
        await seat.press("ctrl+q", "y")
        await seat.until(lambda: seat.app._exit)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_queue_opens_a_nomination_and_gives_the_keyboard_back(size: tuple[int, int]) -> None:
    async with seated(fresh(), size) as seat:
        await seat.press("q", "down", "down", "enter")
        await seat.sees("胡杨QC小组 · 新疆油田公司", " 0-9 ")
        await seat.press("tab")
        assert seat.app.focused is seat.app.desk_screen.pane.papers
        await seat.press("tab", "4", "enter")
        await seat.sees("Total 4 of 100")


async def test_on_a_small_screen_the_queue_is_folded_and_the_one_in_use_is_tall() -> None:
    async with seated(fresh(), SMALL) as seat:
        await seat.sees("[1 of 3 ▾]", "QC小组名称", "L4 ≥ 13.5", "Total – of 100")
        assert "Queue" not in seat.says()
        low = seat.app.desk_screen.pane.size.height
        await seat.press("tab")
        await seat.until(lambda: seat.app.desk_screen.pane.size.height > low + 5)
        await seat.sees("▸ Alignment", "Total – of 100")


async def test_every_paper_can_be_read() -> None:
    async with seated(fresh()) as seat:
        await seat.sees("QC小组简介及主要活动过程与效果", "1 Form", "2 Report", "3 Findings 1")
        await seat.press("f7")
        await seat.sees("一、选题理由", "2018-03        14  密封")
        await seat.press("f7")
        await seat.sees("? to verify", "Both seals and attachments", "扫描件不清")
        await seat.press("tab", "4")
        await seat.sees("L4 ≥ 13.5", "Unsupported")


async def test_the_palette_and_the_help_know_the_deeds() -> None:
    desk = FakeDesk([with_sheet(page(1, "晨光"), marks=marks(**FULL))])
    async with seated(desk) as seat:
        await seat.press("question_mark")
        await seat.sees("Submit the sheet; it must be complete.")
        await seat.press("end")
        await seat.sees("returned", "recused", "untouched")
        await seat.press("escape", "ctrl+p", *"submit")
        await seat.sees("Submit the sheet; it must be complete.")
        await seat.press("enter", "enter")
        await seat.sees("1 of 1 submitted")


async def test_an_unreadable_nomination_is_told_and_the_desk_stays() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        desk.readable = False
        await seat.press("]")
        await seat.sees("is not assigned", "晨光QC小组 · 新疆油田公司")
        await seat.press("3", "enter")
        await seat.until(lambda: desk.sheet("n1").marks)


async def test_an_empty_queue_says_so() -> None:
    async with seated(FakeDesk([])) as seat:
        await seat.sees("No nomination is assigned to you yet.")
        await seat.press("f2", "f3", "]", "n", "1", "enter", "q", "enter", "tab")
        assert not seat.app._exit


async def test_at_an_empty_queue_there_are_help_and_a_way_out() -> None:
    async with seated(FakeDesk([])) as seat:
        await seat.sees("No nomination is assigned to you yet.")
        await seat.press("5", "question_mark")
        await seat.sees("Type points, or levels 1 to 4")
        await seat.press("escape", "ctrl+q")
        await seat.until(lambda: seat.app._exit)


async def test_a_digit_that_is_no_level_is_refused_at_its_cell_and_not_forgotten() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("12.5", "enter", "up", "f6", "7")
        await seat.sees("[    7 ]", "✗ 7 is no level: digits give levels 1 to 4 now; F6 makes them points")
        await seat.press("enter")
        await seat.sees("7      ", "✗ refused", "7 is no level")
        await seat.press("f2")
        await seat.sees("Not submitted: something on this sheet was refused.")
        assert desk.sheet("n1").marks == {"alignment": Mark(25)}
        await seat.press("3")
        await seat.until(lambda: desk.sheet("n1").marks == {"alignment": Mark(23)})
        assert "✗" not in seat.says()


CLOSED = with_sheet(
    page(1, "晨光"), state=SheetState.SUBMITTED, marks=marks(**FULL), notes={"process": "要点"}
)


@pytest.mark.parametrize("key", ["n", "m"])
async def test_where_there_is_no_note_on_a_closed_sheet_a_line_says_so(key: str) -> None:
    async with seated(FakeDesk([CLOSED]), SMALL) as seat:
        await seat.press("home", key)
        await seat.sees("No note was written here, and this sheet is closed.")
        assert len(seat.app.screen_stack) == 2


async def test_a_note_on_a_closed_sheet_can_be_read_and_not_changed() -> None:
    desk = FakeDesk([CLOSED])
    async with seated(desk) as seat:
        await seat.press("home", "down", "n")
        await seat.sees("Note on Process and evidence", "要点")
        await seat.pilot.press("x")
        await seat.press("escape")
        await seat.sees("● submitted · read only")
    assert desk.calls == []
    assert desk.sheet("n1").notes == {"process": "要点"}
