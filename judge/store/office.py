"""What the office keeps, written: a setting's value and a ruling, each beside the entry that says so."""

from sqlalchemy import Connection, delete, insert

from judge.ledger.canonical import encode
from judge.ledger.office_apply import Ruling, Setting
from judge.store.tables import ruling, setting


def put_setting(connection: Connection, key: str, now: Setting | None) -> None:
    """Keep a setting; None for one that is at its default again."""
    connection.execute(delete(setting).where(setting.c.key == key))
    if now is not None:
        connection.execute(insert(setting), {"key": key, "value": now.value, "reason": now.reason})


def add_ruling(connection: Connection, made: Ruling) -> None:
    """Keep a ruling."""
    connection.execute(insert(ruling), {**made._asdict(), "detail": encode(made.detail)})
