"""The office's tables against what its acts add up to."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from judge.ledger.canonical import digest, encode
from judge.ledger.office_apply import IssuedPacket
from judge.services.audit.faults import Fault
from judge.services.audit.ledger import Gathered
from judge.store.connection import Connection
from judge.store.queries import office as queries
from judge.store.queries import panel_office as panels

Key = TypeVar("Key")
Held = TypeVar("Held")


def office_faults(connection: Connection, gathered: Gathered) -> Iterator[Fault]:
    """Settings, ticks and rulings that are not what the entries say; forms that were never taken, or lost."""
    said = gathered.office
    rulings = {
        (r.pen, r.seq): queries.KeptRuling(r.kind, r.subject, encode(r.detail), r.reason)
        for r in said.rulings
    }
    yield from _differing("setting", queries.settings(connection), said.settings)
    yield from _differing("checklist", queries.ticks(connection), said.ticks)
    yield from _differing("ruling", queries.kept_rulings(connection), rulings)
    yield from _panel_faults(connection, gathered)
    forms = queries.forms(connection)
    if [(form.key, form.sha256) for form in forms] != said.forms:
        yield Fault("office-differs", "form")
    for form in forms:
        if digest(form.source) != form.sha256:
            yield Fault("file-differs", form.key)


def _panel_faults(connection: Connection, gathered: Gathered) -> Iterator[Fault]:
    """Panels, packets and their pens; a pen is made in a packet that went out to its reviewer."""
    said = gathered.office
    packets = {
        identity: IssuedPacket(kept.reviewer, kept.issued_at, kept.blind, digest(kept.heads), kept.holds)
        for identity, kept in panels.packets(connection).items()
    }
    yield from _differing("reviewer", panels.reviewer_details(connection), said.reviewers)
    yield from _differing("seat", panels.seats(connection), said.seats)
    yield from _differing("section", panels.sections(connection), said.sections)
    yield from _differing("packet", packets, said.packets)
    yield from _differing("pen", panels.packet_pens(connection), said.pens)
    for name, pen in said.pens.items():
        issued = said.packets.get(pen.packet)
        if pen.packet and (issued is None or issued.reviewer != pen.reviewer):
            yield Fault("pen-unknown", name)


def _differing(what: str, kept: Mapping[Key, Held], said: Mapping[Key, Held]) -> Iterator[Fault]:
    for key in sorted(kept.keys() | said.keys(), key=str):
        if kept.get(key) != said.get(key):
            words = key if isinstance(key, tuple) else (key,)
            yield Fault("office-differs", " ".join((what, *map(str, words))))
