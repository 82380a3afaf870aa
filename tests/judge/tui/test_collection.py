"""Rubbish is not looked for while a desk starts, and is again once it stands."""

import gc
from collections.abc import Iterator

import pytest

from judge.tui.collection import hold_collection, let_collect
from tests.judge.tui.sitting import fresh, seated


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


async def test_a_desk_that_stands_collects_again_and_passes_over_what_was_loaded() -> None:
    hold_collection()
    async with seated(fresh()) as seat:
        await seat.until(gc.isenabled)
        assert gc.get_freeze_count() > 0


def test_where_nothing_was_held_nothing_is_frozen() -> None:
    let_collect()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
