"""What numbers for reviewers are drawn from."""

from sqlalchemy import Connection, select

from judge.ledger.pens import SECRETARY
from judge.store.tables import entry

_SEED = select(entry.c.digest).where(entry.c.pen == SECRETARY, entry.c.seq == 2).order_by(entry.c.digest)


def seed_of_lots(connection: Connection) -> bytes:
    """The digest of the secretary's second entry: it never changes, and nobody prints it.

    The first says only what everyone may know of an edition; the second pins the papers that came first.
    """
    seed = connection.execute(_SEED).scalars().first()
    return b"" if seed is None else bytes(seed)
