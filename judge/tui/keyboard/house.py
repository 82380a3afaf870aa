"""What keys do everywhere at the desk, and on the cards that lie over it."""

from judge.locale import N_
from judge.tui.keyboard.deed import Deed

HOUSE = (
    Deed(
        action="command_palette",
        keys="ctrl+p",
        shown="Ctrl+P",
        label=N_("all actions"),
        help=N_("List every action, to search and to run."),
        place=1,
        brief=("^P", N_("all")),
        late=True,
    ),
    Deed(
        action="help",
        keys="question_mark,？,f1",
        shown="?",
        label=N_("help"),
        help=N_("Show the help page."),
        place=0,
        late=True,
    ),
    Deed(
        action="turn_light",
        named="light",
        keys="ctrl+t",
        shown="Ctrl+T",
        label=N_("light or dark"),
        help=N_("Turn the desk light or dark; it stays so."),
        place=18,
        brief=("^T", N_("light")),
    ),
    Deed(
        action="quit",
        keys="ctrl+q",
        shown="Ctrl+Q",
        label=N_("quit"),
        help=N_("Finish saving and leave."),
        place=15,
        brief=("^Q", N_("quit")),
    ),
)
CARDS = (
    Deed(
        action="close_card",
        keys="escape",
        shown="Esc",
        label=N_("close a card"),
        help=N_("Close a card and go back; so does the key that opened it."),
        place=19,
    ),
    Deed(
        action="keep",
        keys="ctrl+s",
        shown="Ctrl+S",
        label=N_("keep a reason"),
        help=N_("Keep the reason that you have written; so does the key that asked for it."),
        place=19,
    ),
    Deed(
        action="whole_sheet",
        keys="tab",
        shown="Tab",
        label=N_("the whole sheet"),
        help=N_("In the history: show what became of all of the sheet, or of the criterion alone again."),
        place=19,
    ),
    Deed(
        action="save_copy",
        keys="s,S,f2",
        shown="S",
        label=N_("save a copy"),
        help=N_("Among the original files: save a copy of one in a folder."),
        place=19,
    ),
    Deed(
        action="leave_unsaved",
        keys="f10,y,Y",
        shown="F10",
        label=N_("leave without it"),
        help=N_("Asked when something is not saved: leave without it."),
        place=19,
    ),
)
"""What keys do on the cards that lie over a screen; `judge.tui.screens.card` binds them."""
