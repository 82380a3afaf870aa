"""How keys go from one nomination and one part of the desk to another, and what they do in the queue."""

from judge.locale import N_
from judge.tui.keyboard.deed import Deed

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
        help=N_(
            "Show all, to do, open with marks, submitted, recused, returned, forked;"
            " {filter-back} turns back."
        ),
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
