from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from judge.domain.refusal import Param
from judge.locale import _
from judge.tui.cells import clean_line, cut_start
from judge.tui.ink import Line
from judge.tui.picking import completed, entries, split_typed, typed_path
from judge.tui.widgets.folder_list import FolderList
from judge.tui.widgets.lines_pane import LinesPane
from judge.tui.widgets.text_line import TextLine

Say = Callable[[str, Mapping[str, Param]], None]


class PickPane(Vertical):
    """A path line over a folder, beside it what is selected; `say` tells what cannot be done, by code."""

    def __init__(self, home: Path, say: Say) -> None:
        """`home` is the working directory, which relative paths are of."""
        super().__init__(id="pick")
        self._home = home
        self._say = say
        self.path_line = TextLine(_("Path of a file, folder or archive"), id="path")
        self.folder_list = FolderList()
        self._chosen = LinesPane(id="chosen")
        self._chosen.can_focus = False

    def compose(self) -> ComposeResult:
        """The line, the folder, the selected paths."""
        yield self.path_line
        with Horizontal():
            yield self.folder_list
            yield self._chosen

    def on_mount(self) -> None:
        """Begin in the working directory."""
        self.look_into(self._home)

    @property
    def selected(self) -> Sequence[Path]:
        """What is selected, in that order; what lies in a selected folder comes with that.

        Paths are seen from the working directory, where they lie below it.
        """
        chosen = self.folder_list.selected
        alone = (path for path in chosen if not any(above in chosen for above in path.parents))
        return tuple(self._as_seen(path) for path in alone)

    def _as_seen(self, path: Path) -> Path:
        """Short paths, as one would type them: they stand in every finding."""
        inside = path.is_relative_to(self._home) and path != self._home
        return path.relative_to(self._home) if inside else path

    def look_into(self, folder: Path, at: Path | None = None) -> None:
        """Show a folder."""
        self._try(lambda: self.folder_list.enter(folder, at), folder)

    def above(self) -> None:
        """Show the folder above."""
        self._try(self.folder_list.leave, self.folder_list.folder.parent)

    def _try(self, go: Callable[[], None], folder: Path) -> None:
        try:
            go()
        except OSError as error:
            params = {"folder": clean_line(str(folder)), "reason": error.strerror or str(error)}
            self._say("import-no-folder", params)
        else:
            self._say("", {})
        self.show_chosen()

    def open_entry(self) -> None:
        """Look into what is under the cursor; a file is selected instead."""
        entry = self.folder_list.entry
        if entry and entry.is_folder:
            self.look_into(entry.path)
        elif entry:
            self.toggle()

    def toggle(self) -> None:
        """Select what is under the cursor, or let go of it."""
        self.folder_list.toggle()
        self._say("", {})
        self.show_chosen()

    def select(self, paths: Sequence[Path]) -> None:
        """Select paths, wherever they are."""
        for path in paths:
            self.folder_list.select(path)
        self.show_chosen()

    def select_none(self) -> None:
        """Let go of everything."""
        self.folder_list.select_none()
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show what is selected."""
        self._chosen.border_title = Content(_("Selected"))
        self._chosen.show(self._chosen_lines)

    def _chosen_lines(self, width: int) -> list[Line]:
        chosen = self.folder_list.selected.items()
        lines: list[Line] = [
            [("▸ " if is_folder else "  ", "dim"), (cut_start(self._shown(path), max(0, width - 2)), "")]
            for path, is_folder in chosen
        ]
        return lines or [[(_("Nothing yet."), "dim")]]

    def _shown(self, path: Path) -> str:
        return clean_line(str(self._as_seen(path)))

    def take_typed(self, text: str) -> bool:
        """Go to the folder that is typed, or select the file; False where there is no such path."""
        path = typed_path(text, self.folder_list.folder)
        try:
            is_folder, is_there = path.is_dir(), path.exists()
        except (OSError, ValueError):
            is_folder = is_there = False
        if not is_there:
            self._say("import-no-path", {"path": clean_line(str(path))})
            return False
        if is_folder:
            self.look_into(path)
        else:
            self.folder_list.select(path)
            self.look_into(path.parent, path)
        return True

    def complete(self) -> None:
        """Let what is typed go on as far as it is clear."""
        text = self.path_line.value
        head, _begun = split_typed(text)
        try:
            there = entries(typed_path(head, self.folder_list.folder) if head else self.folder_list.folder)
        except (OSError, ValueError):
            return
        self.path_line.value = completed(text, [(entry.name, entry.is_folder) for entry in there])
        self.path_line.cursor_position = len(self.path_line.value)
