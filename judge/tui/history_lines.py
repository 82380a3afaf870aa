"""A sheet's history in words, a line a deed, the last first."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from judge.domain.sheet_history import Author, HistoryItem, SheetDeed
from judge.locale import N_, _
from judge.locale import language as spoken
from judge.tui.cells import clean_line
from rubrics.model import Rubric
from rubrics.scale import points_text

_DEEDS = {
    SheetDeed.MARKED: N_("marked {points}"),
    SheetDeed.CLEARED: N_("mark taken away"),
    SheetDeed.NOTED: N_("note: {text}"),
    SheetDeed.FILED: N_("filed with papers: {points}"),
    SheetDeed.SUBMITTED: N_("submitted"),
    SheetDeed.RETURNED: N_("returned: {text}"),
    SheetDeed.SETTLED: N_("settled: {text}"),
    SheetDeed.TAKEN_BACK: N_("taken back"),
    SheetDeed.RECUSED: N_("recused: {text}"),
    SheetDeed.CONFLICT_DENIED: N_("no conflict: {text}"),
}
_AUTHORS = {Author.CHAIR: N_("chair"), Author.SECRETARY: N_("secretary")}


def about(items: Iterable[HistoryItem], criterion: str) -> tuple[HistoryItem, ...]:
    """What became of a criterion, and of the sheet as a whole."""
    return tuple(
        item
        for item in items
        if item.criterion == criterion or (not item.criterion and item.deed is not SheetDeed.NOTED)
    )


def in_rubrics_order(items: Iterable[HistoryItem], rubric: Rubric) -> tuple[HistoryItem, ...]:
    """The first deed first; marks that came in together in the order of the rubric, not of their keys."""
    order = {criterion.key: number for number, criterion in enumerate(rubric.criteria)}
    return tuple(
        item
        for _deed, together in groupby(items, key=_came_in)
        for item in sorted(together, key=lambda item: order.get(item.criterion, -1))
    )


def newest_first(items: Iterable[HistoryItem]) -> tuple[HistoryItem, ...]:
    """The last deed first; marks that came in together stay in the order of their criteria."""
    together = [list(group) for _deed, group in groupby(items, key=_came_in)]
    return tuple(item for group in reversed(together) for item in group)


def _came_in(item: HistoryItem) -> object:
    return (item.at, item.author) if item.deed is SheetDeed.FILED else item


def history_line(item: HistoryItem, rubric: Rubric, *, named: bool) -> str:
    """One deed: when by the local clock, what, and by whom where not by the reviewer.

    `named` puts the criterion's title before it.
    """
    said = _(_DEEDS[item.deed]).format(points=_points(item, rubric), text=clean_line(item.text) or "–")
    if item.undoing:
        said = _("{said} (undo)").format(said=said)
    who = _AUTHORS.get(item.author)
    title = _title(item, rubric) if named else ""
    parts = (_moment(item.at), title, said, _(who) if who else "")
    return " · ".join(part for part in parts if part)


def _title(item: HistoryItem, rubric: Rubric) -> str:
    if not item.criterion:
        return _("sheet") if item.deed is SheetDeed.NOTED else ""
    return clean_line(rubric.criterion(item.criterion).title.language(spoken()))


def _points(item: HistoryItem, rubric: Rubric) -> str:
    if item.mark is None:
        return "–"
    return _("n/a") if item.mark.ticks is None else points_text(item.mark.ticks, rubric.step)


def _moment(at: str) -> str:
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
