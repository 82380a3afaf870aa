"""Papers laid out as far as anybody has looked, and tables that can be read."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from imports.records import Block
from judge.domain.desk import Document
from judge.tui.cells import cell_len
from judge.tui.ink import plain
from judge.tui.layout import Layout
from judge.tui.paper_lines import report_passages
from judge.tui.passages import BLANK, as_lines, paragraph
from judge.tui.table_lines import table_lines
from tests.judge.tui.fake_desk import page


def many(count: int) -> list[Block]:
    return [Block(text="降低注水井故障率的过程与效果，" * 60) for _number in range(count)]


def test_no_more_is_laid_out_than_is_asked_for() -> None:
    long = page(1, "晨光", documents=(Document("长", tuple(many(500))),))
    layout = Layout(report_passages(long), 70)
    layout.grow(40)
    assert 40 <= len(layout.rows) < 100
    assert not layout.complete


@given(
    st.lists(st.one_of(st.just(""), st.text("井故a ", min_size=1, max_size=60)), max_size=12),
    st.integers(4, 30),
)
def test_every_line_belongs_to_its_passage(texts: list[str], width: int) -> None:
    passages = [paragraph(text) if text else BLANK for text in texts]
    layout = Layout(passages, width)
    for number in range(len(passages)):
        top = layout.top(number)
        for line, row in enumerate(layout.rows_of(number), top):
            assert layout.rows[line] is row
            assert layout.passage_at(line) == number
    lines = [[(text, ink) for text, ink, _of in row] for row in layout.rows]
    assert lines == as_lines(passages, width)
    assert all(before or after for before, after in itertools.pairwise(lines))


def test_the_lines_of_a_cell_stay_lines() -> None:
    rows = (("序号", "内容"), ("1", "一、现状\n 14  井次 \n\n二、目标"))
    assert [plain(line) for line in table_lines(rows, 40)] == [
        "序号  内容",
        "────  ────────",
        "   1  一、现状",
        "      14 井次",
        "      二、目标",
    ]


def test_columns_too_narrow_to_read_become_a_list() -> None:
    heading = tuple(f"第{n}项指标名称" for n in range(8))
    rows = (heading, tuple("按计划完成，效果明显" for _column in heading))
    told = [plain(line) for line in table_lines(rows, 74)]
    assert "第7项指标名称: 按计划完成，效果明显" in told
    assert all(cell_len(line) <= 74 for line in told)


def test_many_narrow_columns_stay_a_table() -> None:
    rows = (tuple(f"{n}月" for n in range(1, 13)), tuple(str(n * 11) for n in range(1, 13)))
    assert len(table_lines(rows, 74)) == 3


def test_one_long_cell_leaves_the_others_their_room() -> None:
    rows = (("措施", "负责人", "完成日期"), ("更换密封件，" * 400, "王建国", "2018-06-30"))
    lines = [plain(line) for line in table_lines(rows, 74)]
    assert "王建国  2018-06-30" in lines[2]
    assert all(cell_len(line) <= 74 for line in lines)
