"""What the office keeps beside the papers: settings, ticks, forms of its own, rulings."""

from typing import NamedTuple, cast

from sqlalchemy import Connection, select

from judge.ledger.canonical import Value, decode
from judge.ledger.office_apply import Ruling, Setting, Tick
from judge.store.tables import checklist_item, form_definition, nomination, ruling, setting
from judge.store.values import is_sound


class OwnForm(NamedTuple):
    """A form of the organiser's own: its key, the SHA-256 of its text, and the text."""

    key: str
    sha256: bytes
    source: bytes


class KeptRuling(NamedTuple):
    """A ruling as the table keeps it; `detail` in canonical bytes."""

    kind: str
    subject: str
    detail: bytes
    reason: str


def settings(connection: Connection) -> dict[str, Setting]:
    """The settings that are not at their defaults, by key."""
    rows = connection.execute(select(setting).where(is_sound(connection, setting)))
    return {row.key: Setting(row.value, row.reason) for row in rows}


def ticks(connection: Connection) -> dict[tuple[str, str], Tick]:
    """What was ticked, by (nomination, item)."""
    rows = connection.execute(
        select(checklist_item, nomination.c.key.label("nomination"))
        .join(nomination, nomination.c.id == checklist_item.c.nomination_id)
        .where(is_sound(connection, checklist_item, nomination))
    )
    return {(row.nomination, row.item): Tick(row.state, row.remark) for row in rows}


def forms(connection: Connection) -> list[OwnForm]:
    """Every form taken, in the order of taking; of one key the last counts."""
    asked = select(form_definition).where(is_sound(connection, form_definition))
    rows = connection.execute(asked.order_by(form_definition.c.id))
    return [OwnForm(row.key, row.sha256, row.source) for row in rows]


def rulings(connection: Connection) -> tuple[Ruling, ...]:
    """Every ruling, in the order in which they were made."""
    return tuple(
        Ruling(pen, seq, kept.kind, kept.subject, cast("dict[str, Value]", decode(kept.detail)), kept.reason)
        for (pen, seq), kept in kept_rulings(connection).items()
    )


def kept_rulings(connection: Connection) -> dict[tuple[str, int], KeptRuling]:
    """Every ruling as kept, by the pen and the number of the entry that made it."""
    asked = select(ruling).where(is_sound(connection, ruling))
    rows = connection.execute(asked.order_by(ruling.c.pen, ruling.c.seq))
    return {(row.pen, row.seq): KeptRuling(row.kind, row.subject, row.detail, row.reason) for row in rows}
