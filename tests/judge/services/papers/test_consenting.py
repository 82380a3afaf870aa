"""Before anything is filed, everybody can see what would be: by kind, by change, and what stays out."""

from pathlib import Path

from imports.records import NominationRecord, QuotaRecord, ReviewerRecord
from judge.services.editions.edition import Edition
from judge.services.papers.consenting import consent
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from tests.judge.services import small_papers as papers

HEAD = ("奖项", "推荐单位", "QC小组名称", "企业名称", "是否与会发表")


def test_what_comes_in_is_counted_by_kind_and_nominations_by_award(edition: Edition, tmp_path: Path) -> None:
    sent = [papers.quotas(tmp_path), papers.nominations(tmp_path), papers.reviewers(tmp_path)]
    asked = consent(read_papers(edition, sent), edition.programme.awards)
    assert asked.brings
    assert asked.files == 3
    assert asked.records == {QuotaRecord: 2, NominationRecord: 4, ReviewerRecord: 3}
    assert [(award.key, count) for award, count in asked.nominations] == [("qc-group", 4)]
    assert asked.refused == ()


def test_what_is_refused_is_named_with_its_faults_and_counts_for_nothing(
    edition: Edition, tmp_path: Path
) -> None:
    bad = papers.table(tmp_path / "bad.csv", HEAD, ("无此奖项", "哪里都不是", "晨光QC小组", "企业1", "是"))
    report = read_papers(edition, [papers.quotas(tmp_path), bad])
    asked = consent(report, edition.programme.awards)
    assert [(refused.paper.path, refused.faults > 0) for refused in asked.refused] == [(bad, True)]
    assert NominationRecord not in asked.records


def test_papers_without_anything_new_ask_for_nothing(edition: Edition, tmp_path: Path) -> None:
    papers.file(edition, papers.quotas(tmp_path))
    asked = consent(read_papers(edition, [papers.quotas(tmp_path)]), edition.programme.awards)
    assert (asked.brings, asked.files, asked.known) == (False, 0, 1)


def test_each_revision_is_shown_with_what_it_changes(edition: Edition, tmp_path: Path) -> None:
    papers.file(edition, papers.quotas(tmp_path), papers.nominations(tmp_path))
    row = ("自治区优秀质量管理小组", "哈密地区工信局", "晨光QC小组", "企业0", "否")
    report = read_papers(edition, [papers.table(tmp_path / "changed.csv", HEAD, row)])
    (changed,) = consent(report, edition.programme.awards).revisions
    assert (changed.key, changed.name) == ("qc-group-0001", "晨光QC小组")
    assert [finding.params["new"] for finding in changed.changes] == ["否"]
    assert file_papers(edition, report).files == 1
