"""Pens and their chains in the database."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, select, update

from judge.ledger.chain import Head, genesis
from judge.ledger.entry import Written
from judge.store.dialects import insert_for
from judge.store.driver import append
from judge.store.tables import entry, pen

_HEAD = select(pen.c.seq, pen.c.head).where(pen.c.name == bindparam("pen_name"))
_HEAD_LOCKED = _HEAD.with_for_update()
_ADVANCE = (
    update(pen)
    .where(
        pen.c.name == bindparam("pen_name"),
        pen.c.seq == bindparam("old_seq"),
        pen.c.head == bindparam("old_head"),
    )
    .values(seq=bindparam("new_seq"), head=bindparam("new_head"))
)


def provide_pens(connection: Connection, edition: str, names: Iterable[str]) -> None:
    """Make the pens that are not there yet; those that are stay as they are."""
    rows = [{"name": name, "seq": 0, "head": genesis(edition, name)} for name in names]
    if rows:
        insert = insert_for(connection.dialect.name)
        connection.execute(insert(pen).on_conflict_do_nothing(), rows)


def head_of(connection: Connection, name: str, *, locked: bool = False) -> Head:
    """Where the pen's chain stands; `locked`, in a transaction that writes, until that ends."""
    row = connection.execute(_HEAD_LOCKED if locked else _HEAD, {"pen_name": name}).one()
    return Head(name, row.seq, bytes(row.head))


def seq_of(connection: Connection, name: str) -> int:
    """How many entries the pen has written; 0 for one that is not there yet."""
    row = connection.execute(_HEAD, {"pen_name": name}).one_or_none()
    return row.seq if row else 0


def keep(connection: Connection, written: Sequence[Written], head: Head) -> bool:
    """Append entries of one pen, in order, and move its head to `head`, the one after the last of them.

    False, and nothing appended, where the pen has written since the entries were made.
    """
    before = {
        "pen_name": head.pen,
        "old_seq": head.seq - len(written),
        "old_head": written[0].entry.prev,
    }
    advanced = connection.execute(_ADVANCE, {**before, "new_seq": head.seq, "new_head": head.digest})
    if advanced.rowcount != 1:
        return False
    append(connection, entry, [_row(one) for one in written])
    return True


def _row(written: Written) -> tuple[object, ...]:
    """The row of table `entry` that keeps an entry."""
    said = written.entry
    return said.pen, said.seq, written.digest, said.kind, said.subject, written.data
