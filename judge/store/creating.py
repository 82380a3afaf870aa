"""A new store, which is not an edition before it is whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, func, inspect, select

from judge.domain.refusal import Refusal
from judge.store.engine import locate, name_of
from judge.store.headers import APPLICATION_ID
from judge.store.migrations.upgrading import upgrade
from judge.store.store import Store, closed_on_refusal
from judge.store.tables import edition, metadata


@contextmanager
def new_store(location: str) -> Iterator[Store]:
    """An empty store to be filled within the block; where the block fails, it is as if it had never been.

    Refusal codes: "edition-exists", "edition-folder-missing", "database-in-use", those of opening one.
    """
    url = locate(location)
    make = _new_file if url.get_backend_name() == "sqlite" else _new_database
    with make(url) as store:
        yield store


@contextmanager
def _new_file(url: URL) -> Iterator[Store]:
    """Made beside its place and moved there when it is whole."""
    path = Path(name_of(url))
    if path.exists():
        raise Refusal("edition-exists", edition=str(path))
    if not path.parent.is_dir():
        raise Refusal("edition-folder-missing", folder=str(path.parent))
    making = path.with_name(f".{path.name}.making")
    _remove(making)
    store = Store(locate(str(making.absolute())), name=str(path))
    try:
        with closed_on_refusal(store):
            _mark_as_edition(store)
            upgrade(store.engine)
            yield store
        store.close()
        _put_in_place(making, path)
    finally:
        _remove(making)


def _mark_as_edition(store: Store) -> None:
    with store.engine.connect() as connection:
        raw = connection.connection.driver_connection
        if raw is not None:
            # The id first: written after the switch to WAL it would wait in the log, not in the header.
            raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            raw.execute("PRAGMA journal_mode = WAL")


def _put_in_place(making: Path, path: Path) -> None:
    """Move without ever overwriting what came there meanwhile; a link refuses to, a rename may not."""
    try:
        os.link(making, path)
    except FileExistsError:
        raise Refusal("edition-exists", edition=str(path)) from None
    except OSError:
        # A file system without hard links.
        if path.exists():
            raise Refusal("edition-exists", edition=str(path)) from None
        making.rename(path)


def _remove(making: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        making.with_name(making.name + suffix).unlink(missing_ok=True)


@contextmanager
def _new_database(url: URL) -> Iterator[Store]:
    """Filled in place; tables that an interrupted maker left without an edition are taken over."""
    store = Store(url)
    with closed_on_refusal(store):
        _check_unused(store)
        upgrade(store.engine)
        yield store
    store.close()


def _check_unused(store: Store) -> None:
    with store.read() as connection:
        found = set(inspect(connection).get_table_names())
        if not found:
            return
        if found != {*metadata.tables, "alembic_version"}:
            raise Refusal("database-in-use", edition=store.name)
        if connection.execute(select(func.count()).select_from(edition)).scalar():
            raise Refusal("edition-exists", edition=store.name)
