"""Every deed of the desk with its keys, in one place: bindings, key line, palette and help read it.

Letters have a function key beside them, because an input method takes letters for itself.
"""

from dataclasses import dataclass

from textual.binding import Binding, BindingType

from judge.locale import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing a reviewer can do. `label` and `help` are in English, for `_`.

    `place` orders the key line: the smaller, the longer the deed stays on a narrow one; a deed without
    is found in the palette alone, and in the help of its counterpart. `brief` is its keys and label where
    the line is short of room, None for those of the full line; `pair` is the action of the counterpart that
    names it there. A deed whose key means something to a focused widget, too, is `late`: it comes after that.
    `named` is its name where the action's would not do.
    """

    action: str
    keys: str
    shown: str
    label: str
    help: str
    place: int | None = None
    brief: tuple[str, str] | None = None
    pair: str = ""
    late: bool = False
    named: str = ""

    @property
    def name(self) -> str:
        """What the deed is called in the settings file."""
        return self.named or self.action.replace("_", "-")


Chapter = tuple[str, tuple[Deed, ...]]
"""A chapter of a help page: its title in English, for `_`, and its deeds."""

MARKING = (
    Deed(
        action="nudge(1)",
        named="raise",
        keys="+,＋",
        shown="+ -",
        label=N_("step"),
        help=N_("Raise the mark under the cursor by one step; {lower} lowers it."),
        place=3,
        brief=("+ - Del", N_("mark")),
    ),
    Deed(
        action="nudge(-1)",
        named="lower",
        keys="-,－",
        shown="-",
        label=N_("step down"),
        help=N_("Lower the mark under the cursor by one step."),
    ),
    Deed(
        action="toggle_digits",
        named="digits",
        keys="f6",
        shown="F6",
        label=N_("digits"),
        help=N_("Switch what digits give: points, or levels (a level gives its lowest points)."),
        place=7,
    ),
    Deed(
        action="not_applicable",
        keys="x,X,f8",
        shown="X",
        label=N_("not applicable"),
        help=N_("Mark the criterion as not applicable, where the rubric allows it."),
        place=8,
        brief=("X", N_("n/a")),
    ),
    Deed(
        action="clear",
        keys="delete",
        shown="Del",
        label=N_("clear"),
        help=N_("Take the mark away; it can be typed again."),
        place=14,
        pair="nudge(1)",
    ),
)
MOVING = (
    Deed(
        action="next_nomination",
        keys="],】,ctrl+pagedown",
        shown="]",
        label=N_("next"),
        help=N_("Open the next nomination; from a finished sheet, the next one to do."),
        place=5,
        brief=("] [", N_("next")),
    ),
    Deed(
        action="previous_nomination",
        keys="[,【,ctrl+pageup",
        shown="[",
        label=N_("back"),
        help=N_("Open the previous nomination."),
        place=11,
        pair="next_nomination",
    ),
    Deed(
        action="queue",
        keys="q,Q,f9",
        shown="Q",
        label=N_("queue"),
        help=N_("Go to the queue and back."),
        place=9,
        brief=("Q /", N_("queue")),
    ),
    Deed(
        action="search",
        keys="slash,／,、",
        shown="/",
        label=N_("search"),
        help=N_("Search the queue: part of a name, an organisation or a key, pinyin, or its initials."),
        place=10,
        pair="queue",
    ),
    Deed(
        action="swap",
        keys="tab,shift+tab",
        shown="Tab",
        label=N_("papers"),
        help=N_("Go from the sheet to the papers and back; on a low screen the one you are in is tall."),
        place=6,
        brief=("Tab F7 PgDn", N_("papers")),
    ),
    Deed(
        action="next_paper",
        keys="f7",
        shown="F7",
        label=N_("next paper"),
        help=N_("Show form, reports, findings, rubric and panel in turn; among the papers also 1 to 5."),
        place=12,
        pair="swap",
    ),
    Deed(
        action="scroll_paper(1)",
        named="scroll-down",
        keys="pagedown",
        shown="PgDn",
        label=N_("scroll"),
        help=N_("Scroll the papers down by a page, from wherever you are; {scroll-up} goes back."),
        place=13,
        pair="swap",
        late=True,
    ),
    Deed(
        action="scroll_paper(-1)",
        named="scroll-up",
        keys="pageup",
        shown="PgUp",
        label=N_("scroll up"),
        help=N_("Scroll the papers up by a page, from wherever you are."),
        late=True,
    ),
)
QUEUE = (
    Deed(
        action="filter(1)",
        named="filter",
        keys="f,F,right",
        shown="F",
        label=N_("filter"),
        help=N_("Show all, to do, open with marks, submitted, recused, returned; {filter-back} turns back."),
        place=2,
    ),
    Deed(
        action="filter(-1)",
        named="filter-back",
        keys="left",
        shown="←",
        label=N_("filter back"),
        help=N_("Show those of the filter before."),
    ),
    Deed(
        action="sort",
        keys="s,S,ctrl+o",
        shown="S",
        label=N_("sort"),
        help=N_("Sort as assigned, by name in pinyin, by total, by state in turn."),
        place=3,
    ),
)
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
SHEET = (
    Deed(
        action="note",
        keys="n,N,f4",
        shown="N",
        label=N_("note"),
        help=N_("Write a note on the criterion."),
        place=4,
        brief=("N M", N_("notes")),
    ),
    Deed(
        action="sheet_note",
        keys="m,M,shift+f4,f16",
        shown="M",
        label=N_("sheet note"),
        help=N_("Write a note on the whole sheet."),
        place=10,
        pair="note",
    ),
    Deed(
        action="submit",
        keys="f2",
        shown="F2",
        label=N_("submit"),
        help=N_("Submit the sheet; it must be complete."),
        place=2,
    ),
    Deed(
        action="recuse",
        keys="f3",
        shown="F3",
        label=N_("recuse"),
        help=N_("Step back from this nomination, with a reason."),
        place=4,
    ),
    Deed(
        action="deny_conflict",
        keys="c,C,shift+f3,f15",
        shown="C",
        label=N_("no conflict"),
        help=N_("Say why a conflict of interest that the desk names is none."),
        place=4,
    ),
    Deed(
        action="undo",
        keys="u,U,ctrl+z",
        shown="U",
        label=N_("undo"),
        help=N_("Take back what was last written on the sheet, also in an earlier sitting."),
        place=5,
        brief=("U R H D", N_("past")),
    ),
    Deed(
        action="redo",
        keys="r,R,ctrl+y",
        shown="R",
        label=N_("redo"),
        help=N_("Do again what was taken back last."),
        place=17,
        pair="undo",
    ),
    Deed(
        action="history",
        keys="h,H,f10",
        shown="H",
        label=N_("history"),
        help=N_("See what became of the mark and of the sheet; give an earlier mark again."),
        place=12,
        pair="undo",
    ),
    Deed(
        action="own_marks",
        keys="d,D,shift+f6,f18",
        shown="D",
        label=N_("my marks"),
        help=N_("See how you have used the scale so far, criterion by criterion."),
        place=18,
        pair="undo",
    ),
    Deed(
        action="take_back",
        keys="t,T",
        shown="T",
        label=N_("take back"),
        help=N_("Take a submitted sheet back, where the chair allows it."),
        place=3,
    ),
    Deed(
        action="submit_all",
        keys="shift+f2,f14",
        shown="Shift+F2",
        label=N_("submit all"),
        help=N_("Submit all complete sheets at once; those that are not complete are named."),
        place=16,
    ),
    Deed(
        action="retry",
        keys="f5",
        shown="F5",
        label=N_("save again"),
        help=N_("Try to save again what was refused."),
        place=1,
        brief=("F5", N_("save")),
    ),
)
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
CHAPTERS = (
    (N_("Marking"), MARKING),
    (N_("The sheet"), SHEET),
    (N_("Moving"), MOVING),
    (N_("In the queue"), QUEUE),
    (N_("The papers"), READING),
    (N_("The desk"), HOUSE),
)
"""The help page's chapters.

`MARKING` is bound on the grid, `QUEUE` on the queue, `HOUSE` on the app, the others on the screen.
"""


def bound(deeds: tuple[Deed, ...]) -> list[BindingType]:
    """The deeds as Textual binds them: done when the key comes, before the keys that follow it."""
    return [
        Binding(deed.keys, deed.action, deed.label, show=False, priority=not deed.late, id=deed.name)
        for deed in deeds
    ]
