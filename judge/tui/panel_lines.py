"""What the panel gave a nomination, once its award is closed: a column a sheet, a line a criterion."""

from collections.abc import Iterator

from judge.domain.desk import Page
from judge.domain.panel_marks import PanelMarks, PanelSheet
from judge.domain.sheet import SheetState
from judge.locale import _
from judge.locale import language as spoken
from judge.locale.sheet_states import STATES
from judge.tui.cells import clean_line
from judge.tui.passages import BLANK, Passage, aside, paragraph
from judge.tui.table_lines import table_passages
from judge.tui.words import points
from rubrics.model import Rubric
from rubrics.scale import points_text


def panel_passages(page: Page) -> list[Passage]:
    """The panel's marks as a paper; nothing but a word while the award is not closed."""
    panel = page.panel
    if panel is None:
        return [aside(_("Other reviewers' marks are shown once the award is closed."))]
    said = [paragraph(clean_line(line), "dim") for line in panel_words(panel)]
    score = paragraph(score_words(panel), "strong")
    return [score, BLANK, *table_passages(panel_rows(panel, page.rubric)), *said]


def panel_rows(panel: PanelMarks, rubric: Rubric) -> list[tuple[str, ...]]:
    """A heading, why sheets do not count, if any, a row for each criterion, and the totals."""
    rows = [(_("Criterion"), *(_name(sheet) for sheet in panel.sheets))]
    if any(sheet.state is not SheetState.SUBMITTED for sheet in panel.sheets):
        rows.append((_("State"), *(_(STATES[sheet.state]) for sheet in panel.sheets)))
    rows += [
        (criterion.title.language(spoken()), *(_mark(sheet, criterion.key, rubric) for sheet in panel.sheets))
        for criterion in rubric.criteria
    ]
    rows.append((_("Total"), *("–" if s.total is None else points(s.total) for s in panel.sheets)))
    return rows


def score_words(panel: PanelMarks) -> str:
    """What the method makes of the panel's sheets."""
    if not panel.printed:
        return _("No score: the sheets that count are too few.")
    return _("Score {score}").format(score=panel.printed)


def panel_words(panel: PanelMarks) -> Iterator[str]:
    """By which method, and why the award was closed."""
    yield panel.method
    yield _("The award is closed: {reason}").format(reason=panel.reason)


def _name(sheet: PanelSheet) -> str:
    name = _("Reviewer {number}").format(number=sheet.number)
    return _("{reviewer} (you)").format(reviewer=name) if sheet.own else name


def _mark(sheet: PanelSheet, criterion: str, rubric: Rubric) -> str:
    if criterion not in sheet.marks:
        return "–"
    ticks = sheet.marks[criterion]
    return _("n/a") if ticks is None else points_text(ticks, rubric.step)
