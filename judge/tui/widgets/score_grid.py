import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click, Key, Paste
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip

from judge.domain.desk import Page
from judge.locale import _
from judge.tui.changes import MarkChange
from judge.tui.draft import SheetDraft
from judge.tui.ink import Inked, Line
from judge.tui.keyboard.deed import bound
from judge.tui.keyboard.sheet import MARKING
from judge.tui.marking import Digits, Marking, is_typed
from judge.tui.sheet_view import SheetView, wanted_height
from judge.tui.words import state_glyph, state_word

_LOW = 30  # lines of a screen up to which evidence has one


class ScoreGrid(Inked, can_focus=True):
    """The sheet: one line a criterion, one editor in all, and what is known of the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bound(MARKING)

    class Turned(Message):
        """The cursor or the meaning of digits has changed: other deeds may be on offer."""

    class Reopened(Message):
        """The sheet takes keys again, and some were held meanwhile: they have their turn now."""

    def __init__(self, enter: Callable[[MarkChange], object]) -> None:
        """`enter` takes every mark that is given, before the next key.

        It is a call and no message: a message on its way stands in no queue, and whoever waits for the
        queue to empty (leaving, submitting, opening another sheet) would not wait for it.
        """
        super().__init__()
        self._enter = enter
        self.page: Page | None = None
        self.marking: Marking | None = None
        self.voice = ""
        self._shut = True
        self._drawn: list[Line] = []
        self._held: list[Key | Paste] = []
        self._nothing_held = asyncio.Event()
        self._nothing_held.set()
        self._wanted = ((0, 0), 0)  # a width, lines for evidence, and the height wanted at them

    def open(self, page: Page, draft: SheetDraft) -> None:
        """Lay a sheet on the desk; the cursor goes to the first criterion without a mark."""
        before, same = self.marking, self.page is not None and self.page.nomination == page.nomination
        self.marking = Marking(draft, before.digits if before else Digits.POINTS)
        if before and same:
            self.marking.go(before.row)
            self.marking.typed = before.typed if draft.editable else None
        elif draft.missing:
            self.marking.go_to(draft.missing[0].key)
        self.page = page
        self.voice = self.voice if same else ""
        self._wanted = ((0, 0), 0)
        self.renew(layout=True)
        self.reopen(replay=True)

    def close(self) -> None:
        """Take no more keys for this sheet: another is being opened, or it is being handed in.

        Keys pressed meanwhile are held, whatever they do: they belong to what comes next.
        """
        self._shut = True

    def reopen(self, *, replay: bool = False) -> None:
        """Take keys again; `replay` those held, else forget them."""
        self._shut = False
        if not replay:
            self.take_held()
        if self._held:
            self.app.post_message(self.Reopened())

    def take_held(self) -> list[Key | Paste]:
        """The keys held, in their order; they are held no longer."""
        held, self._held = self._held, []
        self._nothing_held.set()
        return held

    @property
    def digits(self) -> Digits | None:
        """What digits mean now; None where they mean nothing."""
        live = self._live
        return live.digits if live and live.draft.editable else None

    @property
    def _live(self) -> Marking | None:
        return None if self._shut else self.marking

    def say(self, voice: str) -> None:
        """Say something below the criteria until the next key."""
        self.voice = voice
        self.renew()

    def renew(self, *, layout: bool = False) -> None:
        """Show the draft as it is now."""
        if self.marking is None or self.page is None:
            return
        draft = self.marking.draft
        sheet = draft.sheet
        state = f"{state_glyph(sheet.state, draft.marked)} {state_word(sheet.state, draft.marked)}"
        digits = _("digits: points") if self.marking.digits is Digits.POINTS else _("digits: levels 1–4")
        mode = digits if draft.editable else _("read only")
        rubric = draft.rubric
        about = _("rubric {key} v{version}").format(key=rubric.key, version=rubric.version)
        sheet_word = _("Sheet")
        self.entitle(f"{sheet_word} · {state} · {mode}", f"{about} · {sheet.rubric_digest[:4]}")
        if layout:
            self.refresh(layout=True)
        elif view := self._view():
            self.refresh_changed(view.lines(focused=self.has_focus))
        self.call_after_refresh(self._place_caret)

    def commit(self) -> bool:
        """End the typing; False where what was typed is refused (and kept)."""
        marking = self._live
        if marking is None or marking.typed is None:
            return True
        self._give(marking.commit())
        kept = marking.draft.kept(marking.criterion.key)
        return kept is None or kept.change is not None

    @property
    def typing(self) -> bool:
        """Whether something stands typed in a cell and is not committed."""
        return self.marking is not None and self.marking.typed is not None

    def _give(self, change: MarkChange | None) -> None:
        if change and self.marking:
            self.marking.draft.send(change)
            self._enter(change)
        self.voice = ""
        self.renew()
        self.post_message(self.Turned())

    # Keys

    def hears(self, event: Key | Paste) -> bool:
        """Take or hold a key or a paste; False for one that is not the sheet's.

        The app calls this before anything else: a key that travelled here as a message could be overtaken
        by the deed of the next one, and a mark would be lost or land on another sheet.
        """
        if self.is_shut or self.holds:
            return self.hold(event)
        if self.marking is None:
            return False
        if isinstance(event, Key):
            return self._takes(self.marking, event)
        self.marking.paste(event.text)
        self._give(None)
        return True

    def hold(self, event: Key | Paste) -> bool:
        """Let a key wait until the sheet takes keys again."""
        self._held.append(event)
        self._nothing_held.clear()
        return True

    @property
    def is_shut(self) -> bool:
        """Whether what is typed for the sheet has to wait for it."""
        return self._shut

    @property
    def holds(self) -> bool:
        """Whether keys wait for their turn: what is typed now comes behind them."""
        return bool(self._held)

    async def holds_nothing(self) -> None:
        """Wait until every key has had its turn."""
        await self._nothing_held.wait()

    def _takes(self, marking: Marking, event: Key) -> bool:
        if is_typed(event.character, typing=marking.typed is not None):
            self._give(marking.type(event.character or ""))
        elif event.key == "backspace":
            marking.backspace()
            self._give(None)
        elif event.key == "escape":
            taken = marking.cancel()
            self._give(None)
            return taken
        elif event.key in {"up", "down", "enter", "home", "end"} or self._tabs_out_of_typing(event):
            self._move(marking, event.key)
        else:
            return False
        return True

    def _tabs_out_of_typing(self, event: Key) -> bool:
        typing = self.marking is not None and self.marking.typed is not None
        return typing and event.key in {"tab", "shift+tab"}

    def _move(self, marking: Marking, key: str) -> None:
        """Commit and move; a refused text keeps the cursor at its cell."""
        if not self.commit():
            return
        last = len(marking.draft.rubric.criteria) - 1
        rows = {"up": marking.row - 1, "shift+tab": marking.row - 1, "home": 0, "end": last}
        marking.go(rows.get(key, marking.row + 1))
        self._give(None)

    def on_click(self, event: Click) -> None:
        """A click puts the cursor on a criterion."""
        at, view = event.get_content_offset(self), self._view()
        if at and view and self._live and at.y < view.rows and self.commit():
            view.marking.go(view.top + at.y)
            self._give(None)

    def _edit(self, change: Callable[[Marking], MarkChange | None]) -> None:
        """Commit what is being typed, then give what a deed makes of the cell."""
        if self._live and self.commit():
            self._give(change(self._live))

    def action_nudge(self, steps: int) -> None:
        """Raise or lower the mark."""
        self._edit(lambda marking: marking.nudge(steps))

    def action_clear(self) -> None:
        """Take the mark away."""
        if self._live:
            self._give(self._live.clear())

    def action_not_applicable(self) -> None:
        """The criterion does not apply."""
        if self._live:
            self._give(self._live.not_applicable())

    def action_toggle_digits(self) -> None:
        """Digits give levels, or points again."""
        if self._live and self.commit():
            self._live.toggle_digits()
            self._give(None)

    # Drawing

    def _view(self) -> SheetView | None:
        if self.marking is None or self.page is None:
            return None
        return SheetView(self.marking, self.page, self.size.width, self.size.height, self.voice)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """As many lines as the rubric takes at this width, and the higher the screen, the more evidence."""
        if self.marking is None or self.page is None:
            return 2
        evidence = max(1, (viewport.height - _LOW) // 3)
        if self._wanted[0] != (width, evidence):
            height = wanted_height(self.marking, self.page, width, evidence=evidence)
            self._wanted = ((width, evidence), height)
        return self._wanted[1]

    def _place_caret(self) -> None:
        """Put the terminal's own cursor at the cell: an input method opens its window there."""
        view = self._view()
        if self.has_focus and view:
            self.app.cursor_position = self.content_region.offset + Offset(*view.caret)

    def on_focus(self) -> None:
        """Show the cursor."""
        self.renew()

    def on_blur(self) -> None:
        """Show no cursor; what is being typed stays in its cell."""
        self.renew()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region; all of the sheet is drawn up once for them."""
        view = self._view()
        self._drawn = view.lines(focused=self.has_focus) if view else []
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the sheet."""
        return self.paint(self._drawn[y] if y < len(self._drawn) else [])
