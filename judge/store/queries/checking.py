"""What a check reads: every nomination as it stands, and how long its documents are."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from imports.records import FormField
from judge.domain.characters import count_blocks
from judge.store.chunks import chunks
from judge.store.current import current_nomination
from judge.store.filed import blocks_from, filed_fields, filed_members
from judge.store.tables import body, document, nomination


@dataclass(frozen=True, slots=True)
class StandingNomination:
    """A nomination as it stands now, with its body's name."""

    key: str
    award: str
    body: str
    name: str
    organisation: str
    fields: tuple[FormField, ...]
    members: tuple[str, ...]


def standing_nominations(connection: Connection) -> Iterator[StandingNomination]:
    """Every nomination, in the order of filing."""
    now = current_nomination.c
    rows = connection.execute(
        select(now.key, now.award, body.c.name.label("body"), now.name, now.organisation, now.filed)
        .join(body, body.c.id == now.body_id)
        .order_by(now.id)
    )
    for r in rows:
        kept = bytes(r.filed)
        yield StandingNomination(
            r.key, r.award, r.body, r.name, r.organisation, filed_fields(kept), filed_members(kept)
        )


def document_lengths(connection: Connection, attachments: Collection[str]) -> dict[tuple[str, str], int]:
    """Characters of the documents filed as one of these attachments, by (nomination, attachment).

    Of several filed as the same one, the last counts. A scan, which has no text, has no length.
    """
    last = (
        select(func.max(document.c.id))
        .where(document.c.attachment.in_(attachments))
        .group_by(document.c.nomination_id, document.c.attachment)
    )
    ids = list(connection.execute(last).scalars())
    lengths: dict[tuple[str, str], int] = {}
    for some in chunks(sorted(ids)):
        rows = connection.execute(
            select(nomination.c.key, document.c.attachment, document.c.blocks)
            .join(nomination, nomination.c.id == document.c.nomination_id)
            .where(document.c.id.in_(some))
        )
        for key, attachment, blocks in rows:
            text = blocks_from(bytes(blocks))
            if text:
                lengths[key, attachment] = count_blocks(text)
    return lengths
