"""Papers come in on a screen: picked, read, looked at, agreed to; nothing is written before."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.locale import speak
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, make_edition
from judge.services.editions.settings import change_setting
from judge.services.papers.desk import ImportDesk
from judge.store.queries.register import register
from judge.tui.cells import cell_len
from judge.tui.screens import import_deeds
from judge.tui.widgets.line_list import LineList
from rubrics.catalogue import load_builtin
from tests.judge.services import small_papers as papers
from tests.judge.tui.importing import HAMI, NAME, Secretary, SlowDesk, good, importing, mixed
from tests.judge.tui.sitting import SMALL, WIDE


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The secretary typed the command in the folder of the season."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    made = make_edition(
        str(tmp_path / NAME), title="[/x] 2019", year=2019, programme=load_builtin("xinjiang_2019")
    )
    yield made
    made.close()


FOUND = "What was found"
NOTHING = "Nothing was found in these papers"


def entries(edition: Edition) -> int:
    """Entries after the one that made the edition."""
    return audit(edition).entries - 1


# Picking


async def test_files_and_folders_are_picked_with_space_and_read_with_f2(
    edition: Edition, tmp_path: Path
) -> None:
    good(tmp_path)
    async with importing(ImportDesk(edition), tmp_path) as seat:
        await seat.sees("papers", "0 selected", "Nothing yet.")
        assert NAME not in "".join(line for line in seat.says().splitlines() if "│" in line)
        await seat.press("f2")
        await seat.sees("Nothing is selected")
        await seat.press("enter")
        await seat.sees("nominations.csv", "quotas.csv")
        await seat.press("space", "space")
        await seat.sees("2 selected", "papers/quotas.csv")
        await seat.press("left")
        await seat.sees("2 selected", "▸ papers")
        await seat.press("space", "f2")
        await seat.sees(NOTHING)
    assert entries(edition) == 0


async def test_a_path_can_be_typed_completed_and_pasted(edition: Edition, tmp_path: Path) -> None:
    sent = good(tmp_path)
    async with importing(ImportDesk(edition), tmp_path) as seat:
        await seat.press("slash", *"pap", "tab")
        line = seat.app.import_screen.pick_pane.path_line
        await seat.until(lambda: line.value == "papers/")
        await seat.press("n", "tab", "enter")
        await seat.sees("1 selected", "✓   nominations.csv")
        await seat.press("slash")
        await seat.types(f"'{sent / 'quotas.csv'}'\n")
        await seat.press("enter")
        await seat.sees("2 selected")
        await seat.press("slash", *"nowhere", "enter")
        await seat.sees("There is no ", "nowhere")
        await seat.press("escape", "delete")
        await seat.sees("0 selected")


async def test_a_closed_folder_is_told_in_a_sentence(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    async with importing(ImportDesk(edition), tmp_path) as seat:
        await seat.sees("closed")

        def refuse(_folder: Path) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("judge.tui.widgets.folder_list.entries", refuse)
        await seat.press("enter")
        await seat.sees("cannot be looked into (Permission denied)", "▸ closed")


# Reading


async def test_reading_shows_how_far_it_is_and_escape_cancels(edition: Edition, tmp_path: Path) -> None:
    desk = SlowDesk(edition)
    async with importing(desk, tmp_path, [good(tmp_path)]) as seat:
        await seat.sees("3 of 12", "[/x]晨光.docx", "Esc cancel")
        await seat.press("escape")
        await seat.sees("Cancelled; the edition is as it was.", "1 selected")
        desk.gate.set()
        await seat.press("f2")
        await seat.sees(NOTHING)
        desk.gate.clear()
        await seat.press("f5")
        await seat.sees("3 of 12")
        await seat.press("ctrl+c")
        await seat.sees("Cancelled", NOTHING)
    assert entries(edition) == 0


async def test_a_folder_without_papers_leads_back_to_picking(edition: Edition, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    async with importing(ImportDesk(edition), tmp_path, [tmp_path / "empty"]) as seat:
        await seat.sees("There is no paper in what is selected.", "1 selected")


async def test_a_path_that_has_gone_is_one_sentence(edition: Edition, tmp_path: Path) -> None:
    async with importing(ImportDesk(edition), tmp_path, [tmp_path / "gone.docx"]) as seat:
        await seat.sees("gone.docx", "1 selected")
        assert "Traceback" not in seat.says()


# The report


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_findings_stand_below_their_body_with_the_row_they_come_from(
    edition: Edition, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with importing(ImportDesk(edition), tmp_path, [mixed(tmp_path)], size) as seat:
        await seat.sees(FOUND, HAMI, "✗ 1 fault", "坏表.docx")
        await seat.press("slash", *"rocks", "enter")
        await seat.sees("No finding has these words")
        await seat.press("escape", "slash")
        await seat.types("工信厅")
        await seat.press("enter")
        await seat.sees("no body", "is no recommending body")
        await seat.press("tab")
        await seat.sees("磐石QC小组", "▶")
        assert all(cell_len(line) == size[0] for line in seat.says().splitlines())


async def test_severities_are_shown_and_left_out(edition: Edition, tmp_path: Path) -> None:
    async with importing(ImportDesk(edition), tmp_path, [mixed(tmp_path)]) as seat:
        await seat.sees(FOUND, "备忘", "1 ✗ 2 faults")
        await seat.press("2")
        await seat.sees("hidden")
        assert "备忘" not in seat.says()
        await seat.press("1", "3")
        await seat.sees("No finding has these words and severities.")
        await seat.press("1", "2", "3")
        await seat.sees("备忘", "坏表.docx")


async def test_headings_fold_and_unfold(edition: Edition, tmp_path: Path) -> None:
    async with importing(ImportDesk(edition), tmp_path, [mixed(tmp_path)]) as seat:
        await seat.sees(FOUND, "坏表.docx")
        await seat.press("home", "enter")
        await seat.sees(f"▸ {HAMI}")
        assert "坏表.docx" not in seat.says()
        await seat.press("space")
        await seat.sees("坏表.docx", f"▾ {HAMI}")


async def test_the_paper_opens_in_the_systems_program_or_a_sentence_says_that_there_is_none(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_it(path: Path) -> bool:
        opened.append(path)
        return True

    monkeypatch.setattr(import_deeds, "open_in_viewer", open_it)
    sent = mixed(tmp_path)
    async with importing(ImportDesk(edition), tmp_path, [sent]) as seat:
        await seat.sees(FOUND, "坏表.docx")
        await seat.press("o")
        assert [path.name for path in opened] == ["坏表.docx"]
        monkeypatch.setattr(import_deeds, "open_in_viewer", lambda _path: False)
        await seat.press("f7")
        await seat.sees("No program here opens files", "坏表.docx")


# Consent


async def test_everything_is_filed_after_f2_twice_and_not_before(edition: Edition, tmp_path: Path) -> None:
    async with importing(ImportDesk(edition), tmp_path, [good(tmp_path)]) as seat:
        await seat.sees(NOTHING)
        await seat.press("f2")
        await seat.sees("To be filed · papers: 3", "4 nominations, ", "F2 files everything")
        assert entries(edition) == 0
        await seat.press("f3", "f2")
        await seat.sees("✓ Filed · papers: 3", f"judge check {NAME}")
        assert entries(edition) == 1
        await seat.press("f2")
        await seat.sees("0 selected")


async def test_with_a_refused_paper_only_the_good_ones_can_be_filed(edition: Edition, tmp_path: Path) -> None:
    async with importing(ImportDesk(edition), tmp_path, [mixed(tmp_path)]) as seat:
        await seat.sees(FOUND, "坏表.docx")
        await seat.press("f2")
        await seat.sees("Refused, and not filed · papers: 2", "more.csv · 1 fault", "F3 files the good ones")
        assert "F2 file everything" not in seat.says()
        await seat.press("f2")
        assert entries(edition) == 0
        await seat.press("f3")
        await seat.sees("✓ Filed · papers: 3", "Left out · papers: 2", "坏表.docx")
    assert names(edition) == set(papers.GROUPS)


def names(edition: Edition) -> set[str]:
    from imports.register import Register  # noqa: PLC0415 - only this looks into the register

    with edition.store.read() as connection:
        known = register(connection, Register(edition.programme), with_marks=False)
    return {one.name for one in known.nominations}


async def test_a_revision_is_shown_with_its_differences(edition: Edition, tmp_path: Path) -> None:
    papers.file(edition, papers.quotas(tmp_path), papers.nominations(tmp_path))
    row = ("自治区优秀质量管理小组", HAMI, "晨光QC小组", "企业0", "否")
    changed = papers.table(
        tmp_path / "changed.csv", ("奖项", "推荐单位", "QC小组名称", "企业名称", "是否与会发表"), row
    )
    async with importing(ImportDesk(edition), tmp_path, [changed]) as seat:
        await seat.sees("becomes its revision 2")
        await seat.press("f2")
        await seat.sees("1 revisions of nominations", "晨光QC小组 · qc-group-0001", "“是” becomes “否”")


async def test_a_stale_report_files_nothing_and_can_be_read_again(edition: Edition, tmp_path: Path) -> None:
    async with importing(ImportDesk(edition), tmp_path, [good(tmp_path)]) as seat:
        await seat.sees(NOTHING)
        change_setting(edition, "filing-deadline", "2030-01-01")
        await seat.press("f2")
        await seat.sees("F2 files everything")
        await seat.press("f2")
        await seat.sees("out of date", "F5 reads")
        assert entries(edition) == 1
        await seat.press("f5")
        await seat.sees(NOTHING)
        await seat.press("f2")
        await seat.sees("F2 files everything")
        await seat.press("f2")
        await seat.sees("✓ Filed")


async def test_filing_can_be_cancelled_and_leaves_the_edition_as_it_was(
    edition: Edition, tmp_path: Path
) -> None:
    desk = SlowDesk(edition)
    desk.gate.set()
    async with importing(desk, tmp_path, [good(tmp_path)]) as seat:
        await seat.sees(NOTHING)
        await seat.press("f2")
        await seat.sees("F2 files everything")
        desk.gate.clear()
        await seat.press("f2")
        await seat.sees("Filing", "Esc cancel")
        await seat.press("escape")
        await seat.sees("Cancelled; the edition is as it was.", "F2 files everything")
    assert entries(edition) == 0


async def test_leaving_while_papers_are_read_stops_the_reading(edition: Edition, tmp_path: Path) -> None:
    desk = SlowDesk(edition)
    async with importing(desk, tmp_path, [good(tmp_path)]) as seat:
        await seat.sees("3 of 12")
        await seat.press("ctrl+q")
        await seat.until(lambda: seat.app._exit)


async def test_whatever_fails_is_one_sentence(edition: Edition, tmp_path: Path) -> None:
    class FailingDesk(ImportDesk):
        def file(self, *_: object, **__: object) -> None:  # type: ignore[override]
            raise OSError(28, "No space left on device")

    async with importing(FailingDesk(edition), tmp_path, [good(tmp_path)]) as seat:
        await seat.sees(NOTHING)
        await seat.press("f2")
        await seat.sees("F2 files everything")
        await seat.press("f2")
        await seat.sees("No space left on device", "nothing was filed", "F2 files everything")


# Everywhere


async def test_help_and_palette_know_the_deeds(edition: Edition, tmp_path: Path) -> None:
    async with importing(ImportDesk(edition), tmp_path, [mixed(tmp_path)]) as seat:
        await seat.sees(FOUND, "坏表.docx")
        await seat.press("question_mark")
        await seat.sees("Read what is selected. Nothing is written yet.")
        await seat.press("escape", "ctrl+p", *"read again")
        await seat.sees("Read the same papers anew, mended ones too.")
        await seat.press("escape")
        await seat.sees(FOUND, "坏表.docx")


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("tongue", ["zh", "en"])
async def test_every_key_that_does_something_is_shown_and_no_line_is_too_wide(
    edition: Edition, tmp_path: Path, tongue: str, size: tuple[int, int]
) -> None:
    speak(tongue)
    async with importing(ImportDesk(edition), tmp_path, [mixed(tmp_path)], size) as seat:
        await seat.until(lambda: "O" in keys_shown(seat))
        assert keys_shown(seat) >= {"Enter", "1", "2", "3", "/", "O", "Tab", "F5", "F2", "Esc", "?"}
        await seat.press("f2")
        await seat.until(lambda: "F3" in keys_shown(seat))
        assert {"F3", "Esc", "?"} <= keys_shown(seat)
        await seat.press("escape", "escape")
        await seat.until(lambda: "Space" in keys_shown(seat))
        assert keys_shown(seat) >= {"Space", "Enter", "←", "/", "Del", "F2", "?"}
        assert all(cell_len(line) == size[0] for line in seat.says().splitlines())


def keys_shown(seat: Secretary) -> set[str]:
    """Every word of the key line."""
    line = seat.app.import_screen.key_line
    return {word for y in range(line.size.height) for word in line.render_line(y).text.split()}


# Headings

ODD_HEAD = ("奖项", "推荐单位", "QC小组名称", "所属企业(盖章全称)", "活动课题")


def odd(edition: Edition, folder: Path) -> Path:
    """A summary whose enterprise and subject go by names of its own."""
    papers.file(edition, papers.quotas(folder))
    row = ("自治区优秀质量管理小组", HAMI, "晨光QC小组", "新疆油田", "降低漏损率")
    return papers.table(folder / "汇总.csv", ODD_HEAD, row)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_proposed_headings_are_accepted_and_the_papers_read_again(
    edition: Edition, tmp_path: Path, size: tuple[int, int]
) -> None:
    sent = odd(edition, tmp_path)
    before = entries(edition)
    async with importing(ImportDesk(edition), tmp_path, [sent], size) as seat:
        await seat.sees(FOUND, "4 headings")
        await seat.press("f2")
        await seat.sees("2 open", "所属企业(盖章全称)", "企业名称?", "“所属企业(盖章全称)” me", "新疆油田")
        assert keys_shown(seat) >= {"Enter", "A", "F8", "Del", "Tab", "F2", "Esc", "?"}
        await seat.press("f8")
        await seat.sees("0 open", "✓ 所属企业(盖章全称) → 企业名称", "✓ 活动课题 → 课题")
        assert all(cell_len(line) == size[0] for line in seat.says().splitlines())
        await seat.press("f2")
        await seat.sees(FOUND, "as confirmed now", "0 faults")
        assert entries(edition) == before
        await seat.press("f2")
        await seat.sees("1 nominations, ", "F2 files everything")
        await seat.press("f2")
        await seat.sees("✓ Filed · papers: 1")


async def test_another_column_can_be_chosen_and_a_heading_left_unread(
    edition: Edition, tmp_path: Path
) -> None:
    async with importing(ImportDesk(edition), tmp_path, [odd(edition, tmp_path)]) as seat:
        await seat.sees(FOUND)
        await seat.press("f4")
        await seat.sees("2 open")
        await seat.press("enter", "down", "down", "enter")
        await seat.sees("1 open", "✓ 所属企业(盖章全称) → 奖项")
        await seat.press("up", "a", "delete")
        await seat.sees("✓ 所属企业(盖章全称) → 企业名称", "– 活动课题 → left unread", "0 open")
        await seat.press("f2")
        await seat.sees(FOUND, "0 faults", "is read as 企业名称")
        await seat.press("f2")
        await seat.sees("1 nominations, ", "F2 files everything")


async def test_a_needed_heading_left_unread_keeps_its_paper_out(edition: Edition, tmp_path: Path) -> None:
    async with importing(ImportDesk(edition), tmp_path, [odd(edition, tmp_path)]) as seat:
        await seat.sees(FOUND)
        await seat.press("f2", "delete", "delete", "f2")
        await seat.sees("Nothing in these papers is new.", "汇总.csv · 1 fault")
        assert "F3" not in keys_shown(seat)


async def test_a_screen_that_nobody_touches_rests(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = ("自治区优秀质量管理小组", HAMI, "白杨QC小组", "新疆油田")
    papers.table(mixed(tmp_path) / "汇总.csv", ("奖项", "推荐单位", "QC小组名称", "所属企业(盖章全称)"), row)
    refilled: list[LineList] = []
    refill = LineList.refill

    def counted(self: LineList, cursor: int = 0) -> None:
        refilled.append(self)
        refill(self, cursor)

    monkeypatch.setattr(LineList, "refill", counted)
    async with importing(ImportDesk(edition), tmp_path) as seat:
        await seat.press("space", "f2")
        await seat.sees(FOUND)
        await seat.press("f4")
        await seat.sees("所属企业")
        await asyncio.sleep(0.1)
        before = len(refilled)
        await asyncio.sleep(0.2)
    assert len(refilled) == before
