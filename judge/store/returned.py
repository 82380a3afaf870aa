"""What merging asks of an edition, and writes into it: packets' pens, their entries, heads and seals."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, select

from judge.ledger.acts import sheet_subject
from judge.ledger.quick_reading import read_step
from judge.ledger.steps import Step
from judge.store.chunks import chunks
from judge.store.current import filed_revision
from judge.store.driver import fetch
from judge.store.tables import (
    entry,
    nomination,
    packet,
    packet_pen,
    reviewer,
    reviewer_detail,
    sheet,
)


@dataclass(frozen=True, slots=True)
class Author:
    """Who a return is said to be by: the reviewer as the edition knows them.

    `standing` is "serving", "withdrawn" or "replaced", `successor` the key of who replaced them.
    """

    id: int
    name: str
    standing: str
    successor: str


class HeldSheet(NamedTuple):
    """A sheet by its id, and what judging acts on it takes.

    `rubric` is the digest that it is pinned to, `revisions` how many revisions its nomination has, `acts` how
    many acts are on it already.
    """

    id: int
    nomination: str
    award: str
    rubric: str
    revisions: int
    acts: int


def author(connection: Connection, key: str) -> Author | None:
    """A reviewer by key; None where there is none."""
    asked = (
        select(
            reviewer.c.id,
            reviewer.c.name,
            reviewer_detail.c.name.label("stated"),
            reviewer_detail.c.standing,
            reviewer_detail.c.successor,
        )
        .outerjoin(reviewer_detail, reviewer_detail.c.reviewer_id == reviewer.c.id)
        .where(reviewer.c.key == key)
    )
    row = connection.execute(asked).one_or_none()
    if row is None:
        return None
    return Author(row.id, row.stated or row.name, row.standing or "serving", row.successor or "")


def issued_to(connection: Connection, packet_id: str) -> int | None:
    """The id of the reviewer whom the edition issued a packet to; None where it issued no such packet."""
    asked = select(packet.c.reviewer_id).where(packet.c.id == packet_id)
    return connection.execute(asked).scalar_one_or_none()


def confirmed_key(connection: Connection, pen: str) -> bytes | None:
    """The public key of a packet's pen, where the office has confirmed it."""
    asked = select(packet_pen.c.public_key).where(packet_pen.c.name == pen, packet_pen.c.confirmed_at != "")
    key = connection.execute(asked).scalar_one_or_none()
    return None if key is None else bytes(key)


def owner_of_key(connection: Connection, public_key: bytes) -> int | None:
    """The id of the reviewer whose key the office has confirmed this to be."""
    asked = select(packet_pen.c.reviewer_id).where(
        packet_pen.c.public_key == public_key, packet_pen.c.confirmed_at != ""
    )
    return connection.execute(asked.limit(1)).scalar_one_or_none()


def kept_of_pen(connection: Connection, pen: str) -> dict[bytes, int]:
    """Every entry of a pen that is kept: its digest, and its place in the chain."""
    asked = select(entry.c.digest, entry.c.seq).where(entry.c.pen == pen)
    return dict(connection.execute(asked).all())


def held_sheets(connection: Connection, reviewer_key: str, *, locked: bool) -> dict[str, HeldSheet]:
    """Every sheet of a reviewer, by the subject of its acts."""
    asked = (
        select(
            sheet.c.id,
            nomination.c.key,
            nomination.c.award,
            sheet.c.rubric,
            filed_revision(nomination.c.id),
            sheet.c.revision,
        )
        .select_from(sheet)
        .join(nomination, nomination.c.id == sheet.c.nomination_id)
        .join(reviewer, reviewer.c.id == sheet.c.reviewer_id)
        .where(reviewer.c.key == reviewer_key)
        .order_by(sheet.c.id)
    )
    if locked:
        asked = asked.with_for_update(of=sheet)
    return {sheet_subject(row[1], reviewer_key): HeldSheet(*row) for row in fetch(connection, asked)}


def steps_on(connection: Connection, subjects: Sequence[str]) -> dict[str, list[Step]]:
    """Every act on these sheets that is kept, by subject; none for those that nobody has touched."""
    steps: dict[str, list[Step]] = defaultdict(list)
    for some in chunks(subjects):
        asked = select(entry.c.digest, entry.c.data).where(entry.c.subject.in_(some))
        for digest, data in connection.execute(asked):
            subject, step = read_step(data, digest)
            steps[subject].append(step)
    return steps


def lock_pen(connection: Connection, pen: str) -> None:
    """Let nobody else merge returns of this pen until the transaction ends."""
    connection.execute(select(packet_pen.c.name).where(packet_pen.c.name == pen).with_for_update()).all()
