"""Rows that the edition's schema rules out, and that someone who holds the database can put there past it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    Connection,
    ForeignKey,
    PrimaryKeyConstraint,
    Row,
    Table,
    UniqueConstraint,
    and_,
    exists,
    func,
    or_,
    select,
)

from judge.store.tables import entry, metadata, packet_own
from judge.store.values import Bytes, holds_its_own, is_sound


def foreign_values(connection: Connection) -> Iterator[str]:
    """Values of a sort that their columns never hold, each as "table key column".

    The other questions of an audit pass over the rows that they stand in.
    """
    if connection.dialect.name == "sqlite":
        for table in metadata.sorted_tables:
            yield from _foreign(connection, table)


def _foreign(connection: Connection, table: Table) -> Iterator[str]:
    sound = [holds_its_own(column).label(f"holds_{n}") for n, column in enumerate(table.columns)]
    # Bytes of a key in hexadecimal: as the text that somebody made of them, nothing might read them.
    keys = [
        func.lower(func.hex(column)).label(column.name) if isinstance(column.type, Bytes) else column
        for column in table.primary_key.columns
    ]
    for row in connection.execute(select(*keys, *sound).where(or_(*(~holds for holds in sound)))):
        key = row[: -len(sound)]
        for column, holds in zip(table.columns, row[-len(sound) :], strict=True):
            if not holds:
                yield f"{_named(table, key)} {column.name}"


def repeated_rows(connection: Connection) -> Iterator[str]:
    """Rows whose key another row of their table has as well, each key as "table key"."""
    for table in metadata.sorted_tables:
        for constraint in sorted(table.constraints, key=lambda one: str(one.name)):
            if isinstance(constraint, PrimaryKeyConstraint | UniqueConstraint):
                yield from _repeated(connection, table, constraint)


def _repeated(
    connection: Connection, table: Table, key: PrimaryKeyConstraint | UniqueConstraint
) -> Iterator[str]:
    counted = select(*key.columns).where(is_sound(connection, table)).group_by(*key.columns)
    for row in connection.execute(counted.having(func.count() > 1)):
        yield _named(table, row)


def orphans(connection: Connection) -> Iterator[str]:
    """Rows that belong to a row which is not there, each as "table key".

    Entries without a pen are left to their chains, which tell them.
    """
    for table in metadata.sorted_tables:
        if table is not entry:
            keys = sorted(table.foreign_keys, key=str)
            yield from sorted({row for key in keys for row in _orphans(connection, table, key)})


def packet_rows(connection: Connection) -> Iterator[str]:
    """The packets that this file says that it is; an edition is none."""
    for packet in connection.execute(select(packet_own.c.packet)).scalars():
        yield packet.hex() if isinstance(packet, bytes) else str(packet)


def _orphans(connection: Connection, table: Table, key: ForeignKey) -> Iterator[str]:
    there = exists().where(and_(key.column == key.parent)).correlate(table)
    for row in connection.execute(select(*table.primary_key.columns).where(~there)):
        yield _named(table, row)


def _named(table: Table, key: Row[*tuple[Any, ...]] | tuple[Any, ...]) -> str:
    return " ".join((table.name, *(value.hex() if isinstance(value, bytes) else str(value) for value in key)))
