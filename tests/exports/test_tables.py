import csv
import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from exports.records import Alteration, Column, RankedList
from exports.tables import guarded, unguarded, write_list_csv
from tests.exports.books import GROUPS, LABELS, line


def as_csv(ranked: RankedList) -> tuple[str, tuple[Alteration, ...]]:
    stream = io.StringIO(newline="")
    altered = write_list_csv(ranked, LABELS, stream)
    return stream.getvalue(), altered


def test_a_list_is_one_row_of_heads_and_one_row_a_line() -> None:
    text, altered = as_csv(GROUPS)
    assert text.startswith("\ufeff名次,单位内名次,得分,")
    assert text.count("\r\n") == 65
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows[0][12] == "选题契合 15"
    assert rows[1][:5] == ["1", "1", "95.63", "获奖", "红柳QC小组"]
    assert rows[8][:4] == ["", "", "", "未定"]
    assert altered == ()


def test_a_negative_figure_is_a_number_and_a_text_that_looks_like_one_is_not() -> None:
    lines = (replace(line(1), score=-1, name="-1+1"),)
    columns = (Column.SCORE, Column.NAME)
    text, _ = as_csv(replace(GROUPS, lines=lines, columns=columns, decimals=1))
    assert text.endswith("\r\n-1.0,'-1+1\r\n")


def test_control_characters_are_shown_and_told() -> None:
    lines = (replace(line(1), name="晨\x00光"),)
    text, altered = as_csv(replace(GROUPS, lines=lines, columns=(Column.NAME,)))
    assert text.endswith("\r\n晨␀光\r\n")
    assert altered == (Alteration("control-character-shown", "qc-group", 2, "名称"),)


@given(st.text())
def test_every_guarded_text_can_be_read_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.sampled_from("=+-@\t\r＝＋－＠"), st.text(), st.sampled_from(["", " ", "\u3000"]))
def test_no_guarded_text_begins_like_a_formula(sign: str, rest: str, blank: str) -> None:
    assert guarded(blank + sign + rest).startswith("'")
