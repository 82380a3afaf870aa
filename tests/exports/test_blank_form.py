"""Blank forms as Word files: what is printed, whatever it says, and an earlier file kept where one fails."""

from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.refusal import ExportRefused
from exports.word.blank_form import BlankForm, Cell, Line, Row, write_blank_form


def form(text: str = "姓名") -> BlankForm:
    rows = (
        Row((Cell((Line(text, "center"),), 2), Cell((), 10))),
        Row((Cell((Line("简介："), Line(""), Line("单位盖章", "right")), 12, wide=True),), 4000),
    )
    return BlankForm("附件3", "申报表", (Line("推荐单位：", bold=True),), rows, (Line("注：一式两份"),))


def test_lines_cells_and_their_widths(tmp_path: Path) -> None:
    write_blank_form(form(), tmp_path / "blank.docx")
    document = docx.Document(str(tmp_path / "blank.docx"))
    assert [p.text for p in document.paragraphs] == ["附件3", "申报表", "推荐单位：", "", "注：一式两份"]
    (table,) = document.tables
    first, second = table.rows
    assert [tc.grid_span for tc in first._tr.tc_lst] == [2, 10]
    assert [tc.grid_span for tc in second._tr.tc_lst] == [12]
    assert table.cell(0, 0).text == "姓名"
    assert table.cell(1, 0).text == "简介：\n\n单位盖章"


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=()), max_size=20))
def test_any_text_makes_a_file_that_opens(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    target = tmp_path_factory.mktemp("any") / "blank.docx"
    write_blank_form(form(text), target)
    assert docx.Document(str(target)).tables[0].cell(1, 0).text.startswith("简介：")


def test_text_is_no_markup(tmp_path: Path) -> None:
    write_blank_form(form("</w:t><b>&amp;"), tmp_path / "blank.docx")
    assert docx.Document(str(tmp_path / "blank.docx")).tables[0].cell(0, 0).text == "</w:t><b>&amp;"


def test_the_same_form_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        write_blank_form(form(), tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.parametrize(
    ("target", "code"), [("nowhere/blank.docx", "target-folder-missing"), ("", "target-is-folder")]
)
def test_a_place_that_takes_no_file_is_refused(tmp_path: Path, target: str, code: str) -> None:
    with pytest.raises(ExportRefused) as refused:
        write_blank_form(form(), tmp_path / target)
    assert refused.value.code == code


def test_an_earlier_file_stays_where_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "blank.docx"
    target.write_bytes(b"earlier")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("exports.word.package.write", fail)
    with pytest.raises(ExportRefused) as refused:
        write_blank_form(form(), target, replace=True)
    assert (refused.value.code, target.read_bytes()) == ("disk-full", b"earlier")
    assert list(tmp_path.iterdir()) == [target]
