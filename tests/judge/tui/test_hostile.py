import time

import pytest

from judge.domain.desk import ShownField
from judge.locale import speak
from judge.tui.cells import cell_len
from tests.judge.tui.fake_desk import FakeDesk, marks, page, rubric, with_sheet
from tests.judge.tui.sitting import SMALL, WIDE, fresh, seated

HOSTILE = (
    "[/x]",
    "[bold red]=1+1[/]",
    '=HYPERLINK("http://x")',
    "\u202eمجموعة الجودة\u202c نور",
    "👩‍👩‍👧‍👦班组🏳️‍🌈",
    "长" * 5000,
    "\x1b[31mred\x07\x9b2J",
    "阿依努尔·买买提\t\n二行",
    "",
)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_no_name_is_ever_obeyed(size: tuple[int, int]) -> None:
    pages = [
        page(
            number,
            name,
            organisation=name,
            subject=name,
            fields=(ShownField("size", name, name), ShownField("story", "[/]", name * 2)),
        )
        for number, name in enumerate(HOSTILE)
    ]
    pages = [with_sheet(p, notes={"alignment": p.name, "": p.name}) for p in pages]
    desk = FakeDesk(pages, edition_title="[/x] 2019", reviewer="[R]07")
    async with seated(desk, size) as seat:
        for place, name in enumerate(HOSTILE, start=1):
            await seat.sees(f"{place} of {len(HOSTILE)}")
            said = seat.says()
            assert "\x1b" not in said
            assert "\u202e" not in said
            assert all(cell_len(line) == size[0] for line in said.splitlines())
            assert name[:4] in said or not name.isprintable()
            await seat.press("7", "]")
        await seat.press("f3")
        await seat.sees("Recuse from")
        await seat.press("escape", "99", "ctrl+q")
        await seat.sees("Not everything is saved")


async def test_a_queue_of_ten_thousand_is_drawn_and_moved_through_without_a_wait() -> None:
    shared = rubric()
    desk = FakeDesk([page(n, f"第{n}小组", rubric=shared) for n in range(10_000)])
    started = time.perf_counter()
    async with seated(desk) as seat:
        await seat.sees("Queue · 10000 to do")
        await seat.press("q", "end")
        await seat.sees("第9999小组", "10000 of 10000")
    assert time.perf_counter() - started < 8


@pytest.mark.parametrize(("size", "tongue"), [(SMALL, "zh"), (WIDE, "en")])
async def test_no_line_is_wider_than_the_screen_in_either_language(
    size: tuple[int, int], tongue: str
) -> None:
    speak(tongue)
    desk = FakeDesk([with_sheet(page(1, "晨光"), marks=marks(alignment=25, sharing=None))])
    async with seated(desk, size) as seat:
        for key in ("1", "tab", "f7", "q", "escape", "f4", "escape", "f1"):
            await seat.press(key)
            assert all(cell_len(line) == size[0] for line in seat.says().splitlines())
        assert ("选题契合" in seat.says() or size == SMALL) is (tongue == "zh" or size == SMALL)


async def test_the_caret_stands_where_an_input_method_should_open() -> None:
    async with seated(fresh()) as seat:
        await seat.press("down", "2")
        await seat.sees("[    2 ]")

        def placed() -> bool:
            line = seat.says().splitlines()[seat.app.cursor_position.y]
            before, bracket, _after = line.partition("]")
            return bool(
                bracket
                and "Process and evidence" in line
                and cell_len(before[:-1]) == seat.app.cursor_position.x
            )

        # The caret is placed with the next frame.
        await seat.until(placed)


async def test_a_paste_stands_in_the_cell_until_it_is_taken() -> None:
    from textual.events import Paste  # noqa: PLC0415 - only this test pastes

    desk = fresh()
    async with seated(desk) as seat:
        seat.app.post_message(Paste("１２．５ 分\n"))
        await seat.sees("[ … 分 ]")
        assert not desk.calls
        await seat.press("enter")
        await seat.sees("✓ saved 14:03", "12.5")
