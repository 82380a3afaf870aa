"""The list of reviewers and their cards: what is typed is checked, stated in one go, or left."""

import pytest

from judge.ledger.panel_acts import Seat
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.panels.stating import Change, state_reviewer
from tests.judge.tui.panels.office import GROUPS, Office, at_the_panels, member
from tests.judge.tui.sitting import SMALL, WIDE


def rows(office: Office) -> list[str]:
    """The keys of the reviewers shown, in their order."""
    shown = office.app.panel_screen.reviewers
    return [shown._members[place].key for place in shown._places]


async def typed(office: Office, text: str) -> None:
    """Type over what stands on a field."""
    await office.press("end", "ctrl+u")
    await office.types(text)


async def test_everyone_is_listed_with_role_section_limit_and_standing(edition: Edition) -> None:
    async with at_the_panels(edition, SMALL) as office:
        await office.sees("◆ chair qc-group", "● reviewer qc-group A", "0/30", "研究院2 = 油")
        await office.press("end")
        await office.sees("→ ", "replaced → R05", "6 of 6")


async def test_search_finds_names_pinyin_and_organisations_while_one_types(edition: Edition) -> None:
    state_reviewer(edition, "R04", lambda said: said._replace(organisation="独山子石化"))
    async with at_the_panels(edition) as office:
        await office.press("slash", "d", "s", "z")
        await office.until(lambda: rows(office) == ["R04"])
        await office.press("enter")
        await office.sees("/ dsz", "1 reviewer ")
        await office.press("escape")
        await office.until(lambda: len(rows(office)) == 6)
        await office.press("slash")
        await office.types("油田")
        await office.until(lambda: rows(office) == ["R02"])
        await office.press("escape")
        await office.until(lambda: len(rows(office)) == 6)


async def test_filter_goes_through_awards_and_their_sections(edition: Edition) -> None:
    async with at_the_panels(edition) as office:
        await office.press("f")
        assert rows(office) == [f"R0{n}" for n in range(1, 7)]
        await office.press("f", "f")
        assert rows(office) == ["R02"]
        await office.press("left", "left", "left")
        await office.sees("all awards")


async def test_sort_by_sheets_and_standing(edition: Edition) -> None:
    async with at_the_panels(edition) as office:
        await office.press("s", "s", "s", "s")
        await office.sees("by standing")
        assert rows(office)[-1] == "R06"


async def test_a_card_is_stated_in_one_go_with_its_reason(edition: Edition) -> None:
    before = audit(edition).entries
    async with at_the_panels(edition) as office:
        await office.press("down", "enter")
        await typed(office, "勘探院")
        await office.press("down")
        await typed(office, "勘院；研究总院")
        await office.press("down", "down", "down")
        await typed(office, "１２")
        await office.press("down", "space", "down")
        await typed(office, "B")
        await office.press("up", "up", "up", "f2")
        await office.until(lambda: office.app.screen is office.app.panel_screen)
        await office.sees("勘探院 = 勘院", "◆ chair qc-group B", "0/12")
    now = member(edition, "R02")
    assert (now.detail.organisation, now.detail.aliases) == ("勘探院", ("勘院", "研究总院"))
    assert (now.detail.load_limit, now.detail.phone) == (12, "138")
    assert now.seats == {GROUPS: Seat("B", "chair")}
    assert audit(edition).entries == before + 2
    assert audit(edition).faults == ()


async def test_a_limit_that_is_no_number_is_told_at_the_field_and_nothing_is_stated(edition: Edition) -> None:
    before = audit(edition).entries
    async with at_the_panels(edition, SMALL) as office:
        await office.press("enter", "down", "down")
        await typed(office, "139")
        await office.press("down", "down")
        await typed(office, "many")
        await office.sees("many", "✗ Give a whole number")
        await office.press("down", "f2")
        assert office.app.focused is not None
        assert office.app.focused.id == "limit"
        await office.sees("139", "many")
        await typed(office, "")
        await office.press("f2")
        await office.until(lambda: office.app.screen is office.app.panel_screen)
    assert member(edition, "R01").detail.phone == "139"
    assert audit(edition).entries == before + 1


async def test_esc_leaves_without_stating(edition: Edition) -> None:
    before = audit(edition).entries
    async with at_the_panels(edition) as office:
        await office.press("enter")
        await typed(office, "x")
        await office.press("escape")
        assert office.app.screen is office.app.panel_screen
    assert audit(edition).entries == before


async def test_what_was_changed_elsewhere_is_not_written_over_and_the_draft_stays(edition: Edition) -> None:
    async with at_the_panels(edition) as office:
        await office.press("enter", "down", "down")
        await typed(office, "139")
        state_reviewer(edition, "R01", lambda said: said._replace(languages="维"))
        await office.press("f2")
        await office.sees("changed elsewhere", "139")
        await office.press("escape", "enter")
        await office.sees("维")
        await office.press("down", "down")
        await typed(office, "139")
        await office.press("f2")
        await office.until(lambda: office.app.screen is office.app.panel_screen)
    now = member(edition, "R01").detail
    assert (now.phone, now.languages) == ("139", "维")


async def test_a_burst_on_a_card_is_all_of_it_stated(edition: Edition) -> None:
    async with at_the_panels(edition) as office:
        office.burst("enter", "down", "down", "1", "3", "9", "f2")
        await office.until(lambda: member(edition, "R01").detail.phone == "139")
        await office.until(lambda: office.app.screen is office.app.panel_screen)
        office.burst("n", "老", "王", "f2")
        await office.sees("R07 老王", "Most sheets")
    assert member(edition, "R01").detail.phone == "139"


async def test_a_new_reviewer_is_added_and_their_card_opens(edition: Edition) -> None:
    async with at_the_panels(edition) as office:
        await office.press("n")
        await office.sees("A new reviewer", "R07")
        await office.press("f2")
        await office.sees("A reviewer needs a name")
        await office.types("买买提")
        await office.press("f2")
        await office.sees("R07 买买提", "Most sheets")
        await office.press("escape")
        assert rows(office)[-1] == "R07"
        assert office.app.panel_screen.reviewers.cursor == 6
        await office.press("n")
        await office.sees("R08")
        await office.press("up")
        await typed(office, "R01")
        await office.press("down")
        await office.types("别人")
        await office.press("f2")
        await office.sees("R01", "别人", "A new reviewer")
        await office.press("escape")
    assert member(edition, "R07").detail.name == "买买提"
    assert audit(edition).faults == ()


HOSTILE = (
    "[/x]",
    "[bold]=1+1[/]",
    "\u202eمجموعة\u202c",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "长" * 5000,
    "\x1b[31mred\x07",
    "a\tb\nc",
)


def called(text: str) -> Change:
    """Everything that is said of somebody is this text."""
    return lambda said: said._replace(
        name=text, organisation=text, aliases=(text,), phone=text, languages=text
    )


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_hostile_texts_break_neither_list_nor_card(edition: Edition, size: tuple[int, int]) -> None:
    for number, text in enumerate(HOSTILE[:6], start=1):
        state_reviewer(edition, f"R0{number}", called(text))
    before = [member(edition, f"R0{n}").detail for n in range(1, 7)]
    async with at_the_panels(edition, size) as office:
        for _each in before:
            await office.press("enter", "down", "down", "f2")
            await office.until(lambda: office.app.screen is office.app.panel_screen)
            said = office.says()
            assert "\x1b" not in said
            assert "\u202e" not in said
            await office.press("enter")
            assert "\u202e" not in office.says()
            await typed(office, HOSTILE[6])
            await office.press("escape", "down")
    assert [member(edition, f"R0{n}").detail for n in range(1, 7)] == before
