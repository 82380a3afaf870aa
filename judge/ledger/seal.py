"""A seal: an Ed25519 signature over where a chain stands, and with it over all that leads there."""

from judge.ledger.canonical import encode
from judge.ledger.chain import Head

KEY_BYTES = 32
SIGNATURE_BYTES = 64


def sealed_bytes(edition: str, head: Head) -> bytes:
    """What a seal signs: the canonical bytes that name the edition, the pen and the chain's end."""
    return encode(
        {"digest": head.digest.hex(), "edition": edition, "pen": head.pen, "seal": 1, "seq": head.seq}
    )


def sign(secret_key: bytes, message: bytes) -> bytes:
    """The signature, 64 bytes, over a message by the secret key, 32 bytes."""
    from nacl.signing import SigningKey  # noqa: PLC0415 - libsodium loads for who signs

    return bytes(SigningKey(secret_key).sign(message).signature)


def is_signed(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the signature over the message is by that key; False also for what is no key or signature."""
    from nacl.exceptions import CryptoError  # noqa: PLC0415 - as above
    from nacl.signing import VerifyKey  # noqa: PLC0415 - as above

    if len(public_key) != KEY_BYTES or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        VerifyKey(public_key).verify(message, signature)
    except CryptoError:
        return False
    return True


def is_sealed(public_key: bytes, edition: str, head: Head, signature: bytes) -> bool:
    """Whether the signature seals the chain of that edition up to `head`."""
    return is_signed(public_key, sealed_bytes(edition, head), signature)
