import pytest

from judge.scoring import spans
from judge.scoring.spans import every_span, in_two


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 100])
def test_spans_cover_each_row_once(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spans, "IN_CACHE", 24)
    seen: list[int] = []

    def see(span: slice) -> bool:
        seen.extend(range(count)[span])
        return True

    assert every_span(see, count, 3)
    assert sorted(seen) == list(range(count))


def test_one_span_is_enough_to_say_no_and_the_first_spares_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spans, "IN_CACHE", 10)
    assert not every_span(lambda span: span.start != 70, 100)
    asked: list[slice] = []

    def refuse(span: slice) -> bool:
        asked.append(span)
        return False

    assert not every_span(refuse, 100)
    assert asked == [slice(0, 10)]


def test_two_threads_give_what_one_gives_and_hand_on_what_goes_wrong() -> None:
    assert in_two(str, range(7)) == list("0123456")
    with pytest.raises(ZeroDivisionError):
        in_two(lambda number: 1 // (number - 5), range(7))
