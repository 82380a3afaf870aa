"""What a queue shows: functions of its items and the view alone."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.domain.desk import QueueItem
from judge.domain.sheet import SheetState
from judge.tui.docket import Docket
from judge.tui.listing import Listing
from judge.tui.queue_view import Filter, Order, QueueView, listed
from judge.tui.spelling import spell

_TO_DO = {SheetState.OPEN, SheetState.RETURNED}


def item(number: int, name: str = "晨光QC小组", organisation: str = "新疆油田公司") -> QueueItem:
    key = f"qc-group-{number:04}"
    return QueueItem(key, "qc-group", name, organisation, "哈密", SheetState.OPEN, 0, 6, None)


def marked_item(named: QueueItem, state: SheetState, marked: int, total: Fraction | None) -> QueueItem:
    return replace(named, state=state, marked=marked, total=total)


NAMES = st.sampled_from(
    ["晨光QC小组", "重庆班组", "长庆油田", "阿依努尔·买买提", "[/x]", "=1+1", "Snow Pine", ""]
)
QUEUES = st.lists(
    st.builds(
        marked_item,
        st.builds(item, st.integers(0, 9999), NAMES, NAMES),
        st.sampled_from(list(SheetState)),
        st.integers(0, 6),
        st.none() | st.fractions(0, 100, max_denominator=9),
    ),
    max_size=12,
)
WORDS = st.text(alphabet="cgqx晨光0a ·[/]", max_size=6)
VIEWS = st.builds(QueueView, st.sampled_from(list(Filter)), st.sampled_from(list(Order)), WORDS)


@given(QUEUES, VIEWS)
def test_an_order_shows_the_same_nominations_each_once(queue: list[QueueItem], view: QueueView) -> None:
    shown = listed(queue, view, spell(queue))
    assert len(set(shown)) == len(shown)
    for order in Order:
        assert sorted(listed(queue, QueueView(view.filter, order, view.search), spell(queue))) == sorted(
            shown
        )
    assert shown == listed(queue, view, spell(queue))


@given(QUEUES, VIEWS)
def test_filter_and_search_only_ever_leave_out(queue: list[QueueItem], view: QueueView) -> None:
    shown, spelled = set(listed(queue, view, spell(queue))), spell(queue)
    filtered = set(listed(queue, QueueView(view.filter), spelled))
    found = set(listed(queue, QueueView(search=view.search), spelled))
    assert shown == filtered & found
    assert set(listed(queue, QueueView(), spelled)) == set(range(len(queue)))


@given(QUEUES, WORDS, WORDS)
def test_more_typed_never_finds_more(queue: list[QueueItem], typed: str, more: str) -> None:
    spelled = spell(queue)
    before = set(listed(queue, QueueView(search=typed), spelled))
    assert set(listed(queue, QueueView(search=typed + " " + more), spelled)) <= before
    assert set(listed(queue, QueueView(search=typed))) <= before


@given(QUEUES)
def test_each_filter_shows_its_states(queue: list[QueueItem]) -> None:
    def states(which: Filter) -> set[tuple[SheetState, bool]]:
        shown = listed(queue, QueueView(which))
        return {(queue[place].state, queue[place].marked > 0) for place in shown}

    assert {state for state, _marked in states(Filter.TO_DO)} <= _TO_DO
    assert states(Filter.OPEN) <= {(SheetState.OPEN, True)}
    for which in (Filter.SUBMITTED, Filter.RECUSED, Filter.RETURNED):
        assert {state.value for state, _marked in states(which)} <= {which.value}
    to_do = sum(queued.state in _TO_DO for queued in queue)
    assert len(listed(queue, QueueView(Filter.TO_DO))) == to_do == Docket(tuple(queue)).to_do


@given(QUEUES)
def test_totals_fall_exactly_and_the_unmarked_come_last(queue: list[QueueItem]) -> None:
    totals = [queue[place].total for place in listed(queue, QueueView(order=Order.TOTAL))]
    marked = [total for total in totals if total is not None]
    assert marked == sorted(marked, reverse=True)
    assert totals == marked + [None] * (len(totals) - len(marked))


@pytest.mark.parametrize(
    "typed",
    ["晨光", "cg", "chenguang", "ChenGuang", "guang", "cgqc", "qc", "xinjiang", "xjyt", "0007"],
)
def test_a_nomination_is_found_by(typed: str) -> None:
    queue = [item(7), replace(item(8, "红柳班组", "哈密电厂"), nomination="team-0008")]
    assert listed(queue, QueueView(search=typed), spell(queue)) == [0]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("changqing", "长庆"),
        ("chongqing", "重庆"),
        ("cq", "重庆"),
        ("lv", "绿洲"),
        ("ayne mmt", "阿依努尔·买买提"),
        ("aynemmt", "阿依努尔·买买提"),
        ("snow", "Snow Pine"),
        ("１", "第1小组"),
    ],
)
def test_readings_width_and_case_do_not_matter(typed: str, name: str) -> None:
    queue = [item(0, name, "")]
    assert listed(queue, QueueView(search=typed), spell(queue)) == [0]


@pytest.mark.parametrize("typed", ["heng", "hengua", "gz", "zz", "[", "cg 红柳"])
def test_pinyin_begins_at_a_syllable(typed: str) -> None:
    queue = [item(7)]
    assert listed(queue, QueueView(search=typed), spell(queue)) == []


def test_names_sort_by_pinyin_and_figures_by_size() -> None:
    names = ["第10小组", "中油", "第2小组", "重庆", "Apex", "阿克苏"]
    queue = [item(n, name) for n, name in enumerate(names)]
    shown = listed(queue, QueueView(order=Order.NAME), spell(queue))
    assert [names[place] for place in shown] == ["阿克苏", "Apex", "重庆", "第2小组", "第10小组", "中油"]


@given(QUEUES, VIEWS, st.data())
def test_the_way_through_a_listing_meets_what_is_shown_and_nothing_else(
    queue: list[QueueItem], view: QueueView, data: st.DataObject
) -> None:
    queue = [replace(q, nomination=f"n{n:04}") for n, q in enumerate(queue)]
    listing = Listing(Docket(tuple(queue)), view)
    if not queue:
        return
    start = data.draw(st.sampled_from(queue)).nomination
    back, at = [], listing.step(start, -1)
    while at:
        back.append(at)
        at = listing.step(at.nomination, -1)
    ahead, at = [], listing.step(start, 1)
    while at:
        ahead.append(at)
        at = listing.step(at.nomination, 1)
    own = [] if listing.row(start) is None else [queue[int(start[-4:])]]
    assert [*reversed(back), *own, *ahead] == [listing.item(row) for row in range(len(listing))]
    following = listing.next_to_do(start)
    if following is None:
        others = (listing.item(row) for row in range(len(listing)))
        assert not any(other.state in _TO_DO and other.nomination != start for other in others)
    else:
        assert following.state in _TO_DO
