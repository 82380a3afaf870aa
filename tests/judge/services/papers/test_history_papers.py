"""Other names and earlier lists: filed, known again, contradicted, pinned, and used."""

from pathlib import Path

from sqlalchemy import text

from imports.records import AliasRecord, PastAwardRecord
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.papers.filing import file_papers
from judge.services.sheets.assigning import assign, plan_assignments
from judge.store.queries.history import aliases, past_wins
from tests.judge.services import small_papers as papers
from tests.judge.services.checks import season as checks
from tests.judge.services.checks.season import OIL, TUHA


def blocking(edition: Edition, *paths: Path) -> list[str]:
    return [f.code for f in papers.read(edition, *paths).findings() if f.severity == "blocking"]


def test_they_are_filed_and_pinned(edition: Edition, tmp_path: Path) -> None:
    report = papers.read(edition, checks.aliases(tmp_path), checks.history(tmp_path))
    assert (report.count(AliasRecord), report.count(PastAwardRecord)) == (3, 4)
    file_papers(edition, report)
    with edition.store.read() as connection:
        assert aliases(connection) == [(OIL, "新疆石油管理局"), (TUHA, "吐哈石油"), (TUHA, "吐哈油田")]
        assert [(w.year, w.organisation) for w in past_wins(connection, ["qc-group"])][2:] == [
            (2018, OIL),
            (2016, "吐哈油田"),
        ]
        assert list(past_wins(connection, ["trusted-team"])) == []
    assert audit(edition).faults == ()


def test_filing_again_changes_nothing_whatever_the_file(edition: Edition, tmp_path: Path) -> None:
    papers.file(edition, checks.aliases(tmp_path), checks.history(tmp_path))
    assert papers.file(edition, checks.aliases(tmp_path), checks.history(tmp_path)).files == 0
    respelt = checks.aliases(tmp_path, (f" {OIL}", "新疆 石油管理局"), name="again.csv")
    more = checks.history(
        tmp_path,
        ("２０１６年", checks.QC, "红柳 QC小组", "吐哈油田", ""),
        (2015, checks.QC, "红柳QC小组", "吐哈油田", ""),
        name="more.csv",
    )
    report = papers.read(edition, respelt, more)
    known = {(f.code, f.params["count"]) for f in report.findings()}
    assert known == {("alias-known", 1), ("past-award-known", 1)}
    assert (report.count(AliasRecord), report.count(PastAwardRecord)) == (0, 1)


def test_one_name_of_two_organisations_is_refused_in_a_file_and_across_files(
    edition: Edition, tmp_path: Path
) -> None:
    both = checks.aliases(tmp_path, (OIL, "石油局"), (TUHA, "石油局"))
    assert blocking(edition, both) == ["alias-of-two", "alias-of-two"]
    papers.file(edition, checks.aliases(tmp_path, (OIL, "石油局"), name="one.csv"))
    other = checks.aliases(tmp_path, (TUHA, "石油 局"), name="other.csv")
    report = papers.read(edition, other)
    (fault,) = [f for f in report.findings() if f.severity == "blocking"]
    assert (fault.code, fault.params["organisation"], fault.params["other"]) == ("alias-of-two", TUHA, OIL)
    assert (fault.place.row, fault.place.label) == (2, "曾用名")


def test_two_files_of_one_import_contradict_each_other(edition: Edition, tmp_path: Path) -> None:
    one = checks.aliases(tmp_path, (OIL, "石油局"), name="a.csv")
    other = checks.aliases(tmp_path, (TUHA, "石油局"), name="b.csv")
    assert blocking(edition, one, other) == ["alias-of-two"]


def test_a_year_of_the_edition_is_no_history(edition: Edition, tmp_path: Path) -> None:
    late = checks.history(tmp_path, (2018, checks.QC, "甲", OIL, ""), (2019, checks.QC, "乙", OIL, ""))
    assert blocking(edition, late) == ["history-year-not-before"]


def test_a_row_changed_behind_the_ledgers_back_is_found(edition: Edition, tmp_path: Path) -> None:
    papers.file(edition, checks.aliases(tmp_path), checks.history(tmp_path))
    with edition.store.write() as connection:
        if connection.dialect.name == "sqlite":
            triggers = connection.execute(
                text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'past_award'")
            ).scalars()
            for name in list(triggers):
                connection.execute(text(f'DROP TRIGGER "{name}"'))
        else:
            connection.execute(text("ALTER TABLE past_award DISABLE TRIGGER ALL"))
        connection.execute(text("UPDATE past_award SET year = 2017 WHERE year = 2016"))
    assert [fault.code for fault in audit(edition).faults] == ["rows-differ"]


def test_a_reviewer_of_an_earlier_name_is_never_assigned(edition: Edition, tmp_path: Path) -> None:
    reviewers = papers.table(
        tmp_path / "reviewers.csv",
        ("编号", "姓名", "单位", "评审奖项"),
        ("R01", "甲", "新疆石油管理局", checks.ENTERPRISE),
        ("R02", "乙", "吐哈石油", checks.ENTERPRISE),
        ("R03", "丙", "", checks.ENTERPRISE),
    )
    checks.filed(edition, tmp_path)
    papers.file(edition, reviewers)
    pairs = {(candidate.key, member.key) for candidate, member in plan_assignments(edition, 3).pairs}
    assert pairs == {
        ("qc-enterprise-0001", "R02"),
        ("qc-enterprise-0001", "R03"),
        ("qc-enterprise-0002", "R01"),
        ("qc-enterprise-0002", "R03"),
    }


def test_a_score_table_of_a_reviewer_of_an_earlier_name_is_refused(edition: Edition, tmp_path: Path) -> None:
    reviewers = papers.table(
        tmp_path / "reviewers.csv",
        ("编号", "姓名", "单位", "评审奖项"),
        ("R01", "甲", "企业零", checks.QC),
    )
    papers.file(edition, papers.quotas(tmp_path), papers.nominations(tmp_path), reviewers)
    scores = papers.scores(tmp_path, papers.sheet_rows("qc-group-0001", "R01", 8))
    assert blocking(edition, scores) == []
    # The table of other names may come in the same import as the scores.
    renamed = checks.aliases(tmp_path, ("企业0", "企业零"))
    assert blocking(edition, renamed, scores) == ["reviewer-in-conflict"]
    papers.file(edition, renamed)
    assert blocking(edition, scores) == ["reviewer-in-conflict"]
    assert assign(edition, plan_assignments(edition, 1)) == 3
