"""Every deed of the merge screen with its keys, by step: bindings, key line, palette and help read it."""

from dataclasses import replace

from judge.locale import N_
from judge.tui import import_keyboard as at_imports
from judge.tui.keyboard.deed import Deed

_READ = at_imports.PICKING[-1]
PICKING = (
    *at_imports.PICKING[:-1],
    replace(
        _READ,
        action="look",
        named="look-at-returns",
        label=N_("look"),
        help=N_("Look at the returns selected, also at those in folders. Nothing is written yet."),
    ),
)
_TAKE, _COMPLETE = at_imports.TYPING
TYPING = (
    replace(_TAKE, help=N_("Go to the path that is typed, or take the passphrase.")),
    _COMPLETE,
)
"""What keys do while a line of text has the keyboard."""
_CANCEL = at_imports.WORKING[0]
WORKING = (replace(_CANCEL, help=N_("Stop; a return that was merged stays, none is ever half merged.")),)
REPORT = (
    Deed(
        action="confirm_key",
        keys="f4,c,C",
        shown="F4",
        label=N_("confirm the key"),
        help=N_(
            "Confirm the key of the return under the cursor, whose fingerprint its reviewer has told you; or"
            " take that back."
        ),
        place=2,
        late=True,
        brief=("F4", N_("confirm")),
    ),
    Deed(
        action="passphrase",
        keys="f6",
        shown="F6",
        label=N_("passphrase"),
        help=N_("Type the passphrase of sealed returns."),
        place=4,
    ),
    Deed(
        action="look_again",
        keys="f5",
        shown="F5",
        label=N_("look again"),
        help=N_("Look at the same returns anew."),
        place=3,
        brief=("F5", N_("again")),
    ),
    Deed(
        action="swap",
        keys="tab,shift+tab",
        shown="Tab",
        label=N_("the file's page"),
        help=N_("Go from the list to the file's own page and back, to scroll it."),
        place=8,
        brief=("Tab", N_("page")),
    ),
    Deed(
        action="merge",
        keys="f2",
        shown="F2",
        label=N_("merge"),
        help=N_("Merge every return that is not refused, each whole."),
        place=1,
    ),
)
DONE = (
    Deed(
        action="more",
        named="more-returns",
        keys="f2",
        shown="F2",
        label=N_("more returns"),
        help=N_("Select further returns."),
        place=1,
    ),
)
BACK = at_imports.BACK
_PALETTE, _HELP, _QUIT = at_imports.HOUSE[len(BACK) :]
HOUSE = (*BACK, _PALETTE, _HELP, replace(_QUIT, help=N_("Leave; what is not merged stays out.")))
MERGE_CHAPTERS = (
    (N_("Selecting returns"), PICKING),
    (N_("Lines of text"), TYPING),
    (N_("Looking and merging"), WORKING),
    (N_("What came"), REPORT),
    (N_("Returns merged"), DONE),
    (N_("Everywhere"), HOUSE),
)
"""The help page's chapters; all are bound on the screen but `HOUSE`, of which only `BACK` is."""
