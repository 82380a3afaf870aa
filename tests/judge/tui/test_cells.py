from hypothesis import given
from hypothesis import strategies as st

from judge.tui.cells import cell_len, clean, clean_line, cut, fit, fit_right, wrap
from judge.tui.wrapping import _wrap_any, _wrap_plain

ANY = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)


@given(ANY)
def test_nothing_that_a_terminal_would_obey_is_left(text: str) -> None:
    kept = clean(text)
    assert not any(c in kept for c in "\x1b\x07\x9b\r\t\u202e\u2066")
    assert "\n" not in clean_line(text)


@given(ANY, st.integers(1, 30))
def test_a_fitted_text_takes_exactly_its_cells(text: str, width: int) -> None:
    assert cell_len(fit(clean_line(text), width)) == width
    assert cell_len(fit_right(clean_line(text), width)) == width


@given(ANY, st.integers(2, 30))
def test_wrapping_keeps_every_visible_character_within_the_width(text: str, width: int) -> None:
    lines = wrap(clean(text), width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())


def test_a_chinese_line_never_begins_with_closing_punctuation() -> None:
    lines = wrap("课题来源于现场（四十三口井失效，见下表）。小组成立于2017年。", 14)
    assert all(line[0] not in "，。）" and line[-1] != "（" for line in lines)


def test_a_cut_text_says_that_it_is_cut() -> None:
    assert cut("晨光QC小组", 8) == "晨光QC…"
    assert cut("晨光QC小组", 10) == "晨光QC小组"
    assert cut("👩‍👩‍👧‍👦" * 3000, 5) == "👩‍👩‍👧‍👦👩‍👩‍👧‍👦…"


@given(st.text("井故 a1b，。（“)％·…　é①", max_size=60), st.integers(2, 20))
def test_the_quick_way_of_wrapping_breaks_where_the_other_does(text: str, width: int) -> None:
    assert _wrap_plain(text, width) == _wrap_any(text, width)


@given(st.text("井故 a1b，。（“)％", max_size=60), st.integers(8, 20))
def test_wrapping_loses_nothing_but_blanks(text: str, width: int) -> None:
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


def test_wrapped_text_ends_without_an_empty_line() -> None:
    assert wrap("aaaa bbbb ", 4) == ["aaaa", "bbbb"]
