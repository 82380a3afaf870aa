from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from judge.ledger import acts
from judge.ledger.canonical import NotCanonical, digest, encode
from judge.ledger.chain import Head
from judge.ledger.entry import Entry
from judge.ledger.particles import Malformed
from judge.ledger.quick_reading import Quick, quick_read, quick_steps
from judge.ledger.reading import read_sheet_act
from judge.ledger.steps import Step

KINDS = sorted({*acts.ON_SHEETS, acts.SETTING_CHANGED, "mark.unknown", ""})
texts = st.text(st.characters(codec="utf-8"), max_size=12)
digests = st.binary(min_size=32, max_size=32).map(bytes.hex)
knowns = st.one_of(st.just(""), digests, digests.map(str.upper), texts)
numbers = st.one_of(st.none(), st.integers(-3, 200), st.integers(), st.booleans(), texts)
payloads = st.fixed_dictionaries(
    {},
    optional={
        "criterion": texts,
        "on": knowns,
        "ticks": numbers,
        "text": texts,
        "undoes": knowns,
        "revision": numbers,
        "rubric": texts,
        "reason": texts,
        "grounds": st.lists(texts, max_size=2),
        "more": numbers,
    },
)
entries = st.fixed_dictionaries(
    {
        "at": texts,
        "format": st.sampled_from([1, 1, 1, 2, True]),
        "kind": st.sampled_from(KINDS),
        "payload": payloads,
        "pen": texts,
        "prev": st.one_of(digests, digests, knowns),
        "seq": st.one_of(st.integers(1, 50), numbers),
        "subject": texts,
    }
)


def slowly(data: bytes) -> Quick | None:
    try:
        entry = Entry.from_bytes(data)
        act = read_sheet_act(entry)
    except (NotCanonical, Malformed):
        return None
    return Quick(entry.pen, entry.seq, entry.prev, entry.kind, entry.subject, act)


def plain(kind: str, payload: acts.Payload) -> bytes:
    return Entry(
        "R07@edition", 3, bytes(32), kind, "sheet/n/R07", payload, "2019-07-01T08:00:00.000Z"
    ).to_bytes()


PLAIN = [
    plain(acts.MARK_SET, acts.mark_set(b"", "topic", 12)),
    plain(acts.MARK_SET, acts.mark_set(bytes(32), "topic", None, b"\1" * 32)),
    plain(acts.MARK_CLEARED, acts.mark_cleared(bytes(32), "topic")),
    plain(acts.MARK_CLEARED, acts.mark_cleared(bytes(32), "topic", b"\1" * 32)),
    plain(acts.NOTE_SET, acts.note_set(b"", "", '"\\\n\t\x00\x1f\x7f\u2028·𠮷 偏少')),
    plain(acts.SHEET_SUBMITTED, acts.sheet_submitted(bytes(32), "ab" * 32, 2)),
]


@pytest.mark.parametrize("data", PLAIN)
def test_what_reviewers_mostly_do_is_read_quickly_and_alike(data: bytes) -> None:
    assert quick_read(data) == slowly(data) is not None


@given(entries)
def test_quickly_or_slowly_the_same_is_read(said: dict[str, Any]) -> None:
    data = encode(said)
    assert quick_read(data) in (None, slowly(data))


@given(
    st.sampled_from(PLAIN),
    st.integers(0, 400),
    st.one_of(
        st.binary(max_size=3), st.sampled_from([b" ", b"\\u0041", b"\\/", b"1.0", b"1e2", b"-0", b"\xff"])
    ),
    st.integers(0, 3),
)
@example(PLAIN[0], PLAIN[0].index(b"12"), b"12.0", 2)
@example(PLAIN[0], PLAIN[0].index(b"topic"), b"\\u0074", 1)
@example(PLAIN[0], PLAIN[0].index(b'"format"'), b'"format":1,', 0)
@example(PLAIN[0], PLAIN[0].index(b"topic"), b"\\ud800", 1)
@example(PLAIN[0], PLAIN[0].index(b"topic"), b"\xed\xa0\x80", 1)
def test_no_other_spelling_is_taken(data: bytes, at: int, put: bytes, instead: int) -> None:
    spoilt = data[:at] + put + data[at + instead :]
    read = quick_read(spoilt)
    assert read is None or read == slowly(spoilt)


def spelled(said: dict[str, Any]) -> bytes:
    return encode(said)


@given(st.lists(st.one_of(st.sampled_from(PLAIN), entries.map(spelled)), max_size=4), st.integers(1, 50))
def test_a_chain_is_read_quickly_as_its_entries_are_one_by_one(chained: list[bytes], first: int) -> None:
    after = bytes(32)
    read = list(quick_steps(chained, "R07@edition", first, after))
    for seq, (data, (made, step, subject)) in enumerate(zip(chained, read, strict=True), start=first):
        assert made == digest(data)
        if step is not None:
            assert Quick(step.pen, step.seq, after, step.kind, subject, step.act) == slowly(data)
            assert (step.digest, step.pen, step.seq) == (made, "R07@edition", seq)
        after = made


def test_what_follows_in_a_chain_needs_no_closer_look() -> None:
    head, made = Head("R07@edition", 0, bytes(32)), []
    for kind, payload in (
        (acts.MARK_SET, acts.mark_set(b"", "topic", 12)),
        (acts.NOTE_SET, acts.note_set(bytes(32), "topic", "偏少")),
        (acts.SHEET_SUBMITTED, acts.sheet_submitted(bytes(32), "ab" * 32, 1)),
    ):
        written, head = head.next(kind, "sheet/n/R07", payload, "2019-07-01")
        made.append(written)
    read = list(quick_steps([one.data for one in made], "R07@edition", 1, bytes(32)))
    assert read == [
        (one.digest, Step.of(one.digest, one.entry, read_sheet_act(one.entry)), "sheet/n/R07") for one in made
    ]
