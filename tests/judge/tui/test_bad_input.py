"""What a reviewer types wrongly and what fails behind it is told at the cell, the draft kept."""

import os
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import DatabaseError
from textual.events import Paste

from judge.domain.sheet import Mark
from judge.locale import speak
from judge.services.editions.edition import Edition, make_edition, open_edition
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from judge.tui.desk_app import DeskApp
from judge.tui.words import sentence
from rubrics.model import Programme
from tests.judge.services import small_papers as papers
from tests.judge.tui.sitting import WIDE, Seat, clock, fresh, seated

NOMINATION = "qc-group-0001"


@pytest.fixture
def path(tmp_path: Path, programme: Programme) -> Path:
    """An edition with one sheet of R01's."""
    made = make_edition(str(tmp_path / "x.judge"), title="x", year=2019, programme=programme)
    named = papers.nominations(tmp_path, papers.GROUPS[:1])
    papers.file(made, papers.quotas(tmp_path), named, papers.reviewers(tmp_path, count=1))
    assign(made, plan_assignments(made, 1))
    made.close()
    return tmp_path / "x.judge"


@pytest.fixture
def open_file(path: Path) -> Iterator[Edition]:
    edition = open_edition(str(path))
    yield edition
    edition.close()


@asynccontextmanager
async def at_desk(edition: Edition) -> AsyncIterator[Seat]:
    """The reviewer at the edition's own desk."""
    app = DeskApp(Desk(edition, "R01"), clock)
    async with app.run_test(size=WIDE, notifications=True, tooltips=True) as pilot:
        seat = Seat(app, pilot)
        await seat.until(lambda: app.is_laid_out and app.desk_screen.page is not None)
        await seat.sees("▸")
        yield seat


async def refused_and_kept(seat: Seat, code: str) -> None:
    """12.5 is typed, refused with a sentence, and stands in its cell with it."""
    await seat.press("12.5", "enter")
    await seat.sees("✗ refused", "✗ 1 not saved")
    await seat.press("home")
    await seat.sees("12.5 ]")
    draft = seat.app.desk_screen.draft
    assert draft is not None
    kept = draft.kept("alignment")
    assert kept is not None
    assert (kept.typed, kept.code) == ("12.5", code)
    await seat.sees(f"✗ {sentence(code, kept.params)[:40]}")
    assert "alignment" not in draft.sheet.marks


async def saved_by_f5(seat: Seat) -> None:
    await seat.press("f5")
    await seat.sees("✓ saved 14:03", "Total 12.5 of 100")
    assert not seat.app.sitting.refused


@pytest.mark.parametrize("tongue", ["en", "zh"])
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("26", ("26 is out of range: points go from 0 to 15.", "26 超出范围")),
        ("12.3", ("12.3 is off the step: points go in steps of 0.5.", "12.3")),
        ("1a", ("“1a” is not a number of points", "“1a”")),
        ("1e9", ("“1e9” is not a number of points", "“1e9”")),
    ],
)
async def test_what_is_typed_wrongly_is_told_at_its_cell(
    typed: str, said: tuple[str, str], tongue: str
) -> None:
    speak(tongue)
    desk = fresh()
    async with seated(desk) as seat:
        await seat.press(*typed, "enter")
        await seat.sees(f"{typed} ]", "✗", said[tongue == "zh"])
        await seat.press("down", "]", "[", "home")
        await seat.sees(f"{typed} ]", said[tongue == "zh"])
    assert not desk.calls


@pytest.mark.parametrize("pasted", ["12.5分", "１２．５分", " 12.5 分\n", "１２。５"])
async def test_full_width_figures_and_units_are_accepted(pasted: str) -> None:
    desk = fresh()
    async with seated(desk) as seat:
        seat.app.post_message(Paste(pasted))
        seat.burst("enter")
        await seat.until(lambda: desk.sheet("n1").marks == {"alignment": Mark(25)})


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        *((pasted, f"“{pasted}” is not a number of points") for pasted in ("1e9", "12.5.5", "分", "十二")),
        ("-3", "-3 is below 0, where points begin"),
    ],
)
async def test_what_is_pasted_and_no_number_is_refused(pasted: str, said: str) -> None:
    desk = fresh()
    async with seated(desk) as seat:
        seat.app.post_message(Paste(pasted))
        seat.burst("enter")
        await seat.sees(f"{pasted[-3:]} ]", "✗ refused", said)
    assert not desk.calls


async def test_a_locked_file_is_told_and_saved_once_it_is_free(path: Path, open_file: Edition) -> None:
    @event.listens_for(open_file.store.engine, "begin")
    def _impatient(connection: object) -> None:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")  # type: ignore[attr-defined]

    async with at_desk(open_file) as seat:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await refused_and_kept(seat, "edition-locked")
            other.execute("ROLLBACK")
        await saved_by_f5(seat)


@pytest.mark.parametrize(
    ("failure", "code"),
    [("disk I/O error", "disk-failed"), ("database or disk is full", "disk-full")],
)
async def test_a_disk_that_fails_is_told_and_the_mark_saved_once_it_does_not(
    open_file: Edition, failure: str, code: str
) -> None:
    fails = [True]

    @event.listens_for(open_file.store.engine, "before_cursor_execute")
    def _fails(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if fails[0] and statement.startswith("INSERT"):
            raise DatabaseError(statement, None, sqlite3.OperationalError(failure))

    async with at_desk(open_file) as seat:
        await refused_and_kept(seat, code)
        fails[0] = False
        await saved_by_f5(seat)


async def test_an_edition_that_may_only_be_read_is_told_and_the_draft_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may = os.access
    monkeypatch.setattr(os, "access", lambda at, mode, **as_: mode != os.W_OK and may(at, mode, **as_))
    edition = open_edition(str(path))
    with closing(edition):
        async with at_desk(edition) as seat:
            await refused_and_kept(seat, "edition-read-only")


async def test_a_rubric_changed_underneath_is_told_and_the_draft_kept(path: Path, open_file: Edition) -> None:
    async with at_desk(open_file) as seat:
        with closing(sqlite3.connect(path)) as other:
            (digest,) = other.execute("SELECT DISTINCT rubric FROM sheet").fetchone()
            other.execute("UPDATE sheet SET rubric = ?", ("0" * len(digest),))
            other.commit()
        await refused_and_kept(seat, "sheets-of-other-rubric")
        with closing(sqlite3.connect(path)) as other:
            other.execute("UPDATE sheet SET rubric = ?", (digest,))
            other.commit()
        await saved_by_f5(seat)
