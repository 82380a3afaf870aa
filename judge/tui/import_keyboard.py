"""Every deed of the import screen with its keys, by step: bindings, key line, palette and help read it.

Letters and digits come after what a focused line of text makes of them; see `Deed.late`.
"""

from collections.abc import Mapping
from dataclasses import replace

from judge.locale import N_
from judge.tui.keyboard.deed import Deed
from judge.tui.keyboard.house import HOUSE as AT_THE_DESK

PICKING = (
    Deed(
        action="select",
        named="select-paper",
        keys="space",
        shown="Space",
        label=N_("select"),
        help=N_(
            "Select the file, folder or archive under the cursor, or let go of it; a folder means all in it."
        ),
        place=2,
        late=True,
    ),
    Deed(
        action="open_folder",
        keys="enter,right",
        shown="Enter",
        label=N_("open folder"),
        help=N_("Look into the folder under the cursor."),
        place=3,
        late=True,
    ),
    Deed(
        action="parent_folder",
        keys="backspace,left",
        shown="←",
        label=N_("folder above"),
        help=N_("Go to the folder above."),
        place=5,
        late=True,
        brief=("←", N_("above")),
    ),
    Deed(
        action="type_path",
        keys="slash,／,f6",
        shown="/",
        label=N_("type a path"),
        help=N_("Type or paste a path; {complete-line} completes it, {take-line} goes there."),
        place=4,
        late=True,
        brief=("/", N_("path")),
    ),
    Deed(
        action="unselect",
        named="select-none",
        keys="delete",
        shown="Del",
        label=N_("select none"),
        help=N_("Let go of everything selected."),
        place=8,
        late=True,
    ),
    Deed(
        action="read",
        named="read-papers",
        keys="f2",
        shown="F2",
        label=N_("read"),
        help=N_("Read what is selected. Nothing is written yet."),
        place=1,
    ),
)
TYPING = (
    Deed(
        action="take_line",
        keys="enter",
        shown="Enter",
        label=N_("take"),
        help=N_("Go to the path that is typed, or keep the words that are searched for."),
        place=1,
    ),
    Deed(
        action="complete_line",
        keys="tab",
        shown="Tab",
        label=N_("complete"),
        help=N_("Let the path go on as far as it is clear."),
        place=2,
    ),
)
"""What keys do while a line of text has the keyboard."""
WORKING = (
    Deed(
        action="cancel",
        named="cancel-work",
        keys="escape,ctrl+c",
        shown="Esc",
        label=N_("cancel"),
        help=N_("Stop reading or filing; the edition stays as it was."),
        place=1,
    ),
)
FINDINGS = (
    Deed(
        action="fold",
        named="fold-findings",
        keys="enter,space",
        shown="Enter",
        label=N_("fold"),
        help=N_("Fold or unfold the body or the severity under the cursor."),
        place=7,
        late=True,
    ),
    Deed(
        action="filter(0)",
        named="show-faults",
        keys="1",
        shown="1",
        label=N_("fault"),
        help=N_("Show faults, or leave them out."),
        place=4,
        late=True,
        brief=("1 2 3", N_("show")),
    ),
    Deed(
        action="filter(1)",
        named="show-warnings",
        keys="2",
        shown="2",
        label=N_("warning"),
        help=N_("Show warnings, or leave them out."),
        place=4,
        late=True,
        pair="filter(0)",
    ),
    Deed(
        action="filter(2)",
        named="show-notes",
        keys="3",
        shown="3",
        label=N_("note", "finding"),
        help=N_("Show notes, or leave them out."),
        place=4,
        late=True,
        pair="filter(0)",
    ),
    Deed(
        action="search",
        named="search-findings",
        keys="slash,／,f6",
        shown="/",
        label=N_("search"),
        help=N_(
            "Show only what has the words: body, file or sentence. {take-line} keeps them,"
            " {go-back} drops them."
        ),
        place=5,
        late=True,
    ),
    Deed(
        action="open_file",
        keys="o,O,f7",
        shown="O",
        label=N_("open file"),
        help=N_("Open the paper in the program that this computer has for it."),
        place=6,
        late=True,
        brief=("O", N_("open", "paper")),
    ),
    Deed(
        action="swap",
        named="finding-source",
        keys="tab,shift+tab",
        shown="Tab",
        label=N_("source"),
        help=N_("Go from the list to the finding's own page and back, to scroll it."),
        place=8,
    ),
    Deed(
        action="headings",
        named="ask-headings",
        keys="f4",
        shown="F4",
        label=N_("headings"),
        help=N_("Say what headings of nomination tables mean."),
        place=2,
    ),
    Deed(
        action="read_again",
        keys="f5",
        shown="F5",
        label=N_("read again"),
        help=N_("Read the same papers anew, mended ones too."),
        place=3,
        brief=("F5", N_("again")),
    ),
    Deed(
        action="to_consent",
        named="go-on",
        keys="f2",
        shown="F2",
        label=N_("go on"),
        help=N_("Go on to what would be filed. Nothing is written yet."),
        place=1,
    ),
)
HEADINGS = (
    Deed(
        action="answer",
        named="choose-column",
        keys="enter,space",
        shown="Enter",
        label=N_("choose", "column"),
        help=N_("Choose among the columns for the heading under the cursor, and take the one chosen."),
        place=2,
        late=True,
    ),
    Deed(
        action="accept",
        named="accept-column",
        keys="a,A,f6",
        shown="A",
        label=N_("accept"),
        help=N_("Take the column that is proposed for the heading under the cursor."),
        place=3,
        late=True,
    ),
    Deed(
        action="accept_all",
        named="accept-all",
        keys="f8",
        shown="F8",
        label=N_("accept all"),
        help=N_("Take every column that is proposed and not answered yet."),
        place=4,
    ),
    Deed(
        action="leave_unread",
        keys="delete,minus",
        shown="Del",
        label=N_("leave unread"),
        help=N_("Do not read the column under the cursor; a paper that needs it stays out."),
        place=5,
        late=True,
        brief=("Del", N_("unread")),
    ),
    Deed(
        action="swap_lists",
        named="other-list",
        keys="tab,shift+tab",
        shown="Tab",
        label=N_("columns"),
        help=N_("Go from the headings to the columns and back."),
        place=6,
    ),
    Deed(
        action="take_answers",
        named="use-columns",
        keys="f2",
        shown="F2",
        label=N_("go on"),
        help=N_("Read the papers again with these answers; without any, go on to what would be filed."),
        place=1,
    ),
)
CONSENT = (
    Deed(
        action="file_all",
        keys="f2",
        shown="F2",
        label=N_("file everything"),
        help=N_("File all papers; offered where none is refused."),
        place=1,
    ),
    Deed(
        action="file_good",
        keys="f3",
        shown="F3",
        label=N_("file the good ones"),
        help=N_("File the papers without faults and leave out the refused ones, which are named."),
        place=1,
    ),
)
DONE = (
    Deed(
        action="more",
        named="more-papers",
        keys="f2",
        shown="F2",
        label=N_("more papers"),
        help=N_("Select further papers."),
        place=1,
    ),
)
BACK = (
    Deed(
        action="back",
        named="go-back",
        keys="escape",
        shown="Esc",
        label=N_("go back"),
        help=N_("Go back a step, or leave the line of text."),
        place=2,
        late=True,
    ),
)
_PALETTE, _HELP, _LIGHT, _QUIT = AT_THE_DESK
HOUSE = (
    *BACK,
    replace(_PALETTE, place=9),
    _HELP,
    replace(_QUIT, help=N_("Leave; what is not filed is left as it was."), place=10),
)
IMPORT_CHAPTERS = (
    (N_("Selecting papers"), PICKING),
    (N_("Lines of text"), TYPING),
    (N_("Reading and filing"), WORKING),
    (N_("What was found"), FINDINGS),
    (N_("Headings"), HEADINGS),
    (N_("Consent"), CONSENT),
    (N_("Papers filed"), DONE),
    (N_("Everywhere"), HOUSE),
)
"""The help page's chapters; all are bound on the screen but `HOUSE`, of which only `BACK` is."""
IMPORT_DEEDS: Mapping[str, Deed] = {
    deed.name: deed for _title, chapter in IMPORT_CHAPTERS for deed in chapter
}
"""Every deed of the import by its name in the settings file."""
