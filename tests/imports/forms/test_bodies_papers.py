"""Summaries, several forms in one file, and forms that another body or another year should have sent."""

from pathlib import Path

import pytest

from imports.findings import Severity
from imports.forms.reading import recognise
from imports.reading import read as read_any
from imports.records import BodyPaperRecord, FileReading, Kind
from tests.imports.forms import bodies_papers as papers
from tests.imports.forms.bodies_papers import BODY, REGISTER, STORY
from tests.imports.forms.filled import qc_group, trusted_team
from tests.imports.forms.readings import codes, finding, paper_of, reading_of
from tests.imports.word.papers import bare, cell, full, lines, paragraph, row, run, table, written


def reading(folder: Path, body: str) -> FileReading:
    return reading_of(folder, body, REGISTER)


def test_a_summary_in_its_cell(tmp_path: Path) -> None:
    found = reading(tmp_path, papers.qc_summary())
    assert found.findings == ()
    record = paper_of(found)
    assert (record.form, record.body, record.fields) == ("qc-summary", BODY, ())
    assert [block.text for block in record.blocks] == ["一、基本情况", STORY, "二、推进经验和做法", STORY]


def test_a_summary_below_its_head_line_without_any_table(tmp_path: Path) -> None:
    found = reading(tmp_path, papers.team_summary())
    assert found.findings == ()
    record = paper_of(found)
    assert (record.form, record.body) == ("team-summary", "自治区卫健委")
    assert [block.text for block in record.blocks] == ["一、工作开展情况", STORY + STORY]


def test_a_summary_keeps_its_tables_and_leaves_out_what_the_form_prints(tmp_path: Path) -> None:
    figures = table(row(cell("年度"), cell("小组数")) + row(cell("2019"), cell("186")))
    body = papers.qc_summary(text=f"{papers.QC_PROMPT}\n{STORY}") + figures + lines(STORY)
    record = paper_of(reading(tmp_path, body))
    assert [block.text for block in record.blocks] == [STORY, "", STORY]
    assert record.blocks[1].rows == (("年度", "小组数"), ("2019", "186"))


@pytest.mark.parametrize("text", ["", papers.QC_PROMPT, "二、推进经验和做法"])
def test_a_summary_without_a_text_is_refused(tmp_path: Path, text: str) -> None:
    found = reading(tmp_path, papers.qc_summary(text=text))
    assert codes(found) == [("summary-empty", Severity.BLOCKING)]


def test_a_summary_far_from_its_length_is_said(tmp_path: Path) -> None:
    found = finding(reading(tmp_path, papers.qc_summary(text="活动正常。")), "summary-length")
    assert (found.severity, found.params) == (Severity.WARNING, {"characters": 5, "about": 2000})


@pytest.mark.parametrize("form", [papers.qc_statistics, papers.qc_summary, papers.qc_promoter])
def test_an_unknown_body_is_refused_with_the_nearest(tmp_path: Path, form: object) -> None:
    assert callable(form)
    found = finding(reading(tmp_path, form(body="新疆油田分公司")), "body-unknown")
    assert found.severity is Severity.BLOCKING
    assert BODY in str(found.params["nearest"])


@pytest.mark.parametrize("form", [papers.qc_statistics, papers.qc_summary, papers.team_enterprise])
def test_a_missing_body_is_refused(tmp_path: Path, form: object) -> None:
    assert callable(form)
    assert codes(reading(tmp_path, form(body="  "))) == [("field-missing", Severity.BLOCKING)]


@pytest.mark.parametrize(
    "body",
    [
        papers.qc_enterprise().replace("2019年", "2018年"),
        papers.qc_enterprise().replace("2019年", "二〇一八年"),
        papers.qc_enterprise().replace("2019年", "２０１８年度"),
        papers.qc_enterprise().replace("2019年", "2018年</w:t></w:r></w:p><w:p><w:r><w:t>"),
        papers.qc_summary().replace("2019年", "2018年"),
        papers.team_summary().replace("2019年", "2018 年"),
        papers.qc_statistics(period="（2017年6月至2018年6月）"),
    ],
)
def test_a_form_of_another_year_is_refused(tmp_path: Path, body: str) -> None:
    found = finding(reading(tmp_path, body), "form-other-year")
    assert found.severity is Severity.BLOCKING
    assert found.params == {"year": "2018", "edition": "2019"}


@pytest.mark.parametrize(
    "body",
    [
        papers.qc_enterprise().replace("2019年", ""),
        papers.qc_statistics(period=""),
        papers.qc_enterprise().replace("2019年", "2019年度"),
        papers.qc_statistics(when="2018年12月1日"),
    ],
)
def test_a_form_of_no_year_or_of_this_one_is_taken(tmp_path: Path, body: str) -> None:
    assert reading(tmp_path, body).findings == ()


def test_one_file_may_hold_every_form_of_a_body(tmp_path: Path) -> None:
    own = {"body": BODY}
    bodies = [
        papers.team_summary(**own),
        qc_group(**own),
        papers.qc_summary(**own),
        papers.qc_statistics(**own),
        trusted_team(**own),
        papers.team_statistics(**own),
        papers.qc_enterprise(**own),
        papers.qc_promoter(**own),
        papers.team_enterprise(**own),
        papers.team_individual(**own),
    ]
    found = reading(tmp_path, "".join(bodies))
    assert found.findings == ()
    assert [getattr(record, "form", "") or getattr(record, "award", "") for record in found.records] == [
        "team-summary",
        "qc-group",
        "qc-summary",
        "qc-statistics",
        "trusted-team",
        "team-statistics",
        "qc-enterprise",
        "qc-promoter",
        "team-enterprise",
        "team-individual",
    ]
    first, third = found.records[0], found.records[2]
    assert isinstance(first, BodyPaperRecord)
    assert isinstance(third, BodyPaperRecord)
    assert [block.text for block in first.blocks] == ["一、工作开展情况", STORY + STORY]
    assert third.blocks[-1].text == STORY


def test_one_paper_twice_in_a_file_is_refused(tmp_path: Path) -> None:
    for body in (papers.qc_statistics() * 2, papers.qc_promoter() * 2):
        found = finding(reading(tmp_path, body), "form-twice")
        assert (found.severity, found.params["first_table"]) == (Severity.BLOCKING, "1")


def test_a_fault_in_one_of_several_forms_names_its_table(tmp_path: Path) -> None:
    found = reading(tmp_path, qc_group() + papers.qc_promoter(name=""))
    assert codes(found) == [("field-missing", Severity.BLOCKING)]
    assert found.findings[0].place.table == "2"


def test_a_body_paper_is_found_out_whatever_its_file_is_called(tmp_path: Path) -> None:
    path = written(tmp_path, bare(papers.qc_summary()), "2019年总结材料.docx")
    assert recognise(path, REGISTER) == "qc-summary"
    assert read_any(path, REGISTER).kind is Kind.FORM


def test_a_notice_that_only_names_the_summary_is_none(tmp_path: Path) -> None:
    text = [paragraph(run(f"第{n}条")) for n in range(8)]
    path = written(tmp_path, bare("".join([*text, paragraph(run("2019年自治区质量管理小组活动总结"))])))
    assert recognise(path, REGISTER) is None


def test_a_text_ends_where_the_next_forms_title_begins_and_not_before(tmp_path: Path) -> None:
    text = f"{STORY}\n质量管理小组活动\n{STORY}"
    for following in (
        papers.qc_statistics(),
        papers.qc_statistics().replace("活 动 统 计 表", "</w:t></w:r></w:p><w:p><w:r><w:t>活动统计表"),
        papers.qc_summary(),
    ):
        found = reading(tmp_path, papers.team_summary(text=text) + following)
        first = found.records[0]
        assert isinstance(first, BodyPaperRecord)
        assert len(found.records) == 2
        assert [block.text for block in first.blocks] == [STORY, "质量管理小组活动", STORY]


def test_the_headings_of_a_summary_are_kept(tmp_path: Path) -> None:
    heading = paragraph(run("一、基本情况"), settings='<w:pStyle w:val="Heading1"/>')
    body = papers.team_summary(text="") + heading + lines(STORY * 2)
    path = written(tmp_path, full(body))
    record = paper_of(read_any(path, REGISTER))
    assert [(block.level, block.text) for block in record.blocks] == [(1, "一、基本情况"), (0, STORY * 2)]


def test_a_summary_whose_title_and_head_line_stand_in_its_table(tmp_path: Path) -> None:
    framed = table(
        row(cell("2019年自治区质量管理小组活动总结", 2)),
        row(cell(f"推荐地区、部门（盖章）：{BODY}", 2)),
        row(cell(STORY * 2, 2)),
    )
    record = paper_of(reading(tmp_path, framed))
    assert (record.form, record.body) == ("qc-summary", BODY)
    assert [block.text for block in record.blocks] == [STORY * 2]
