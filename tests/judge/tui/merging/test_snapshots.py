"""What the merge screen looks like at each step; `make snapshots` after a change that is meant."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from judge.locale import speak
from judge.services.packets.merge_desk import MergeDesk
from judge.tui.merge_app import MergeApp
from judge.tui.merge_words import Step
from tests.judge.services.packets.post import Post
from tests.judge.tui.merging.office import Clerk
from tests.judge.tui.sitting import SMALL, WIDE

Compare = Callable[..., bool]


async def came(clerk: Clerk) -> None:
    await clerk.press("down", "down")
    await clerk.sees("[x]")


async def done(clerk: Clerk) -> None:
    await clerk.press("f2")
    await clerk.until(lambda: clerk.app.merge_screen.step is Step.DONE)


@pytest.mark.slow
@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
@pytest.mark.parametrize("tongue", ["zh", "en"])
@pytest.mark.parametrize("step", [came, done], ids=lambda step: step.__name__)
def test_each_step_at_both_sizes_in_both_languages(
    snap_compare: Compare,
    post: Post,
    step: Callable[[Clerk], Awaitable[None]],
    tongue: str,
    size: tuple[int, int],
) -> None:
    speak(tongue)
    app = MergeApp(MergeDesk(post.edition), post.folder.parent)

    async def walk(pilot: Pilot[None]) -> None:
        clerk = Clerk(app, pilot)
        await clerk.look()
        await step(clerk)
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=walk)
