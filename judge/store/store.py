"""A store: one edition's database, opened, checked and migrated, with its two kinds of transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, inspect, text

from judge.domain.refusal import Refusal
from judge.store.engine import begin, check_file, engine_for, locate, name_of
from judge.store.errors import refusals

SCHEMAS = ("0001", "0002", "0003")
"""The schema versions that this program knows, oldest first; the last is the one it writes."""


class NeedsUpgrade(Exception):  # noqa: N818 - no fault of anybody's
    """The edition is of an older version, and was to be read as it is."""


class Store:
    """One edition's database."""

    def __init__(self, url: URL, name: str = "") -> None:
        self._engine = engine_for(url)
        self.name = name or name_of(url)

    @property
    def engine(self) -> Engine:
        """The engine itself, for migrations and tests."""
        return self._engine

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view of the edition."""
        with refusals(self.name), self._engine.connect() as connection, connection.begin():
            begin(connection, writes=False)
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One durable change, all of it or nothing; other writers wait."""
        with refusals(self.name), self._engine.connect() as connection, connection.begin():
            begin(connection, writes=True)
            yield connection

    def close(self) -> None:
        """Give all connections back; SQLite then folds its write-ahead log into the file."""
        self._engine.dispose()


@contextmanager
def closed_on_refusal(store: Store) -> Iterator[None]:
    """Work on a store that is given back whatever goes wrong."""
    try:
        with refusals(store.name):
            yield
    except BaseException:
        store.close()
        raise


def open_store(edition: str, *, may_upgrade: bool = True) -> Store:
    """The store of an existing edition; one of an older version is brought forward, or `NeedsUpgrade` raised.

    Refusal codes: "edition-missing", "edition-is-folder", "edition-unreadable", "not-an-edition",
    "edition-newer", "edition-unreachable".
    """
    url = locate(edition)
    if url.get_backend_name() == "sqlite":
        check_file(Path(name_of(url)))
    store = Store(url)
    with closed_on_refusal(store):
        _check_version(store, may_upgrade=may_upgrade)
    return store


def _check_version(store: Store, *, may_upgrade: bool) -> None:
    version = _version(store)
    if version is None:
        raise Refusal("not-an-edition", edition=store.name)
    if version not in SCHEMAS:
        raise Refusal("edition-newer", edition=store.name)
    if version != SCHEMAS[-1]:
        if not may_upgrade:
            raise NeedsUpgrade
        from judge.store.migrations.upgrading import upgrade  # noqa: PLC0415 - alembic costs half a second

        upgrade(store.engine)


def _version(store: Store) -> str | None:
    with store.read() as connection:
        tables = inspect(connection)
        if not all(tables.has_table(name) for name in ("alembic_version", "edition", "entry")):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
