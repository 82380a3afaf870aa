"""A blind packet shows what a blind desk shows, and holds nothing else: not in any byte of it."""

from pathlib import Path

import pytest

from judge.domain.conflict import Conflict, ConflictGround
from judge.domain.folding import fold_name
from judge.domain.refusal import Refusal
from judge.services.editions.edition import Edition
from judge.services.editions.settings import change_setting
from judge.services.sheets.desk import Desk
from tests.judge.services import small_papers as papers
from tests.judge.services.packets.packets import GROUP, opened, packet_of, score
from tests.judge.services.sheets.fair_papers import NAMES, nominations
from tests.judge.services.sheets.test_blind import OTHERS

FILES = ("revised.csv", "nominations.csv", "成果报告.docx", "reviewers.csv")


def told_in(path: Path) -> list[str]:
    """Which names stand in the file's bytes, in its free pages and unused places too, however spelt."""
    data = path.read_bytes()
    texts = [data.decode(code, errors="ignore") for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")]
    folded = [fold_name(text) for text in texts]
    names = (*NAMES, *OTHERS, *FILES, "矿务局", "评委一")
    return [name for name in names if any(fold_name(name) in text for text in folded)]


def test_the_names_would_be_found(telling: Edition, out: Path) -> None:
    assert {"李梅", "新疆油田公司", "13999123456"} <= set(told_in(packet_of(telling, out, "R01")))


def test_no_byte_of_a_blind_packet_names_anybody(blind: Edition, out: Path) -> None:
    for reviewer in assigned_to(blind):
        path = packet_of(blind, out, reviewer)
        assert told_in(path) == []
        assert path.name == f"{reviewer}.judge"


def test_nor_does_any_after_it_was_worked_in(blind: Edition, out: Path) -> None:
    path = packet_of(blind, out, "R01")
    with opened(path) as desk:
        sheet = score(desk, GROUP, 12)
        assert desk.page(GROUP).sheet == sheet
    assert told_in(path) == []


def assigned_to(edition: Edition) -> list[str]:
    return [key for key in ("R01", "R02", "R03") if Desk(edition, key).queue()]


def test_its_desk_shows_what_a_blind_desk_shows(blind: Edition, out: Path) -> None:
    for reviewer in assigned_to(blind):
        desk = Desk(blind, reviewer)
        with opened(packet_of(blind, out, reviewer)) as there:
            assert there.queue() == desk.queue()
            assert there.page(GROUP) == desk.page(GROUP)
            assert there.page(GROUP).blind
            assert there.page(GROUP).documents
            assert there.page(GROUP).changes
            with pytest.raises(Refusal) as refused:
                there.originals(GROUP)
            assert refused.value.code == "originals-blind"


def test_a_conflict_of_interest_is_told_by_its_ground_and_can_be_denied(blind: Edition, out: Path) -> None:
    tied = next(key for key in ("R02", "R03") if key in assigned_to(blind))
    ground = {"R02": ConflictGround.ORGANISATION, "R03": ConflictGround.PHONE}[tied]
    with opened(packet_of(blind, out, tied)) as desk:
        page = desk.page(GROUP)
        assert page.conflicts == (Conflict(ground, ""),)
        sheet = desk.deny_conflict(GROUP, "同名", page.sheet.revision)
        assert desk.page(GROUP).conflicts == ()
        with pytest.raises(Refusal) as refused:
            desk.deny_conflict(GROUP, "同名", sheet.revision)
        assert refused.value.code == "no-conflict-to-deny"


def test_a_submitted_sheet_shows_the_revision_that_it_judged(
    telling: Edition, out: Path, tmp_path: Path
) -> None:
    score(Desk(telling, "R01"), GROUP, 12)
    papers.file(telling, nominations(tmp_path, story="又改了一次。", name="third.csv"))
    change_setting(telling, "blind", "yes")
    desk = Desk(telling, "R01")
    with opened(packet_of(telling, out, "R01")) as there:
        assert there.page(GROUP) == desk.page(GROUP)
        assert (there.page(GROUP).revision, there.page(GROUP).filed_revision) == (2, 3)


def test_masking_that_is_ended_at_the_edition_does_not_open_a_packet(blind: Edition, out: Path) -> None:
    path = packet_of(blind, out, "R01")
    change_setting(blind, "blind", "no")
    with opened(path) as desk:
        assert desk.page(GROUP).blind
        assert desk.queue()[0].name == GROUP
