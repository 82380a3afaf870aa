"""A changed paper of a filed nomination is a revision, shown field by field and never an overwriting."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from judge.domain.refusal import Refusal
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.papers.filing import file_papers
from judge.services.papers.revisions import revisions_of
from judge.services.sheets.desk import Desk
from judge.store.queries.frames import filed as filed_now
from judge.store.tables import entry, nomination
from tests.imports.forms.filled import qc_group
from tests.imports.word.papers import full, written
from tests.judge.services import small_papers as papers
from tests.judge.services.papers.amendments import GROUP, faults, form, named, told


@pytest.fixture
def registered(edition: Edition, tmp_path: Path) -> Iterator[Edition]:
    """An edition with one group filed."""
    papers.file(edition, papers.quotas(tmp_path), form(tmp_path, "first.csv"))
    yield edition
    assert audit(edition).faults == ()


def numbers(edition: Edition, key: str = GROUP) -> list[int]:
    return [revision.kept.number for revision in revisions_of(edition, key)]


def entries(edition: Edition) -> int:
    with edition.store.read() as connection:
        return connection.execute(select(func.count()).select_from(entry)).scalar_one()


def test_a_changed_paper_shows_field_by_field_what_it_changes(registered: Edition, tmp_path: Path) -> None:
    report = papers.read(registered, form(tmp_path, "second.csv", members="李四、张三、王五", size=3))
    assert told(report) == [
        ("revision-new", None, ("晨光QC小组", GROUP, 2)),
        ("revision-list", "小组成员名单", (("王五",), (), ("李四",))),
        ("revision-field", "小组人数", ("2", "3")),
    ]
    assert report.revisions == 1


def test_a_revision_is_filed_beside_the_first_one(registered: Edition, tmp_path: Path) -> None:
    papers.file(registered, form(tmp_path, "second.csv", size=3))
    first, second = revisions_of(registered, GROUP)
    assert (first.kept.file, second.kept.file) == ("first.csv", "second.csv")
    assert [(c.label, c.old, c.new) for c in second.changes] == [("小组人数", "2", "3")]
    assert first.kept.filed_at < second.kept.filed_at
    with registered.store.read() as connection:
        (now,) = filed_now(connection, "qc-group")
    assert [f.written for f in now.fields if f.label == "小组人数"] == ["3"]


def test_the_same_words_again_change_nothing(registered: Edition, tmp_path: Path) -> None:
    papers.file(registered, form(tmp_path, "second.csv", size=3))
    before = entries(registered)
    report = papers.read(registered, form(tmp_path, "third.csv", size="３人"))
    assert told(report) == [("nomination-known", None, ("晨光QC小组",))]
    assert file_papers(registered, report).files == 0
    assert entries(registered) == before


def test_back_to_the_first_words_is_a_third_revision(registered: Edition, tmp_path: Path) -> None:
    papers.file(registered, form(tmp_path, "second.csv", size=3))
    papers.file(registered, form(tmp_path, "third.csv", size="2 "))
    assert numbers(registered) == [1, 2, 3]


def test_a_folder_with_old_and_new_papers_changes_nothing_when_it_comes_again(
    registered: Edition, tmp_path: Path
) -> None:
    second = form(tmp_path, "second.csv", size=3)
    papers.file(registered, second)
    report = papers.read(registered, tmp_path / "first.csv", second)
    assert [code for code, _, _ in told(report)] == ["file-known", "file-known"]


def test_the_very_first_file_is_taken_again_where_the_nomination_is_named(
    registered: Edition, tmp_path: Path
) -> None:
    papers.file(registered, form(tmp_path, "second.csv", size=3))
    report = named(registered, GROUP, tmp_path / "first.csv")
    assert file_papers(registered, report).files == 1
    assert numbers(registered) == [1, 2, 3]
    assert revisions_of(registered, GROUP)[2].kept.file == "first.csv"
    assert [code for code, _, _ in told(named(registered, GROUP, tmp_path / "first.csv"))] == [
        "nomination-known"
    ]


def test_two_files_of_one_import_may_not_contradict_each_other(registered: Edition, tmp_path: Path) -> None:
    one, other = form(tmp_path, "a.csv", size=3), form(tmp_path, "b.csv", size=4)
    same = form(tmp_path, "c.csv", size="2 ")
    both = ["nomination-differs", "nomination-differs"]
    assert faults(papers.read(registered, one, other)) == both
    assert faults(papers.read(registered, one, same)) == both
    assert faults(papers.read(registered, same, one)) == both
    assert faults(papers.read(registered, one, form(tmp_path, "d.csv", size="3 "))) == []


def test_two_files_may_not_contradict_each_other_on_a_new_nomination(
    registered: Edition, tmp_path: Path
) -> None:
    one = form(tmp_path, "a.csv", name="红柳QC小组", size=3)
    other = form(tmp_path, "b.csv", name="红柳QC小组", size=4)
    assert faults(papers.read(registered, one, other)) == ["nomination-differs", "nomination-differs"]


def test_what_a_table_does_not_ask_stays_as_it_was(registered: Edition, tmp_path: Path) -> None:
    head = ("奖项", "推荐单位", "QC小组名称", "企业名称", "小组人数")
    row = ("自治区优秀质量管理小组", "哈密地区工信局", "晨光QC小组", "企业0")
    thin = papers.table(tmp_path / "thin.csv", head, (*row, 2))
    assert [code for code, _, _ in told(papers.read(registered, thin))] == ["nomination-known"]
    papers.file(registered, papers.table(tmp_path / "thin.csv", head, (*row, 3)))
    now = revisions_of(registered, GROUP)[1]
    assert [c.label for c in now.changes] == ["小组人数"]
    assert ("张三", "李四") in [f.value for f in now.kept.fields]


def test_a_form_that_follows_a_table_adds_what_the_table_did_not_ask(
    registered: Edition, tmp_path: Path
) -> None:
    body = {"body": "哈密地区工信局", "name": "晨光QC小组", "organisation": "企业0"}
    path = written(tmp_path, full(qc_group(members="张三、李四", headcount="2", **body)), "form.docx")
    papers.file(registered, path)
    now = revisions_of(registered, GROUP)[1]
    assert now.changes
    assert {c.old for c in now.changes} == {""}


def test_a_name_changes_only_where_the_nomination_is_named(registered: Edition, tmp_path: Path) -> None:
    renamed = form(tmp_path, "second.csv", name="晨曦QC小组", organisation="企业零")
    report = named(registered, GROUP, renamed)
    assert [code for code, _, _ in told(report)] == ["revision-new", "revision-field", "revision-field"]
    file_papers(registered, report)
    assert numbers(registered) == [1, 2]
    with registered.store.read() as connection:
        (now,) = filed_now(connection, "qc-group")
        assert connection.execute(select(func.count()).select_from(nomination)).scalar_one() == 1
    assert (now.name, now.organisation) == ("晨曦QC小组", "企业零")


def test_the_former_name_is_no_new_nomination(registered: Edition, tmp_path: Path) -> None:
    file_papers(registered, named(registered, GROUP, form(tmp_path, "second.csv", name="晨曦QC小组")))
    stale = form(tmp_path, "stale.csv", size=9)
    (finding,) = papers.read(registered, stale).findings()
    assert finding.code == "nomination-renamed"
    assert dict(finding.params) == {"name": "晨光QC小组", "nomination": GROUP, "now": "晨曦QC小组"}
    assert file_papers(registered, named(registered, GROUP, stale)).files == 1


@pytest.mark.parametrize(
    ("key", "words", "code"),
    [
        ("qc-group-0009", {}, "nomination-unknown"),
        (GROUP, {"body": "和田地区工信局"}, "revision-of-another"),
        (GROUP, {"name": "红柳 QC小组"}, "revision-named-alike"),
    ],
)
def test_a_paper_that_cannot_be_of_the_nomination_named_is_refused(
    registered: Edition, tmp_path: Path, key: str, words: dict[str, str], code: str
) -> None:
    papers.file(registered, form(tmp_path, "other.csv", name="红柳QC小组"))
    assert faults(named(registered, key, form(tmp_path, "second.csv", size=3, **words))) == [code]


def test_a_table_of_several_is_no_revision_of_one(registered: Edition, tmp_path: Path) -> None:
    assert faults(named(registered, GROUP, papers.nominations(tmp_path))) == ["revision-of-several"]


def test_scores_of_the_same_import_are_of_the_revision(registered: Edition, tmp_path: Path) -> None:
    papers.file(registered, papers.reviewers(tmp_path))
    renamed = form(tmp_path, "second.csv", size=3)
    rows = papers.sheet_rows("晨光QC小组", "R01", 8)
    papers.file(registered, renamed, papers.scores(tmp_path, rows))
    sheet = Desk(registered, "R01").page(GROUP).sheet
    assert sheet.judged_revision == 2


def test_an_unknown_nomination_has_no_revisions(registered: Edition) -> None:
    with pytest.raises(Refusal) as refused:
        revisions_of(registered, "qc-group-0099")
    assert refused.value.code == "nomination-unknown"
