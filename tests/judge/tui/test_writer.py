import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from textual.message import Message

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark
from judge.tui.changes import MarkChange
from judge.tui.writer import NotWritten, Writer, Written
from tests.judge.tui.fake_desk import FakeDesk, page


def change(criterion: str, ticks: int) -> MarkChange:
    return MarkChange("n1", criterion, Mark(ticks))


class Desk:
    """A writer at work, and what it told."""

    def __init__(self, desk: FakeDesk) -> None:
        self.desk = desk
        self.writer = Writer(desk)
        self.told: list[Message] = []

    def take(self, message: Message) -> None:
        self.told.append(message)
        self.writer.acknowledge()

    @contextmanager
    def running(self) -> Iterator[None]:
        task = asyncio.create_task(self.writer.run(self.take))
        try:
            yield
        finally:
            self.desk.release()
            task.cancel()


async def test_changes_are_written_in_order_each_on_the_revision_before_it() -> None:
    at = Desk(FakeDesk([page(1, "晨光")]))
    with at.running():
        at.writer.adopt(at.desk.sheet("n1"))
        for ticks in range(5):
            at.writer.put(change("alignment", ticks))
        await at.writer.drained()
    assert [call[3] for call in at.desk.calls] == [Mark(t) for t in range(5)]
    assert all(isinstance(m, Written) for m in at.told)
    assert at.desk.sheet("n1").revision == 5


async def test_the_loop_goes_on_while_the_disk_is_slow() -> None:
    at = Desk(FakeDesk([page(1, "晨光")]))
    with at.running():
        at.writer.adopt(at.desk.sheet("n1"))
        at.desk.hold()
        at.writer.put(change("alignment", 3))
        await asyncio.sleep(0.02)
        assert (at.writer.waiting, at.told) == (1, [])
        at.desk.release()
        await at.writer.drained()
    assert at.writer.waiting == 0


async def test_what_was_typed_before_a_reload_never_overwrites_what_came_from_elsewhere() -> None:
    at = Desk(FakeDesk([page(1, "晨光")]))
    with at.running():
        at.writer.adopt(at.desk.sheet("n1"))
        at.desk.elsewhere("n1")
        at.desk.hold()
        at.writer.put(change("alignment", 3))
        at.writer.put(change("tools", 4))
        at.writer.adopt(at.desk.sheet("n1"))
        at.desk.release()
        await at.writer.drained()
    assert [m.code for m in at.told if isinstance(m, NotWritten)] == ["sheet-changed-elsewhere"] * 2
    assert not at.desk.sheet("n1").marks


async def test_a_failing_disk_is_told_and_the_queue_goes_on() -> None:
    desk = FakeDesk([page(1, "晨光")])
    failures: list[Exception | None] = [OSError("disk full"), Refusal("note-too-long", limit=5), None]
    desk.refuse = lambda _call: failures.pop(0)
    at = Desk(desk)
    with at.running():
        at.writer.adopt(desk.sheet("n1"))
        for ticks in range(3):
            at.writer.put(change("alignment", ticks))
        await at.writer.drained()
    first, second, third = at.told
    assert isinstance(first, NotWritten)
    assert (first.code, first.params) == ("desk-not-written", {"reason": "disk full"})
    assert isinstance(second, NotWritten)
    assert second.params == {"limit": 5}
    assert isinstance(third, Written)
