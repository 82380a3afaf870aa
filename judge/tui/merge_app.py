"""The office's merge as an app: returns from their folder into the edition, nothing written unseen."""

from pathlib import Path

from judge.domain.merge_report import MergeReport
from judge.services.packets.merge_desk import MergeDesk
from judge.tui.merge_keyboard import MERGE_CHAPTERS
from judge.tui.merge_words import signs
from judge.tui.merge_work import MergeWork
from judge.tui.own import Own
from judge.tui.screens.merging import MergeScreen
from judge.tui.step_app import StepApp


def run(desk: MergeDesk, folder: Path, own: Own) -> tuple[MergeReport, ...]:
    """Let somebody merge returns until they leave; what they merged, one for each time."""
    app = MergeApp(desk, folder, own)
    app.run()
    return app.work.merged


class MergeApp(StepApp):
    """The app around the merge screen; `folder` is where picking begins."""

    def __init__(self, desk: MergeDesk, folder: Path, own: Own | None = None) -> None:
        super().__init__(MERGE_CHAPTERS, own)
        self.work = MergeWork(desk)
        self.merge_screen = MergeScreen(self.work, folder)

    @property
    def stepping(self) -> MergeScreen:
        """The merge screen."""
        return self.merge_screen

    @property
    def working(self) -> MergeWork:
        """What looks and merges."""
        return self.work

    def signs(self) -> list[tuple[str, str]]:
        """The glyph before each file."""
        return signs()
