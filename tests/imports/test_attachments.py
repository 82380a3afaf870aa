"""What lies beside a form: told by its titles, matched to its nomination, its total kept and never scored."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from imports.attachments import total_of
from imports.findings import Severity
from imports.forms.definition import Attachment, FormSet
from imports.intake.sent import SentFile
from imports.reading import open_file, read
from imports.records import Block, DocumentRecord, FileReading, Kind
from imports.register import KnownNomination, Register
from imports.remarks import Remarks
from rubrics.model import Text
from tests.imports.forms.filled import REGISTER
from tests.imports.tables.samples import write_xlsx
from tests.imports.word.papers import bare, cell, lines, row, table, written

NO_TEXT = Text("", "")
SELF_RATING = Attachment("self-rating", NO_TEXT, ("自我评分表",), total_labels=("合计", "总分", "自评得分"))
EXPERIENCE = Attachment("experience", NO_TEXT, ("经验总结",), most_characters=5000)
RESULT = Attachment("report", NO_TEXT, ("成果报告",))
DEEDS = Attachment("deeds", NO_TEXT, ("报告",))


def register_of(**attachments: tuple[Attachment, ...]) -> Register:
    """The register with forms that ask for these attachments."""
    forms = (
        replace(form, attachments=attachments.get(form.key.replace("-", "_"), ()))
        for form in REGISTER.forms.definitions
    )
    known = (
        KnownNomination("N1", "qc-group", "自治区卫健委", "晨光小组", "自治区人民医院"),
        KnownNomination("N2", "qc-group", "自治区卫健委", "晨光小组", "人民医院"),
        KnownNomination("N3", "qc-group", "自治区卫健委", "红柳小组", "友谊医院"),
        KnownNomination("T1", "best-team", "自治区卫健委", "检验科班组", "友谊医院"),
        KnownNomination("T2", "best-team", "自治区卫健委", "红柳小组", "友谊医院"),
    )
    return replace(REGISTER, forms=FormSet(tuple(forms)), nominations=known)


FORMS = register_of(qc_group=(RESULT,), trusted_team=(SELF_RATING, EXPERIENCE))


def document(reading: FileReading) -> DocumentRecord:
    (record,) = reading.records
    assert isinstance(record, DocumentRecord)
    return record


def report(folder: Path, body: str, name: str) -> FileReading:
    return read(written(folder, bare(body), name), FORMS)


@pytest.mark.parametrize(
    ("name", "body", "owner"),
    [
        ("晨光小组成果报告（人民医院）.docx", "正文", "N2"),
        ("晨光小组成果报告（自治区人民医院）.docx", "正文", "N1"),
        ("成果报告.docx", "晨光小组\n自治区 人民医院", "N1"),
    ],
)
def test_namesakes_are_settled_by_their_organisation(
    tmp_path: Path, name: str, body: str, owner: str
) -> None:
    reading = report(tmp_path, lines(body), name)
    assert (document(reading).nomination, reading.findings) == (owner, ())


def test_namesakes_are_settled_by_the_folder_that_names_their_organisation(tmp_path: Path) -> None:
    path = written(tmp_path, bare(lines("正文")), "晨光小组成果报告.docx")
    sent = SentFile(path, "x", path, ("卫健委", "人民医院"))
    assert document(open_file(sent, FORMS).read(FORMS)).nomination == "N2"


def test_namesakes_without_a_word_of_their_organisation_are_asked(tmp_path: Path) -> None:
    (finding,) = report(tmp_path, lines("正文"), "晨光小组成果报告.docx").findings
    assert (finding.code, finding.severity) == ("report-unmatched", Severity.BLOCKING)
    assert finding.params["candidates"] == ("N1 晨光小组", "N2 晨光小组")


def test_what_a_document_is_leaves_only_nominations_whose_form_asks_for_it(tmp_path: Path) -> None:
    first = document(report(tmp_path, lines("正文"), "红柳小组成果报告.docx"))
    second = document(report(tmp_path, lines("红柳小组 经验总结\n正文"), "1.docx"))
    assert (first.nomination, first.attachment) == ("N3", "report")
    assert (second.nomination, second.attachment) == ("T2", "experience")


def test_what_a_document_is_yields_where_no_such_nomination_is_named(tmp_path: Path) -> None:
    other = document(report(tmp_path, lines("正文"), "检验科班组成果报告.docx"))
    assert (other.nomination, other.attachment) == ("T1", "report")


RATING = table(
    row(cell("序号"), cell("项目"), cell("标准分"), cell("自评得分")),
    row(cell("1"), cell("现场管理"), cell("40"), cell("38")),
    row(cell("合  计"), cell(""), cell("100"), cell("92.5分")),
)


def test_a_self_rating_is_attached_with_its_one_total_and_gives_no_marks(tmp_path: Path) -> None:
    reading = report(tmp_path, lines("检验科班组\n班组自我评分表") + RATING, "附表.docx")
    record = document(reading)
    assert (reading.kind, reading.findings) == (Kind.REPORT, ())
    assert (record.nomination, record.attachment, record.total) == ("T1", "self-rating", Decimal("92.5"))


def test_a_self_rating_in_a_workbook_is_one_too(tmp_path: Path) -> None:
    rows = [
        ["班组自我评分表", "", ""],
        ["评分项", "分值", "自评得分"],
        ["现场", "100", "97"],
        ["总分", "", "97"],
    ]
    reading = read(write_xlsx(tmp_path / "检验科班组.xlsx", rows), FORMS)
    record = document(reading)
    assert (record.nomination, record.attachment, record.total) == ("T1", "self-rating", Decimal(97))
    assert any(block.rows for block in record.blocks)


def totals(*rows: Sequence[str], text: str = "") -> tuple[Decimal | None, list[str]]:
    remarks = Remarks("x")
    blocks = [Block(text), Block(rows=tuple(map(tuple, rows)))]
    return total_of(("合计", "总分"), blocks, remarks), [f.code for f in remarks.findings]


def test_a_total_is_read_only_where_there_is_one() -> None:
    assert totals(("合计", "", "９５")) == (Decimal(95), [])
    assert totals(("合计（分）：95.5",)) == (Decimal("95.5"), [])
    assert totals(text="自评总分： 88 分") == (Decimal(88), [])
    assert totals(("合计", "95"), text="总分：95") == (Decimal(95), [])
    assert totals(("项目", "得分"), ("现场", "40")) == (None, ["total-missing"])
    assert totals(("合计", "100", "95")) == (None, ["total-unclear"])
    assert totals(("合计", "95"), text="总分：96") == (None, ["total-unclear"])
    assert totals(("合计", "优")) == (None, ["total-missing"])


def test_a_self_rating_without_a_clear_total_is_attached_with_a_warning(tmp_path: Path) -> None:
    body = lines("检验科班组自我评分表") + table(row(cell("合计"), cell("100"), cell("95")))
    reading = report(tmp_path, body, "1.docx")
    assert document(reading).total is None
    assert [(f.code, f.severity) for f in reading.findings] == [("total-unclear", Severity.WARNING)]
