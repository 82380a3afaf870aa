"""The first lines of a queue, read before the rest: the same lines, and all of it counted."""

from collections import Counter

import pytest

from judge.domain.desk import is_to_do
from judge.domain.sheet import Mark
from judge.services.editions.edition import Edition
from judge.services.sheets.desk import Desk
from tests.judge.services.sheets.test_sheets import fill


@pytest.mark.parametrize("lines", [1, 2, 1000])
def test_a_glance_is_the_beginning_of_the_queue_and_counts_all_of_it(assigned: Edition, lines: int) -> None:
    desk = Desk(assigned, "R01")
    first, second, *_ = (item.nomination for item in desk.queue())
    desk.submit(first, fill(desk, first), 1)
    desk.set_mark(second, desk.page(second).rubric.criteria[0].key, Mark(3), 0)
    queue, glance = desk.queue(), desk.glance(lines)
    assert glance.items == queue[:lines]
    assert glance.states == Counter(item.state for item in queue)
    assert glance.begun == sum(item.marked > 0 for item in queue if is_to_do(item)) == 1
    assert glance.is_whole == (lines >= len(queue))
    assert (glance.edition_id, glance.edition_title, glance.reviewer) == (assigned.id, assigned.title, "R01")


def test_a_recused_sheet_with_marks_is_not_begun(assigned: Edition) -> None:
    desk = Desk(assigned, "R01")
    first = desk.queue()[0].nomination
    desk.recuse(first, "指导过该小组", fill(desk, first))
    assert desk.glance(1).begun == 0
