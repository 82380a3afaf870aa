"""Rows that never change: the edition's own, and those that were imported."""

from collections.abc import Iterator
from typing import NamedTuple

from judge.ledger.canonical import digest, encode
from judge.ledger.office import PapersImported
from judge.services.audit.faults import Fault
from judge.services.audit.ledger import Gathered
from judge.store.connection import Connection
from judge.store.edition_row import edition_rows
from judge.store.pinning import holds_unpinned, is_known, rows_digest
from judge.store.queries.integrity import foreign_values, orphans, packet_rows, repeated_rows
from judge.store.queries.kept import batch_ids, kept_files
from judge.store.values import ForeignValue


def integrity_faults(connection: Connection) -> Iterator[Fault]:
    """Rows that the schema rules out, and that no digest and no chain need cover."""
    for value in foreign_values(connection):
        yield Fault("value-foreign", value)
    for row in repeated_rows(connection):
        yield Fault("row-repeated", row)
    for row in orphans(connection):
        yield Fault("row-without-batch", row)


def edition_faults(connection: Connection, gathered: Gathered) -> Iterator[Fault]:
    """The edition's row must say what the one entry that made the edition says."""
    told = [
        _Told(gathered.edition.id, act.title, act.year, act.programme, encode(act.method), at)
        for at, act in gathered.made
    ]
    if _kept(connection) != told:
        yield Fault("edition-differs", gathered.edition.id)
    if gathered.edition.packet is None:
        for packet in packet_rows(connection):
            yield Fault("packet-row-in-edition", packet)


class _Told(NamedTuple):
    """What an edition is; `programme` by digest, `method` in its one spelling (to Python, True equals 1)."""

    id: str
    title: str
    year: int
    programme: str
    method: bytes
    made_at: str


def _kept(connection: Connection) -> list[_Told]:
    try:
        return [
            _Told(row.id, row.title, row.year, digest(row.programme).hex(), row.method, row.made_at)
            for row in edition_rows(connection)
        ]
    except ForeignValue:
        return []


def batch_faults(connection: Connection, gathered: Gathered) -> Iterator[Fault]:
    """Every batch is pinned, and its rows are the pinned ones."""
    kept = batch_ids(connection)
    for batch_id in kept:
        if batch_id not in gathered.batches:
            yield Fault("batch-unpinned", str(batch_id))
    for batch_id, pinned in gathered.batches.items():
        if batch_id not in kept or not _is_pinned(connection, pinned):
            yield Fault("rows-differ", str(batch_id))
        elif holds_unpinned(connection, batch_id, pinned.pinning):
            yield Fault("rows-unpinned", str(batch_id))


def _is_pinned(connection: Connection, pinned: PapersImported) -> bool:
    """Whether the rows are the pinned ones; of a format that only a later program knows, nobody can say."""
    if not is_known(pinned.pinning):
        return False
    return rows_digest(connection, pinned.batch, pinned.pinning) == pinned.rows


def file_faults(connection: Connection) -> Iterator[Fault]:
    """Every kept file has the digest that it was imported with."""
    for file in kept_files(connection):
        if digest(file.content) != file.sha256:
            yield Fault("file-differs", file.path)
