"""A reviewer's queue and one sheet in the shell: as tables for people, as JSON for programs."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

import click

from judge.cli.tables import Column, print_table
from judge.domain.desk import Page, QueueItem
from judge.domain.panel_marks import PanelMarks
from judge.domain.sheet import Mark, Sheet
from judge.locale import _
from judge.locale import language as spoken
from judge.locale.sentences import on_one_line
from judge.locale.sheet_states import STATES
from rubrics.model import Criterion, Rubric
from rubrics.scale import level_of, points_text


def print_queue(items: Sequence[QueueItem]) -> None:
    """Every assigned nomination, a line each."""
    columns = [
        Column(_("nomination"), key=True),
        Column(_("name")),
        Column(_("organisation"), spare=1),
        Column(_("sheet")),
        Column(_("marked"), figures=True),
        Column(_("points"), figures=True),
    ]
    print_table(
        columns,
        [
            (
                item.nomination,
                # In a blind edition the key stands for the name.
                item.name if item.name != item.nomination else "–",
                item.organisation,
                _(STATES[item.state]),
                f"{item.marked}/{item.criteria}",
                points(item.total),
            )
            for item in items
        ],
    )


def print_sheet(page: Page, sheet: Sheet) -> None:
    """A nomination's sheet, a criterion a line; then its notes and its state."""
    said = " · ".join(part for part in (page.nomination, page.name, page.organisation, page.subject) if part)
    click.echo(on_one_line(said))
    columns = [
        Column(_("no."), figures=True),
        Column(_("criterion")),
        Column(_("key"), key=True),
        Column(_("of"), figures=True),
        Column(_("mark"), figures=True),
        Column(_("level"), figures=True, spare=1),
        Column(_("note"), spare=2),
    ]
    print_table(columns, list(_rows(page.rubric, sheet)))
    click.echo(_state_line(page.rubric, sheet))
    if sheet.notes.get(""):
        click.echo(_("Note on the whole sheet: {text}").format(text=on_one_line(sheet.notes[""])))


def _rows(rubric: Rubric, sheet: Sheet) -> Iterator[tuple[int, str, str, str, str, str, str]]:
    for number, criterion in enumerate(rubric.criteria, start=1):
        mark = sheet.marks.get(criterion.key)
        yield (
            number,
            criterion.title.language(spoken()),
            criterion.key,
            points_text(criterion.full_ticks, rubric.step),
            mark_text(mark, rubric),
            _level_text(mark, criterion),
            sheet.notes.get(criterion.key, ""),
        )


def mark_text(mark: Mark | None, rubric: Rubric) -> str:
    """Points, "n/a", or "–" where there is no mark."""
    if mark is None:
        return "–"
    return _("n/a") if mark.ticks is None else points_text(mark.ticks, rubric.step)


def _level_text(mark: Mark | None, criterion: Criterion) -> str:
    reached = None if mark is None or mark.ticks is None else level_of(mark.ticks, criterion)
    return f"L{reached.rank}" if reached else ""


def _state_line(rubric: Rubric, sheet: Sheet) -> str:
    marked = sum(criterion.key in sheet.marks for criterion in rubric.criteria)
    said = _("The sheet is {state}; {marked} of {all} criteria are marked.")
    told = said.format(state=_(STATES[sheet.state]), marked=marked, all=len(rubric.criteria))
    return f"{told} {on_one_line(sheet.reason)}".strip()


def points(total: Fraction | None) -> str:
    """A total as a plain number; "–" where nothing is marked."""
    if total is None:
        return "–"
    return str(total.numerator) if total.denominator == 1 else f"{float(total):g}"


def queue_json(items: Sequence[QueueItem]) -> list[dict[str, object]]:
    """The queue for programs; points as exact text."""
    return [
        {
            "nomination": item.nomination,
            "award": item.award,
            "name": item.name,
            "organisation": item.organisation,
            "body": item.body,
            "state": item.state.value,
            "marked": item.marked,
            "criteria": item.criteria,
            "points": None if item.total is None else points(item.total),
        }
        for item in items
    ]


def sheet_json(page: Page, sheet: Sheet) -> dict[str, object]:
    """A sheet for programs; points as exact text, "n/a" for what does not apply."""
    return {
        "nomination": page.nomination,
        "award": page.award,
        "name": page.name,
        "organisation": page.organisation,
        "revision": page.revision,
        "state": sheet.state.value,
        "reason": sheet.reason,
        "note": sheet.notes.get("", ""),
        "closed": page.closed,
        "panel": _panel_json(page.panel, page.rubric) if page.panel else None,
        "criteria": [
            {
                "key": criterion.key,
                "title": criterion.title.language(spoken()),
                "full": points_text(criterion.full_ticks, page.rubric.step),
                "points": mark_json(sheet.marks.get(criterion.key), page.rubric),
                "note": sheet.notes.get(criterion.key, ""),
            }
            for criterion in page.rubric.criteria
        ],
    }


def _panel_json(panel: PanelMarks, rubric: Rubric) -> dict[str, object]:
    """The panel's marks, once the award is closed."""
    return {
        "score": panel.printed or None,
        "exact": None if panel.score is None else str(panel.score),
        "sheets": [
            {
                "number": sheet.number,
                "own": sheet.own,
                "state": sheet.state.value,
                "total": None if sheet.total is None else str(sheet.total),
                "points": {key: mark_json(Mark(ticks), rubric) for key, ticks in sheet.marks.items()},
            }
            for sheet in panel.sheets
        ],
    }


def mark_json(mark: Mark | None, rubric: Rubric) -> str | None:
    """The same for programs: exact points, "n/a", or None."""
    if mark is None:
        return None
    return "n/a" if mark.ticks is None else points_text(mark.ticks, rubric.step)
