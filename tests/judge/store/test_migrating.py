"""Editions of earlier versions open, say what they said, and are still proved."""

import gzip
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from judge.domain.desk import Outcome
from judge.domain.sheet import Mark, SheetState
from judge.services.audit.auditing import audit
from judge.services.checks.checking import check
from judge.services.checks.checklists import Tick, tick
from judge.services.editions.edition import Edition, open_edition
from judge.services.lists.ranking import rank
from judge.services.sheets.desk import Desk

FIRST = Path(__file__).parent / "data" / "edition-0001.judge.gz"
"""Made by the first version: three nominations, a report, three reviewers, a recusal, an open sheet."""
FINGERPRINT = "904615964a3f7310115ff87a53243a11226fb991505203b5071586a5520a838c"
"""What that version's own audit printed."""
SECOND = FIRST.with_name("edition-0002.judge.gz")
"""Made by the second: also a setting, ticks, a ruling, a returned sheet, one taken back, a mark undone."""
SECOND_FINGERPRINT = "b1de4707617aef4a6b0a475e6ca196cb9b2ecead6212dc228518a72158240345"
"""What the second version's own audit printed."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "2019.judge"
    path.write_bytes(gzip.decompress(FIRST.read_bytes()))
    return path


@pytest.fixture
def first(file: Path) -> Iterator[Edition]:
    opened = open_edition(str(file))
    yield opened
    opened.close()


@pytest.fixture
def second(tmp_path: Path) -> Iterator[Edition]:
    path = tmp_path / "2019-second.judge"
    path.write_bytes(gzip.decompress(SECOND.read_bytes()))
    opened = open_edition(str(path))
    yield opened
    opened.close()


def test_an_edition_of_the_first_version_is_proved_with_the_fingerprint_it_had(first: Edition) -> None:
    proved = audit(first)
    assert (proved.faults, proved.fingerprint, proved.entries) == ((), FINGERPRINT, 68)


def test_it_ranks_as_it_did(first: Edition) -> None:
    lines = rank(first, "qc-group").lines
    assert [(one.nomination.name, one.line.rank, str(one.line.score)) for one in lines] == [
        ("晨光QC小组", 1, "173/2"),
        ("[/x]", 2, "167/2"),
        ("红柳QC小组", None, "None"),
    ]


def test_its_submitted_sheets_judged_the_first_revision(first: Edition) -> None:
    sheets = [Desk(first, "R03").page(f"qc-group-000{n}").sheet for n in (1, 3)]
    assert [(s.state, s.judged_revision) for s in sheets] == [(SheetState.SUBMITTED, 1), (SheetState.OPEN, 0)]


def test_rows_that_its_batches_do_not_cover_are_found(file: Path) -> None:
    open_edition(str(file)).close()
    with sqlite3.connect(file) as raw:
        raw.execute(
            "INSERT INTO past_award VALUES (1, 1, 1, 2, 2018, 'qc-group', '晨光QC小组', '哈密一厂', '')"
        )
    raw.close()
    edition = open_edition(str(file))
    assert [(fault.code, fault.subject) for fault in audit(edition).faults] == [("rows-unpinned", "1")]
    edition.close()


def test_an_edition_of_the_first_version_is_checked_by_the_rubrics_that_it_is_pinned_to(
    first: Edition,
) -> None:
    nominations = check(first).nominations
    assert len(nominations) == 3
    items = [(one.key, item.key) for one in nominations for item in one.checklist]
    assert tick(first, [Tick(nomination, item, "present") for nomination, item in items]) == len(items)
    # Its rubrics do not say that the checklist decides, so that it decides nothing.
    outcomes = {checked.finding.outcome for one in check(first).nominations for checked in one.gates}
    assert outcomes == {Outcome.TO_VERIFY}
    assert audit(first).faults == ()


def test_an_edition_of_the_second_version_is_proved_with_the_fingerprint_it_had(second: Edition) -> None:
    proved = audit(second)
    assert (proved.faults, proved.fingerprint, proved.entries) == ((), SECOND_FINGERPRINT, 30)


def test_an_edition_of_the_second_version_ranks_as_it_did(second: Edition) -> None:
    lines = rank(second, "qc-group").lines
    assert [(one.nomination.name, one.line.rank, str(one.line.score)) for one in lines] == [
        ("[/x]", 1, "307/6"),
        ("晨光QC小组", 2, "46"),
        ("红柳QC小组", None, "None"),
    ]


def test_work_goes_on_in_an_edition_of_the_second_version(second: Edition) -> None:
    desk = Desk(second, "R01")
    sheet = desk.page("qc-group-0002").sheet
    desk.set_mark("qc-group-0002", "alignment", Mark(20), sheet.revision)
    assert desk.page("qc-group-0002").sheet.marks == {"alignment": Mark(20)}
    proved = audit(second)
    assert (proved.faults, proved.entries) == ((), 31)


def test_entries_of_earlier_versions_are_guarded_as_before(second: Edition) -> None:
    for act in ("UPDATE entry SET seq = seq + 1", "DELETE FROM entry"):
        with pytest.raises(DBAPIError, match="append-only"), second.store.write() as connection:
            connection.execute(text(act))
