"""What is laid down is taken up as it was, and nothing of it outlives its spool."""

from decimal import Decimal
from types import MappingProxyType

import pytest

from imports.findings import Finding, Place, Severity
from imports.grid import Grid
from imports.intake.spool import Held, Shelf, Spool
from imports.records import (
    Block,
    DocumentRecord,
    FileReading,
    FormField,
    Kind,
    NominationRecord,
    QuotaRecord,
)

PLACE = Place("a.docx", "1", 3, "小组")
FIELDS = (
    FormField("name", "名称", "晨光·\U00020bb7[/x]", "晨光"),
    FormField("rate", "率", "98.5%", Decimal("98.5")),
    FormField("members", "名单", "张三", ("张三",)),
    FormField("plaque", "奖牌", "□", None),
)
THINGS = (
    NominationRecord("qc-group", "哈密", "晨光", "一厂", "", ("张三",), FIELDS, PLACE),
    QuotaRecord(1, "哈密", MappingProxyType({"qc-group": 3}), PLACE),
    DocumentRecord(
        "N1", "报告", (Block("章", 1), Block(rows=(("a", "1"),))), PLACE, "self-rating", Decimal(92)
    ),
    FileReading("a", Kind.FORM, "00", (), (Finding("x", Severity.NOTE, PLACE, MappingProxyType({"n": 1})),)),
    Grid("表", (("a", None), ("", "=1+1")), 2),
    {"any": ["thing", None, b"bytes"]},
)


@pytest.mark.parametrize("thing", THINGS)
def test_a_thing_is_taken_up_as_it_was_laid_down_and_more_than_once(thing: object) -> None:
    spool = Spool()
    first, second = spool.keep(thing), spool.keep("another")
    assert (first.take(), second.take(), first.take()) == (thing, "another", thing)


def test_rows_laid_down_together_are_rows() -> None:
    records, keyed = Spool().shelve(THINGS, [("k", THINGS[0])])
    assert isinstance(records, Shelf)
    assert (len(records), bool(keyed), list(records)) == (len(THINGS), True, list(THINGS))
    assert (records[1], records[:2], keyed[0]) == (THINGS[1], THINGS[:2], ("k", THINGS[0]))
    (none,) = Spool().shelve(())
    assert (len(none), list(none), bool(none)) == (0, [], False)


def test_a_spool_goes_with_the_last_that_refers_to_it() -> None:
    spool = Spool()
    folder, kept = spool.folder, spool.keep("x")
    del spool
    assert kept.take() == "x"
    del kept
    assert not folder.exists()


def test_small_things_stay_in_memory_while_there_is_room_and_are_laid_down_beyond() -> None:
    spool = Spool(room=250)
    held, laid, last = (
        spool.hold(thing, size) for thing, size in zip(THINGS[:3], (100, 200, 150), strict=True)
    )
    assert [isinstance(one, Held) for one in (held, laid, last)] == [True, False, True]
    assert held.take() is THINGS[0]
    assert (laid.take(), last.take()) == (THINGS[1], THINGS[2])
    assert laid.take() is not THINGS[1]
