"""Coming back to a desk: the very cell, the filter and the order; and nothing that can go wrong with it."""

from pathlib import Path

import pytest

from judge.tui.last_place import LastPlace, PlaceBook
from judge.tui.own import Own
from judge.tui.queue_view import Filter, Order
from tests.judge.tui.sitting import Seat, fresh, seated


def at(seat: Seat) -> tuple[str, str]:
    page, marking = seat.app.desk_screen.page, seat.app.desk_screen.grid.marking
    assert page
    assert marking
    return page.nomination, marking.criterion.key


async def test_a_reviewer_comes_back_to_the_very_cell_and_the_same_queue(tmp_path: Path) -> None:
    own = Own(folder=tmp_path)
    async with seated(fresh(), own=own) as seat:
        await seat.press("q", "f", "s", "escape", "]", "down", "down")
        await seat.sees("▸ Tools and novelty")
        where = at(seat)
        await seat.press("ctrl+q")
        await seat.until(lambda: seat.app._exit)
    async with seated(fresh(), own=own) as seat:
        assert at(seat) == where
        await seat.sees("to do 3", "by name")


async def test_a_place_is_kept_also_where_nobody_leaves(tmp_path: Path) -> None:
    own = Own(folder=tmp_path)
    async with seated(fresh(), own=own) as seat:
        await seat.press("]", "down")
        await seat.sees("▸ Process")
        book = own.place_book("2019", "R07")
        await seat.until(lambda: book.read().criterion == "process")
        assert book.read().nomination == "n2"


async def test_keys_typed_at_once_go_to_the_cell_that_is_found_again(tmp_path: Path) -> None:
    own = Own(folder=tmp_path)
    book = own.place_book("2019", "R07")
    book.note(LastPlace("n2", "tools"))
    book.write()
    desk = fresh()
    async with seated(desk, own=own) as seat:
        await seat.press("9", "enter")
        await seat.until(lambda: desk.sheet("n2").marks)
    assert set(desk.sheet("n2").marks) == {"tools"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"nomination": 7}',
        '{"nomination": "gone"}',
        '{"filter": "never", "nomination": "n2"}',
    ],
)
async def test_a_broken_or_stale_place_is_passed_over(tmp_path: Path, text: str) -> None:
    own = Own(folder=tmp_path)
    path = own.place_book("2019", "R07").path
    assert path
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    async with seated(fresh(), own=own) as seat:
        assert at(seat) == ("n1", "alignment")


async def test_a_folder_that_cannot_be_written_never_stands_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    async with seated(fresh(), own=Own(folder=tmp_path / "file")) as seat:
        await seat.press("]", "down", "ctrl+t", "ctrl+q")
        await seat.until(lambda: seat.app._exit)


def test_reviewers_and_editions_have_a_place_each(tmp_path: Path) -> None:
    places = {}
    for edition, reviewer in (("2019", "R07"), ("2019", "R08"), ("2020", "R07"), ("2019\0R", "07")):
        book = PlaceBook(tmp_path, edition, reviewer)
        places[edition, reviewer] = LastPlace(f"{edition}-{reviewer}", "", Filter.OPEN, Order.STATE)
        book.note(places[edition, reviewer])
        book.write()
    for (edition, reviewer), place in places.items():
        assert PlaceBook(tmp_path, edition, reviewer).read() == place
