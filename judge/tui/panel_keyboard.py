"""Every deed of the screen of panels with its keys, by page: bindings, key line, palette and help read it."""

from collections.abc import Mapping
from dataclasses import replace

from judge.locale import N_
from judge.tui.import_keyboard import BACK as AT_THE_IMPORT
from judge.tui.keyboard.deed import Deed
from judge.tui.keyboard.house import HOUSE as AT_THE_DESK

SHOWING = (
    Deed(
        action="search",
        named="search-panels",
        keys="slash,／,、,f6",
        shown="/",
        label=N_("search"),
        help=N_("Search as you type: part of a name, an organisation or a key, pinyin, or its initials."),
        place=3,
        late=True,
    ),
    Deed(
        action="filter(1)",
        named="next-panel",
        keys="f,F,right",
        shown="F",
        label=N_("filter"),
        help=N_("Show all, then one award after another, each with its sections; {panel-before} turns back."),
        place=4,
        late=True,
    ),
    Deed(
        action="filter(-1)",
        named="panel-before",
        keys="left",
        shown="←",
        label=N_("filter back"),
        help=N_("Show the award or section before."),
        late=True,
    ),
    Deed(
        action="swap",
        named="panel-totals",
        keys="tab,shift+tab",
        shown="Tab",
        label=N_("sums"),
        help=N_("Go from the list to the sums of panels and sections and back, to scroll them."),
        place=8,
    ),
    Deed(
        action="look",
        named="look-again",
        keys="f5",
        shown="F5",
        label=N_("look again"),
        help=N_("Show what others have stated in the meantime."),
        place=9,
    ),
)
"""What keys do on both pages."""
REVIEWERS = (
    Deed(
        action="open",
        named="open-reviewer",
        keys="enter",
        shown="Enter",
        label=N_("open", "reviewer"),
        help=N_("Open the card of the reviewer under the cursor."),
        place=1,
        late=True,
    ),
    Deed(
        action="new",
        named="new-reviewer",
        keys="n,N,f4",
        shown="N",
        label=N_("new reviewer"),
        help=N_("Add a reviewer by hand; the next free key is offered."),
        place=5,
        late=True,
        brief=("N", N_("new", "reviewer")),
    ),
    Deed(
        action="sort",
        named="sort-reviewers",
        keys="s,S,f9",
        shown="S",
        label=N_("sort"),
        help=N_("Sort as appointed, by name in pinyin, by organisation, by sheets, by standing in turn."),
        place=6,
        late=True,
    ),
    Deed(
        action="sections",
        named="deal-sections",
        keys="g,G,f3",
        shown="G",
        label=N_("sections"),
        help=N_("Go to the nominations, to give them sections."),
        place=2,
        late=True,
    ),
)
NOMINATIONS = (
    Deed(
        action="type_section",
        keys="enter",
        shown="Enter",
        label=N_("type a section"),
        help=N_(
            "Type the section that judges the nomination under the cursor. Where the panel has sections of"
            " one letter or figure, that key alone gives it; the figures 1 to 9 give its first to ninth."
        ),
        place=1,
        late=True,
        brief=("Enter", N_("section")),
    ),
    Deed(
        action="anchor",
        named="toggle-anchor",
        keys="space",
        shown="Space",
        label=N_("anchor"),
        help=N_("Make the nomination under the cursor an anchor, which every section judges, or no more."),
        place=2,
        late=True,
    ),
    Deed(
        action="no_section",
        keys="delete,minus",
        shown="Del",
        label=N_("no section"),
        help=N_("Take the section of the nomination under the cursor away."),
        place=7,
        late=True,
    ),
    Deed(
        action="split",
        named="split-rest",
        keys="s,S,f9",
        shown="S",
        label=N_("split the rest"),
        help=N_("Split the award's nominations without a section evenly among its sections; asks first."),
        place=3,
        late=True,
        brief=("S", N_("split")),
    ),
)
TYPING = (
    Deed(
        action="take_line",
        named="take-typed",
        keys="enter",
        shown="Enter",
        label=N_("take"),
        help=N_("Keep what is searched for, or give the nomination the section that is typed."),
        place=1,
    ),
)
CARD = (
    Deed(
        action="state_card",
        keys="f2",
        shown="F2",
        label=N_("state", "card"),
        help=N_("On a card: state all that it says, in one go; until then nothing is written."),
        place=1,
    ),
)
BACK = (
    replace(AT_THE_IMPORT[0], help=N_("Leave the line of text, end the search, go back to the reviewers.")),
)
_PALETTE, _HELP, _LIGHT, _QUIT = AT_THE_DESK
HOUSE = (
    *BACK,
    replace(_PALETTE, place=9),
    _HELP,
    replace(_QUIT, help=N_("Leave; what a card says and was not stated is left."), place=10),
)
PANEL_CHAPTERS = (
    (N_("Reviewers"), REVIEWERS),
    (N_("Sections of nominations"), NOMINATIONS),
    (N_("What is shown"), SHOWING),
    (N_("Lines of text"), TYPING),
    (N_("On a card"), CARD),
    (N_("Everywhere"), HOUSE),
)
"""The help page's chapters; all are bound on the screen but `HOUSE`, of which only `BACK` is, and `CARD`."""
PANEL_DEEDS: Mapping[str, Deed] = {deed.name: deed for _title, chapter in PANEL_CHAPTERS for deed in chapter}
"""Every deed of the screen by its name in the settings file."""
