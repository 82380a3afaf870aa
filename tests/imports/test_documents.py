from dataclasses import replace
from pathlib import Path

from docx import Document

from imports.documents import read_report
from imports.findings import Severity
from imports.records import Block, DocumentRecord, FileReading, Kind
from imports.register import KnownNomination, Register
from tests.imports.forms.filled import REGISTER
from tests.imports.word.papers import bare, cell, lines, paragraph, row, run, table, written

DAWN = KnownNomination("N1", "qc-group", "中国石油新疆油田分公司", "晨光QC小组", "采油一厂")
NEW_DAWN = KnownNomination("N2", "qc-group", "自治区卫健委", "新晨光QC小组", "人民医院")
WILLOW = KnownNomination("N3", "qc-group", "自治区卫健委", "红柳小组", "人民医院")
KNOWN = REGISTER.with_nominations((DAWN, NEW_DAWN, WILLOW))


def read(
    folder: Path, body: str, name: str, nomination: str | None = None, register: Register = KNOWN
) -> FileReading:
    return read_report(written(folder, bare(body), name), register, nomination)


def owner_of(reading: FileReading) -> str:
    (record,) = reading.records
    assert isinstance(record, DocumentRecord)
    assert reading.findings == ()
    return record.nomination


def test_a_report_is_read_as_headings_paragraphs_and_tables(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("降低洗井故障率", level=1)
    document.add_paragraph("小组简介")
    document.add_paragraph("  ")
    document.add_heading("选题理由", level=2)
    grid = document.add_table(rows=2, cols=2)
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "故障次数"
    grid.cell(1, 0).text, grid.cell(1, 1).text = "1月", "12"
    path = tmp_path / "晨光QC小组成果报告.docx"
    document.save(str(path))
    reading = read_report(path, replace(KNOWN, nominations=(DAWN, WILLOW)), None)
    assert (reading.kind, len(reading.sha256)) == (Kind.REPORT, 64)
    (record,) = reading.records
    assert isinstance(record, DocumentRecord)
    assert (record.nomination, record.title, record.place.file) == ("N1", "降低洗井故障率", str(path))
    assert record.blocks == (
        Block("降低洗井故障率", 1),
        Block("小组简介"),
        Block("选题理由", 2),
        Block(rows=(("故障次数", ""), ("1月", "12"))),
    )


def test_a_paragraphs_own_outline_level_makes_a_heading(tmp_path: Path) -> None:
    def levelled(level: str) -> str:
        return paragraph(run(f"级{level}"), settings=f'<w:outlineLvl w:val="{level}"/>')

    reading = read(tmp_path, "".join(map(levelled, ("0", "8", "9", "x"))), "红柳小组.docx")
    (record,) = reading.records
    assert isinstance(record, DocumentRecord)
    assert [block.level for block in record.blocks] == [1, 6, 0, 0]


def test_a_report_is_matched_by_its_opening_lines(tmp_path: Path) -> None:
    assert owner_of(read(tmp_path, lines("成果报告\n红 柳 小 组\n2019年"), "1.docx")) == "N3"


def test_a_name_within_a_longer_name_is_no_match(tmp_path: Path) -> None:
    assert owner_of(read(tmp_path, lines("正文"), "新晨光ＱＣ小组 报告.docx")) == "N2"


def test_the_nomination_said_goes_before_any_name(tmp_path: Path) -> None:
    assert owner_of(read(tmp_path, lines("正文"), "红柳小组.docx", "N1")) == "N1"


def test_no_match_and_several_matches_are_refused_with_the_candidates(tmp_path: Path) -> None:
    none = read(tmp_path, lines("正文"), "报告.docx")
    several = read(tmp_path, lines("红柳小组与晨光QC小组联合报告"), "报告.docx")
    for reading, candidates in ((none, ()), (several, ("N1 晨光QC小组", "N3 红柳小组"))):
        (found,) = reading.findings
        assert (found.code, found.severity) == ("report-unmatched", Severity.BLOCKING)
        assert found.params["candidates"] == candidates
        assert reading.records == ()


def test_a_name_late_in_the_text_attaches_nothing(tmp_path: Path) -> None:
    late = lines("\n".join(["正文"] * 30 + ["感谢红柳小组"]))
    assert read(tmp_path, late, "报告.docx").refused


def test_an_unknown_nomination_and_an_empty_report_are_refused(tmp_path: Path) -> None:
    unknown = read(tmp_path, lines("正文"), "a.docx", "N9")
    assert [(found.code, found.params) for found in unknown.findings] == [
        ("nomination-unknown", {"nomination": "N9"})
    ]
    assert [found.code for found in read(tmp_path, paragraph(), "a.docx", "N1").findings] == ["report-empty"]


def test_a_table_alone_is_a_report(tmp_path: Path) -> None:
    assert owner_of(read(tmp_path, table(row(cell("数据"))), "a.docx", "N1")) == "N1"
