"""The migrations give the tables that the code declares, and the database guards what is append-only."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from judge.services.editions.edition import Edition
from judge.store.tables import IMMUTABLE, metadata


def test_the_migrated_schema_is_the_declared_one(edition: Edition) -> None:
    with edition.store.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize("act", ["UPDATE entry SET seq = seq + 1", "DELETE FROM entry"])
def test_the_database_refuses_to_change_or_delete_entries(edition: Edition, act: str) -> None:
    with pytest.raises(DBAPIError, match="append-only"), edition.store.write() as connection:
        connection.execute(text(act))
    with edition.store.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM entry")).scalar() == 1


def test_every_append_only_table_has_its_guards(edition: Edition) -> None:
    postgresql = "SELECT event_object_table FROM information_schema.triggers"
    sqlite = "SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger'"
    with edition.store.read() as connection:
        named = connection.execute(text(sqlite if connection.dialect.name == "sqlite" else postgresql))
        guarded = [name for (name,) in named]
    # One for changing and one for deleting.
    assert {name: guarded.count(name) for name in set(guarded)} == {table.name: 2 for table in IMMUTABLE}
