"""The documents attached to nominations, as they were filed."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from sqlalchemy import Connection, select

from imports.findings import Place
from imports.records import DocumentRecord
from judge.store.chunks import chunks
from judge.store.filed import blocks_from
from judge.store.tables import document, nomination


def documents_of(
    connection: Connection, nominations: Mapping[str, str], place: Place
) -> Iterator[DocumentRecord]:
    """The documents of `nominations`, as those of other nominations: their keys by the keys of these."""
    for some in chunks(sorted(nominations)):
        found = (
            select(
                nomination.c.key,
                document.c.title,
                document.c.blocks,
                document.c.attachment,
                document.c.total,
            )
            .join(nomination, nomination.c.id == document.c.nomination_id)
            .where(nomination.c.key.in_(some))
            .order_by(document.c.id)
        )
        for row in connection.execute(found):
            yield DocumentRecord(
                nominations[row.key],
                row.title,
                blocks_from(bytes(row.blocks)),
                place,
                row.attachment,
                None if row.total is None else Decimal(row.total),
            )
