"""A queue's lines: what is shown and searched for, then one nomination each."""

from judge.domain.desk import QueueItem
from judge.domain.sheet import SheetState
from judge.locale import N_, _
from judge.tui.cells import cell_len, clean_line, cut, cut_start, fit, fit_right
from judge.tui.ink import Line
from judge.tui.listing import Listing
from judge.tui.queue_view import Filter, Order
from judge.tui.words import points, state_glyph, state_word

_RIGHT = 10
_LEAST_NAME = 8  # cells of a name beside its organisation
_LEAST_ORGANISATION = 12
_FILTERS = {
    Filter.ALL: N_("all"),
    Filter.TO_DO: N_("to do"),
    Filter.OPEN: N_("open with marks"),
    Filter.SUBMITTED: N_("submitted"),
    Filter.RECUSED: N_("recused"),
    Filter.RETURNED: N_("returned"),
    Filter.FORKED: N_("forked"),
}
_ORDERS = {
    Order.ASSIGNED: N_("as assigned"),
    Order.NAME: N_("by name"),
    Order.TOTAL: N_("by total"),
    Order.STATE: N_("by state"),
}


def head_line(listing: Listing, typed: str | None, search_key: str, width: int) -> Line:
    """How many of the nominations are shown and which; while a search is typed, its text and caret."""
    view, all_of_them = listing.view, listing.docket.assigned
    shown = _("{count} of {all}").format(count=listing.extent, all=all_of_them)
    count = shown if listing.extent != all_of_them else str(all_of_them)
    which = _(_FILTERS[view.filter])
    if typed is None and not view.search:
        left: Line = [(f" {which} {count}", "strong" if view.filter is not Filter.ALL else "")]
        order = (f" · {_(_ORDERS[view.order])}", "" if view.order is not Order.ASSIGNED else "dim")
        return _spread([*left, order], [(search_key, "strong"), (f" {_('search')} ", "dim")], width)
    right = shown if view.filter is Filter.ALL else f"{which} {shown}"
    room = max(4, width - cell_len(right) - 6)
    sought = clean_line(view.search if typed is None else typed)
    left = [(" / ", "accent"), (cut_start(sought, room), "strong")]
    if typed is not None:
        left.append((" ", "caret"))
    return _spread(left, [(f"{right} ", "")], width)


def _spread(left: Line, right: Line, width: int) -> Line:
    """Two ends of a line; the right one goes where there is no room for both."""
    used, ends = (sum(cell_len(text) for text, _ink in line) for line in (left, right))
    if used + ends >= width:
        return [(cut(text, max(0, width)), ink) for text, ink in left]
    return [*left, (" " * (width - used - ends), ""), *right]


def caret_at(typed: str) -> int:
    """The column behind the text of a search."""
    return 3 + cell_len(clean_line(typed))


def item_line(listing: Listing, item: QueueItem, width: int, *, on_desk: bool, flagged: bool) -> Line:
    """One nomination: state, name, organisation where there is room or a namesake, and points."""
    name, organisation = _whose(listing, item, max(0, width - 5 - _RIGHT))
    ink = "strong" if on_desk else ""
    return [
        ("▸" if on_desk else " ", "accent"),
        (f"{state_glyph(item.state, item.marked)} {name}", ink),
        (f"{organisation} ", ink or "dim"),
        (fit_right(_right(listing, item), _RIGHT), ink),
        ("✗" if flagged else " ", "refused"),
    ]


def _whose(listing: Listing, item: QueueItem, room: int) -> tuple[str, str]:
    """Name and organisation in `room` cells together; a namesake's name gives way, another's does not."""
    name, organisation = clean_line(item.name[:500]), clean_line(item.organisation[:500])
    taken, least = cell_len(name), min(cell_len(organisation), _LEAST_ORGANISATION)
    if listing.has_namesake(item):
        least = min(cell_len(organisation), room // 2)
        taken = max(min(taken, room - 1 - least), _LEAST_NAME)
    if not organisation or room - taken - 1 < least:
        return fit(name, room), ""
    shown = fit(name, taken) if taken < cell_len(name) else name
    return shown, " " + fit(organisation, room - taken - 1)


def _right(listing: Listing, item: QueueItem) -> str:
    total = points(item.total, listing.docket.decimals) if item.total is not None else "–"
    if item.state is SheetState.SUBMITTED:
        return total
    if item.state is SheetState.OPEN:
        return f"{item.marked}/{item.criteria} {total}" if item.marked else "–"
    return state_word(item.state, item.marked)
