"""What the first bytes of a file say that it is; read before SQLite, or anything else, touches it."""

from pathlib import Path

APPLICATION_ID = 0x4A554447
"""'JUDG' in the SQLite header, so that a foreign file is refused by name."""

PACKET_ID = 0x4A554450
"""'JUDP' in the header of a packet, which is an edition's file besides."""

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_AT = slice(68, 72)
_SEALED = b"age-encryption.org/v1\n"


def application_id(path: Path) -> int | None:
    """What an SQLite file says that it is for; None for a file that is none. Raises OSError."""
    header = _header(path)
    return int.from_bytes(header[_APPLICATION_ID_AT], "big") if header.startswith(_MAGIC) else None


def is_packet(location: str) -> bool:
    """Whether there is a packet at a path; False for whatever is none, or cannot be read."""
    try:
        return "://" not in location and application_id(Path(location)) == PACKET_ID
    except OSError:
        return False


def is_sealed(location: str) -> bool:
    """Whether there is a file at a path that age has encrypted."""
    try:
        return "://" not in location and _header(Path(location)).startswith(_SEALED)
    except OSError:
        return False


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER_BYTES)
