from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.ledger.canonical import NotCanonical, Value
from judge.ledger.chain import Head, Kept, breaks, genesis
from judge.ledger.entry import Entry, Written

EDITION = "an-edition"
acts = st.lists(
    st.tuples(
        st.sampled_from(["R01@edition", "R02@edition"]), st.text(st.characters(codec="utf-8"), max_size=5)
    ),
    min_size=1,
    max_size=12,
)


def chains(acts: list[tuple[str, str]]) -> list[Kept]:
    heads: dict[str, Head] = {}
    kept: list[Kept] = []
    for pen, text in acts:
        head = heads.get(pen) or Head(pen, 0, genesis(EDITION, pen))
        payload: dict[str, Value] = {"text": text}
        written, heads[pen] = head.next("note.set", "sheet/a/b", payload, "2019-07-01T08:00:00.000Z")
        kept.append(as_kept(written))
    return sorted(kept, key=lambda one: (one.pen, one.seq))


def as_kept(written: Written) -> Kept:
    entry = written.entry
    return Kept(entry.pen, entry.seq, written.digest, entry.kind, entry.subject, written.data)


@given(acts)
def test_chains_as_written_hold(acts: list[tuple[str, str]]) -> None:
    assert not list(breaks(EDITION, chains(acts)))


@given(acts, st.data())
def test_any_changed_byte_is_found(acts: list[tuple[str, str]], data: st.DataObject) -> None:
    kept = chains(acts)
    at = data.draw(st.integers(0, len(kept) - 1))
    byte = data.draw(st.integers(0, len(kept[at].data) - 1))
    changed = bytearray(kept[at].data)
    changed[byte] ^= data.draw(st.integers(1, 255))
    kept[at] = replace(kept[at], data=bytes(changed))
    assert [b.code for b in breaks(EDITION, kept)] == ["digest-differs"]


@given(acts, st.data())
def test_a_missing_entry_is_found_unless_it_is_a_chains_last(
    acts: list[tuple[str, str]], data: st.DataObject
) -> None:
    kept = chains(acts)
    at = data.draw(st.integers(0, len(kept) - 1))
    is_last = at + 1 == len(kept) or kept[at + 1].pen != kept[at].pen
    del kept[at]
    assert bool(list(breaks(EDITION, kept))) is not is_last


@given(acts)
def test_a_chain_of_another_edition_is_found(acts: list[tuple[str, str]]) -> None:
    assert {b.code for b in breaks("another-edition", chains(acts))} == {"prev-differs"}


def test_an_entry_reads_back_from_its_bytes() -> None:
    entry = Entry(
        "R07@edition", 3, bytes(32), "mark.set", "sheet/a/b", {"ticks": 25}, "2019-07-01T08:00:00.000Z"
    )
    assert Entry.from_bytes(entry.to_bytes()) == entry


def test_an_entry_whose_format_only_equals_a_known_one_is_none() -> None:
    entry = Entry("R07@edition", 3, bytes(32), "mark.set", "sheet/a/b", {}, "now")
    with pytest.raises(NotCanonical):
        Entry.from_bytes(entry.to_bytes().replace(b'"format":1', b'"format":true'))
