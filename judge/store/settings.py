"""Writing what the edition's settings are."""

from sqlalchemy import Connection, delete, insert

from judge.store.tables import setting


def put_setting(connection: Connection, key: str, value: str, reason: str) -> None:
    """Let a setting have this value; "" for its default, which needs no row."""
    connection.execute(delete(setting).where(setting.c.key == key))
    if value:
        connection.execute(insert(setting), {"key": key, "value": value, "reason": reason})
