"""Open the edition that a command works on, and let it go afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

from judge.services.editions.edition import Edition, open_edition


@contextmanager
def opened(location: str, *, packets: bool = False) -> Iterator[Edition]:
    """The edition for as long as the command needs it; or a packet, where `packets` says that one will do."""
    edition = open_edition(location, packets=packets)
    try:
        yield edition
    finally:
        edition.close()
