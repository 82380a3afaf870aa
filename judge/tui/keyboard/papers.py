"""What keys do with a nomination's papers."""

from judge.locale import N_
from judge.tui.keyboard.deed import Deed

READING = (
    Deed(
        action="find",
        keys="ctrl+f",
        shown="Ctrl+F",
        label=N_("find"),
        help=N_("Find words in the papers: Enter or ↓ goes to the next place, ↑ back, Esc ends it."),
        place=4,
        brief=("^F", N_("find")),
    ),
    Deed(
        action="find_next",
        keys="f12",
        shown="F12",
        label=N_("next place"),
        help=N_("Go to the next place of what was found, from wherever you are; {find-previous} goes back."),
        place=3,
    ),
    Deed(
        action="find_previous",
        keys="shift+f12,f24",
        shown="Shift+F12",
        label=N_("previous place"),
        help=N_("Go to the place before."),
    ),
    Deed(
        action="evidence",
        keys="e,E,shift+f7,f19",
        shown="E",
        label=N_("evidence"),
        help=N_("Show in the form what bears on the criterion; again for its next field."),
        place=8,
    ),
    Deed(
        action="originals",
        keys="o,O,shift+f9,f21",
        shown="O",
        label=N_("original files"),
        help=N_("List the nomination's files as they were sent, to open or to save one."),
        place=9,
        brief=("O", N_("files")),
    ),
)
