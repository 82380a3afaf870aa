"""Nothing is filed before somebody has seen and agreed to it."""

from pathlib import Path

from judge.services.editions.edition import Edition
from judge.services.editions.settings import change_setting
from judge.services.papers.desk import ImportDesk
from judge.store.queries.register import register
from tests.judge.services import small_papers as papers
from tests.judge.tui.importing.secretary import (
    FOUND,
    HAMI,
    NAME,
    NOTHING,
    SlowDesk,
    entries,
    good,
    importing,
    keys_shown,
    mixed,
)


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


async def test_a_key_pressed_twice_at_once_has_not_agreed_to_what_nobody_has_seen(
    edition: Edition, tmp_path: Path
) -> None:
    async with importing(ImportDesk(edition), tmp_path, [good(tmp_path)]) as seat:
        await seat.sees(NOTHING)
        seat.burst("f2", "f2", "f2")
        await seat.sees("F2 files everything")
        await seat.until(lambda: "F2" in keys_shown(seat))
        assert entries(edition) == 0
        await seat.press("f2")
        await seat.sees("✓ Filed · papers: 3")
