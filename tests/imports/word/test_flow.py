from pathlib import Path

import pytest

from imports.guards import FileRefused
from imports.word import grids
from imports.word.names import MAIN, STRICT
from tests.imports.word.papers import (
    archive,
    bare,
    cell,
    document_xml,
    full,
    paragraph,
    row,
    run,
    table,
    written,
)

QUOTAS = Path(__file__).parent.parent / "data" / "quotas-2019.docx"


def test_covered_cells_are_none_and_columns_stay_in_line(tmp_path: Path) -> None:
    content = table(
        row(cell("序号", down="restart"), cell("活动", 2), cell("班组", down="restart")),
        row(cell(down="continue"), cell("小组数"), cell("发表"), cell(down="continue")),
        row(cell("1"), cell("25"), cell("22"), cell("6")),
    )
    (grid,) = grids(written(tmp_path, full(content)))
    assert grid.name == "1"
    assert grid.rows == (
        ("序号", "活动", None, "班组"),
        (None, "小组数", "发表", None),
        ("1", "25", "22", "6"),
    )


def test_the_published_quota_table_is_read() -> None:
    (grid,) = grids(QUOTAS)
    assert len(grid.rows) == 44
    assert grid.rows[2] == ("1", "乌鲁木齐市工信局", "25", "22", "6")


def test_a_merge_that_continues_nothing_keeps_its_text(tmp_path: Path) -> None:
    (grid,) = grids(written(tmp_path, bare(table(row(cell("孤", down="continue"))))))
    assert grid.rows == (("孤",),)


def test_rows_may_begin_further_right_and_cells_merge_across(tmp_path: Path) -> None:
    begun = row(cell("甲")).replace("<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>')
    across = row(cell("乙"), cell("丙").replace("<w:tcPr>", '<w:tcPr><w:hMerge w:val="continue"/>'))
    (grid,) = grids(written(tmp_path, bare(table(begun, across))))
    assert grid.rows == ((None, None, "甲"), ("乙", None))


@pytest.mark.parametrize("span", ["1000000000", "-5", "x", "99999999999999999999"])
def test_an_absurd_span_pads_no_further_than_word_would(tmp_path: Path, span: str) -> None:
    wide = cell("宽", 2).replace('w:gridSpan w:val="2"', f'w:gridSpan w:val="{span}"')
    (grid,) = grids(written(tmp_path, bare(table(row(wide, cell("后"))))))
    assert len(grid.rows[0]) <= 64
    assert [text for text in grid.rows[0] if text is not None] == ["宽", "后"]


def test_text_keeps_its_lines_tabs_and_blanks(tmp_path: Path) -> None:
    stops = '<w:tabs><w:tab w:val="left" w:pos="400"/></w:tabs>'
    first = paragraph(run(" 甲　"), run("<w:tab/>"), run("乙"), settings=stops)
    second = paragraph(run("丙"), run("<w:br/>"), run("<w:noBreakHyphen/>"), run("丁 "))
    (grid,) = grids(written(tmp_path, bare(table(row(cell(first + second + paragraph()))))))
    assert grid.rows == ((" 甲　\t乙\n丙\n-丁 \n",),)


def test_nested_tables_speak_in_order_within_their_cell(tmp_path: Path) -> None:
    inner = table(row(cell("内一", 2), cell("内二")))
    content = cell(paragraph(run("前")) + inner + paragraph(run("后")))
    (grid,) = grids(written(tmp_path, bare(table(row(content, cell("右"))))))
    assert grid.rows == (("前\n内一\n内二\n后", "右"),)


def test_tables_are_numbered_and_formulas_are_heard(tmp_path: Path) -> None:
    formula = paragraph("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>")
    read = grids(written(tmp_path, bare(table(row(cell("一"))) + paragraph() + table(row(cell(formula))))))
    assert [(grid.name, grid.rows) for grid in read] == [("1", (("一",),)), ("2", (("x+1",),))]


def test_strict_files_and_unusual_part_names_are_read(tmp_path: Path) -> None:
    content = document_xml(table(row(cell("严"))))
    strict = archive([("word/document.xml", content.replace(MAIN.encode(), STRICT.encode()))])
    assert grids(written(tmp_path, strict))[0].rows == (("严",),)
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="r" Type="http://x/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>'
    )
    renamed = archive([("_rels/.rels", relations.encode()), ("word/document2.xml", content)])
    assert grids(written(tmp_path, renamed))[0].rows == (("严",),)


def test_another_kind_of_archive_is_no_word_file(tmp_path: Path) -> None:
    for content in (archive([("xl/workbook.xml", b"<x/>")]), archive([("word/document.xml", b"<x/>")])):
        with pytest.raises(FileRefused) as refused:
            grids(written(tmp_path, content))
        assert refused.value.code == "file-not-word"


LOOKS = '<w:rPr><w:rFonts w:ascii="仿宋"/><w:sz w:val="24"/></w:rPr>'


def test_what_only_says_how_a_run_looks_changes_nothing(tmp_path: Path) -> None:
    plain = table(row(cell("班组长"), cell("王芳")))
    dressed = plain.replace("<w:r>", f"<w:r>{LOOKS}")
    assert dressed != plain
    assert grids(written(tmp_path, bare(dressed))) == grids(written(tmp_path, bare(plain)))


def test_hidden_and_deleted_text_stays_away_among_looks(tmp_path: Path) -> None:
    hidden = f"<w:r>{LOOKS.replace('</w:rPr>', '<w:vanish/></w:rPr>')}<w:t>隐</w:t></w:r>"
    body = table(row(cell(f"<w:p>{hidden}<w:r>{LOOKS}<w:t>显</w:t></w:r></w:p>")))
    (grid,) = grids(written(tmp_path, bare(body)))
    assert grid.rows == (("显",),)


def test_text_that_spells_out_looks_is_text(tmp_path: Path) -> None:
    body = table(row(cell(f"<w:p><w:r><w:t><![CDATA[{LOOKS}]]></w:t></w:r></w:p>")))
    (grid,) = grids(written(tmp_path, bare(body)))
    assert grid.rows == ((LOOKS,),)
