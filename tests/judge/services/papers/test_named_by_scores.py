"""Score tables as the first papers of an edition: filed whole on both engines, and shown on the screen."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from imports.records import Kind, NominationRecord, QuotaRecord, ReviewerRecord, ScoreRecord
from judge.domain.refusal import Refusal
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, make_edition
from judge.services.lists.ranking import rank
from judge.services.papers.desk import ImportDesk
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from rubrics.catalogue import load_file
from tests.judge.services.small_papers import table

RUBRIC = """
title = "Pitch"
step = 0.5
[[criteria]]
key = "topic"
title = "Topic"
points = 10
[[criteria]]
key = "effect"
title = "Effect"
points = 10
"""


@pytest.fixture
def own(location: str, tmp_path: Path) -> Iterator[Edition]:
    """An empty edition of one award without form and quota, on both engines."""
    file = tmp_path / "pitch.toml"
    file.write_text(RUBRIC, "utf-8")
    edition = make_edition(location, title="Pitch", year=2020, programme=load_file(file))
    yield edition
    edition.close()


def sheets(folder: Path) -> Path:
    return table(
        folder / "sheets.csv",
        ("entry", "judge", "Topic", "Effect"),
        *((entry, judge, 8.5 - n, 7) for n, entry in enumerate(("a", "b")) for judge in ("J1", "J2", "J3")),
        ("b", "J4", "回避", ""),
    )


def wide(folder: Path) -> Path:
    judges = ("J1", "J2", "J3", "J4")
    return table(
        folder / "wide.csv",
        ("entry", *(f"{judge} {criterion}" for judge in judges for criterion in ("Topic", "Effect"))),
        ("a", *(8.5, 7) * 3, "", ""),
        ("b", *(7.5, 7) * 3, "回避", ""),
    )


@pytest.mark.parametrize("paper", [sheets, wide])
def test_long_and_wide_file_the_same_sheets(own: Edition, tmp_path: Path, paper: object) -> None:
    assert callable(paper)
    report = read_papers(own, [paper(tmp_path)], kind=Kind.SCORES)
    assert [report.count(kind) for kind in (QuotaRecord, ReviewerRecord, NominationRecord, ScoreRecord)] == [
        1,
        4,
        2,
        12,
    ]
    filed = file_papers(own, report)
    assert (filed.files, filed.sheets.filed, filed.sheets.recused) == (1, 6, 1)
    lines = rank(own, "pitch").lines
    assert [(one.nomination.name, one.line.printed, one.line.sheets_counted) for one in lines] == [
        ("a", "15.50", 3),
        ("b", "14.50", 3),
    ]
    assert audit(own).faults == ()


def test_a_report_is_stale_once_somebody_else_has_filed(own: Edition, tmp_path: Path) -> None:
    first, second = (read_papers(own, [paper(tmp_path)], kind=Kind.SCORES) for paper in (sheets, wide))
    file_papers(own, first)
    with pytest.raises(Refusal) as refused:
        file_papers(own, second)
    assert refused.value.code == "edition-changed-meanwhile"


def test_the_screens_desk_shows_what_would_be_taken(own: Edition, tmp_path: Path) -> None:
    desk = ImportDesk(own, Kind.SCORES)
    examined = desk.examine([wide(tmp_path)], lambda *_: None, lambda *_: None, Event())
    assert {kind.__name__: count for kind, count in examined.consent.records.items()} == {
        "QuotaRecord": 1,
        "ReviewerRecord": 4,
        "NominationRecord": 2,
        "ScoreRecord": 12,
        "RecusalRecord": 1,
    }
    assert [(award.key, count) for award, count in examined.consent.nominations] == [("pitch", 2)]
    assert {"scores-read-as", "scores-names-taken", "scores-counted"} <= {
        concern.finding.code for concern in examined.concerns
    }
    assert desk.file(examined.report, Event(), accept_good=False).files == 1


def test_where_forms_nominate_it_must_be_said(edition: Edition, tmp_path: Path) -> None:
    rows = [("奖项", "作品", "评委", "选题契合"), ("自治区优秀质量管理小组", "晨光", "张三", "1")]
    paper = table(tmp_path / "scores.csv", *rows)
    silent = read_papers(edition, [paper], kind=Kind.SCORES)
    assert {"score-nomination-none", "score-reviewer-none"} <= {f.code for f in silent.findings()}
    said = read_papers(edition, [paper], kind=Kind.SCORES, take_names=True)
    assert (said.count(NominationRecord), said.count(ReviewerRecord)) == (1, 1)
