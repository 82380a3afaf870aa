from dataclasses import replace

import pytest
from textual.events import Paste

from imports.records import Block
from judge.domain.desk import Document
from judge.tui.paper_lines import finding_passages, form_passages, report_passages
from judge.tui.paper_search import search
from tests.judge.tui.fake_desk import FakeDesk, page
from tests.judge.tui.sitting import SMALL, WIDE, Seat, fresh, seated


def offset(seat: Seat) -> int:
    return seat.app.desk_screen.pane.papers.scroll_offset.y


def inks(seat: Seat, ink: str) -> list[str]:
    """What the papers show in an ink."""
    papers = seat.app.desk_screen.pane.papers
    look = papers.rich_style + papers.get_component_rich_style(f"ink--{ink}")
    lines = (papers.render_line(y) for y in range(papers.size.height))
    return [segment.text for line in lines for segment in line if segment.style == look]


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_what_is_found_is_counted_and_set_off_and_the_other_papers_are_named(
    size: tuple[int, int],
) -> None:
    async with seated(fresh(), size) as seat:
        await seat.press("ctrl+f", *"注水井")
        await seat.sees("1 of 4", "also in Report 3")
        await seat.until(lambda: inks(seat, "here") == ["注水井"])
        await seat.until(lambda: "".join(inks(seat, "found")) == "注水井" * 3)
        await seat.press("enter", "down")
        await seat.sees("3 of 4")
        await seat.press("up")
        await seat.sees("2 of 4")


async def test_width_case_and_breaks_make_no_difference() -> None:
    async with seated(fresh()) as seat:
        await seat.press("ctrl+f", *"ｑＣ小 组")
        await seat.sees("1 of 3")
        assert inks(seat, "here") == ["QC小组"]


async def test_the_next_place_leads_on_into_the_next_paper_and_round() -> None:
    async with seated(fresh()) as seat:
        await seat.press("ctrl+f", *"注水井", "up")
        await seat.sees("3 of 3", "also in Form 4", "一、选题理由")
        await seat.press("f12")
        await seat.sees("1 of 4", "QC小组名称")


async def test_what_stands_in_another_paper_alone_is_said_to_be_there() -> None:
    async with seated(fresh()) as seat:
        await seat.press("ctrl+f", *"腐蚀")
        await seat.sees("Not in this paper", "but in Report 1", "QC小组名称")
        await seat.press("enter")
        await seat.sees("1 of 1", "2018-04")
        await seat.press(*"x")
        await seat.sees("Found nowhere")


async def test_letters_that_are_keys_elsewhere_are_only_typed() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("ctrl+f", *"q[]nmxeo7/?")
        await seat.sees("q[]nmxeo7/?", "Found nowhere", "晨光QC小组 · 新疆油田公司")
    assert not desk.calls


async def test_the_way_on_and_the_way_out_are_shown_also_where_the_find_line_has_no_room_for_them() -> None:
    async with seated(fresh(), SMALL) as seat:
        await seat.press("ctrl+f", *"QC")
        await seat.sees("Enter ↓ next place", "↑ previous place", "Esc end the search")
        assert "? help" not in seat.says()  # a question mark is looked for
        await seat.press("escape")
        await seat.sees("? help")


async def test_escape_ends_it_and_the_place_is_kept() -> None:
    story = "一路平安。" * 400 + "到此为止"
    fields = tuple(replace(f, written=story) if f.key == "story" else f for f in page(1, "").fields)
    async with seated(FakeDesk([page(1, "晨光", fields=fields)]), SMALL) as seat:
        await seat.press("ctrl+f", *"到此")
        await seat.until(lambda: inks(seat, "here") == ["到此"])
        await seat.press("escape")
        await seat.until(lambda: not seat.app.desk_screen.pane.finding)
        await seat.sees("到此为止", "▸ Alignment")
        assert not inks(seat, "here")
        await seat.press("1", "2", "enter")
        await seat.sees("Total 12 of 100", "到此为止")


async def test_marks_can_be_given_while_places_are_gone_through() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press("ctrl+f", *"注水井", "tab", "9", "enter", "f12")
        await seat.sees("2 of 4", "Total 9 of 100")
        await seat.press("ctrl+f")
        await seat.sees("注水井")
        await seat.press(*"王")
        await seat.sees("1 of 1")


async def test_the_next_nomination_is_looked_through_too() -> None:
    async with seated(fresh()) as seat:
        await seat.press("ctrl+f", *"红柳", "tab", "]")
        await seat.sees("红柳QC小组 · 新疆油田公司", "1 of 1")


async def test_a_paper_of_two_thousand_pages_is_read_and_found_in() -> None:
    blocks = tuple(Block(text=f"第{n}节 " + "降低注水井故障率的过程与效果，" * 60) for n in range(2000))
    long = page(1, "晨光", documents=(Document("长", (*blocks, Block(text="末尾"))),))
    async with seated(FakeDesk([long])) as seat:
        await seat.press("f7")
        await seat.sees("第0节")
        await seat.press("ctrl+f", *"末尾")
        await seat.sees("1 of 1")
        await seat.until(lambda: inks(seat, "here") == ["末尾"])


async def test_in_a_burst_each_key_goes_where_it_would_have_gone_alone() -> None:
    desk = fresh()
    async with seated(desk) as seat:
        seat.burst("5", "enter", "ctrl+f", *"注水x", "backspace", *"井", "enter", "escape", "7", "enter")
        await seat.until(lambda: len(desk.sheet("n1").marks) == 2)
        await seat.until(lambda: not seat.app.desk_screen.pane.finding)
        seat.burst("f12", "enter", "tab", "3", "enter")
        await seat.sees("2 of 4", "Total 15 of 100")


async def test_one_line_of_what_is_pasted_is_looked_for() -> None:
    async with seated(fresh()) as seat:
        await seat.press("ctrl+f")
        seat.app.post_message(Paste("注水井\nq\n"))
        await seat.sees("1 of 4", "注水井")


def test_what_the_desk_itself_says_is_not_found() -> None:
    bare = page(1, "晨光QC小组", documents=(), gates=(), fields=())
    papers = [form_passages(bare), report_passages(bare), finding_passages(bare)]
    shown = [
        text for passages in papers for passage in passages for row in passage.lay(60) for text, *_ in row
    ]
    assert any("report" in text for text in shown)
    found = search(papers, "is")
    assert [found.count(paper) for paper in range(len(papers))] == [0, 0, 0]
