from dataclasses import replace

import pytest

from judge.locale import speak
from tests.judge.tui.fake_desk import FakeDesk, page, rubric, with_sheet
from tests.judge.tui.sitting import SMALL, WIDE, seated


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("tongue", ["zh", "en"])
async def test_criteria_are_named_in_full(tongue: str, size: tuple[int, int]) -> None:
    speak(tongue)
    async with seated(FakeDesk([page(1, "晨光")]), size) as seat:
        await seat.sees(*(criterion.title.language(tongue) for criterion in rubric().criteria))


@pytest.mark.parametrize("tongue", ["zh", "en"])
async def test_a_note_goes_before_the_clauses_where_there_is_no_room_for_both(tongue: str) -> None:
    speak(tongue)
    noted = with_sheet(page(1, "晨光"), notes={"process": "数据偏少，须核"})
    async with seated(FakeDesk([noted]), SMALL) as seat:
        await seat.sees("数据偏少，须核")
    async with seated(FakeDesk([noted]), WIDE) as seat:
        await seat.sees("一.2 一.4(2) 数据偏少，须核")


async def test_three_clauses_are_named_in_full() -> None:
    plain = rubric()
    criteria = tuple(replace(c, clauses=("一.1", "一.3", "一.4(3)")) for c in plain.criteria)
    async with seated(FakeDesk([page(1, "晨光", rubric=replace(plain, criteria=criteria))]), SMALL) as seat:
        await seat.sees("一.1 一.3 一.4(3)")


async def test_criteria_without_levels_show_points_alone() -> None:
    plain = rubric()
    criteria = tuple(replace(c, levels=()) for c in plain.criteria)
    bare = page(1, "晨光", rubric=replace(plain, criteria=criteria))
    async with seated(FakeDesk([bare]), WIDE) as seat:
        await seat.press(*"12.5", "enter")
        await seat.sees("12.5")
        assert "L3" not in seat.says()
        await seat.press("tab", "4")
        await seat.sees(criteria[0].title.language("en"))
