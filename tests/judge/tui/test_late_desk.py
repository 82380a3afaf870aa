"""A desk that is opened late: whoever runs ahead answers first, and the desk itself from then on."""

from typing import cast

import pytest

from judge.domain.desk import ReviewerDesk
from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark
from judge.services.sheets.forerunner import Forerunner
from judge.tui.late_desk import late
from tests.judge.tui.fake_desk import FakeDesk
from tests.judge.tui.sitting import fresh


class Runner:
    """Answers from a desk as often as it may."""

    def __init__(self, desk: FakeDesk, answers: int = 100) -> None:
        self.desk = desk
        self.answers = answers
        self.asked: list[str] = []
        self.gone = False

    def ask(self, word: str, *arguments: object) -> object:
        self.asked.append(word)
        if self.gone or len(self.asked) > self.answers:
            return None
        answer: object = getattr(self.desk, word)(*arguments)
        return answer

    def end(self) -> None:
        self.gone = True


def opening(runner: Runner) -> tuple[ReviewerDesk, list[FakeDesk]]:
    opened: list[FakeDesk] = []

    def open_desk() -> ReviewerDesk:
        opened.append(runner.desk)
        return cast("ReviewerDesk", runner.desk)

    return late(open_desk, cast("Forerunner", runner)), opened


def test_what_is_read_first_opens_nothing() -> None:
    runner = Runner(fresh())
    desk, opened = opening(runner)
    assert desk.glance(2) == runner.desk.glance(2)
    assert desk.page("n2") == runner.desk.page("n2")
    assert desk.queue() == runner.desk.queue()
    assert not opened
    assert not runner.gone


def test_the_first_word_that_writes_opens_the_desk_once_and_sends_the_runner_home() -> None:
    runner = Runner(fresh())
    desk, opened = opening(runner)
    desk.glance(2)
    desk.set_mark("n1", "alignment", Mark(3), 0)
    assert desk.page("n1").sheet.marks == {"alignment": Mark(3)}
    assert len(opened) == 1
    assert runner.gone
    assert runner.asked == ["glance"]


@pytest.mark.parametrize("answers", [0, 1])
def test_a_runner_that_fails_is_asked_no_more(answers: int) -> None:
    runner = Runner(fresh(), answers)
    desk, opened = opening(runner)
    assert desk.glance(2) == runner.desk.glance(2)
    assert desk.page("n2") == runner.desk.page("n2")
    assert desk.queue() == runner.desk.queue()
    assert len(opened) == 1
    assert runner.gone
    assert len(runner.asked) == answers + 1


def test_what_the_desk_refuses_to_say_is_refused() -> None:
    def refuse() -> ReviewerDesk:
        raise Refusal("edition-missing", edition="x.judge")

    runner = Runner(fresh(), 0)
    with pytest.raises(Refusal, match="edition-missing"):
        late(refuse, cast("Forerunner", runner)).glance(2)
