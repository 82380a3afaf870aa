"""The files that a nomination's papers came in, as they were sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, literal, select, union_all

from judge.store.tables import document, nomination, nomination_revision, source_file


@dataclass(frozen=True, slots=True)
class KeptOriginal:
    """One file: its id, its kind and path as imported, its size in bytes, and what it is to the nomination.

    `attachment` is "" for the nomination's form, of which `revision` is the number. `shared` says that
    other nominations were filed with the file, too.
    """

    id: int
    kind: str
    path: str
    size: int
    attachment: str
    revision: int
    shared: bool


def originals(connection: Connection, nomination_key: str) -> Sequence[KeptOriginal]:
    """A nomination's files: its form in every revision, the last first, then its documents."""
    own = select(nomination.c.id).where(nomination.c.key == nomination_key).scalar_subquery()
    rows = union_all(
        select(
            nomination.c.source_file_id,
            literal("").label("attachment"),
            literal(1).label("revision"),
            literal(0).label("place"),
        ).where(nomination.c.id == own),
        select(
            nomination_revision.c.source_file_id,
            literal(""),
            nomination_revision.c.number,
            -nomination_revision.c.number,
        ).where(nomination_revision.c.nomination_id == own),
        select(document.c.source_file_id, document.c.attachment, literal(0), document.c.id).where(
            document.c.nomination_id == own
        ),
    ).subquery()
    found = connection.execute(
        select(
            source_file.c.id,
            source_file.c.kind,
            source_file.c.path,
            func.length(source_file.c.content).label("size"),
            rows.c.attachment,
            rows.c.revision,
            _files_others(own).label("shared"),
        )
        .join(rows, rows.c.source_file_id == source_file.c.id)
        .order_by(rows.c.place)
    )
    return [
        KeptOriginal(r.id, r.kind, r.path, r.size, r.attachment, r.revision, shared=bool(r.shared))
        for r in found
    ]


def _files_others(own: ColumnElement[int]) -> ColumnElement[bool]:
    first = select(literal(1)).where(nomination.c.source_file_id == source_file.c.id, nomination.c.id != own)
    later = select(literal(1)).where(
        nomination_revision.c.source_file_id == source_file.c.id, nomination_revision.c.nomination_id != own
    )
    return first.exists() | later.exists()


def document_files(connection: Connection, nomination_key: str) -> list[tuple[int, str]]:
    """Of each document in the order of filing: the id of its file, and the attachment that it is."""
    rows = connection.execute(
        select(document.c.source_file_id, document.c.attachment)
        .join(nomination, nomination.c.id == document.c.nomination_id)
        .where(nomination.c.key == nomination_key)
        .order_by(document.c.id)
    )
    return [(file, attachment) for file, attachment in rows]


def content(connection: Connection, original: int) -> bytes:
    """The bytes of a file that is there."""
    asked = select(source_file.c.content).where(source_file.c.id == original)
    return bytes(connection.execute(asked).scalar_one())
