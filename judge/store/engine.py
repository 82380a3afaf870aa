"""Engines with the durability that the promises need, for a path or a SQLAlchemy URL."""

import os
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from judge.domain.refusal import Refusal
from judge.domain.shown_url import without_password

APPLICATION_ID = 0x4A554447
"""'JUDG' in the SQLite header, so that a foreign file is refused by name."""

BUSY_TIMEOUT_MS = 30_000

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_AT = slice(68, 72)


def locate(edition: str) -> URL:
    """The URL of an edition named by path or URL; Refusal "edition-url-unknown" for other engines."""
    if "://" not in edition:
        return URL.create("sqlite+pysqlite", database=str(Path(edition)))
    try:
        url = make_url(edition)
    except (ArgumentError, ValueError):
        raise Refusal("edition-url-unknown", edition=without_password(edition)) from None
    match url.get_backend_name():
        case "sqlite" if url.database and url.database != ":memory:":
            return url.set(drivername="sqlite+pysqlite")
        case "postgresql":
            return url.set(drivername="postgresql+psycopg")
        case _:
            raise Refusal("edition-url-unknown", edition=without_password(url.render_as_string()))


def name_of(url: URL) -> str:
    """What to call an edition in a sentence: its path, or its URL without the password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return without_password(url.set(drivername="postgresql").render_as_string())


def check_file(path: Path) -> None:
    """Refuse, before SQLite touches it, a path that is no edition file.

    Refusal codes: "edition-missing", "edition-is-folder", "edition-unreadable", "not-an-edition".
    """
    if not path.exists():
        raise Refusal("edition-missing", edition=str(path))
    if path.is_dir():
        raise Refusal("edition-is-folder", edition=str(path))
    if not path.is_file():
        raise Refusal("edition-unreadable", edition=str(path))
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except OSError:
        raise Refusal("edition-unreadable", edition=str(path)) from None
    said = int.from_bytes(header[_APPLICATION_ID_AT], "big")
    if not header.startswith(_MAGIC) or said != APPLICATION_ID:
        raise Refusal("not-an-edition", edition=str(path))


def engine_for(url: URL) -> Engine:
    """An engine whose every transaction is durable, and immediate where it writes."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(_readable(url))
    try:
        engine = create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError:
        raise Refusal("postgres-driver-missing") from None
    event.listen(engine, "connect", _prepare_postgresql)
    return engine


def _readable(url: URL) -> URL:
    """The URL; for a file that may not be written and has no log, one that SQLite reads as it lies there.

    Even to read, WAL wants to write beside the file, which a copy on a read-only share does not allow.
    """
    path = Path(name_of(url))
    log = path.with_name(f"{path.name}-wal")
    may_write = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    in_use = path.with_name(f"{path.name}-shm").exists() or (log.exists() and log.stat().st_size)
    if not path.exists() or may_write or in_use:
        return url
    named = f"file:{quote(str(path.absolute()))}"
    return URL.create(url.drivername, database=named, query={"immutable": "1", "mode": "ro", "uri": "true"})


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own type
    # Autocommit in the driver: transactions begin only where `begin` says so.
    connection.isolation_level = None
    for pragma in ("foreign_keys = ON", "synchronous = FULL", "trusted_schema = OFF"):
        connection.execute(f"PRAGMA {pragma}")


def begin(connection: Connection, *, writes: bool) -> None:
    """Begin in the database what SQLAlchemy has begun on its side.

    On SQLite a deferred BEGIN that reads before it writes loses updates or fails to upgrade its lock, so
    what writes begins IMMEDIATE; on PostgreSQL what reads takes one snapshot, as it does on SQLite anyway.
    An event would say this in one place, and slow every statement down.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
    elif not writes:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")


def _prepare_postgresql(connection: Any, _record: Any) -> None:  # noqa: ANN401 - psycopg need not be there
    # Whatever the server's defaults are: a save is on its disk, and does not wait without end.
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = {BUSY_TIMEOUT_MS}")
        cursor.execute("SET synchronous_commit = on")
    connection.commit()
