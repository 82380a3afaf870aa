"""The Ed25519 key of a packet's pen: made at the first opening, known to people by its fingerprint."""

import re
from dataclasses import dataclass, field

from nacl.bindings import crypto_sign, crypto_sign_keypair, crypto_sign_seed_keypair
from nacl.bindings import crypto_sign_ed25519_sk_to_seed as seed_of

from judge.ledger.chain import Head
from judge.ledger.pens import fingerprint_of, packet_pen
from judge.ledger.seal import SIGNATURE_BYTES, sealed_bytes

SECRET_KEY_BYTES = 32

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Key:
    """A pen's key: `secret` are the 32 bytes that make it, never shown and never sent."""

    public: bytes
    secret: bytes = field(repr=False)

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes of the signature over the message."""
        _, whole = crypto_sign_seed_keypair(self.secret)
        return crypto_sign(message, whole)[:SIGNATURE_BYTES]

    def seal(self, edition: str, head: Head) -> bytes:
        """The seal over where a chain of this edition stands."""
        return self.sign(sealed_bytes(edition, head))


def make_key() -> Key:
    """A new key, from the system's randomness."""
    public, whole = crypto_sign_keypair()
    return Key(public, seed_of(whole))


def key_from(secret: bytes) -> Key:
    """The key that those 32 secret bytes make; ValueError for another number of bytes."""
    if len(secret) != SECRET_KEY_BYTES:
        raise ValueError("a key is made of 32 bytes")
    public, _ = crypto_sign_seed_keypair(secret)
    return Key(public, secret)


def pen_of_key(reviewer: str, public: bytes) -> str:
    """The name of the pen that this reviewer writes with, by this key."""
    return packet_pen(reviewer, public)


def fingerprint(public: bytes) -> str:
    """A public key as people read it to each other: "ab12 cd34 ef56 7890"."""
    return _in_fours(fingerprint_of(public))


def read_fingerprint(typed: str) -> str | None:
    """The fingerprint that somebody typed, spelled as `fingerprint` does; None where it is none.

    Blanks, hyphens, colons and capitals are as good.
    """
    digits = re.sub(r"[\s:-]+", "", typed).lower()
    if not _FINGERPRINT.fullmatch(digits):
        return None
    return _in_fours(digits)


def _in_fours(digits: str) -> str:
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
