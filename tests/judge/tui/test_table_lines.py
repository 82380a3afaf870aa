from hypothesis import given
from hypothesis import strategies as st

from judge.tui.cells import cell_len
from judge.tui.ink import plain
from judge.tui.table_lines import table_lines

ROWS = (("月份", "故障次数", "原因"), ("2018-03", "14", "密封"), ("2018-04", "9", "腐蚀与结垢"))


def test_columns_line_up_under_chinese_headings_and_figures_stand_right() -> None:
    assert [plain(line) for line in table_lines(ROWS, 40)] == [
        "   月份  故障次数  原因",
        "───────  ────────  ──────────",
        "2018-03        14  密封",
        "2018-04         9  腐蚀与结垢",
    ]


@given(
    st.lists(st.lists(st.text("井故障ab1 ", max_size=30), min_size=1, max_size=6), min_size=1, max_size=5),
    st.integers(10, 60),
)
def test_any_table_stays_within_its_width(rows: list[list[str]], width: int) -> None:
    assert all(cell_len(plain(line)) <= width for line in table_lines(rows, width))


def test_a_table_with_too_many_columns_becomes_a_list_of_its_rows() -> None:
    rows = (tuple(f"栏{i}" for i in range(12)), tuple(str(i) for i in range(12)))
    told = [plain(line) for line in table_lines(rows, 30)]
    assert "栏0: 0" in told
    assert "栏11: 11" in told
