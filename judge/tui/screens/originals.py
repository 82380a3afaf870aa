import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from judge.domain.desk import Original, OriginalRole
from judge.domain.refusal import Refusal
from judge.locale import N_, _
from judge.tui.cells import clean_line, cut
from judge.tui.keymap import told
from judge.tui.private_copies import PrivateCopies, save_copy
from judge.tui.screens.card import Card
from judge.tui.viewer import has_viewer, open_in_viewer
from judge.tui.words import sentence

Fetch = Callable[[int], Awaitable[bytes]]
"""The bytes of a file, by its number."""

_PATIENCE = 2.0  # seconds in which a system says that it has no program for a file
_ROLES = {
    OriginalRole.FORM: N_("Form"),
    OriginalRole.DOCUMENT: N_("Document"),
    OriginalRole.SCAN: N_("Scan"),
}


class OriginalsScreen(Card[None]):
    """A nomination's files as they were sent: to open in the system's viewer, or to save a copy."""

    def __init__(self, files: Sequence[Original], fetch: Fetch, copies: PrivateCopies) -> None:
        super().__init__()
        self.heed("back", "close-card")
        self.heed("save", "save-copy")
        self._files = files
        self._fetch = fetch
        self._copies = copies
        revised = sum(file.role is OriginalRole.FORM for file in files) > 1
        self._list = OptionList(
            *(Option(_line(f, revised=revised)) for f in files), compact=True, markup=False
        )
        self._folder = Input(str(Path.home()), compact=True, select_on_focus=False)
        self._folder.cursor_blink = False
        self._folder.display = False
        self._said = Static(markup=False, classes="told")
        self._way_out = Static(markup=False, classes="way-out")

    def compose(self) -> ComposeResult:
        """The files, the folder for a copy where one is asked for, what came of it, and the keys."""
        with Vertical(classes="card") as card:
            card.border_title = Content(_("Original files"))
            yield self._list
            yield self._folder
            yield self._said
            yield self._way_out

    def on_mount(self) -> None:
        """Say at once where no program could open a file."""
        if not has_viewer():
            self._say(sentence("originals-no-viewer", {}))
        self._tell_keys()

    def _say(self, said: str) -> None:
        self._said.update(Content(said))

    def _tell_keys(self) -> None:
        if self._folder.display:
            ways = _("Enter save a copy in this folder · {close-card} back to the files")
        elif has_viewer():
            ways = _("↑ ↓ choose · Enter open · {save-copy} save a copy · {close-card} back to the sheet")
        else:
            ways = _("↑ ↓ choose · Enter or {save-copy} save a copy · {close-card} back to the sheet")
        self._way_out.update(told(ways))

    @property
    def _chosen(self) -> Original:
        return self._files[self._list.highlighted or 0]

    def action_back(self) -> None:
        """From the folder to the files, from the files to the sheet."""
        if self._folder.display:
            self._ask_folder(asked=False)
        else:
            self.dismiss(None)

    def action_save(self) -> None:
        """Ask for the folder of the copy."""
        self._ask_folder(asked=True)

    def _ask_folder(self, *, asked: bool) -> None:
        if asked:
            self._say("")
        self._folder.display = asked
        self.set_focus(self._folder if asked else self._list)
        self._tell_keys()

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Open the file, or save it where it cannot be opened."""
        message.stop()
        if has_viewer():
            self.run_worker(self._open(self._chosen), exclusive=True)
        else:
            self.action_save()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Save the file in the folder."""
        message.stop()
        self.run_worker(self._save(self._chosen, message.value), exclusive=True)

    async def _open(self, file: Original) -> None:
        self._say(_("Opening {name} …").format(name=clean_line(file.name)))

        def opened(content: bytes) -> bool:
            return open_in_viewer(self._copies.put(file.number, file.name, content), _PATIENCE)

        try:
            content = await self._fetch(file.number)
            if await asyncio.to_thread(opened, content):
                self._say(_("Opened, read-only: {name}").format(name=clean_line(file.name)))
            else:
                self._say(sentence("originals-no-program", {"name": clean_line(file.name)}))
        except (Refusal, OSError) as error:
            self._say(_why(error))

    async def _save(self, file: Original, folder: str) -> None:
        try:
            content = await self._fetch(file.number)
            path = await asyncio.to_thread(save_copy, folder, file.name, content)
        except (Refusal, OSError) as error:
            self._say(_why(error))
            return
        self._ask_folder(asked=False)
        self._say(_("Saved: {path}").format(path=clean_line(str(path))))


def _why(error: Refusal | OSError) -> str:
    if isinstance(error, Refusal):
        return sentence(error.code, error.params)
    return sentence("originals-not-written", {"reason": error.strerror or str(error)})


def _line(file: Original, *, revised: bool) -> Content:
    role = _(_ROLES[file.role])
    if revised and file.revision:
        role = _("{role}, revision {number}").format(role=role, number=file.revision)
    return Content(f"{role} · {cut(clean_line(file.name), 50)} · {_size(file.size)}")


def _size(count: int) -> str:
    if count >= 1_000_000:
        return f"{count / 1_000_000:.1f} MB"
    return f"{max(1, round(count / 1000))} kB"
