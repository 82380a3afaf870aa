"""Rows that never change: the edition's own, and those that were imported."""

from collections.abc import Iterator

from sqlalchemy import Connection, ForeignKey, Table, and_, exists, select

from judge.ledger.canonical import Value, decode, digest
from judge.ledger.office import EditionMade, PapersImported
from judge.services.audit.faults import Fault
from judge.services.audit.ledger import Gathered
from judge.store.pinning import holds_unpinned, is_known, rows_digest
from judge.store.tables import batch, edition, entry, metadata, source_file


def edition_faults(connection: Connection, gathered: Gathered) -> Iterator[Fault]:
    """The edition's row must say what the one entry that made the edition says."""
    try:
        rows = connection.execute(select(edition)).all()
        said = [
            EditionMade(
                dict(_object(bytes(row.method))), digest(bytes(row.programme)).hex(), row.title, row.year
            )
            for row in rows
        ]
        same = [row.id for row in rows] == [gathered.edition.id] and said == gathered.made
    except (TypeError, ValueError):
        # Columns that hold another type than theirs, or no canonical bytes: SQLite lets whoever holds it.
        same = False
    if not same:
        yield Fault("edition-differs", gathered.edition.id)


def _object(data: bytes) -> dict[str, Value]:
    value = decode(data)
    if not isinstance(value, dict):
        raise TypeError
    return value


def batch_faults(connection: Connection, gathered: Gathered) -> Iterator[Fault]:
    """Every batch is pinned, and its rows are the pinned ones."""
    for batch_id in connection.execute(select(batch.c.id).order_by(batch.c.id)).scalars():
        if batch_id not in gathered.batches:
            yield Fault("batch-unpinned", str(batch_id))
    for batch_id, pinned in gathered.batches.items():
        if not is_known(pinned.pinning) or _rows_digest(connection, pinned) != pinned.rows:
            yield Fault("rows-differ", str(batch_id))
        elif holds_unpinned(connection, batch_id, pinned.pinning):
            yield Fault("rows-unpinned", str(batch_id))


def _rows_digest(connection: Connection, pinned: PapersImported) -> bytes | None:
    try:
        return rows_digest(connection, pinned.batch, pinned.pinning)
    except (TypeError, ValueError):
        # A value of a type that its column never holds, put there past the program, has no digest.
        return None


def file_faults(connection: Connection) -> Iterator[Fault]:
    """Every kept file has the digest that it was imported with."""
    sources = select(source_file.c.path, source_file.c.sha256, source_file.c.content)
    for path, sha256, content in connection.execute(sources.execution_options(yield_per=50)):
        if digest(bytes(content)) != bytes(sha256):
            yield Fault("file-differs", path)


def orphan_faults(connection: Connection) -> Iterator[Fault]:
    """Rows that belong to a row which is not there, such as those of no batch: no digest covers them."""
    for table in metadata.sorted_tables:
        if table is not entry:  # Entries without a pen are told by their chains.
            named = {
                row for key in sorted(table.foreign_keys, key=str) for row in _orphans(connection, table, key)
            }
            for row in sorted(named):
                yield Fault("row-without-batch", row)


def _orphans(connection: Connection, table: Table, key: ForeignKey) -> Iterator[str]:
    there = exists().where(and_(key.column == key.parent)).correlate(table)
    for row in connection.execute(select(*table.primary_key.columns).where(~there)):
        yield " ".join((table.name, *map(str, row)))
