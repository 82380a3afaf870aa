from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.figures import cell_number, printed, shortest
from exports.names import sheet_name
from exports.texts import fitted, visible
from exports.widths import folded, text_width, wrapped_lines


@given(st.decimals(-1000, 1000, places=5), st.integers(0, 4))
def test_figures_round_half_up_like_the_decimal_standard(figure: Decimal, places: int) -> None:
    expected = figure.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert printed(figure, places) == expected
    assert cell_number(figure, places) == float(expected)


def test_a_half_that_no_binary_number_can_hold_still_rounds_up() -> None:
    assert printed(Fraction(1005, 1000), 2) == Decimal("1.01")
    assert printed(Fraction(1, 3), 2) == Decimal("0.33")


@pytest.mark.parametrize(
    ("full", "text"), [(15, "15"), (Fraction(25, 2), "12.5"), (Decimal("20.00"), "20"), (100, "100")]
)
def test_full_points_show_no_needless_zeros(full: int | Fraction | Decimal, text: str) -> None:
    assert shortest(full) == text


@given(st.text(st.characters(codec=None)))
def test_what_is_visible_can_always_be_written_and_keeps_its_length(text: str) -> None:
    shown, replaced = visible(text)
    shown.encode("utf-8")
    assert "\x00" not in shown
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    assert len(shown) == len(plain)
    assert replaced == (shown != plain)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(2, 20))
def test_a_fitted_text_is_the_text_or_a_marked_beginning_of_it(text: str, most: int) -> None:
    cut = fitted(text, most)
    assert len(cut.encode("utf-16-le")) <= 2 * most
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))


@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_titles_give_valid_sheet_names_all_different(titles: list[str]) -> None:
    taken: set[str] = set()
    for title in titles:
        name = sheet_name(title, taken)
        assert name
        assert len(name.encode("utf-16-le")) <= 62
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.casefold() not in taken | {"history"}
        taken.add(name.casefold())


def test_sheet_names_stay_readable() -> None:
    assert sheet_name("小组/班组: 名单?", ()) == "小组／班组： 名单？"
    assert sheet_name("History", ()) == "History (2)"
    assert sheet_name("长" * 40, {("长" * 30 + "…")}) == "长" * 26 + "… (2)"


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("名单", 4), ("阿依·努尔", 10), ("𠮷", 2), ("ئۇيغۇر", 6), ("一\n二三", 4), ("", 0)],
)
def test_widths_are_cells(text: str, cells: int) -> None:
    assert text_width(text) == cells


@given(st.text(st.characters(exclude_characters="\n ")), st.integers(4, 40))
def test_folding_loses_nothing_and_fits(text: str, width: int) -> None:
    lines = folded(text, width)
    assert all(text_width(part) <= width for part in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_folding_breaks_after_a_space_near_the_edge() -> None:
    assert folded("Scores are means of sheets", 12) == ["Scores are", "means of", "sheets"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("满 5 份时去掉 1 个最高分", ["满 5 份时去掉 1 个", "最高分"]),
        ("去掉一个最高分以后，取平均分", ["去掉一个最高分以", "后，取平均分"]),
        ("取平均分（保留 decimals 位）", ["取平均分（保留", "decimals 位）"]),
        ("得分按精确数值排（并列时不拆）", ["得分按精确数值排", "（并列时不拆）"]),
    ],
    ids=["digits", "closing mark", "word", "opening mark"],
)
def test_chinese_folds_between_characters_and_keeps_words_and_marks_whole(
    text: str, lines: list[str]
) -> None:
    assert folded(text, 18) == lines


def test_wrapped_lines_are_counted_in_cells() -> None:
    assert wrapped_lines("十个汉字占二十格宽度", 21.5) == 1
    assert wrapped_lines("十一个汉字超过二十格宽", 21.5) == 2
    assert wrapped_lines("一\n二", 21.5) == 2
