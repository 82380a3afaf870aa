"""What goes wrong in a database, as refusals that a user can act on."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, OperationalError

from judge.domain.refusal import Refusal

_BY_MESSAGE = (
    ("database is locked", "edition-locked"),
    ("database table is locked", "edition-locked"),
    ("deadlock detected", "edition-locked"),
    ("lock timeout", "edition-locked"),
    ("readonly database", "edition-read-only"),
    ("read-only transaction", "edition-read-only"),
    ("unable to open database file", "edition-unreadable"),
    ("database or disk is full", "disk-full"),
    ("No space left on device", "disk-full"),
    ("disk I/O error", "disk-failed"),
    ("file is not a database", "not-an-edition"),
    ("malformed", "edition-damaged"),
)


@contextmanager
def refusals(edition: str) -> Iterator[None]:
    """Turn database errors that a user can act on into Refusals naming the edition; let bugs through."""
    try:
        yield
    except DatabaseError as error:
        code = _code(error)
        if code is None:
            raise
        raise Refusal(code, edition=edition) from error


def _code(error: DatabaseError) -> str | None:
    said = str(error.orig)
    for message, code in _BY_MESSAGE:
        if message in said:
            return code
    lost = isinstance(error, OperationalError) and getattr(error.orig, "sqlstate", "") is None
    return "edition-unreachable" if lost or error.connection_invalidated else None
