"""Making and opening editions: what is refused, and in which words."""

import shutil
import sqlite3
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from judge.domain.refusal import Refusal
from judge.services.editions.edition import Edition, make_edition, open_edition
from judge.store.creating import new_store
from judge.store.headers import APPLICATION_ID
from judge.store.store import open_store
from rubrics.model import Programme
from tests.judge.conftest import database


def refusal_of(location: object) -> str:
    with pytest.raises(Refusal) as refused:
        open_edition(str(location)).close()
    return refused.value.code


def test_an_edition_opens_as_it_was_made(edition: Edition, location: str, programme: Programme) -> None:
    reopened = open_edition(location)
    assert (reopened.title, reopened.year, reopened.id) == ("2019 awards", 2019, edition.id)
    assert reopened.programme == programme
    assert reopened.method == edition.method
    reopened.close()


def test_an_edition_is_never_made_over_another(edition: Edition, location: str, programme: Programme) -> None:
    with pytest.raises(Refusal) as refused:
        make_edition(location, title="Another", year=2020, programme=programme)
    assert refused.value.code == "edition-exists"
    reopened = open_edition(location)
    assert reopened.title == edition.title
    reopened.close()


def test_a_file_that_is_something_else_is_refused_by_name(tmp_path: Path) -> None:
    workbook = tmp_path / "list.judge"
    workbook.write_bytes(b"PK\x03\x04 not a database")
    assert refusal_of(workbook) == "not-an-edition"
    empty = tmp_path / "empty.judge"
    empty.touch()
    assert refusal_of(empty) == "not-an-edition"
    assert refusal_of(tmp_path) == "edition-is-folder"


def test_another_programs_database_is_refused_untouched(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.judge"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE other (x)")
    connection.close()
    before = foreign.read_bytes()
    assert refusal_of(foreign) == "not-an-edition"
    assert foreign.read_bytes() == before


def test_a_missing_file_and_an_unknown_engine_are_refused(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "none.judge") == "edition-missing"
    assert refusal_of("mysql://localhost/x") == "edition-url-unknown"
    assert refusal_of("nonsense://") == "edition-url-unknown"


def test_an_edition_of_a_newer_program_is_refused(location: str) -> None:
    with new_store(location) as store, store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert refusal_of(location) == "edition-newer"


def test_a_maker_that_fails_half_way_leaves_nothing_behind(location: str, programme: Programme) -> None:
    with pytest.raises(KeyboardInterrupt), new_store(location):
        raise KeyboardInterrupt
    made = make_edition(location, title="x", year=2019, programme=programme)
    assert made.title == "x"
    made.close()
    if "://" not in location:
        assert [path.name for path in Path(location).parent.iterdir()] == [Path(location).name]


def test_a_database_with_other_tables_is_left_alone(postgres: str, programme: Programme) -> None:
    location = database(postgres)
    with psycopg.connect(location, autocommit=True) as connection:
        connection.execute("CREATE TABLE entry (x integer)")
    with pytest.raises(Refusal) as refused:
        make_edition(location, title="x", year=2019, programme=programme)
    assert refused.value.code == "database-in-use"
    assert refusal_of(location) == "not-an-edition"


@pytest.mark.parametrize("location", ["sqlite+aiosqlite:///x.judge", "postgresql://h:abc/x", "sqlite://"])
def test_odd_urls_are_refused_in_a_sentence(location: str) -> None:
    assert refusal_of(location) in {"edition-missing", "edition-url-unknown"}


def test_a_truncated_edition_is_refused(tmp_path: Path, programme: Programme) -> None:
    path = tmp_path / "cut.judge"
    make_edition(str(path), title="x", year=2019, programme=programme).close()
    path.write_bytes(path.read_bytes()[:5000])
    assert refusal_of(path) in {"edition-damaged", "not-an-edition"}


def test_an_edition_that_says_twice_what_it_is_is_refused(location: str, programme: Programme) -> None:
    make_edition(location, title="x", year=2019, programme=programme).close()
    store = open_store(location)
    with store.write() as connection:
        connection.execute(
            text("INSERT INTO edition SELECT 'other', title, year, programme, method, made_at FROM edition")
        )
    store.close()
    assert refusal_of(location) == "edition-damaged"


def test_a_full_disk_is_told_as_such(tmp_path: Path, programme: Programme) -> None:
    path = tmp_path / "full.judge"
    made = make_edition(str(path), title="x", year=2019, programme=programme)
    made.close()
    store = open_store(str(path))
    with store.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    # The limit holds for the one connection that the pool hands out again.
    with store.read() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Refusal) as refused, store.write() as connection:
        connection.exec_driver_sql("CREATE TABLE big AS SELECT randomblob(100000) AS x")
    assert refused.value.code == "disk-full"
    store.close()


def test_a_file_locked_by_another_writer_is_told_as_such(
    tmp_path: Path, programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("judge.store.engine.BUSY_TIMEOUT_MS", 50)
    path = tmp_path / "locked.judge"
    make_edition(str(path), title="x", year=2019, programme=programme).close()
    store, other = open_store(str(path)), sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Refusal) as refused, store.write():
        pass
    assert refused.value.code == "edition-locked"
    other.close()
    store.close()


def test_the_file_carries_the_application_id_and_the_safe_modes(tmp_path: Path, programme: Programme) -> None:
    path = tmp_path / "x.judge"
    make_edition(str(path), title="x", year=2019, programme=programme).close()
    store = open_store(str(path))
    with store.read() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("application_id", "journal_mode", "synchronous", "foreign_keys")
        }
    store.close()
    assert pragmas == {
        "application_id": APPLICATION_ID,
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
    }


def test_a_copied_edition_is_the_edition(tmp_path: Path, programme: Programme) -> None:
    path = tmp_path / "x.judge"
    make_edition(str(path), title="x", year=2019, programme=programme).close()
    shutil.copy(path, tmp_path / "copy.judge")
    copy = open_edition(str(tmp_path / "copy.judge"))
    assert copy.title == "x"
    copy.close()
