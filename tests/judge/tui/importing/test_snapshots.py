"""What the import screen looks like at each step; `make snapshots` after a change that is meant."""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from judge.locale import speak
from judge.services.editions.edition import Edition, make_edition
from judge.services.papers.desk import ImportDesk
from judge.tui.import_app import ImportApp
from rubrics.catalogue import load_builtin
from tests.judge.services import small_papers as papers
from tests.judge.tui.importing.secretary import HAMI, NAME, Secretary, mixed
from tests.judge.tui.sitting import SMALL, WIDE

Compare = Callable[..., bool]
ODD = ("奖项", "推荐单位", "QC小组名称", "所属企业(盖章全称)", "活动课题")


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Edition]:
    monkeypatch.chdir(tmp_path)
    made = make_edition(
        str(tmp_path / NAME), title="2019 年度评审", year=2019, programme=load_builtin("xinjiang_2019")
    )
    yield made
    made.close()


def sent(folder: Path) -> Path:
    """Papers with everything that is asked about."""
    there = mixed(folder)
    row = ("自治区优秀质量管理小组", HAMI, "白杨QC小组", "新疆油田", "降低漏损率")
    papers.table(there / "汇总.csv", ODD, row)
    return there


async def findings(seat: Secretary) -> None:
    await seat.press("end")
    await seat.until(lambda: "▶" in seat.app.import_screen.report_pane.card.text)


async def headings(seat: Secretary) -> None:
    await seat.press("f4", "a")
    await seat.until(lambda: "✓" in seat.says())


async def consent(seat: Secretary) -> None:
    await seat.press("f4", "delete", "delete", "f2")
    await seat.until(lambda: "F3" in seat.says())


async def picking(seat: Secretary) -> None:
    await seat.press("escape")
    await seat.until(lambda: "▸ papers" in seat.says())


@pytest.mark.slow
@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
@pytest.mark.parametrize("tongue", ["zh", "en"])
@pytest.mark.parametrize("step", [picking, findings, headings, consent], ids=lambda step: step.__name__)
def test_each_step_at_both_sizes_in_both_languages(  # noqa: PLR0917 - parameters of one picture
    snap_compare: Compare,
    edition: Edition,
    tmp_path: Path,
    step: Callable[[Secretary], Awaitable[None]],
    tongue: str,
    size: tuple[int, int],
) -> None:
    speak(tongue)
    there = sent(tmp_path).relative_to(tmp_path)

    app = ImportApp(ImportDesk(edition), NAME, tmp_path, [there])
    screen = app.import_screen

    async def walk(pilot: Pilot[None]) -> None:
        seat = Secretary(app, pilot)
        await seat.until(lambda: screen.examined is not None)
        await step(seat)
        if step is picking:
            # The folder is called otherwise in every run.
            screen.pick_pane.folder_list.entitle("2019", "")
            screen.pick_pane.show_chosen()
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=walk)


async def test_without_colours_the_cursor_is_reversed(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ImportApp(ImportDesk(edition), NAME, tmp_path, [sent(tmp_path)])
    async with app.run_test(size=WIDE) as pilot:
        seat = Secretary(app, pilot)
        await seat.until(lambda: app.import_screen.examined is not None)
        await findings(seat)
        styles = [segment.style for strip in app.screen._compositor.render_strips() for segment in strip]
        assert any(style and style.reverse for style in styles)
        assert not any(style and style.color and style.color.triplet for style in styles)
