"""What bears on a criterion: beside it in the sheet, and on a key in the form."""

from dataclasses import replace

import pytest

from judge.domain.desk import ShownField
from judge.tui.cells import cell_len
from judge.tui.draft import SheetDraft
from judge.tui.evidence_lines import evidence_lines
from judge.tui.ink import plain
from judge.tui.marking import Marking
from tests.judge.tui.fake_desk import FakeDesk, page
from tests.judge.tui.sitting import SMALL, WIDE, fresh, seated

LONG = "故障率由百分之八降到百分之三。" * 60


def told(row: int, room: int, width: int = 60, **changes: object) -> list[str]:
    shown = page(1, "晨光", **changes)
    marking = Marking(SheetDraft(shown.rubric, shown.sheet))
    marking.go(row)
    return [plain(line) for line in evidence_lines(marking, shown, width, room)]


def test_fields_stand_on_their_own_lines_where_there_is_room() -> None:
    assert told(4, 2) == ["Evidence  小组人数: 9", "          小组成员名单: 阿依努尔·买买提、王建国、李梅"]


def test_fields_share_one_line_where_there_is_no_room() -> None:
    assert told(4, 1) == ["Evidence  小组人数: 9 · 小组成员名单: 阿依努尔·买买提、王建…"]


def test_a_short_field_is_whole_and_a_long_one_takes_what_is_left() -> None:
    fields = (ShownField("size", "小组人数", "9"), ShownField("members", "名单", LONG))
    lines = told(4, 4, fields=fields)
    assert len(lines) == 4
    assert lines[0].endswith("小组人数: 9")
    assert lines[-1].endswith("…")
    assert all(cell_len(line) <= 60 for line in lines)


def test_a_long_field_hides_none_of_those_after_it() -> None:
    fields = (ShownField("size", "说明", LONG), ShownField("members", "人数", "9"))
    (line,) = told(4, 1, fields=fields)
    assert line.endswith("… · 人数: 9")


def test_a_short_field_is_whole_also_beside_a_long_one_on_the_same_line() -> None:
    fields = (ShownField("members", "小组活动成果名称", "研制快速混匀架"), ShownField("size", "简介", LONG))
    (line,) = told(4, 1, width=80, fields=fields)
    assert line.startswith("Evidence  简介: 故障率由")
    assert line.endswith(" · 小组活动成果名称: 研制快速混匀架")


def test_what_is_left_blank_is_said() -> None:
    assert told(4, 1, fields=(ShownField("size", "小组人数", " "),)) == ["Evidence  小组人数: –"]


def test_a_criterion_without_evidence_says_nothing() -> None:
    assert told(0, 3) == []


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_key_goes_to_the_field_in_the_form_and_to_the_next(size: tuple[int, int]) -> None:
    async with seated(fresh(), size) as seat:
        await seat.press("end", "up", "f7", "e")
        await seat.sees("小组人数  9  ◂ Front-line participation")
        await seat.press("E")
        await seat.sees("李梅  ◂ Front-line participation")
        await seat.press("e")
        await seat.sees("小组人数  9  ◂ Front-line participation")
        await seat.press("1", "2", "enter")
        await seat.sees("Total 12 of 100")


async def test_a_long_field_far_down_is_brought_into_sight() -> None:
    filler = tuple(ShownField(f"f{n}", f"第{n}项", LONG) for n in range(40))
    shown = page(1, "晨光")
    fields = (*filler, *shown.fields, *(replace(field, key=f"{field.key}2") for field in filler))
    async with seated(FakeDesk([replace(shown, fields=fields)]), SMALL) as seat:
        await seat.press("down", "down", "down", "f19")
        await seat.sees("QC小组简介及主要活动过程与效果  ◂ Results")


async def test_where_the_rubric_names_none_it_says_so() -> None:
    async with seated(fresh()) as seat:
        await seat.press("e")
        await seat.sees("The rubric names no field of the form as evidence for this criterion.")


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_level_texts_and_clauses_show_for_the_criterion(size: tuple[int, int]) -> None:
    async with seated(fresh(), size) as seat:
        await seat.press("down")
        await seat.sees(
            "一.2 一.4(2)", "L4 ≥ 22.5", "L1 ≥ 0    Unsupported", "Evidence  小组成员名单: 阿依努尔"
        )
