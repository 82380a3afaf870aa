import os
from pathlib import Path

from judge.locale import _
from judge.tui.cells import clean_line, cut, cut_start
from judge.tui.ink import Line
from judge.tui.picking import Entry, drives, entries
from judge.tui.widgets.line_list import LineList


class FolderList(LineList):
    """What is in a folder, with the things that are selected ticked; selected ones stay so elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path()
        self.selected: dict[Path, bool] = {}
        """Paths in the order of selecting, and whether each is a folder."""
        self._entries: tuple[Entry, ...] = ()

    @property
    def count(self) -> int:
        """How many things are in the folder."""
        return len(self._entries)

    @property
    def entry(self) -> Entry | None:
        """What is under the cursor."""
        return self._entries[self.cursor] if self._entries else None

    def enter(self, folder: Path, at: Path | None = None) -> None:
        """Show another folder, the cursor at one of the things in it.

        Raises:
            OSError: where it cannot be read; the list then stays as it was.
        """
        whole = Path(os.path.normpath(folder.absolute()))
        self._entries, self.folder = entries(whole), whole
        self._show(at)

    def leave(self) -> None:
        """Go to the folder above, or above a drive to the drives.

        Raises:
            OSError: as `enter`.
        """
        if self.folder.parent != self.folder:
            self.enter(self.folder.parent, self.folder)
        elif there := drives():
            self._entries = there
            self._show(self.folder)

    def _show(self, at: Path | None) -> None:
        there = (n for n, entry in enumerate(self._entries) if entry.path == at)
        self.refill(next(there, 0))
        self.renew()

    def toggle(self) -> None:
        """Select what is under the cursor, or let go of it, and go down."""
        if entry := self.entry:
            path = entry.path
            if path in self.selected:
                del self.selected[path]
            else:
                self.selected[path] = entry.is_folder
            self.action_move(1)
            self.renew()

    def select(self, path: Path) -> None:
        """Select a path, wherever it is."""
        self.selected[Path(os.path.normpath(path.absolute()))] = path.is_dir()
        self.renew()

    def select_none(self) -> None:
        """Let go of everything."""
        self.selected.clear()
        self.renew()

    def renew(self) -> None:
        """Show the folder and how much is selected as they are now."""
        title = cut_start(clean_line(str(self.folder)), max(8, self.size.width - 6))
        self.entitle(title, _("{count} selected").format(count=len(self.selected)))
        self.refresh()

    def on_resize(self) -> None:
        """The title has other room."""
        super().on_resize()
        self.renew()

    def line(self, index: int, width: int) -> Line:
        """A tick where the thing is selected, a folder's sign, its name."""
        entry = self._entries[index]
        ticked = entry.path in self.selected
        sign = "▸" if entry.is_folder else " "
        name = cut(clean_line(entry.name), max(0, width - 6))
        return [
            (" ✓ " if ticked else "   ", "accent"),
            (f"{sign} ", "dim"),
            (name, "strong" if ticked else ""),
        ]
