"""A seal holds for one chain's end in one edition, by one key."""

import pytest
from nacl.signing import SigningKey

from judge.ledger.chain import Head
from judge.ledger.seal import is_sealed, is_signed, sealed_bytes, sign

SECRET = b"s" * 32
PUBLIC = bytes(SigningKey(SECRET).verify_key)
HEAD = Head("R01@0123456789abcdef", 3, b"d" * 32)
SEAL = sign(SECRET, sealed_bytes("x", HEAD))


def test_a_seal_is_proved_by_its_key() -> None:
    assert is_sealed(PUBLIC, "x", HEAD, SEAL)


@pytest.mark.parametrize(
    ("public", "edition", "head", "seal"),
    [
        (bytes(SigningKey(b"t" * 32).verify_key), "x", HEAD, SEAL),
        (PUBLIC, "y", HEAD, SEAL),
        (PUBLIC, "x", Head(HEAD.pen, 4, HEAD.digest), SEAL),
        (PUBLIC, "x", Head("R02@0123456789abcdef", 3, HEAD.digest), SEAL),
        (PUBLIC, "x", Head(HEAD.pen, 3, b"e" * 32), SEAL),
        (PUBLIC, "x", HEAD, bytes(64)),
        (PUBLIC, "x", HEAD, SEAL[:-1]),
        (PUBLIC[:-1], "x", HEAD, SEAL),
        (b"", "x", HEAD, b""),
    ],
)
def test_a_seal_proves_nothing_else(public: bytes, edition: str, head: Head, seal: bytes) -> None:
    assert not is_sealed(public, edition, head, seal)


def test_any_message_may_be_signed() -> None:
    assert is_signed(PUBLIC, b"all of it", sign(SECRET, b"all of it"))
    assert not is_signed(PUBLIC, b"all of it, and more", sign(SECRET, b"all of it"))
