"""What a desk gives to a reviewer does not depend on what any other reviewer does."""

from judge.domain.sheet import Mark
from judge.services.editions.edition import Edition
from judge.services.sheets.desk import Desk
from tests.judge.services.small_papers import CRITERIA

FIRST, SECOND = "qc-group-0001", "qc-group-0002"


def everything(desk: Desk) -> str:
    """All that the desk has to say, however deep."""
    keys = [item.nomination for item in desk.queue()]
    told = [(desk.page(key), desk.own_marks(key), desk.history(key)) for key in keys]
    return repr((desk.edition_title, desk.reviewer, desk.queue(), told))


def test_other_reviewers_leave_no_trace_on_a_desk(assigned: Edition) -> None:
    mine = Desk(assigned, "R01")
    mine.set_mark(FIRST, "process", Mark(41), 0)
    before = everything(mine)
    other, third = Desk(assigned, "R02"), Desk(assigned, "R03")
    revision = 0
    for criterion in CRITERIA:
        revision = other.set_mark(FIRST, criterion, Mark(17), revision).revision
    revision = other.set_note(FIRST, "", "评委二的意见", revision).revision
    other.submit(FIRST, revision, 1)
    third.recuse(FIRST, "评委三回避", 0)
    third.set_mark(SECOND, "process", Mark(3), 0)
    after = everything(mine)
    assert after == before
    assert not [trace for trace in ("R02", "R03", "评委二", "评委三", "ticks=17") if trace in after]


def test_own_marks_are_ones_own(assigned: Edition) -> None:
    mine, other = Desk(assigned, "R01"), Desk(assigned, "R02")
    mine.set_mark(FIRST, "process", Mark(40), 0)
    mine.set_mark(SECOND, "process", Mark(46), 0)
    other.set_mark(FIRST, "process", Mark(3), 0)
    use = {use.criterion: use for use in mine.own_marks(FIRST)}
    process = use["process"]
    assert (process.lowest, process.highest, process.within, process.marked) == (40, 46, 2, 2)
    assert dict(process.levels) == {4: 1, 3: 1, 2: 0, 1: 0}
    assert use["alignment"].marked == 0
    mine.recuse(SECOND, "亲属", 1)
    assert [use.marked for use in mine.own_marks(FIRST) if use.criterion == "process"] == [1]
