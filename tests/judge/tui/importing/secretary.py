"""Importing on the screen in tests: an edition, papers of every grave, and somebody who presses keys."""

import threading
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from imports.intake.cancelling import Cancel
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.papers.desk import Examined, ImportDesk, OnFile, OnProgress
from judge.services.papers.filing import Filed
from judge.services.papers.report import ImportReport
from judge.tui.import_app import ImportApp
from judge.tui.own import Own
from tests.judge.services import small_papers as papers
from tests.judge.tui.sitting import WIDE, Sitter

HAMI, HOTAN = "哈密地区工信局", "和田地区工信局"
HEAD = ("奖项", "推荐单位", "QC小组名称", "企业名称", "是否与会发表", "备忘")
GROUP = "自治区优秀质量管理小组"
ODD_HEAD = ("奖项", "推荐单位", "QC小组名称", "所属企业(盖章全称)", "活动课题")
NAME = "2019.judge"
FOUND = "What was found"
NOTHING = "Nothing was found in these papers"


def good(folder: Path) -> Path:
    """Papers without a fault, in a folder of their own."""
    sent = folder / "papers"
    sent.mkdir()
    papers.quotas(sent)
    papers.nominations(sent)
    papers.reviewers(sent)
    return sent


def mixed(folder: Path) -> Path:
    """The same, with a table that has a fault, warnings and hostile names, and a broken form of one body."""
    sent = good(folder)
    rows = [
        (GROUP, HOTAN, "[/x]小组", "=1+1", "可能", "x"),
        (GROUP, "哈密地区工信厅", "磐石QC小组", "企业9", "是", ""),
    ]
    papers.table(sent / "more.csv", HEAD, *rows)
    (sent / HAMI).mkdir()
    (sent / HAMI / "坏表.docx").write_bytes(b"PK\x03\x04cut")
    return sent


def odd(edition: Edition, folder: Path) -> Path:
    """A summary whose enterprise and subject go by names of its own."""
    papers.file(edition, papers.quotas(folder))
    row = ("自治区优秀质量管理小组", HAMI, "晨光QC小组", "新疆油田", "降低漏损率")
    return papers.table(folder / "汇总.csv", ODD_HEAD, row)


class SlowDesk(ImportDesk):
    """A desk that waits before it reads or files, until it is let go or cancelled."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(edition)
        self.gate = threading.Event()

    def _wait(self, cancel: Cancel) -> None:
        while not self.gate.wait(0.01) and not cancel.is_set():
            pass

    def examine(
        self,
        paths: Sequence[Path],
        on_file: OnFile,
        on_progress: OnProgress,
        cancel: Cancel,
        *,
        on_old: OnProgress = lambda _done, _all: None,
        said: Mapping[str, str] | None = None,
    ) -> Examined:
        on_file(Path("[/x]晨光.docx"), 3, 12)
        self._wait(cancel)
        return super().examine(paths, on_file, on_progress, cancel, on_old=on_old, said=said)

    def file(self, report: ImportReport, cancel: Cancel, *, accept_good: bool) -> Filed:
        self._wait(cancel)
        return super().file(report, cancel, accept_good=accept_good)


class Secretary(Sitter[ImportApp]):
    """The secretary at the screen."""

    async def press(self, *keys: str) -> None:
        """Press keys."""
        for key in keys:
            await self.pilot.press(key)

    async def types(self, text: str) -> None:
        """Put text on the line that has the keyboard, as a paste does."""
        from textual.events import Paste  # noqa: PLC0415 - only those who paste need it

        self.app.post_message(Paste(text))
        await self.pilot.pause()


@asynccontextmanager
async def importing(
    desk: ImportDesk,
    folder: Path,
    paths: Sequence[Path] = (),
    size: tuple[int, int] = WIDE,
    own: Own | None = None,
) -> AsyncIterator[Secretary]:
    """The import screen with somebody before it, notifications and tooltips on."""
    app = ImportApp(desk, NAME, folder, paths, own)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        try:
            yield Secretary(app, pilot)
        finally:
            if isinstance(desk, SlowDesk):
                desk.gate.set()
            app.work.close()


def keys_shown(seat: Secretary) -> set[str]:
    """Every word of the key line."""
    line = seat.app.import_screen.key_line
    return {word for y in range(line.size.height) for word in line.render_line(y).text.split()}


def entries(edition: Edition) -> int:
    """Entries after the one that made the edition."""
    return audit(edition).entries - 1
