"""Acts name what their authors must have known."""

import pytest

from judge.ledger import acts
from judge.ledger.chain import ends
from judge.ledger.lineage import Lineage, Link
from judge.ledger.pens import CHAIR, SECRETARY
from judge.ledger.placing import misplaced
from judge.ledger.reading import read_sheet_act
from judge.ledger.steps import Step, in_order
from tests.judge.ledger.sites import FIRST_PACKET, HERE, SECOND_PACKET, Site

A, B = "alignment", "process"


def found(site: Site, *forked: str) -> list[tuple[str, str, int]]:
    """What is misplaced, as (code, pen, seq); `forked` are the pens whose chains were continued twice."""
    read = (Step.of(digest, entry, read_sheet_act(entry)) for digest, entry in site.entries.items())
    lineages = {
        pen: Lineage([Link(d, entry.prev) for d, entry in site.entries.items() if entry.pen == pen])
        for pen in forked
    }
    return [(code, step.pen, step.seq) for code, step in misplaced(in_order(read), lineages)]


def test_what_two_places_did_at_once_is_in_its_place() -> None:
    here, packet, other = Site(), Site(), Site()
    here.mark(HERE, A, 1)
    packet.mark(FIRST_PACKET, A, 2)
    packet.mark(FIRST_PACKET, B, 2)
    other.mark(SECOND_PACKET, B, 3)
    here.learn(packet).file(SECRETARY, {}, complete=False)
    here.learn(other).give_back(CHAIR)
    assert found(here) == []


def test_two_branches_of_one_chain_know_nothing_of_each_other() -> None:
    packet = Site()
    packet.mark(FIRST_PACKET, A, 1)
    copy = packet.copy()
    for site in (packet, copy):
        site.mark(FIRST_PACKET, B, 1 if site is packet else 2)
        site.mark(FIRST_PACKET, A, 0)
    assert found(packet.learn(copy), FIRST_PACKET) == []
    # In a chain without branches, nobody forgets what they did.
    assert found(packet) != []


def test_an_act_that_is_not_there_is_missed() -> None:
    here = Site()
    here.mark(HERE, A, 1)
    here.act(HERE, acts.MARK_SET, acts.mark_set(b"x" * 32, A, 2))
    assert found(here) == [("act-missing", HERE, 2)]


@pytest.mark.parametrize("pen", [HERE, FIRST_PACKET])
def test_whoever_forgets_their_own_act_is_found(pen: str) -> None:
    site = Site()
    site.mark(pen, A, 1)
    site.act(pen, acts.MARK_SET, acts.mark_set(b"", A, 2))
    assert [code for code, *_ in found(site)] == ["act-misplaced"]


def test_whoever_forgets_their_own_act_on_a_branch_is_found() -> None:
    packet = Site()
    packet.mark(FIRST_PACKET, A, 1)
    copy = packet.copy()
    packet.mark(FIRST_PACKET, B, 1)
    copy.mark(FIRST_PACKET, B, 2)
    copy.act(FIRST_PACKET, acts.MARK_SET, acts.mark_set(b"", A, 2))
    assert [code for code, *_ in found(packet.learn(copy), FIRST_PACKET)] == ["act-misplaced"]


def test_nothing_is_slipped_in_beside_what_was_done_here() -> None:
    here = Site()
    here.mark(HERE, A, 1)
    here.act(SECRETARY, acts.SHEET_FILED, acts.sheet_filed(b"", "R01", "r", {}, complete=False, revision=1))
    assert [code for code, *_ in found(here)] == ["act-misplaced"]


def test_a_chain_ends_where_nothing_follows() -> None:
    links = [(b"b", b"a"), (b"c", b"b"), (b"d", b"b")]
    assert ends((), links) == {b"c", b"d"}
    assert ends({b"c", b"d"}, [(b"e", b"d")]) == {b"c", b"e"}
    assert ends({b"c"}, []) == {b"c"}


def test_a_lineage_tells_who_leads_to_whom() -> None:
    lineage = Lineage(
        [Link(b"a", b"0"), Link(b"b", b"a"), Link(b"c", b"b"), Link(b"d", b"b"), Link(b"e", b"d")]
    )
    leading = {(x, y) for x in b"abcde" for y in b"abcde" if lineage.leads(bytes([x]), bytes([y]))}
    said = {f"{chr(x)}{chr(y)}" for x, y in leading}
    assert said == {"ab", "ac", "ad", "ae", "bc", "bd", "be", "de"}
    assert not lineage.leads(b"z", b"a")
    assert not lineage.leads(b"a", b"z")
