"""Returns as files: found, taken out of their passphrase, and read to one pen's chain each."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from judge.domain.refusal import Refusal
from judge.packets.chain import Chain, chained
from judge.packets.return_file import MAGIC, MOST_BYTES, BadReturn, read_return
from judge.services.packets.passphrases import unsealed

_SEALED = b"age-encryption.org/v1"
_SEALED_ADDS = 1024 * 1024
"""What age adds at most to a return of the greatest size: a header, and 16 bytes to every 64 KiB."""
_DATABASE = b"SQLite format 3\x00"


def find_returns(paths: Sequence[Path]) -> Iterator[Path]:
    """The files that are named, and whatever looks like a return in the folders that are.

    Refusal codes: "return-missing" (file), "returns-none-in-folder" (folder).
    """
    for path in paths:
        if path.is_dir():
            found = [one for one in sorted(path.rglob("*")) if one.is_file() and _looks_like_a_return(one)]
            if not found:
                raise Refusal("returns-none-in-folder", folder=str(path))
            yield from found
        elif path.exists():
            yield path
        else:
            raise Refusal("return-missing", file=str(path))


def _looks_like_a_return(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_SEALED)).startswith((MAGIC, _SEALED))
    except OSError:
        # Read later, it is refused by name.
        return True


def needs_passphrase(path: Path) -> bool:
    """Whether a file is sealed."""
    try:
        with path.open("rb") as file:
            return file.read(len(_SEALED)) == _SEALED
    except OSError:
        return False


def read_returned(path: Path, passphrases: Sequence[str] = ()) -> Chain:
    """The chain that a return brings, sound in itself; one that is sealed opens with one of `passphrases`.

    Refusal codes, each with the file: "return-missing", "return-unreadable" (reason), "return-is-packet",
    "return-sealed" where it needs a passphrase and none is given, "return-not-opened", those of `BadReturn`
    (entry).
    """
    data = _bytes(path)
    if data.startswith(_SEALED):
        data = _unsealed(data, path, passphrases)
    if data.startswith(_DATABASE):
        raise Refusal("return-is-packet", file=str(path))
    try:
        return chained(read_return(data))
    except BadReturn as bad:
        raise Refusal(bad.code, file=str(path), entry=bad.entry) from None


def _unsealed(data: bytes, path: Path, passphrases: Sequence[str]) -> bytes:
    if not passphrases:
        raise Refusal("return-sealed", file=str(path))
    for passphrase in passphrases:
        with suppress(Refusal):
            return unsealed(data, passphrase, str(path))
    raise Refusal("return-not-opened", file=str(path))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES + _SEALED_ADDS:
            raise Refusal("return-too-large", file=str(path))
        return path.read_bytes()
    except FileNotFoundError:
        raise Refusal("return-missing", file=str(path)) from None
    except OSError as failure:
        reason = failure.strerror or type(failure).__name__
        raise Refusal("return-unreadable", file=str(path), reason=reason) from None
