"""One edition on its way to its lists, made once by the commands themselves and copied for each test."""

import shutil
from pathlib import Path

import pytest

from tests.imports.forms.filled import qc_group, trusted_team
from tests.imports.word.papers import full, written
from tests.judge.cli.shell import judge
from tests.judge.services import small_papers as papers

QUOTAS = Path(__file__).parents[2] / "imports" / "data" / "quotas-2019.docx"
AUDITED = {"holds": True, "entries": 3, "pens": 1, "batches": 1, "sheets": 12, "faults": [], "remarks": []}
"""What an audit says of the edition before anything is done to it."""

MARKS = {"qc-group-0001": 8.5, "qc-group-0002": 7, "qc-group-0003": 6.5, "qc-group-0004": 6}


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """English, and no edition known from outside."""
    monkeypatch.setenv("JUDGE_LANG", "en")
    monkeypatch.delenv("JUDGE_EDITION", raising=False)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The secretary's folder: quotas, nominations, forms, reviewers and score tables."""
    folder = tmp_path_factory.mktemp("secretary")
    shutil.copy(QUOTAS, folder)
    papers.nominations(folder)
    papers.reviewers(folder)
    (folder / "forms").mkdir()
    written(
        folder / "forms", full(qc_group(members="张三、李四", narrative="故障率降到 3.1%。")), "group.docx"
    )
    written(folder / "forms", full(trusted_team(work_completion_rate="99%")), "team.docx")
    (folder / "scores").mkdir()
    for reviewer in ("R01", "R02", "R03"):
        rows = [row for key, points in MARKS.items() for row in papers.sheet_rows(key, reviewer, points)]
        papers.scores(folder / "scores", rows, f"{reviewer}.csv")
    return folder


@pytest.fixture(scope="session")
def _assigned(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    edition = tmp_path_factory.mktemp("edition") / "2019.judge"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("JUDGE_LANG", "en")
        for words in (
            ("new", edition, "--title", "2019 awards", "--year", "2019"),
            ("import", edition, desk / QUOTAS.name, desk / "nominations.csv", desk / "reviewers.csv"),
            ("assign", edition, "--per-nomination", "3"),
        ):
            said = judge(*words)
            assert said.code == 0, said
    return edition


@pytest.fixture
def edition(_assigned: Path, tmp_path: Path) -> Path:
    """Quotas of 41 bodies, four groups of two of them, three reviewers, twelve open sheets."""
    return Path(shutil.copy(_assigned, tmp_path))
