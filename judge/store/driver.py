"""Many rows straight through the driver, each a plain tuple.

SQLAlchemy makes the statements. It would also bind every row from a dict and wrap every row that comes back,
which for the marks of a whole panel takes longer than what the database does.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table

from judge.store.dialects import by_place, insert_for
from judge.store.tables import metadata

_FETCHED_AT_ONCE = 1000


def append(
    connection: Connection, table: Table, rows: Sequence[tuple[object, ...]], *, known_stay: bool = False
) -> None:
    """Insert rows, each with a value for every column of `table`, in the table's order; none is fine.

    With `known_stay`, rows whose key is there already are left as they are.
    """
    if rows:
        statement = _insert(table.name, connection.dialect.name, known_stay=known_stay)
        connection.exec_driver_sql(statement, rows[0] if len(rows) == 1 else list(rows))


@cache
def _insert(table: str, dialect: str, *, known_stay: bool) -> str:
    """The insert as the driver reads it."""
    made = insert_for(dialect)(metadata.tables[table])
    return str((made.on_conflict_do_nothing() if known_stay else made).compile(dialect=by_place(dialect)))


def fetch(connection: Connection, query: Select[*tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """The rows of a query on whole numbers and texts, as the driver gives them."""
    with connection.execute(query) as result:
        while rows := result.cursor.fetchmany(_FETCHED_AT_ONCE):
            yield from rows
