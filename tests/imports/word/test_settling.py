from pathlib import Path

import pytest

from imports.word import grids
from tests.imports.word.papers import bare, cell, paragraph, row, run, table, written


def cells_of(folder: Path, *cells: str) -> list[str | None]:
    """The texts of one row of cells, read back."""
    (grid,) = grids(written(folder, bare(table(row(*cells)))))
    return list(grid.rows[0])


def text_of(folder: Path, content: str) -> str | None:
    return cells_of(folder, cell(content))[0]


@pytest.mark.parametrize(
    ("symbol", "shown"),
    [
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "☑"),
        ('<w:sym w:font="Wingdings 2" w:char="F052"/>', "☑"),
        ('<w:sym w:font="Wingdings 2" w:char="0052"/>', "☑"),
        ('<w:sym w:font="Wingdings" w:char="F0A3"/>', "□"),
        ('<w:sym w:font="Wingdings" w:char="F06F"/>', "□"),
        ('<w:sym w:font="Symbol" w:char="03B1"/>', "α"),
        ('<w:sym w:font="Wingdings" w:char="zz"/>', ""),
        ('<w:sym w:font="Wingdings" w:char="D800"/>', ""),
    ],
)
def test_symbols_are_read_as_what_they_show(tmp_path: Path, symbol: str, shown: str) -> None:
    assert text_of(tmp_path, paragraph(run("是"), run(symbol), run(" 否"))) == f"是{shown} 否"


@pytest.mark.parametrize("text", ["是\uf0fe 否\uf0a3", "是&#xF052; 否&#xF06F;"])
def test_bare_private_use_characters_are_read_as_the_boxes_they_show(tmp_path: Path, text: str) -> None:
    assert text_of(tmp_path, paragraph(run(f"<w:t>{text}</w:t>"))) == "是☑ 否□"


def control(settings: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{settings}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def checkbox(value: str) -> str:
    return f'<w14:checkbox><w14:checked w14:val="{value}"/></w14:checkbox>'


def test_a_checkbox_counts_by_its_state_not_by_the_glyph_shown(tmp_path: Path) -> None:
    stale = run("☐")
    assert text_of(tmp_path, paragraph(run("是"), control(checkbox("1"), stale))) == "是☑"
    assert text_of(tmp_path, paragraph(run("是"), control(checkbox("true"), stale))) == "是☑"
    assert text_of(tmp_path, paragraph(run("是"), control(checkbox("0"), run("☒")))) == "是□"
    symbol = run('<w:sym w:font="Wingdings" w:char="F0A3"/>')
    assert text_of(tmp_path, paragraph(run("是"), control(checkbox("1"), symbol))) == "是☑"


def test_content_controls_around_text_paragraphs_cells_rows_and_tables_are_read(tmp_path: Path) -> None:
    assert text_of(tmp_path, paragraph(control("", run("晨光")), run("小组"))) == "晨光小组"
    assert text_of(tmp_path, control("", paragraph(run("一")) + paragraph(run("二")))) == "一\n二"
    assert cells_of(tmp_path, cell("左"), control("", cell("右"))) == ["左", "右"]
    wrapped = control("", table(control("", row(cell("行")))))
    (grid,) = grids(written(tmp_path, bare(wrapped)))
    assert grid.rows == (("行",),)


def test_the_prompt_of_an_unfilled_control_is_no_content(tmp_path: Path) -> None:
    prompt = control("<w:showingPlcHdr/>", run("单击或点击此处输入文字。"))
    assert text_of(tmp_path, paragraph(run("姓名："), prompt)) == "姓名："


def legacy(checkbox: str) -> str:
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData>{checkbox}</w:ffData></w:fldChar>'
    code = "<w:instrText> FORMCHECKBOX </w:instrText>"
    return run(begin) + run(code) + run('<w:fldChar w:fldCharType="end"/>')


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ("<w:checked/>", "☑"),
        ('<w:checked w:val="1"/>', "☑"),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', "□"),
        ('<w:default w:val="1"/>', "☑"),
        ('<w:default w:val="0"/>', "□"),
        ("", "□"),
    ],
)
def test_legacy_checkboxes(tmp_path: Path, state: str, shown: str) -> None:
    box = legacy(f"<w:checkBox>{state}</w:checkBox>")
    assert text_of(tmp_path, paragraph(run("是"), box, run(" 否"))) == f"是{shown} 否"


def test_a_legacy_list_says_the_chosen_entry(tmp_path: Path) -> None:
    entries = '<w:listEntry w:val="参加"/><w:listEntry w:val="不参加"/>'
    assert (
        text_of(tmp_path, paragraph(legacy(f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>')))
        == "不参加"
    )
    assert text_of(tmp_path, paragraph(legacy(f'<w:ddList><w:result w:val="9"/>{entries}</w:ddList>'))) == ""


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>旧</w:delText><w:tab/></w:r></w:del>"
    moved = f"<w:moveFrom>{run('原处')}</w:moveFrom>"
    arrived = f"<w:moveTo>{run('新处')}</w:moveTo>"
    inserted = f"<w:ins>{run('新')}</w:ins>"
    assert text_of(tmp_path, paragraph(deleted, inserted, moved, arrived, run("名"))) == "新新处名"


def test_a_deleted_paragraph_mark_joins_two_lines(tmp_path: Path) -> None:
    first = paragraph(run("晨光"), settings="<w:rPr><w:del/></w:rPr>")
    assert text_of(tmp_path, first + paragraph(run("小组"))) == "晨光小组"


def test_deleted_rows_and_cells_are_gone(tmp_path: Path) -> None:
    gone = row(cell("删去")).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
    kept = row(cell("留下"), cell("删").replace("<w:tcPr>", "<w:tcPr><w:cellDel/>"))
    (grid,) = grids(written(tmp_path, bare(table(gone, kept))))
    assert grid.rows == (("留下",),)


def test_a_text_box_speaks_once_though_it_is_written_twice(tmp_path: Path) -> None:
    words = f"<w:txbxContent>{paragraph(run('框内'))}</w:txbxContent>"
    box = (
        "<mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{words}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{words}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    read = text_of(tmp_path, paragraph(run("框外"), run(box)))
    assert read == "框外\n框内"


def test_ruby_and_hidden_text_are_not_read(tmp_path: Path) -> None:
    ruby = f"<w:ruby><w:rt>{run('chén')}</w:rt><w:rubyBase>{run('晨')}</w:rubyBase></w:ruby>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r>'
    assert text_of(tmp_path, paragraph(run(ruby), hidden, shown)) == "晨明"
