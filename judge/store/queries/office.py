"""What the office keeps beside the papers: settings, ticks, forms of its own, rulings."""

from typing import NamedTuple, cast

from sqlalchemy import Connection, select

from judge.ledger.canonical import Value, decode
from judge.ledger.office_apply import Ruling, Setting, Tick
from judge.store.tables import checklist_item, form_definition, nomination, ruling, setting


class OwnForm(NamedTuple):
    """A form of the organiser's own: its key, the SHA-256 of its text, and the text."""

    key: str
    sha256: bytes
    source: bytes


def settings(connection: Connection) -> dict[str, Setting]:
    """The settings that are not at their defaults, by key."""
    return {row.key: Setting(row.value, row.reason) for row in connection.execute(select(setting))}


def ticks(connection: Connection) -> dict[tuple[str, str], Tick]:
    """What was ticked, by (nomination, item)."""
    rows = connection.execute(
        select(checklist_item, nomination.c.key.label("nomination")).join(
            nomination, nomination.c.id == checklist_item.c.nomination_id
        )
    )
    return {(row.nomination, row.item): Tick(row.state, row.remark) for row in rows}


def forms(connection: Connection) -> list[OwnForm]:
    """Every form taken, in the order of taking; of one key the last counts."""
    rows = connection.execute(select(form_definition).order_by(form_definition.c.id))
    return [OwnForm(row.key, bytes(row.sha256), bytes(row.source)) for row in rows]


def rulings(connection: Connection) -> dict[tuple[str, int], Ruling]:
    """Every ruling, by the entry that made it."""
    rows = connection.execute(select(ruling).order_by(ruling.c.pen, ruling.c.seq))
    return {
        (row.pen, row.seq): Ruling(
            row.pen,
            row.seq,
            row.kind,
            row.subject,
            cast("dict[str, Value]", decode(bytes(row.detail))),
            row.reason,
        )
        for row in rows
    }
