"""What sort of value a column holds: SQLite lets whoever has the file in hand put another there."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Dialect,
    Integer,
    LargeBinary,
    Table,
    and_,
    func,
    true,
)


class ForeignValue(ValueError):  # noqa: N818 - names what is wrong with the value
    """A value of a sort that its column never holds."""


class Bytes(LargeBinary):
    """Bytes, and nothing else: ForeignValue where a text or a number is read in their place.

    The driver would hand either on, and Python makes a thousand zero bytes of the number 1000.
    """

    cache_ok = True

    def result_processor(self, dialect: Dialect, _coltype: object) -> Callable[[Any], bytes | None] | None:
        """SQLite's values are looked at; PostgreSQL keeps its columns' types itself."""
        return _bytes if dialect.name == "sqlite" else None


def _bytes(value: object) -> bytes | None:
    if value is None or isinstance(value, bytes):
        return value
    raise ForeignValue


def is_sound(connection: Connection, *tables: Table) -> ColumnElement[bool]:
    """The condition that every column of a row of these tables holds a value of its own sort."""
    if connection.dialect.name != "sqlite":
        return true()
    return and_(*(holds_its_own(column) for table in tables for column in table.columns))


def holds_its_own(column: Column[Any]) -> ColumnElement[bool]:
    """The condition, in SQLite's words, that a column holds a value of its own sort."""
    sorts = [_sort(column), "null"] if column.nullable else [_sort(column)]
    return func.typeof(column).in_(sorts)


def _sort(column: Column[Any]) -> str:
    match column.type:
        case Integer():
            return "integer"
        case LargeBinary():
            return "blob"
        case _:
            return "text"
