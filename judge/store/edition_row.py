"""The one row that says what an edition is."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from judge.store.tables import edition
from judge.store.values import ForeignValue, is_sound


@dataclass(frozen=True, slots=True)
class EditionRow:
    """The edition's row; `programme` and `method` are the canonical bytes of both, `made_at` is RFC 3339."""

    id: str
    title: str
    year: int
    programme: bytes
    method: bytes
    made_at: str


def add_edition(connection: Connection, row: EditionRow) -> None:
    """Say what the edition is; once, when it is made."""
    columns = ("id", "title", "year", "programme", "method", "made_at")
    connection.execute(insert(edition), {name: getattr(row, name) for name in columns})


def edition_rows(connection: Connection) -> tuple[EditionRow, ...]:
    """The edition's row; none or several where somebody else's hand was in it.

    ForeignValue where a column holds a value of a sort that it never holds.
    """
    columns = (edition.c.id, edition.c.title, edition.c.year, edition.c.programme, edition.c.method)
    asked = select(*columns, edition.c.made_at, is_sound(connection, edition).label("sound"))
    rows = connection.execute(asked).all()
    if not all(sound for *_, sound in rows):
        raise ForeignValue
    return tuple(EditionRow(*said) for *said, _ in rows)
