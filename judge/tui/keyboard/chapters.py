"""Every deed of the desk with its keys, in one place: bindings, key line, palette and help read it.

Letters have a function key beside them, because an input method takes letters for itself.
"""

from judge.locale import N_
from judge.tui.keyboard.house import CARDS, HOUSE
from judge.tui.keyboard.papers import READING
from judge.tui.keyboard.queue import MOVING, QUEUE
from judge.tui.keyboard.sheet import MARKING, SHEET

CHAPTERS = (
    (N_("Marking"), MARKING),
    (N_("The sheet"), SHEET),
    (N_("Moving"), MOVING),
    (N_("In the queue"), QUEUE),
    (N_("The papers"), READING),
    (N_("The desk"), HOUSE),
    (N_("On a card"), CARDS),
)
"""The help page's chapters.

`MARKING` is bound on the grid, `QUEUE` on the queue, `HOUSE` on the app, `CARDS` on the cards, the others on
the screen.
"""
