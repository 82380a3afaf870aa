"""Many rows straight through the driver, each a plain tuple.

SQLAlchemy makes the statements. It would also bind every row from a dict and wrap every row that comes back,
which for the marks of a whole panel takes longer than what the database does.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, insert

from judge.store.dialects import by_place
from judge.store.tables import metadata

_FETCHED_AT_ONCE = 1000


def append(connection: Connection, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert rows, each with a value for every column of `table`, in the table's order; none is fine."""
    if rows:
        statement = _insert(table.name, connection.dialect.name)
        connection.exec_driver_sql(statement, rows[0] if len(rows) == 1 else list(rows))


@cache
def _insert(table: str, dialect: str) -> str:
    """The insert as the driver reads it."""
    return str(insert(metadata.tables[table]).compile(dialect=by_place(dialect)))


def fetch(connection: Connection, query: Select[*tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """The rows of a query on whole numbers and texts, as the driver gives them."""
    with connection.execute(query) as result:
        while rows := result.cursor.fetchmany(_FETCHED_AT_ONCE):
            yield from rows
