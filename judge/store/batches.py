"""Imported rows: written once in a batch, immutable from then on, pinned by one digest over all of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, insert, select

from imports.records import (
    DocumentRecord,
    FileReading,
    NominationRecord,
    QuotaRecord,
    ReviewerRecord,
)
from judge.store.chunks import chunks
from judge.store.filed import blocks_bytes, filed_bytes
from judge.store.tables import (
    batch,
    body,
    document,
    nomination,
    panel_member,
    quota,
    reviewer,
    source_file,
)


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch being written; every row that it adds carries its id."""

    connection: Connection
    id: int

    def add_sources(self, files: Sequence[tuple[FileReading, str, bytes]]) -> list[int]:
        """Keep files, each (reading, path, bytes); the ids of the sources."""
        rows = [
            {
                "path": name,
                "kind": str(reading.kind),
                "sha256": bytes.fromhex(reading.sha256),
                "content": content,
            }
            for reading, name, content in files
        ]
        return self.add_rows(source_file, rows)

    def add_quotas(self, records: Sequence[QuotaRecord]) -> None:
        """Add recommending bodies with their seats."""
        ids = self.add_rows(body, [{"number": r.number, "name": r.body} for r in records])
        seats = [
            {"body_id": body_id, "category": category, "seats": count}
            for body_id, record in zip(ids, records, strict=True)
            for category, count in record.seats.items()
        ]
        _insert(self.connection, quota, seats)

    def add_nominations(self, filed: Sequence[tuple[str, int, NominationRecord]]) -> None:
        """Add nominations, each (key, id of its source, record)."""
        bodies = dict(self.connection.execute(select(body.c.name, body.c.id)).all())
        self.add_rows(
            nomination,
            [
                {
                    "source_file_id": source,
                    "source_table": r.place.table,
                    "source_row": r.place.row,
                    "key": key,
                    "award": r.award,
                    "body_id": bodies[r.body],
                    "name": r.name,
                    "organisation": r.organisation,
                    "subject": r.subject,
                    "filed": filed_bytes(r),
                }
                for key, source, r in filed
            ],
        )

    def add_reviewers(self, appointed: Sequence[tuple[str, ReviewerRecord]]) -> None:
        """Add reviewers, each (key, record), and their seats on the panels."""
        ids = self.add_rows(
            reviewer,
            [
                {"key": key, "name": r.name, "organisation": r.organisation, "phone": r.phone}
                for key, r in appointed
            ],
        )
        members = [
            {"award": award, "reviewer_id": reviewer_id}
            for reviewer_id, (_, record) in zip(ids, appointed, strict=True)
            for award in record.awards
        ]
        _insert(self.connection, panel_member, members)

    def add_documents(self, attached: Sequence[tuple[int, DocumentRecord]]) -> None:
        """Attach documents, each (id of its source, record), to nominations that are there."""
        ids = self.nomination_ids({record.nomination for _, record in attached})
        rows = [
            {
                "source_file_id": source,
                "nomination_id": ids[r.nomination],
                "title": r.title,
                "blocks": blocks_bytes(r.blocks),
                "attachment": r.attachment,
                "total": None if r.total is None else str(r.total),
            }
            for source, r in attached
        ]
        self.add_rows(document, rows)

    def nomination_ids(self, keys: Collection[str]) -> dict[str, int]:
        """The ids of nominations that are there, by key."""
        ids: dict[str, int] = {}
        for some in chunks(sorted(keys)):
            found = select(nomination.c.key, nomination.c.id).where(nomination.c.key.in_(some))
            ids.update(dict(self.connection.execute(found).all()))
        return ids

    def add_rows(self, table: Table, rows: Sequence[Mapping[str, object]]) -> list[int]:
        """Add rows of the batch to a table of imported rows; their ids."""
        first = next_id(self.connection, table)
        ids = list(range(first, first + len(rows)))
        numbered = [{**row, "id": i, "batch_id": self.id} for i, row in zip(ids, rows, strict=True)]
        _insert(self.connection, table, numbered)
        return ids


def open_batch(connection: Connection, at: str) -> Batch:
    """A new batch; its rows are pinned by `rows_digest` once they are all written."""
    opened = Batch(connection, next_id(connection, batch))
    connection.execute(insert(batch), {"id": opened.id, "imported_at": at})
    return opened


def next_id(connection: Connection, table: Table) -> int:
    """The first free id of a table; safe because whoever adds such rows holds the secretary's pen."""
    last: int | None = connection.execute(select(func.max(table.c.id))).scalar()
    return (last or 0) + 1


def _insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
