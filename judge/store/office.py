"""What the office keeps, written: a setting, a tick, a ruling, each beside the entry that says so."""

from sqlalchemy import Connection, delete, insert

from judge.ledger.canonical import encode
from judge.ledger.office_apply import Ruling, Setting, Tick
from judge.store.tables import checklist_item, ruling, setting


def put_setting(connection: Connection, key: str, now: Setting | None) -> None:
    """Keep a setting; None for one that is at its default again."""
    connection.execute(delete(setting).where(setting.c.key == key))
    if now is not None:
        connection.execute(insert(setting), {"key": key, "value": now.value, "reason": now.reason})


def put_tick(connection: Connection, nomination_id: int, item: str, now: Tick | None) -> None:
    """Keep a tick on a nomination's checklist; None for one that was taken back."""
    here = (checklist_item.c.nomination_id == nomination_id, checklist_item.c.item == item)
    connection.execute(delete(checklist_item).where(*here))
    if now is not None:
        row = {"nomination_id": nomination_id, "item": item, **now._asdict()}
        connection.execute(insert(checklist_item), row)


def add_ruling(connection: Connection, made: Ruling) -> None:
    """Keep a ruling."""
    connection.execute(insert(ruling), {**made._asdict(), "detail": encode(made.detail)})
