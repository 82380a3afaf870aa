"""The ledger read back for proof."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from judge.ledger.chain import Head, Kept
from judge.store.tables import entry, pen


def entries(connection: Connection) -> Iterator[Kept]:
    """Every entry, in order of (pen, seq), as kept."""
    rows = connection.execution_options(yield_per=2000).execute(
        select(
            entry.c.pen, entry.c.seq, entry.c.digest, entry.c.kind, entry.c.subject, entry.c.data
        ).order_by(entry.c.pen, entry.c.seq)
    )
    for row in rows:
        yield Kept(row.pen, row.seq, bytes(row.digest), row.kind, row.subject, bytes(row.data))


def heads(connection: Connection) -> tuple[Head, ...]:
    """Where each pen says that its chain stands."""
    return tuple(
        Head(name, seq, bytes(head))
        for name, seq, head in connection.execute(
            select(pen.c.name, pen.c.seq, pen.c.head).order_by(pen.c.name)
        )
    )
