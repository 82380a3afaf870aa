"""The revisions of one nomination, from its first filing on."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, literal, select, union_all

from imports.records import FormField
from judge.store.current import filed_revision
from judge.store.filed import filed_fields
from judge.store.tables import batch, nomination, nomination_revision, source_file

_FIRST = select(
    nomination.c.key,
    nomination.c.batch_id,
    nomination.c.source_file_id,
    literal(1).label("number"),
    nomination.c.name,
    nomination.c.organisation,
    nomination.c.subject,
    nomination.c.filed,
)
_LATER = select(
    nomination.c.key,
    nomination_revision.c.batch_id,
    nomination_revision.c.source_file_id,
    nomination_revision.c.number,
    nomination_revision.c.name,
    nomination_revision.c.organisation,
    nomination_revision.c.subject,
    nomination_revision.c.filed,
).join(nomination, nomination.c.id == nomination_revision.c.nomination_id)


@dataclass(frozen=True, slots=True)
class KeptRevision:
    """One revision: when it was filed, from which file, and what it says."""

    number: int
    filed_at: str
    file: str
    sha256: str
    name: str
    organisation: str
    subject: str
    fields: tuple[FormField, ...]


def revisions(connection: Connection, nomination_key: str) -> Sequence[KeptRevision]:
    """A nomination's revisions in order, the first filing first; none for an unknown key."""
    all_of_them = union_all(
        _FIRST.where(nomination.c.key == nomination_key), _LATER.where(nomination.c.key == nomination_key)
    ).subquery()
    rows = connection.execute(
        select(all_of_them, batch.c.imported_at, source_file.c.path, source_file.c.sha256)
        .join(batch, batch.c.id == all_of_them.c.batch_id)
        .join(source_file, source_file.c.id == all_of_them.c.source_file_id)
        .order_by(all_of_them.c.number)
    )
    return [
        KeptRevision(
            row.number,
            row.imported_at,
            row.path,
            bytes(row.sha256).hex(),
            row.name,
            row.organisation,
            row.subject,
            filed_fields(bytes(row.filed)),
        )
        for row in rows
    ]


def lock_revision(connection: Connection, nomination_key: str) -> int | None:
    """The number of the nomination's last revision, which stays the last until the transaction ends."""
    # Two statements: the second sees what was committed while the first waited.
    locked = select(nomination.c.id).where(nomination.c.key == nomination_key).with_for_update(read=True)
    found = connection.execute(locked).scalar()
    if found is None:
        return None
    last: int = connection.execute(select(filed_revision(literal(found)))).scalar_one()
    return last
