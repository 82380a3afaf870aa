"""Conflicts of interest, blind review and one's own marks at the desk."""

from dataclasses import replace
from types import MappingProxyType

from judge.domain.conflict import Conflict, ConflictGround
from judge.domain.own_marks import scale_use
from judge.domain.refusal import Refusal
from judge.domain.sheet import SheetState
from judge.tui.ink import plain
from judge.tui.own_marks_lines import own_marks_lines
from tests.judge.tui.fake_desk import FakeDesk, page, rubric
from tests.judge.tui.sitting import SMALL, seated

NAMED = (Conflict(ConflictGround.NAME, "李[/梅]", "小组成员名单"),)
SAID = "小组成员名单"
USES = tuple(
    scale_use(c, MappingProxyType({40: 20, 42: 10, 12: 2, None: 1} if c.key == "process" else {}))
    for c in rubric().criteria
)


def tied() -> FakeDesk:
    """A desk whose first nomination names the reviewer."""
    return FakeDesk([page(1, "晨光QC小组", conflicts=NAMED), page(2, "红柳QC小组")])


async def test_a_conflict_is_said_at_opening_and_the_recusal_lies_ready() -> None:
    desk = tied()
    async with seated(desk) as seat:
        await seat.sees("! A conflict of interest?", SAID, "F3 recuses")
        await seat.press("f3")
        await seat.sees("Recuse from 晨光QC小组", "Conflict of interest: the reviewer's name on the form")
        await seat.press("f3")
        await seat.sees("⊘ You recused yourself: Conflict of interest")
    assert desk.sheet("n1").state is SheetState.RECUSED


async def test_a_reviewer_may_say_why_there_is_none_and_judge_on() -> None:
    desk = tied()
    async with seated(desk) as seat:
        await seat.press("c")
        await seat.sees("Why is this no conflict?")
        await seat.pilot.press("f15")
        await seat.sees("This needs a reason")
        await seat.pilot.press("S", "a", "m", "e", "f15")
        await seat.until(lambda: "! A conflict" not in seat.says())
        await seat.press("12.5", "enter")
        await seat.sees("✓ saved")
    assert ("deny_conflict", "n1", "Same") in desk.calls
    assert desk.sheet("n1").state is SheetState.OPEN


async def test_nobody_is_forced_to_say_anything_of_a_conflict() -> None:
    desk = tied()
    async with seated(desk) as seat:
        await seat.press("12.5", "enter")
        await seat.sees("1 of 6 marked", "! A conflict of interest?")


async def test_a_refused_denial_keeps_its_words() -> None:
    desk = tied()
    desk.refuse = lambda call: Refusal("no-conflict-to-deny") if call[0] == "deny_conflict" else None
    async with seated(desk) as seat:
        await seat.press("c")
        await seat.pilot.press("S", "a", "m", "e", "f15")
        await seat.sees("Nothing shows a conflict of interest here", "Same")


async def test_without_a_conflict_there_is_nothing_to_deny() -> None:
    async with seated(FakeDesk([page(1, "晨光QC小组")])) as seat:
        await seat.press("c")
        assert "no conflict" not in seat.says()
        assert seat.app.screen is not None
        assert seat.app.screen is seat.app.desk_screen


async def test_my_marks_open_on_a_card_with_the_criterion_under_the_cursor_set_off() -> None:
    async with seated(FakeDesk([page(1, "晨光QC小组", own_marks=USES)]), SMALL) as seat:
        await seat.press("down", "d")
        await seat.sees("My marks", "▸ Process and evidence", "20 to 21 of 25 on 30 of 32 sheets")
        await seat.pilot.press("escape")
        await seat.until(lambda: seat.app.screen is seat.app.desk_screen)


async def test_a_narrow_band_is_said_quietly_at_its_criterion_alone() -> None:
    async with seated(FakeDesk([page(1, "晨光QC小组", own_marks=USES)])) as seat:
        assert "Your marks here" not in seat.says()
        await seat.press("down")
        await seat.sees("Your marks here: 20 to 21 of 25 on 30 of 32 sheets, not applicable on 1")


def test_every_level_of_every_criterion_has_its_bar() -> None:
    lines = [plain(line) for line in own_marks_lines(USES, rubric(), "process", 70)]
    assert max(map(len, lines)) <= 70
    process = lines[lines.index("▸ Process and evidence") :]
    assert process[2] == "  L4 ▕      ▏ 0   L3 ▕█████▋▏ 30  L2 ▕      ▏ 0   L1 ▕▍     ▏ 2   "
    assert "  no mark yet" in lines


async def test_a_blind_page_is_shown_by_its_key() -> None:
    hidden = replace(page(1, "n1", organisation="", body=""), blind=True)
    async with seated(FakeDesk([hidden])) as seat:
        await seat.sees("n1 · 降低注水井故障率")
        assert "晨光" not in seat.says()
