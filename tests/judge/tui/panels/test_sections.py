"""The page of sections: one key a nomination, in order, whatever the speed."""

from pathlib import Path

from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.panels.stating import SeatWish, state_seat
from judge.tui.own import Own
from judge.tui.settings_file import read_settings
from tests.judge.tui.panels.office import GROUPS, Office, at_the_panels, sections
from tests.judge.tui.sitting import SMALL, WIDE

ONE, TWO, THREE, FOUR = (f"qc-group-000{n}" for n in range(1, 5))


async def done(office: Office) -> None:
    await office.until(lambda: office.app.panel_screen.work.idle)
    await office.pilot.pause()


async def test_letters_figures_and_names_give_sections(edition: Edition) -> None:
    async with at_the_panels(edition, SMALL) as office:
        await office.press("g")
        await office.sees("keys: 1 A 2 B", "no section", "晨光QC小组")
        await office.press("b", "1", "enter")
        await office.types("甲组")
        await office.press("enter", "up", "space")
        await done(office)
        await office.sees("甲组", "◇ anchor")
    assert sections(edition) == {ONE: ("B", False), TWO: ("A", False), THREE: ("甲组", True)}
    assert audit(edition).faults == ()


async def test_sums_follow_at_once(edition: Edition) -> None:
    async with at_the_panels(edition, WIDE) as office:
        await office.press("g", "a", "a")
        await done(office)
        found = office.app.panel_screen.board.panel(GROUPS).sections
        assert (found["A"].nominations, found[""].nominations) == (2, 2)
        sums = [line.split() for line in office.app.panel_screen.totals.text.splitlines()]
        assert ["A", "1", "0", "2"] in sums


async def test_keys_in_a_burst_are_all_stated_in_their_order(edition: Edition) -> None:
    async with at_the_panels(edition) as office:
        await office.press("g")
        office.burst("a", "b", "a", "space", "space", "space", "up", "delete")
        await office.until(lambda: sections(edition).get(FOUR) == ("", True))
        await done(office)
    assert sections(edition) == {ONE: ("A", False), TWO: ("B", False), THREE: ("", False), FOUR: ("", True)}


async def test_what_was_pressed_before_leaving_is_stated(edition: Edition) -> None:
    async with at_the_panels(edition) as office:
        await office.press("g")
        office.burst("a", "b", "ctrl+q")
        await office.until(lambda: not office.app.is_running or office.app._exit)
    assert sections(edition) == {ONE: ("A", False), TWO: ("B", False)}


async def test_the_rest_is_split_once_somebody_has_said_so(edition: Edition) -> None:
    async with at_the_panels(edition) as office:
        await office.press("g", "a", "s")
        await office.sees("3 nominations have no section", "A, B")
        await office.press("escape", "s", "f2")
        await office.until(lambda: len(sections(edition)) == 4)
        await done(office)
        await office.press("escape")
        await office.sees("chair")
    assert sorted(one for one, _anchor in sections(edition).values()) == ["A", "A", "B", "B"]


async def test_a_panel_without_sections_says_how_to_get_some(edition: Edition) -> None:
    for key in ("R02", "R03"):
        state_seat(edition, key, SeatWish(GROUPS, ""))
    async with at_the_panels(edition) as office:
        await office.press("g", "s")
        await office.sees("give its reviewers sections on their cards")
        await office.press("a", "1")
        await done(office)
    assert sections(edition) == {}


async def test_mouse_opens_cards_and_turns_roles(edition: Edition) -> None:
    async with at_the_panels(edition) as office:
        await office.pilot.click("ReviewerList", offset=(10, 2))
        await office.pilot.click("ReviewerList", offset=(10, 2))
        await office.sees("R02 评委2", "Most sheets")
        await office.pilot.click("RoleChoice", offset=(2, 0))
        await office.sees("◆ chair")
        await office.press("escape")


async def test_help_palette_and_own_keys(edition: Edition, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "light"\n[keys]\ndeal-sections = "f10"\nstate-card = "f12"\n', encoding="utf-8")
    settings, problems = read_settings(path)
    assert problems == ()
    async with at_the_panels(edition, own=Own(settings, settings_path=path)) as office:
        assert office.app.theme == "judge-light"
        await office.sees("F10 sections")
        await office.press("question_mark")
        await office.sees("Sections of nominations", "F10 ")
        await office.press("escape", "f10")
        await office.sees("keys: 1 A 2 B")
        await office.press("ctrl+p")
        await office.sees("Split the rest")
        await office.press("escape", "escape", "enter")
        await office.sees("F12 state")


async def test_one_key_for_two_deeds_of_a_page_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[keys]\nnew-reviewer = "f6"\nsplit-rest = "f4"\nstate-card = "x"\n', encoding="utf-8")
    _settings, problems = read_settings(path)
    assert {(one.key, one.code) for one in problems} == {
        ("keys.new-reviewer", "key-taken"),
        ("keys.state-card", "key-written"),
    }
