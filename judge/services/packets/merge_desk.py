"""The office's desk for returns: look, confirm, merge; what a merge screen asks for."""

from collections.abc import Callable, Sequence
from pathlib import Path

from imports.intake.cancelling import Cancel
from judge.domain.merge_report import MergeReport
from judge.services.editions.edition import Edition
from judge.services.packets.merging import Merging, merge
from judge.services.packets.returned_files import find_returns

OnProgress = Callable[[int, int], None]


class MergeDesk:
    """One edition's returns on their way in. Safe to ask from one thread at a time."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition

    @property
    def edition_title(self) -> str:
        """Whose edition the returns are for."""
        return self._edition.title

    def look(
        self, paths: Sequence[Path], how: Merging, on_progress: OnProgress, cancel: Cancel
    ) -> MergeReport:
        """What merging these files, and those in the folders among them, would do; nothing is written.

        Refusals: those of `find_returns`.
        """
        rehearsed = Merging(how.confirmed, how.passphrases, dry_run=True)
        return merge(self._edition, tuple(find_returns(paths)), rehearsed, on_progress, cancel)

    def merge(self, seen: MergeReport, how: Merging, on_progress: OnProgress, cancel: Cancel) -> MergeReport:
        """Merge the files that `look` did not refuse; one that would bring something else now is refused.

        Its code is then "edition-changed-meanwhile".
        """
        good = [file for file in seen.files if file.brought]
        agreed = Merging(how.confirmed, how.passphrases, agreed=tuple(file.brought for file in good))
        return merge(self._edition, [file.path for file in good], agreed, on_progress, cancel)
