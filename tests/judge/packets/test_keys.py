import pytest

from judge.ledger.chain import Head
from judge.ledger.seal import is_sealed
from judge.packets.keys import Key, fingerprint, key_from, make_key, pen_of_key, read_fingerprint

RFC_8032 = key_from(bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))


def test_keys_are_those_of_rfc_8032() -> None:
    assert RFC_8032.public.hex() == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert RFC_8032.sign(b"").hex().startswith("e5564300c360ac729086e2cc806e828a")


def test_a_key_kept_as_its_secret_is_the_same_key() -> None:
    made = make_key()
    assert key_from(made.secret) == made
    assert make_key() != made


def test_no_text_of_a_key_shows_its_secret() -> None:
    assert RFC_8032.secret.hex() not in repr(RFC_8032)
    assert repr(RFC_8032.secret) not in repr(RFC_8032)


@pytest.mark.parametrize("secret", [b"", bytes(31), bytes(64)])
def test_other_bytes_make_no_key(secret: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        key_from(secret)


def test_a_key_seals_where_a_chain_stands() -> None:
    key: Key = make_key()
    head = Head(pen_of_key("R07", key.public), 3, bytes(32))
    assert is_sealed(key.public, "an-edition", head, key.seal("an-edition", head))


def test_people_and_pens_know_a_key_by_the_same_digits() -> None:
    assert fingerprint(RFC_8032.public) == "21fe 31df a154 a261"
    assert pen_of_key("R07", RFC_8032.public) == "R07@21fe31dfa154a261"


@pytest.mark.parametrize(
    "typed",
    ["21fe 31df a154 a261", "21fe31dfa154a261", " 21FE-31DF:a154  a261\n", "21fe\u300031df a154 a261"],
)
def test_a_fingerprint_is_read_however_it_was_typed(typed: str) -> None:
    assert read_fingerprint(typed) == "21fe 31df a154 a261"


@pytest.mark.parametrize(
    "typed", ["", "21fe", "21fe 31df a154 a26", "21fe 31df a154 a2611", "x1fe 31df a154 a261"]
)
def test_what_is_no_fingerprint_is_none(typed: str) -> None:
    assert read_fingerprint(typed) is None
