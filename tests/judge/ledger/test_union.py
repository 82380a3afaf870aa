"""What acts of many pens add up to: whatever the order they come in, and each mark only where all agree."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.domain.sheet import Mark, SheetState
from judge.ledger import acts
from judge.ledger.apply import add_up, apply, project
from judge.ledger.entry import Entry
from judge.ledger.pens import CHAIR, SECRETARY
from judge.ledger.projection import Contested, SheetProjection, Turn, Variant
from judge.ledger.reading import read_sheet_act
from judge.ledger.steps import Step, in_order, named
from judge.ledger.union import Union
from tests.judge.ledger.sites import CRITERIA, FIRST_PACKET, HERE, SECOND_PACKET, Site

A, B = CRITERIA

SITES = ((HERE, SECRETARY, CHAIR), (FIRST_PACKET,), (FIRST_PACKET,), (SECOND_PACKET,))
"""Which pens write where: the edition, a packet, a copy of that packet, another packet."""


DOING: dict[str, Callable[[Site, str, "Deed"], bytes]] = {
    "mark": lambda site, pen, deed: site.mark(pen, deed.criterion, deed.ticks),
    "clear": lambda site, pen, deed: site.clear(pen, deed.criterion),
    "note": lambda site, pen, deed: site.note(pen, deed.criterion, str(deed.ticks or "")),
    "file": lambda site, pen, deed: site.file(pen, {deed.criterion: deed.ticks}, complete=deed.ticks == 0),
    "submit": lambda site, pen, deed: site.submit(pen, 1 + deed.pen % 2),
    "return": lambda site, pen, _deed: site.give_back(pen),
    "reopen": lambda site, pen, _deed: site.reopen(pen),
    "recuse": lambda site, pen, _deed: site.recuse(pen),
    "settle": lambda site, pen, deed: site.settle(
        pen,
        {deed.criterion: deed.ticks},
        SheetState.RETURNED if deed.ticks is None else SheetState.SUBMITTED,
    ),
}


@dataclass(frozen=True)
class Deed:
    site: int
    what: str
    criterion: str
    ticks: int | None
    pen: int
    other: int


deeds = st.lists(
    st.builds(
        Deed,
        site=st.integers(0, 3),
        what=st.sampled_from([*DOING, "mark", "submit", "learn", "learn"]),
        criterion=st.sampled_from(CRITERIA),
        ticks=st.sampled_from([None, 0, 1, 2]),
        pen=st.integers(0, 2),
        other=st.integers(0, 3),
    ),
    max_size=20,
)


def do(site: Site, deed: Deed) -> bytes:
    pens = SITES[deed.site]
    return DOING[deed.what](site, pens[deed.pen % len(pens)], deed)


def play(deeds: list[Deed]) -> list[Site]:
    """The sites after the deeds."""
    sites = [Site(), Site(), Site(), Site()]
    for deed in deeds:
        if deed.what == "learn":
            sites[deed.site].learn(sites[deed.other])
        else:
            do(sites[deed.site], deed)
    return sites


@given(deeds, st.randoms(use_true_random=False))
def test_a_set_of_acts_is_one_sheet_in_whatever_order_it_comes(deeds: list[Deed], random: Random) -> None:
    everything = Site().learn(*play(deeds))
    entries = list(everything.entries.items())
    sheet = project(entries)
    random.shuffle(entries)
    again = project(entries)
    assert (again, again.contested) == (sheet, sheet.contested)
    assert sheet.revision == len(entries)


@given(deeds)
def test_what_is_brought_forward_act_by_act_is_what_all_acts_add_up_to(deeds: list[Deed]) -> None:
    sites = [Site(), Site(), Site(), Site()]
    for deed in deeds:
        site = sites[deed.site]
        if deed.what == "learn":
            site.learn(sites[deed.other])
            continue
        before = site.sheet
        digest = do(site, deed)
        if before.state is not SheetState.FORKED or deed.what == "settle":
            apply(before, digest, site.entries[digest])
            assert (before, before.contested) == (site.sheet, site.sheet.contested)


@given(deeds)
def test_acts_in_one_line_add_up_alike_either_way(deeds: list[Deed]) -> None:
    site = Site()
    for deed in deeds:
        if deed.what != "learn":
            do(site, deed)
    ordered = in_order(Step.of(d, e, read_sheet_act(e)) for d, e in site.entries.items())
    assert Union(ordered).whole() == add_up(ordered)
    known = [(sheet.state, sheet.marks) for _, sheet in Union(ordered).known()]
    assert known == [
        (sheet.state, sheet.marks) for sheet in map(add_up, (ordered[:n] for n in range(len(ordered))))
    ]


def standing_by_definition(entries: dict[bytes, Entry]) -> dict[str, set[Mark | None]]:
    """By criterion, what those acts wrote that no other in its place follows: the definition, spelled out."""
    read = {digest: read_sheet_act(entry) for digest, entry in entries.items()}

    @cache
    def past(digest: bytes) -> frozenset[bytes]:
        before = [one for one in named(read[digest].on) if one in read]
        return frozenset(before).union(*(past(one) for one in before))

    @cache
    def writes(digest: bytes) -> dict[str, set[Mark | None]]:
        match entries[digest].kind, entries[digest].payload:
            case acts.MARK_SET, {"criterion": str(key), "ticks": ticks}:
                assert ticks is None or isinstance(ticks, int)
                return {key: {Mark(ticks)}}
            case acts.MARK_CLEARED, {"criterion": str(key)}:
                return {key: {None}}
            case acts.SHEET_SUBMITTED, _:
                return {key: held for key, held in standing(past(digest)).items() if len(held) == 1}
            case _:
                return {}

    def standing(of: frozenset[bytes]) -> dict[str, set[Mark | None]]:
        held: dict[str, set[Mark | None]] = {}
        for key in CRITERIA:
            by = [one for one in of if key in writes(one)]
            top = [one for one in by if not any(one in past(other) for other in by)]
            if top:
                held[key] = set().union(*(writes(one)[key] for one in top))
        return held

    return standing(frozenset(entries))


@given(deeds.map(lambda some: [d for d in some if d.what in {"mark", "clear", "submit", "learn", "note"}]))
def test_a_mark_counts_just_where_all_who_did_not_know_each_other_agree(deeds: list[Deed]) -> None:
    everything = Site().learn(*play(deeds))
    sheet, held = everything.sheet, standing_by_definition(everything.entries)
    disputed = {key for key, marks in held.items() if len(marks) > 1}
    assert {one.criterion for one in sheet.contested} - {""} == disputed
    agreed = {key: next(iter(marks)) for key, marks in held.items() if len(marks) == 1}
    assert sheet.marks == {key: mark.ticks for key, mark in agreed.items() if mark is not None}
    assert (sheet.state is SheetState.FORKED) == bool(sheet.contested)


def test_two_pens_that_mark_different_criteria_contest_nothing() -> None:
    here, packet = Site(), Site()
    here.mark(HERE, A, 1)
    packet.mark(FIRST_PACKET, B, 2)
    sheet = here.learn(packet).sheet
    assert (sheet.state, sheet.marks, sheet.contested) == (SheetState.OPEN, {A: 1, B: 2}, ())


def test_who_knows_both_contests_neither() -> None:
    here, packet = Site(), Site()
    here.mark(HERE, A, 1)
    packet.mark(FIRST_PACKET, B, 2)
    here.learn(packet).mark(HERE, B, 1)
    assert here.sheet.marks == {A: 1, B: 1}
    here.submit(HERE)
    assert here.sheet.state is SheetState.SUBMITTED


def test_a_packet_copied_and_scored_twice_forks_just_where_the_marks_differ() -> None:
    packet = Site()
    packet.mark(FIRST_PACKET, A, 1)
    copied = packet.copy()
    one, other = packet.mark(FIRST_PACKET, B, 1), copied.mark(FIRST_PACKET, B, 2)
    sheet = packet.learn(copied).sheet
    assert (sheet.state, sheet.marks, sheet.reason) == (SheetState.FORKED, {A: 1}, "")
    variants = {Variant(Mark(1), (FIRST_PACKET,), (one,)), Variant(Mark(2), (FIRST_PACKET,), (other,))}
    (contested,) = sheet.contested
    assert (contested.criterion, set(contested.variants)) == (B, variants)


def test_the_same_marks_by_two_pens_stand() -> None:
    here, packet = Site(), Site()
    for site, pen in ((here, HERE), (packet, FIRST_PACKET)):
        site.mark(pen, A, 1)
        site.mark(pen, B, None)
        site.submit(pen)
    sheet = here.learn(packet).sheet
    assert (sheet.state, sheet.marks, sheet.judged_revision) == (SheetState.SUBMITTED, {A: 1, B: None}, 1)


def test_a_mark_changed_elsewhere_after_a_submission_contests_it() -> None:
    here = Site()
    here.mark(HERE, A, 1)
    packet = here.copy()
    here.submit(HERE)
    packet.mark(FIRST_PACKET, A, 2)
    sheet = here.learn(packet).sheet
    assert (sheet.state, sheet.marks) == (SheetState.FORKED, {})
    assert [one.criterion for one in sheet.contested] == [A]


def test_submitted_here_and_recused_there_is_the_chairs_to_settle() -> None:
    here, packet = Site(), Site()
    here.mark(HERE, A, 1)
    one, other = here.submit(HERE), packet.recuse(FIRST_PACKET)
    (contested,) = here.learn(packet).sheet.contested
    assert contested.criterion == ""
    assert set(contested.variants) == {
        Variant(Turn(SheetState.SUBMITTED, judged=1), (HERE,), (one,)),
        Variant(Turn(SheetState.RECUSED, "亲属"), (FIRST_PACKET,), (other,)),
    }


def test_two_revisions_judged_are_two_submissions() -> None:
    here, packet = Site(), Site()
    here.submit(HERE, 1)
    packet.submit(FIRST_PACKET, 2)
    assert here.learn(packet).sheet.state is SheetState.FORKED


def test_recused_twice_is_recused_for_both_reasons() -> None:
    here, packet = Site(), Site()
    here.recuse(HERE, "亲属")
    packet.recuse(FIRST_PACKET, "同事")
    sheet = here.learn(packet).sheet
    assert (sheet.state, set(sheet.reason.split(" / "))) == (SheetState.RECUSED, {"亲属", "同事"})


def test_notes_of_two_pens_are_both_kept_and_contest_nothing() -> None:
    here, packet = Site(), Site()
    here.note(HERE, A, "好")
    packet.note(FIRST_PACKET, A, "数据少")
    here.note(HERE, "", "同")
    packet.note(FIRST_PACKET, "", "同")
    sheet = here.learn(packet).sheet
    assert (sheet.state, set(sheet.notes[A].split("\n")), sheet.notes[""]) == (
        SheetState.OPEN,
        {"好", "数据少"},
        "同",
    )


def test_a_return_yields_to_what_became_of_the_submission_elsewhere() -> None:
    here = Site()
    here.mark(FIRST_PACKET, A, 1)
    here.submit(FIRST_PACKET)
    packet = here.copy()
    here.give_back(CHAIR)
    assert here.sheet.state is SheetState.RETURNED
    packet.reopen(FIRST_PACKET)
    packet.mark(FIRST_PACKET, A, 2)
    packet.submit(FIRST_PACKET)
    sheet = here.learn(packet).sheet
    assert (sheet.state, sheet.marks) == (SheetState.SUBMITTED, {A: 2})


def test_a_return_and_a_submission_that_it_does_not_mean_are_the_chairs_to_settle() -> None:
    here, packet = Site(), Site()
    for site, pen in ((here, HERE), (packet, FIRST_PACKET)):
        site.mark(pen, A, 1)
        site.submit(pen)
    here.give_back(CHAIR)
    assert here.learn(packet).sheet.state is SheetState.FORKED


@pytest.fixture
def forked() -> tuple[Site, Site]:
    """The edition that a packet and its copy came back to, and the copy."""
    packet = Site()
    packet.mark(FIRST_PACKET, A, 1)
    copied = packet.copy()
    packet.mark(FIRST_PACKET, B, 1)
    copied.mark(FIRST_PACKET, B, 2)
    return Site().learn(packet, copied), copied


def test_what_the_chair_settles_stands(forked: tuple[Site, Site]) -> None:
    here, _copied = forked
    assert here.sheet.state is SheetState.FORKED
    here.settle(CHAIR, {A: 1, B: 2})
    sheet = here.sheet
    assert (sheet.state, sheet.marks, sheet.contested) == (SheetState.SUBMITTED, {A: 1, B: 2}, ())
    assert (sheet.judged_revision, sheet.reason) == (1, "")


def test_a_sheet_may_be_settled_by_giving_it_back(forked: tuple[Site, Site]) -> None:
    here, _copied = forked
    here.settle(CHAIR, {A: 1}, SheetState.RETURNED)
    sheet = here.sheet
    assert (sheet.state, sheet.marks, sheet.reason) == (SheetState.RETURNED, {A: 1}, "以纸质表为准")
    here.mark(HERE, B, 3)
    assert here.sheet.marks == {A: 1, B: 3}


def test_what_comes_later_from_who_did_not_know_of_it_contests_again(forked: tuple[Site, Site]) -> None:
    here, copied = forked
    here.settle(CHAIR, {A: 1, B: 2})
    copied.mark(FIRST_PACKET, B, 0)
    sheet = here.learn(copied).sheet
    assert (sheet.state, sheet.marks) == (SheetState.FORKED, {A: 1})
    here.settle(CHAIR, {A: 1, B: 0})
    assert here.sheet.marks == {A: 1, B: 0}


def test_a_known_history_brought_again_changes_nothing(forked: tuple[Site, Site]) -> None:
    here, copied = forked
    here.settle(CHAIR, {A: 1, B: 2})
    before: SheetProjection = here.sheet
    assert here.learn(copied).sheet == before
    assert before.contested == tuple[Contested, ...]()
