import pytest

from judge.domain.desk import ShownField
from judge.tui.cells import cell_len
from tests.judge.tui.fake_desk import FakeDesk, page
from tests.judge.tui.sitting import SMALL, WIDE, Seat, seated

LONG = tuple(ShownField(f"f{n}", f"第{n}项", "降低注水井故障率的过程与效果" * 12) for n in range(12))
SHORT = (ShownField("name", "QC小组名称", "晨光QC小组"),)


def shown(seat: Seat) -> str:
    """What the pane shows of its paper, without the blanks and breaks that wrapping makes."""
    papers = seat.app.desk_screen.pane.papers
    width = papers.scrollable_content_region.width
    lines = (papers.render_line(y) for y in range(papers.size.height))
    return "".join("".join(line.crop(0, width).text.split()) for line in lines)


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize(("before", "after"), [(SHORT, LONG), (LONG, SHORT)])
async def test_no_letter_is_lost_where_a_long_paper_follows_a_short_one(
    size: tuple[int, int], before: tuple[ShownField, ...], after: tuple[ShownField, ...]
) -> None:
    async with seated(
        FakeDesk([page(1, "晨光", fields=before), page(2, "红柳", fields=after)]), size
    ) as seat:
        await seat.press("]")
        await seat.sees(after[0].label, "红柳")
        whole = "".join("".join(f"{field.label}{field.written}".split()) for field in after)
        assert whole.startswith(shown(seat))
        await seat.press("tab", "3", "4")
        await seat.sees("L4 ≥ 13.5")
        papers = seat.app.desk_screen.pane.papers
        width = papers.scrollable_content_region.width
        assert all(cell_len(line) <= width for line in papers.text.splitlines())
