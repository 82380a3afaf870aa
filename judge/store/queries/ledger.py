"""The ledger read back for proof; rows that hold a value of a foreign sort are passed over."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from judge.ledger.chain import Head, Kept
from judge.store.tables import entry, pen
from judge.store.values import is_sound


def entries(connection: Connection) -> Iterator[Kept]:
    """Every entry, in order of (pen, seq), as kept."""
    rows = connection.execution_options(yield_per=2000).execute(
        select(entry.c.pen, entry.c.seq, entry.c.digest, entry.c.kind, entry.c.subject, entry.c.data)
        .where(is_sound(connection, entry))
        .order_by(entry.c.pen, entry.c.seq)
    )
    for row in rows:
        yield Kept(*row)


def heads(connection: Connection) -> tuple[Head, ...]:
    """Where each pen says that its chain stands."""
    asked = select(pen.c.name, pen.c.seq, pen.c.head).where(is_sound(connection, pen))
    return tuple(Head(*row) for row in connection.execute(asked.order_by(pen.c.name)))
