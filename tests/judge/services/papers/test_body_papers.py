"""Statistics and summaries of recommending bodies: filed, known again, replaced and kept."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from imports.findings import Severity
from imports.records import BodyPaperRecord
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.papers.filing import file_papers
from judge.store.queries.body_papers import HeldBodyPaper, body_papers
from judge.store.tables import entry
from tests.imports.forms import bodies_papers
from tests.imports.word.papers import bare, written
from tests.judge.services import small_papers as papers

BODY = "哈密地区工信局"


@pytest.fixture
def quoted(edition: Edition, tmp_path: Path) -> Edition:
    """An edition that knows its recommending bodies."""
    papers.file(edition, papers.quotas(tmp_path))
    return edition


def statistics(folder: Path, name: str = "statistics.docx", **changes: str) -> Path:
    return written(folder, bare(bodies_papers.qc_statistics(body=BODY, **changes)), name)


def summary(folder: Path, name: str = "summary.docx") -> Path:
    return written(folder, bare(bodies_papers.qc_summary(body=BODY)), name)


def held(edition: Edition, *, superseded: bool = False) -> list[HeldBodyPaper]:
    with edition.store.read() as connection:
        return list(body_papers(connection, superseded=superseded))


def codes(edition: Edition, *paths: Path) -> list[tuple[str, Severity]]:
    return [(f.code, f.severity) for f in papers.read(edition, *paths).findings()]


def entries(edition: Edition) -> int:
    with edition.store.read() as connection:
        return connection.execute(select(func.count()).select_from(entry)).scalar() or 0


def test_statistics_and_summary_are_filed_and_read_back(quoted: Edition, tmp_path: Path) -> None:
    report = papers.read(quoted, statistics(tmp_path), summary(tmp_path))
    assert report.count(BodyPaperRecord) == 2
    assert file_papers(quoted, report).files == 2
    figures, text = held(quoted)
    assert (figures.body, figures.form, figures.number) == (BODY, "qc-statistics", 1)
    assert {field.key: field.value for field in figures.fields()}["groups_ever"] == 1204
    assert (text.form, text.path, text.fields()) == ("qc-summary", "summary.docx", ())
    assert text.text()[0].text == "一、基本情况"
    assert audit(quoted).faults == ()


def test_the_same_paper_again_changes_nothing(quoted: Edition, tmp_path: Path) -> None:
    papers.file(quoted, statistics(tmp_path))
    before = entries(quoted)
    assert codes(quoted, statistics(tmp_path)) == [("file-known", Severity.NOTE)]
    retyped = statistics(tmp_path, "again.docx")
    retyped.write_bytes(bare(bodies_papers.qc_statistics(body=f" {BODY} ")))
    assert codes(quoted, retyped) == [("body-paper-known", Severity.NOTE)]
    assert papers.file(quoted, retyped).files == 0
    assert (entries(quoted), len(held(quoted, superseded=True))) == (before, 1)


def test_a_changed_paper_is_a_new_number_and_the_earlier_one_is_kept(quoted: Edition, tmp_path: Path) -> None:
    papers.file(quoted, statistics(tmp_path))
    changed = statistics(tmp_path, "changed.docx", groups_ever="1300")
    report = papers.read(quoted, changed)
    (note,) = report.findings()
    assert (note.code, note.severity) == ("body-paper-replaces", Severity.NOTE)
    assert note.params == {"body": BODY, "known": "statistics.docx", "number": 1}
    file_papers(quoted, report)
    (now,) = held(quoted)
    assert (now.number, now.path) == (2, "changed.docx")
    assert [paper.number for paper in held(quoted, superseded=True)] == [1, 2]
    assert audit(quoted).faults == ()


def test_within_one_import_the_last_one_counts(quoted: Edition, tmp_path: Path) -> None:
    first, second = statistics(tmp_path, "a.docx"), statistics(tmp_path, "b.docx", rewards="13万")
    third = statistics(tmp_path, "c.docx", rewards="13万元")
    assert codes(quoted, first, second, third) == [
        ("body-paper-replaces", Severity.NOTE),
        ("body-paper-replaces", Severity.NOTE),
    ]
    papers.file(quoted, first, second, third)
    assert [(paper.number, paper.path) for paper in held(quoted)] == [(3, "c.docx")]


def test_a_form_of_another_year_is_not_filed(quoted: Edition, tmp_path: Path) -> None:
    old = statistics(tmp_path, period="（2017年6月至2018年6月）")
    assert codes(quoted, old) == [("form-other-year", Severity.BLOCKING)]


def test_several_papers_in_one_file_are_all_filed(quoted: Edition, tmp_path: Path) -> None:
    both = bodies_papers.qc_statistics(body=BODY) + bodies_papers.qc_promoter(body=BODY)
    papers.file(quoted, written(tmp_path, bare(both + bodies_papers.team_summary(body=BODY)), "all.docx"))
    assert [paper.form for paper in held(quoted)] == ["qc-statistics", "team-summary"]
    with quoted.store.read() as connection:
        from judge.store.queries.known import held_nominations  # noqa: PLC0415

        assert [one.award for one in held_nominations(connection)] == ["qc-promoter"]
