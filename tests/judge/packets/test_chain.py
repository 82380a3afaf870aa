from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest

from judge.ledger.chain import genesis
from judge.ledger.entry import write
from judge.ledger.reading import read_sheet_act
from judge.packets.chain import chained
from judge.packets.return_file import BadReturn, Seal, read_return
from tests.judge.packets.returns import AT, Hand, busy_hand, numbered_key


def refused(
    hand: Hand, entries: Iterable[bytes], seals: Iterable[Seal] = (), first: int = 1
) -> tuple[str, int]:
    """How a return of these entries, signed as a return must be, is refused."""
    with pytest.raises(BadReturn) as bad:
        chained(read_return(hand.sign(hand.header(first), entries, seals)))
    return bad.value.code, bad.value.entry


def test_a_return_as_written_is_one_chain() -> None:
    hand = busy_hand()
    chain = chained(read_return(hand.send()))
    assert [link.step.digest for link in chain.links] == [one.digest for one in hand.written]
    assert [link.step.act for link in chain.links] == [read_sheet_act(one.entry) for one in hand.written]
    assert [link.subject for link in chain.links] == [one.entry.subject for one in hand.written]
    assert chain.head == hand.head
    assert chain.after == genesis(hand.edition, hand.pen)


def test_a_later_part_of_a_chain_says_what_it_follows() -> None:
    hand = busy_hand()
    chain = chained(read_return(hand.send(3)))
    assert chain.after == hand.written[1].digest
    assert chain.head == hand.head


def test_a_return_of_nothing_stands_at_the_beginning() -> None:
    assert chained(read_return(Hand().send())).head == Hand().head


def changed(hand: Hand, place: int, **fields: Any) -> list[bytes]:  # noqa: ANN401 - any field of an entry
    """The chain with one entry that says something else, whoever keeps to the layout can sign it."""
    entries = [one.data for one in hand.written]
    entries[place] = write(replace(hand.written[place].entry, **fields)).data
    return entries


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda hand: changed(hand, 0, prev=bytes(32)), ("return-chain-broken", 1)),
        (lambda hand: changed(hand, 2, prev=bytes(32)), ("return-chain-broken", 3)),
        (lambda hand: changed(hand, 2, at="later"), ("return-chain-broken", 4)),
        (lambda hand: changed(hand, 2, seq=4), ("return-entry-out-of-place", 3)),
        (lambda hand: changed(hand, 1, pen="R07@edition"), ("return-entry-of-another-pen", 2)),
        (lambda hand: changed(hand, 1, subject="sheet/n1/R08"), ("return-not-a-sheet", 2)),
        (lambda hand: changed(hand, 1, subject="setting/blind"), ("return-not-a-sheet", 2)),
        (lambda hand: changed(hand, 1, kind="sheet.burnt"), ("return-act-unknown", 2)),
        (lambda hand: changed(hand, 1, kind="setting.changed"), ("return-act-unknown", 2)),
        (lambda hand: changed(hand, 1, payload={"on": ""}), ("return-act-unknown", 2)),
        (lambda _: [b"{}"], ("return-entry-unreadable", 1)),
        (lambda hand: [b" " + hand.written[0].data], ("return-entry-unreadable", 1)),
        (lambda hand: [one.data for one in hand.written][::-1], ("return-chain-broken", 1)),
        (lambda hand: [one.data for one in hand.written][1:], ("return-chain-broken", 1)),
        (lambda hand: [hand.written[0].data] * 2, ("return-entry-out-of-place", 2)),
    ],
)  # fmt: skip
def test_whoever_signs_a_broken_chain_is_refused_by_entry(
    spoil: Callable[[Hand], list[bytes]], told: tuple[str, int]
) -> None:
    hand = busy_hand()
    assert refused(hand, spoil(hand)) == told


def test_a_chain_of_another_edition_is_refused() -> None:
    hand, other = busy_hand(), Hand(edition="another")
    other.mark("n1", "topic", 1)
    assert refused(hand, [one.data for one in other.written]) == ("return-chain-broken", 1)


def test_a_seal_over_something_else_is_refused() -> None:
    hand = busy_hand()
    entries = [one.data for one in hand.written]
    assert refused(hand, entries, [Seal(2, hand.seals[0].signature)]) == ("return-seal-wrong", 1)
    assert refused(hand, entries, [hand.seals[0], Seal(7, bytes(64))]) == ("return-seal-foreign", 2)
    assert refused(hand, entries, [Seal(0, bytes(64))]) == ("return-seal-foreign", 1)
    foreign = Seal(6, numbered_key(8).seal(hand.edition, hand.head))
    assert refused(hand, entries, [foreign]) == ("return-seal-wrong", 1)


def test_a_return_whose_end_nobody_sealed_is_refused() -> None:
    returned = read_return(busy_hand().send())
    with pytest.raises(BadReturn, match="return-unsealed"):
        chained(replace(returned, seals=returned.seals[:1]))


def test_moments_are_for_people_alone() -> None:
    assert AT in busy_hand().written[0].data.decode()
