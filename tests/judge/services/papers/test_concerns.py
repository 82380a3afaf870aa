"""Findings are told body by body, gravest first, and can be searched."""

from pathlib import Path

from imports.findings import Severity
from judge.services.editions.edition import Edition
from judge.services.papers.concerns import GRAVITY, Bodies, by_body, chosen, concerns, counts
from judge.services.papers.desk import ImportDesk
from judge.services.papers.importing import read_papers
from tests.imports.forms.filled import qc_group
from tests.imports.word.papers import full, written
from tests.judge.services import small_papers as papers

HAMI, HOTAN = "哈密地区工信局", "和田地区工信局"


def rows_of_two_bodies(folder: Path) -> Path:
    head = ("奖项", "推荐单位", "QC小组名称", "企业名称", "是否与会发表", "备注栏")
    rows = [
        ("自治区优秀质量管理小组", HAMI, "晨光QC小组", "企业1", "是", ""),
        ("自治区优秀质量管理小组", HOTAN, "红柳QC小组", "企业2", "可能", ""),
        ("自治区优秀质量管理小组", "哈密地区工信厅", "胡杨QC小组", "企业3", "是", "x"),
    ]
    return papers.table(folder / "nominations.csv", head, *rows)


def test_each_finding_is_told_with_the_body_of_its_row(edition: Edition, tmp_path: Path) -> None:
    papers.file(edition, papers.quotas(tmp_path))
    found = concerns(read_papers(edition, [rows_of_two_bodies(tmp_path)]), Bodies((HAMI, HOTAN)))
    told = {concern.finding.code: concern.body for concern in found}
    assert {c.paper.path.name for c in found} == {"nominations.csv"}
    assert told["body-unknown"] == ""
    assert told["column-unknown"] == ""
    assert {c.body for c in found if c.finding.place.row == 3} == {HOTAN}


def test_a_row_of_an_unknown_body_is_not_laid_at_the_door_of_the_one_other_body(
    edition: Edition, tmp_path: Path
) -> None:
    papers.file(edition, papers.quotas(tmp_path))
    rows = [
        ("自治区优秀质量管理小组", HOTAN, "红柳QC小组", "企业2", "可能"),
        ("自治区优秀质量管理小组", "哈密地区工信厅", "胡杨QC小组", "企业3", "是"),
    ]
    head = ("奖项", "推荐单位", "QC小组名称", "企业名称", "是否与会发表")
    found = concerns(
        read_papers(edition, [papers.table(tmp_path / "n.csv", head, *rows)]), Bodies((HAMI, HOTAN))
    )
    assert {c.finding.place.row: c.body for c in found} == {2: HOTAN, 3: ""}


def test_a_broken_paper_belongs_to_the_body_whose_folder_it_lies_in(edition: Edition, tmp_path: Path) -> None:
    papers.file(edition, papers.quotas(tmp_path))
    folder = tmp_path / "papers" / f"09 {HAMI}" / "forms"
    folder.mkdir(parents=True)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04cut")
    found = concerns(read_papers(edition, [tmp_path / "papers"]), Bodies((HAMI, HOTAN)))
    assert [concern.body for concern in found] == [HAMI]


def test_a_report_belongs_to_the_body_that_recommends_its_nomination(
    edition: Edition, tmp_path: Path
) -> None:
    papers.file(edition, papers.quotas(tmp_path), papers.nominations(tmp_path))
    scan = tmp_path / "雪松QC小组.pdf"
    scan.write_bytes(b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF")
    examined = ImportDesk(edition).examine([scan], lambda *_: None, lambda *_: None, Never())
    assert {concern.body for concern in examined.concerns} == {HOTAN}


class Never:
    def is_set(self) -> bool:
        return False


def test_bodies_with_faults_come_first_and_within_a_body_faults(edition: Edition, tmp_path: Path) -> None:
    papers.file(edition, papers.quotas(tmp_path))
    report = read_papers(edition, [rows_of_two_bodies(tmp_path)])
    found = concerns(report, Bodies((HAMI, HOTAN)))
    groups = by_body(found, (HAMI, HOTAN))
    worst = [next(n for n, severity in enumerate(GRAVITY) if group.of[severity]) for group in groups]
    assert worst == sorted(worst)
    assert sum(group.count(severity) for group in groups for severity in GRAVITY) == len(found)
    assert sum(counts(found).values()) == len(found)


def test_search_finds_words_of_body_file_and_sentence_in_any_spelling(
    edition: Edition, tmp_path: Path
) -> None:
    papers.file(edition, papers.quotas(tmp_path))
    found = concerns(read_papers(edition, [rows_of_two_bodies(tmp_path)]), Bodies((HAMI, HOTAN)))
    every = frozenset(GRAVITY)
    assert chosen(found, every) == found
    assert {c.body for c in chosen(found, every, "和田 地区")} == {HOTAN}
    assert len(chosen(found, every, "ＮＯＭＩＮＡＴＩＯＮＳ．csv")) == len(found)
    assert chosen(found, every, "[/x]") == ()
    said = chosen(found, every, "厅", lambda concern: str(concern.finding.params.get("written", "")))
    assert [c.finding.code for c in said] == ["body-unknown"]
    warnings = chosen(found, frozenset({Severity.WARNING}))
    assert {c.finding.severity for c in warnings} == {Severity.WARNING}


def test_a_form_that_is_refused_still_belongs_to_its_body(edition: Edition, tmp_path: Path) -> None:
    papers.file(edition, papers.quotas(tmp_path))
    form = written(tmp_path, full(qc_group(body=HAMI, organisation="")), "form.docx")
    found = concerns(read_papers(edition, [form]), Bodies((HAMI, HOTAN)))
    assert {concern.body for concern in found} == {HAMI}
