"""The secretary's import as an app: papers from their folder into the edition, nothing written unseen."""

from collections.abc import Sequence
from pathlib import Path

from imports.findings import Severity
from judge.locale import _
from judge.services.papers.consenting import Consent
from judge.services.papers.desk import ImportDesk
from judge.tui.import_keyboard import IMPORT_CHAPTERS
from judge.tui.import_words import GLYPHS, severity_word
from judge.tui.import_work import ImportWork
from judge.tui.own import Own
from judge.tui.screens.importing import ImportScreen
from judge.tui.step_app import StepApp


def run(desk: ImportDesk, edition_name: str, own: Own, paths: Sequence[Path] = ()) -> tuple[Consent, ...]:
    """Let somebody import papers until they leave; what they filed, one for each time."""
    app = ImportApp(desk, edition_name, Path.cwd(), paths, own)
    app.run()
    return app.work.filed


class ImportApp(StepApp):
    """The app around the import screen; `edition_name` is what the edition is called in a sentence."""

    def __init__(
        self,
        desk: ImportDesk,
        edition_name: str,
        folder: Path,
        paths: Sequence[Path] = (),
        own: Own | None = None,
    ) -> None:
        super().__init__(IMPORT_CHAPTERS, own)
        self.work = ImportWork(desk, edition_name)
        self.import_screen = ImportScreen(self.work, folder, paths)

    @property
    def stepping(self) -> ImportScreen:
        """The import screen."""
        return self.import_screen

    @property
    def working(self) -> ImportWork:
        """What reads and files."""
        return self.work

    def signs(self) -> list[tuple[str, str]]:
        """How grave a finding is, what is folded, which cell is meant."""
        signs = [(GLYPHS[severity], severity_word(severity)) for severity in Severity]
        return [*signs, ("▸ ▾", _("folded, unfolded")), ("▶", _("the cell in question"))]
