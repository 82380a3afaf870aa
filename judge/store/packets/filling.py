"""A packet's file, from an empty one to one that can be sent."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, insert, select

from judge.domain.packet import OwnPacket
from judge.ledger.canonical import digest, encode
from judge.ledger.office_apply import IssuedPacket
from judge.store.creating import new_store
from judge.store.edition_row import add_edition, edition_rows
from judge.store.engine import locate
from judge.store.headers import PACKET_ID
from judge.store.packets.holding import holds_digest
from judge.store.packets.issued import Issue, add_issue
from judge.store.packets.own import make_packet
from judge.store.packets.papers import BATCH, PaperShelf
from judge.store.packets.sheets import copy_first_entry, copy_sheets, heads_of
from judge.store.store import Store, closed_on_refusal
from judge.store.tables import reviewer, setting


def blank_packet(path: Path, name: str) -> None:
    """An empty file with an edition's tables, to be copied for each packet; `name` is for sentences."""
    with new_store(str(path)) as store, store.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {PACKET_ID}")
        store.name = name


@contextmanager
def packet_store(blank: Path, path: Path, name: str) -> Iterator[Store]:
    """A packet to be filled within the block, at a path that nothing is at; whole when the block ends."""
    shutil.copyfile(blank, path)
    store = Store(locate(str(path)), name=name)
    with closed_on_refusal(store):
        yield store
    store.close()


def begin_packet(
    source: Connection, target: Connection, own: OwnPacket, name: str, issued_at: str
) -> PaperShelf:
    """Say which packet this is, of which edition and whose; `name` is the reviewer's, "" for none said."""
    (row,) = edition_rows(source)
    add_edition(target, row)
    copy_first_entry(source, target)
    make_packet(target, own)
    shelf = PaperShelf(target, issued_at)
    number = source.execute(select(reviewer.c.id).where(reviewer.c.key == own.reviewer)).scalar_one()
    said = {"id": number, "batch_id": BATCH, "key": own.reviewer}
    target.execute(insert(reviewer), {**said, "name": name, "organisation": "", "phone": ""})
    return shelf


def put_settings(target: Connection, values: Mapping[str, str]) -> None:
    """Keep the settings that the desk goes by."""
    rows = [{"key": key, "value": value, "reason": ""} for key, value in values.items()]
    if rows:
        target.execute(insert(setting), rows)


def end_packet(
    source: Connection, target: Connection, own: OwnPacket, issued_at: str, *, blind: bool
) -> Issue:
    """Add the sheets with the acts on them, and what the edition is to know of the packet."""
    copy_sheets(source, target, own.reviewer)
    heads = encode({key: head.hex() for key, head in heads_of(source, own.reviewer).items()})
    issued = IssuedPacket(own.reviewer, issued_at, blind, digest(heads), holds_digest(target))
    issue = Issue(own.id, issued, heads)
    add_issue(target, issue)
    return issue
