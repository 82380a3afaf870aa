"""Passphrases: a packet sealed as a whole by age, and opened again.

A passphrase is made into a key by scrypt, which takes a second or two on purpose: whoever has the file
cannot try many.
"""

from pathlib import Path

from judge.domain.refusal import Refusal

MOST_CHARACTERS = 1024
SEALED_ENDING = ".age"


def sealed(content: bytes, passphrase: str) -> bytes:
    """The content, as age's file that this passphrase opens; takes a second or two."""
    from pyrage import passphrase as age  # type: ignore[import-untyped]  # noqa: PLC0415 - most packets have none

    return bytes(age.encrypt(content, passphrase))


def unsealed(data: bytes, passphrase: str, packet: str) -> bytes:
    """What was sealed; takes a second or two.

    Refusal "packet-not-opened" (packet) for a wrong passphrase and for a file that was damaged alike.
    """
    from pyrage import DecryptError  # noqa: PLC0415 - likewise
    from pyrage import passphrase as age  # noqa: PLC0415 - likewise

    try:
        return bytes(age.decrypt(data, passphrase))
    except (DecryptError, ValueError):
        raise Refusal("packet-not-opened", packet=packet) from None


def passphrase_in(file: Path) -> str:
    """The passphrase in a file: its first line.

    Refusal codes: "file-missing" (file), "file-unreadable" (file), "passphrase-empty".
    """
    if not file.exists():
        raise Refusal("file-missing", file=str(file))
    try:
        with file.open(encoding="utf-8-sig", newline="") as text:
            return read_passphrase(text.read(MOST_CHARACTERS))
    except (OSError, UnicodeDecodeError):
        raise Refusal("file-unreadable", file=str(file)) from None


def read_passphrase(text: str) -> str:
    """A passphrase from a file's text: its first line. Refusal "passphrase-empty"."""
    first = text.partition("\n")[0].rstrip("\r")
    if not first.strip():
        raise Refusal("passphrase-empty")
    return first
