import random
import struct
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.ledger.canonical import decode, encode
from judge.packets import return_file
from judge.packets.keys import pen_of_key
from judge.packets.return_file import MAGIC, BadReturn, Seal, read_return, write_return
from judge.packets.return_header import Header
from tests.judge.packets.returns import AT, busy_hand, numbered_key

Bytes = Callable[[bytes], bytes]
SENT = busy_hand().send()
HEADER_AT = len(MAGIC) + 2
RECORDS_AT = HEADER_AT + 4 + int.from_bytes(SENT[HEADER_AT : HEADER_AT + 4], "big")


def code_of(data: bytes) -> str:
    with pytest.raises(BadReturn) as refused:
        read_return(data)
    return refused.value.code


def signed_anew(records: bytes, head: bytes = SENT[:RECORDS_AT]) -> bytes:
    """A return of these records, with a signature that holds."""
    told = head + records + record("Z", 64)
    return told + numbered_key(7).sign(told)


def record(tag: str, length: int, content: bytes = b"") -> bytes:
    return struct.pack(">cI", tag.encode(), length) + content


def with_header(**changed: object) -> bytes:
    said = decode(SENT[HEADER_AT + 4 : RECORDS_AT])
    assert isinstance(said, dict)
    told = encode({key: value for key, value in (said | changed).items() if value is not ...})
    body = SENT[RECORDS_AT : -64 - 5]
    return signed_anew(body, SENT[:HEADER_AT] + struct.pack(">I", len(told)) + told)


def test_a_return_is_read_as_it_was_written() -> None:
    hand = busy_hand()
    returned = read_return(hand.send())
    assert returned.header == hand.header()
    assert list(returned.entries) == [one.data for one in hand.written]
    hand.seal()
    assert list(returned.seals) == hand.seals


@given(
    st.lists(st.binary(max_size=300), max_size=8),
    st.lists(st.tuples(st.integers(0, 2**64 - 1), st.binary(min_size=64, max_size=64)), max_size=4),
    st.integers(1, 2**40),
)
def test_whatever_stands_in_it_comes_back(
    entries: list[bytes], seals: list[tuple[int, bytes]], first: int
) -> None:
    key = numbered_key(9)
    header = Header("e", "p", "R·1", pen_of_key("R·1", key.public), key.public, AT, first)
    sealed = [Seal(*seal) for seal in seals]
    returned = read_return(write_return(header, entries, sealed, key.sign))
    assert (returned.header, list(returned.entries)) == (header, entries)
    assert list(returned.seals)[: len(sealed)] == sealed
    last = [first - 1 + len(entries)] if entries else []
    assert {seal.seq for seal in returned.seals} == {seal.seq for seal in sealed}.union(last)


def test_a_return_of_nothing_is_a_return() -> None:
    hand = busy_hand()
    assert not read_return(hand.send(1, 0)).entries


def test_a_return_cut_short_anywhere_is_refused() -> None:
    assert {code_of(SENT[:length]) for length in range(1, len(SENT))} == {"return-truncated"}


def test_a_return_with_any_bit_changed_is_refused() -> None:
    chance = random.Random(2019)  # noqa: S311 - bits to flip
    for _ in range(2000):
        spoilt = bytearray(SENT)
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
        assert code_of(bytes(spoilt)).startswith("return-")


@pytest.mark.parametrize(
    ("spoilt", "code"),
    [
        (b"", "return-foreign"),
        (b"SQLite format 3\x00" + bytes(100), "return-foreign"),
        (b"age-encryption.org/v1\n", "return-foreign"),
        (MAGIC.replace(b"\r\n", b"\n") + SENT[len(MAGIC) :], "return-foreign"),
        (MAGIC + b"\x00\x02" + SENT[HEADER_AT:], "return-newer"),
        (MAGIC + b"\x00\x00" + SENT[HEADER_AT:], "return-older"),
        (MAGIC + b"\x00\x01" + struct.pack(">I", 2**31) + bytes(100), "return-header-malformed"),
        (SENT + b"\x00", "return-trailing"),
        (SENT + SENT, "return-trailing"),
        (SENT[:-1] + bytes([SENT[-1] ^ 1]), "return-signature-wrong"),
        (SENT[:RECORDS_AT] + record("E", 2**32 - 1), "return-entry-too-long"),
        (SENT[:RECORDS_AT] + record("E", return_file.MOST_ENTRY_BYTES + 1), "return-entry-too-long"),
        (SENT[:RECORDS_AT] + record("S", 71, bytes(71)), "return-seal-malformed"),
        (SENT[:RECORDS_AT] + record("Z", 63, bytes(63)), "return-record-unknown"),
        (SENT[:RECORDS_AT] + record("X", 0), "return-record-unknown"),
        (signed_anew(SENT[RECORDS_AT:-69] + record("E", 0)), "return-record-unknown"),
        (signed_anew(b""), "return-count-differs"),
        (signed_anew(SENT[RECORDS_AT:-69] + record("S", 72, bytes(72))), "return-count-differs"),
        (with_header(reviewer="R08"), "return-key-foreign"),
        (with_header(pen="R07@edition"), "return-key-foreign"),
        (with_header(public_key="00" * 32), "return-signature-wrong"),
        (with_header(entries=7), "return-count-differs"),
        (with_header(seals=0), "return-count-differs"),
        (with_header(first=0), "return-header-malformed"),
        (with_header(entries=-1), "return-header-malformed"),
        (with_header(entries=True), "return-header-malformed"),
        (with_header(edition=""), "return-header-malformed"),
        (with_header(edition=1), "return-header-malformed"),
        (with_header(packet=...), "return-header-malformed"),
        (with_header(more="x"), "return-header-malformed"),
        (with_header(public_key="AB" * 32), "return-header-malformed"),
        (with_header(public_key="ab" * 31), "return-header-malformed"),
    ],
)
def test_each_way_of_being_wrong_has_its_name(spoilt: bytes, code: str) -> None:
    assert code_of(spoilt) == code


def test_a_header_in_another_spelling_is_none() -> None:
    told = SENT[HEADER_AT + 4 : RECORDS_AT].replace(b'{"at"', b'{ "at"')
    head = SENT[:HEADER_AT] + struct.pack(">I", len(told)) + told
    assert code_of(signed_anew(SENT[RECORDS_AT:-69], head)) == "return-header-malformed"


def test_what_is_too_large_is_not_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(return_file, "MOST_BYTES", len(SENT) - 1)
    assert code_of(SENT) == "return-too-large"


def test_the_entry_that_is_too_long_is_named() -> None:
    first = SENT[RECORDS_AT : RECORDS_AT + 5 + int.from_bytes(SENT[RECORDS_AT + 1 : RECORDS_AT + 5], "big")]
    with pytest.raises(BadReturn) as refused:
        read_return(SENT[:RECORDS_AT] + first + record("E", return_file.MOST_ENTRY_BYTES + 1))
    assert refused.value.entry == 2
