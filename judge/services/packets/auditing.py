"""Prove a packet, as far as it can be proved by itself: what is not in it, only the edition can prove."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from judge.domain.packet import OwnPacket
from judge.domain.refusal import Refusal
from judge.ledger.chain import Head, check, genesis
from judge.ledger.pens import packet_pen
from judge.ledger.seal import is_sealed
from judge.services.audit.chains import lineages
from judge.services.audit.faults import Fault
from judge.services.audit.ledger import Gathered, unread
from judge.services.audit.rows import edition_faults, file_faults, integrity_faults
from judge.services.audit.sheets import sheet_faults
from judge.services.editions.edition import Edition
from judge.store.connection import Connection
from judge.store.packets.holding import holds_digest
from judge.store.packets.issued import holds_as_issued
from judge.store.packets.own import seals_of
from judge.store.queries.kept import KeptSheet, kept_sheets
from judge.store.queries.ledger import entries, heads

_OF_A_PART = frozenset({"gap", "prev-differs"})
"""What a chain looks like of which only a part is there."""


@dataclass(frozen=True, slots=True)
class PacketAudit:
    """What was proved of a packet.

    `written` are its own pen's entries, `brought` those that came with it. `holds` is the digest of what it
    was issued with, as the ledger of the edition has it; `fingerprint` is that of the key, "" before the
    first opening.
    """

    reviewer: str
    written: int
    brought: int
    sheets: int
    seals: int
    holds: str
    fingerprint: str
    faults: tuple[Fault, ...]


def audit_packet(edition: Edition) -> PacketAudit:
    """Verify what is there: the pen's chain, key and seals, every entry's bytes, the tables, the papers.

    The chains of the office and of other pens are there in part and are not followed; that the sheets were
    assigned, and that the papers are those that were filed, only the edition can prove. Refusal
    "not-a-packet".
    """
    own = edition.packet
    if own is None:
        raise Refusal("not-a-packet", edition=edition.store.name)
    with edition.store.read() as connection:
        sheets = kept_sheets(connection)
        gathered = _gathered(edition, connection, own, sheets)
        seals = seals_of(connection, own.pen)
        holds = holds_digest(connection)
        faults = (
            *integrity_faults(connection),
            *gathered.faults,
            *_pen_faults(connection, gathered, own),
            *_seal_faults(edition, gathered, own, seals),
            *edition_faults(connection, gathered),
            *_paper_faults(connection, own, holds),
            *file_faults(connection),
            *sheet_faults(sheets, gathered, lineages(connection, gathered.chains)),
        )
    from judge.packets.keys import fingerprint  # noqa: PLC0415 - no edition needs a key

    last = gathered.chains.last
    written = last[own.pen].seq if own.pen in last else 0
    return PacketAudit(
        reviewer=own.reviewer,
        written=written,
        brought=gathered.count - written,
        sheets=len(sheets),
        seals=len(seals),
        holds=holds.hex(),
        fingerprint=fingerprint(own.public_key) if own.pen else "",
        faults=faults,
    )


def _gathered(
    edition: Edition, connection: Connection, own: OwnPacket, sheets: Mapping[str, KeptSheet]
) -> Gathered:
    """What the entries say; the sheets are taken as opened, since what opened them is not in a packet."""
    gathered = unread(edition, connection)
    gathered.opened.update({subject: sheet.rubric for subject, sheet in sheets.items()})
    for checked in check(edition.id, entries(connection)):
        kept = checked.kept
        gathered.count += 1
        gathered.chains.take(checked)
        if checked.code and (kept.pen == own.pen or checked.code not in _OF_A_PART):
            gathered.faults.append(Fault(checked.code, f"{kept.pen} {kept.seq}"))
        if checked.entry:
            gathered.note(kept.digest, checked.entry)
    return gathered


def _pen_faults(connection: Connection, gathered: Gathered, own: OwnPacket) -> Iterator[Fault]:
    """The one pen that writes here: named after its key, and standing where its chain ends."""
    said = {head.pen: head for head in heads(connection)}
    if not own.pen:
        yield from (Fault("pen-unknown", pen) for pen in sorted(said))
        return
    if own.pen != packet_pen(own.reviewer, own.public_key) or not _is_key(own):
        yield Fault("packet-key-differs", own.pen)
    empty = Head(own.pen, 0, genesis(gathered.edition.id, own.pen))
    if said.get(own.pen) != gathered.chains.last.get(own.pen, empty):
        yield Fault("head-differs", own.pen)
    yield from (Fault("pen-unknown", pen) for pen in sorted(said.keys() - {own.pen}))


def _is_key(own: OwnPacket) -> bool:
    from judge.packets.keys import key_from  # noqa: PLC0415 - no edition needs a key

    try:
        return key_from(own.secret_key).public == own.public_key
    except ValueError:
        return False


def _seal_faults(
    edition: Edition, gathered: Gathered, own: OwnPacket, seals: list[tuple[Head, bytes]]
) -> Iterator[Fault]:
    there = {step.digest for steps in gathered.steps.values() for step in steps.values()}
    for head, signature in seals:
        sealed = head.digest in there and is_sealed(own.public_key, edition.id, head, signature)
        if not sealed:
            yield Fault("seal-differs", f"{head.pen} {head.seq}")


def _paper_faults(connection: Connection, own: OwnPacket, holds: bytes) -> Iterator[Fault]:
    if holds != holds_as_issued(connection):
        yield Fault("packet-differs", own.id)
