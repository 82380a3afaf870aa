"""What goes wrong in a database, as refusals that a user can act on."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, IntegrityError, NoResultFound, OperationalError

from judge.domain.refusal import Refusal
from judge.ledger.canonical import NotCanonical
from judge.ledger.particles import Malformed
from judge.store.values import ForeignValue

_BY_MESSAGE = (
    ("database is locked", "edition-locked"),
    ("database table is locked", "edition-locked"),
    ("readonly database", "edition-read-only"),
    ("unable to open database file", "edition-unreadable"),
    ("database or disk is full", "disk-full"),
    ("disk I/O error", "disk-failed"),
    ("file is not a database", "not-an-edition"),
    ("malformed", "edition-damaged"),
    ("Could not decode to UTF-8", "edition-damaged"),
    ("no such table", "edition-damaged"),
    ("no such column", "edition-damaged"),
)
_DAMAGE = (NotCanonical, Malformed, ForeignValue, UnicodeDecodeError, NoResultFound)


@contextmanager
def refusals(edition: str) -> Iterator[None]:
    """Turn database errors that a user can act on into Refusals naming the edition; let bugs through.

    Bytes, entries and values that are not what Judge writes, or a row that must be there and is not, mean
    damage; what goes in is checked before it comes here.
    """
    try:
        yield
    except _DAMAGE as error:
        raise Refusal("edition-damaged", edition=edition) from error
    except DatabaseError as error:
        code = _code(error)
        if code is None:
            raise
        raise Refusal(code, edition=edition) from error


_BY_SQLSTATE = {
    "40P01": "edition-locked",
    "55P03": "edition-locked",
    "25006": "edition-read-only",
    "42501": "edition-read-only",
    "53100": "disk-full",
}
"""PostgreSQL's own codes: its messages come in the server's language."""


def _code(error: DatabaseError) -> str | None:
    sqlstate = getattr(error.orig, "sqlstate", "")
    if sqlstate in _BY_SQLSTATE:
        return _BY_SQLSTATE[sqlstate]
    for message, code in _BY_MESSAGE:
        if message in str(error.orig):
            return code
    lost = isinstance(error, OperationalError) and sqlstate is None
    if lost or error.connection_invalidated:
        return "edition-unreachable"
    # Two who wrote the same thing at once; the guards of append-only tables speak through triggers.
    overtaken = isinstance(error, IntegrityError) and "append-only" not in str(error.orig)
    return "edition-changed-meanwhile" if overtaken else None
