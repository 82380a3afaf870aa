"""A table and forms of the same nominations complete each other; where they contradict, neither is taken."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from sqlalchemy import select

from imports.findings import Severity
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.editions.settings import FILING_DEADLINE, change_setting
from judge.services.lists.ruling import admit
from judge.services.papers.filing import file_papers
from judge.services.papers.report import ImportReport
from judge.services.sheets.filing import Filing
from judge.store.tables import source_file
from tests.judge.services import small_papers as papers
from tests.judge.services.papers.amendments import faults, named, told
from tests.judge.services.papers.companions import (
    GROUP,
    fields_of,
    register_of,
    sources_of,
    summary,
    word,
)

ROW = {**GROUP, "presents": "是", "mobile": "13899990000"}
FORM = {**GROUP, "presents": "是☑ 否□", "headcount": "2人", "members": "张三、李四"}


@pytest.fixture
def quoted(edition: Edition, tmp_path: Path) -> Iterator[Edition]:
    """An edition that knows its recommending bodies."""
    papers.file(edition, papers.quotas(tmp_path))
    yield edition
    assert audit(edition).faults == ()


def kept(edition: Edition) -> set[str]:
    with edition.store.read() as connection:
        return set(connection.execute(select(source_file.c.path)).scalars())


def said_of(report: ImportReport, code: str) -> list[Mapping[str, object]]:
    return [dict(finding.params) for finding in report.findings() if finding.code == code]


def test_a_table_and_a_form_of_one_group_are_one_nomination_with_what_both_say(
    quoted: Edition, tmp_path: Path
) -> None:
    papers.file(quoted, summary(tmp_path, ROW), word(tmp_path, FORM))
    assert [one[2] for one in register_of(quoted)] == ["晨光QC小组"]
    assert fields_of(quoted) == {
        "name": "晨光QC小组",
        "organisation": "企业0",
        "presents": "是☑ 否□",
        "mobile": "13899990000",
        "headcount": "2人",
        "members": "张三、李四",
    }


def test_it_is_filed_from_its_form_and_both_papers_are_kept(quoted: Edition, tmp_path: Path) -> None:
    papers.file(quoted, summary(tmp_path, ROW), word(tmp_path, FORM))
    assert sources_of(quoted) == ["申报表.docx"]
    assert {"汇总表.csv", "申报表.docx"} <= kept(quoted)


def test_the_table_is_told_what_is_taken_from_it(quoted: Edition, tmp_path: Path) -> None:
    form = word(tmp_path, FORM)
    report = papers.read(quoted, summary(tmp_path, ROW), form)
    (note,) = said_of(report, "nomination-completed")
    assert note == {"name": "晨光QC小组", "foremost": str(form), "fields": ("手机",)}
    thin = papers.read(quoted, summary(tmp_path, GROUP), form)
    assert said_of(thin, "nomination-joined") == [{"name": "晨光QC小组", "foremost": str(form)}]


def test_rows_that_say_what_the_forms_say_are_counted_once_for_the_table(
    quoted: Edition, tmp_path: Path
) -> None:
    other = {"name": "红柳QC小组", "organisation": "企业1"}
    forms = [word(tmp_path, said, f"{n}.docx") for n, said in enumerate((FORM, other))]
    report = papers.read(quoted, summary(tmp_path, GROUP, other), *forms)
    assert told(report)[0] == ("nominations-joined", None, (2,))
    assert said_of(report, "nomination-joined") == []


def test_the_same_folder_again_changes_nothing(quoted: Edition, tmp_path: Path) -> None:
    sent = tmp_path / "sent"
    sent.mkdir()
    summary(sent, ROW, {"name": "红柳QC小组", "organisation": "企业1", "mobile": ""})
    word(sent, FORM)
    papers.file(quoted, sent)
    before = register_of(quoted), kept(quoted)
    again = papers.read(quoted, sent)
    assert {code for code, _, _ in told(again)} == {"file-known"}
    assert file_papers(quoted, again).files == 0
    assert (register_of(quoted), kept(quoted)) == before


def test_a_changed_form_in_the_same_folder_is_a_revision(quoted: Edition, tmp_path: Path) -> None:
    sent = tmp_path / "sent"
    sent.mkdir()
    summary(sent, ROW)
    word(sent, FORM)
    papers.file(quoted, sent)
    word(sent, {**FORM, "headcount": "3人"}, "更正.docx")
    papers.file(quoted, sent)
    assert sources_of(quoted) == ["申报表.docx", "更正.docx"]
    assert (fields_of(quoted)["headcount"], fields_of(quoted)["mobile"]) == ("3人", "13899990000")


def test_groups_that_only_the_table_names_are_filed_from_it(quoted: Edition, tmp_path: Path) -> None:
    other = {"name": "红柳QC小组", "organisation": "企业1", "mobile": "1"}
    papers.file(quoted, summary(tmp_path, other, ROW), word(tmp_path, FORM))
    assert sources_of(quoted, "qc-group-0001") == ["汇总表.csv"]
    assert sources_of(quoted, "qc-group-0002") == ["申报表.docx"]


@pytest.mark.parametrize(
    ("row", "form", "label"),
    [
        ({"presents": "否"}, {}, "是否与会发表"),
        ({"members": "张三、王五"}, {}, "小组成员名单"),
        ({"members": "李四、张三"}, {}, "小组成员名单"),
        ({"headcount": "3"}, {}, "小组人数"),
        ({"presents": "是"}, {"presents": "是☑ 否☑"}, "是否与会发表"),
    ],
)
def test_papers_that_contradict_each_other_are_both_refused(
    quoted: Edition, tmp_path: Path, row: dict[str, str], form: dict[str, str], label: str
) -> None:
    table, paper = summary(tmp_path, {**ROW, **row}), word(tmp_path, {**FORM, **form})
    for report in (papers.read(quoted, table, paper), papers.read(quoted, paper, table)):
        blocking = [f for f in report.findings() if f.severity is Severity.BLOCKING]
        assert [(f.code, f.place.file, f.params["others"]) for f in blocking] == [
            ("nomination-differs", str(table), (str(paper),)),
            ("nomination-differs", str(paper), (str(table),)),
        ]
        assert all(any(label in field for field in f.params["fields"]) for f in blocking)  # type: ignore[union-attr]
        assert file_papers(quoted, report, accept_good=True).files == 0


def test_what_stands_here_and_there_is_shown_field_by_field(quoted: Edition, tmp_path: Path) -> None:
    row = {**ROW, "headcount": "3", "members": "李四、王五"}
    table, form = summary(tmp_path, row), word(tmp_path, FORM)
    report = papers.read(quoted, table, form)
    fields = said_of(report, "differs-field")
    assert fields[0] == {"other": str(form), "there": "2人", "here": "3"}
    lists = said_of(report, "differs-list")
    assert lists[0] == {"other": str(form), "added": ("王五",), "gone": ("张三",), "moved": ()}


def test_only_the_contradicting_papers_are_left_out(quoted: Edition, tmp_path: Path) -> None:
    table = summary(tmp_path, {**ROW, "headcount": "3"}, {"name": "红柳QC小组", "organisation": "企业1"})
    good = word(tmp_path, {"name": "红柳QC小组", "organisation": "企业1"}, "红柳.docx")
    report = papers.read(quoted, table, word(tmp_path, FORM), good)
    assert [paper.path.name for paper in report.accepted] == ["红柳.docx"]
    file_papers(quoted, report, accept_good=True)
    assert sources_of(quoted) == ["红柳.docx"]


def test_a_refused_file_is_no_reason_to_refuse_another(quoted: Edition, tmp_path: Path) -> None:
    bad_row = {"name": "红柳QC小组", "organisation": ""}
    table = summary(tmp_path, {**ROW, "headcount": "3"}, bad_row)
    report = papers.read(quoted, table, word(tmp_path, FORM))
    assert [paper.path.name for paper in report.refused] == ["汇总表.csv"]
    assert "nomination-differs" in faults(report)


def test_another_spelling_in_the_table_is_no_contradiction_and_the_form_s_counts(
    quoted: Edition, tmp_path: Path
) -> None:
    row = {"name": "晨光 ＱＣ小组", "organisation": "企业（集团） 0", "members": "张三，李 四"}
    form = {**FORM, "name": "晨光QC小组", "organisation": "企业(集团)0", "members": "张三、李四"}
    papers.file(quoted, summary(tmp_path, row), word(tmp_path, form))
    (held,) = register_of(quoted)
    assert held[2:5] == ("晨光QC小组", "企业(集团)0", ("张三", "李四"))


def test_a_table_that_comes_later_does_not_respell_what_a_form_says(quoted: Edition, tmp_path: Path) -> None:
    papers.file(quoted, word(tmp_path, FORM))
    row = {**ROW, "name": "晨光 QC小组", "members": "张三，李 四"}
    papers.file(quoted, summary(tmp_path, row))
    (held,) = register_of(quoted)
    assert (held[2], held[4]) == ("晨光QC小组", ("张三", "李四"))
    assert fields_of(quoted)["mobile"] == "13899990000"


def test_what_a_later_paper_leaves_empty_stays_as_filed_and_is_said(quoted: Edition, tmp_path: Path) -> None:
    papers.file(quoted, word(tmp_path, FORM))
    report = papers.read(quoted, word(tmp_path, {**FORM, "headcount": ""}, "更正.docx"))
    (left,) = (f for f in report.findings() if f.code == "nomination-left-open")
    assert left.severity is Severity.WARNING
    assert dict(left.params) == {
        "name": "晨光QC小组",
        "nomination": "qc-group-0001",
        "fields": ("小组人数",),
    }
    assert file_papers(quoted, report).files == 0


def test_a_paper_of_a_named_nomination_may_empty_a_field(quoted: Edition, tmp_path: Path) -> None:
    papers.file(quoted, word(tmp_path, FORM))
    emptied = word(tmp_path, {**FORM, "headcount": ""}, "更正.docx")
    file_papers(quoted, named(quoted, "qc-group-0001", emptied))
    assert "headcount" not in fields_of(quoted)


def test_papers_of_one_import_make_one_revision_of_what_is_filed(quoted: Edition, tmp_path: Path) -> None:
    papers.file(quoted, summary(tmp_path, GROUP, file="首次.csv"))
    report = papers.read(quoted, summary(tmp_path, ROW), word(tmp_path, FORM))
    assert report.revisions == 1
    file_papers(quoted, report)
    assert sources_of(quoted) == ["首次.csv", "申报表.docx"]
    assert fields_of(quoted)["mobile"] == "13899990000"
    assert {"汇总表.csv", "申报表.docx"} <= kept(quoted)


def test_a_paper_without_news_is_not_what_a_revision_is_filed_from(quoted: Edition, tmp_path: Path) -> None:
    papers.file(quoted, word(tmp_path, FORM))
    again = word(tmp_path, {**FORM, "headcount": "2"}, "再报.docx")
    papers.file(quoted, again, summary(tmp_path, ROW))
    assert sources_of(quoted) == ["申报表.docx", "汇总表.csv"]


def test_scans_and_scores_find_a_nomination_of_both_papers(quoted: Edition, tmp_path: Path) -> None:
    scan = tmp_path / "晨光QC小组盖章页.pdf"
    scan.write_bytes(b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF")
    papers.file(quoted, papers.reviewers(tmp_path))
    scores = papers.scores(tmp_path, papers.sheet_rows("晨光QC小组", "R01", 8))
    report = papers.read(quoted, scores, scan, summary(tmp_path, ROW), word(tmp_path, FORM))
    assert faults(report) == []
    assert {"scores.csv", "晨光QC小组盖章页.pdf"} <= {paper.path.name for paper in report.accepted}
    assert file_papers(quoted, report).sheets != Filing()


def test_one_file_twice_is_filed_once(quoted: Edition, tmp_path: Path) -> None:
    form, copy = word(tmp_path, FORM), word(tmp_path, FORM, "副本.docx")
    report = papers.read(quoted, summary(tmp_path, ROW), copy, form)
    assert [code for code, _, _ in told(report)].count("file-known") == 1
    file_papers(quoted, report)
    assert len(kept(quoted)) == 3


def test_after_the_deadline_each_paper_needs_its_own_admission(quoted: Edition, tmp_path: Path) -> None:
    change_setting(quoted, FILING_DEADLINE, "2019-06-01", "通知")
    table, form = summary(tmp_path, ROW), word(tmp_path, FORM)
    assert faults(papers.read(quoted, table, form)) == ["nomination-late", "nomination-late"]
    admit(quoted, form, "邮路中断")
    report = papers.read(quoted, table, form)
    assert [paper.path.name for paper in report.accepted] == ["申报表.docx"]
    admit(quoted, table, "邮路中断")
    papers.file(quoted, form, table)
    assert fields_of(quoted)["mobile"] == "13899990000"
