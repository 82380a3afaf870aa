"""The merge screen: nothing is written unseen, and a key is confirmed where its fingerprint stands."""

from judge.domain.sheet import SheetState
from judge.services.sheets.acts import read_sheet
from judge.tui.merge_words import Step
from tests.judge.services.packets.post import N1, N2, Post, proved, state_of
from tests.judge.tui.merging.office import WORDS, Clerk, merging


async def onto(clerk: Clerk, name: str) -> None:
    """Move the cursor to the file of that name."""
    returns = clerk.app.merge_screen.merge_pane.returns
    for _turn in range(returns.count):
        if returns.file and returns.file.path.name.startswith(name):
            return
        await clerk.press("down")
    raise AssertionError(clerk.says())


async def test_looking_writes_nothing_and_tells_what_each_file_brings(post: Post) -> None:
    before = state_of(post.edition)
    async with merging(post) as clerk:
        await clerk.look()
        await clerk.sees("R01.judge-return", "[x]", "to confirm", "rejected")
        await onto(clerk, "R03.judge-return")
        await clerk.sees("ends too early")
        await clerk.press("escape")
        assert clerk.app.merge_screen.step is Step.PICK
    assert state_of(post.edition) == before


async def test_confirmed_and_merged_it_is_in_the_edition(post: Post) -> None:
    async with merging(post) as clerk:
        await clerk.look()
        await onto(clerk, "R02")
        await clerk.sees("F4 confirms it")
        await clerk.press("c")
        await clerk.until(lambda: "is confirmed as that of R02" in clerk.says())
        await clerk.press("f2")
        await clerk.sees("Returns merged")
        assert len(clerk.app.work.merged) == 1
    with post.edition.store.read() as connection:
        assert read_sheet(connection, N1, "R02").projection.state is SheetState.SUBMITTED
        assert read_sheet(connection, N2, "R01").projection.state is SheetState.SUBMITTED
    proved(post.edition)


async def test_what_was_confirmed_by_mistake_is_taken_back(post: Post) -> None:
    async with merging(post) as clerk:
        await clerk.look()
        await onto(clerk, "R02")
        await clerk.press("f4")
        await clerk.until(lambda: "is confirmed as that of R02" in clerk.says())
        await clerk.press("f4")
        await clerk.until(lambda: "F4 confirms it" in clerk.says())
        assert clerk.app.merge_screen.confirmed == frozenset()


async def test_a_passphrase_opens_what_is_sealed_and_shows_nowhere(post: Post) -> None:
    async with merging(post) as clerk:
        await clerk.look()
        await onto(clerk, "R03.judge-return.age")
        await clerk.sees("F6 takes it")
        await clerk.press("f6", *WORDS[:2], "space", WORDS[-1])
        assert WORDS not in clerk.says()
        await clerk.press("enter")
        await clerk.until(lambda: "R03 评委3" in clerk.says())


async def test_f2_pressed_twice_at_once_has_agreed_to_nothing(post: Post) -> None:
    before = state_of(post.edition)
    async with merging(post) as clerk:
        await clerk.press("space")
        clerk.burst("f2", "f2")
        await clerk.until(lambda: clerk.app.merge_screen.step is Step.REPORT)
    assert state_of(post.edition) == before


async def test_a_file_that_would_bring_something_else_by_now_is_not_merged(post: Post) -> None:
    async with merging(post) as clerk:
        await clerk.look()
        assert post.merge(post.folder / "R01.judge-return").refused == ()
        await clerk.press("f2")
        await clerk.sees("was changed while you looked")
    proved(post.edition)


async def test_nothing_selected_is_said(post: Post) -> None:
    async with merging(post) as clerk:
        await clerk.press("f2")
        await clerk.sees("Nothing is selected")


async def test_a_folder_without_returns_is_named(post: Post) -> None:
    async with merging(post) as clerk:
        await clerk.press("down", "space", "f2")
        await clerk.sees("There is no return in season")


async def test_the_help_names_every_key_and_sign(post: Post) -> None:
    async with merging(post) as clerk:
        await clerk.press("f1")
        await clerk.sees("Selecting returns", "Help")
