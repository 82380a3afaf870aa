"""The rubrics at hand: every criterion with its full points, its clauses and what each level means."""

from exports.pen import Pen
from exports.score_sheets.award_sheet import PROTECTION
from exports.score_sheets.records import Criterion, Level, ScoreWorkbook
from exports.sheets.layout import column_width, fit_row, write_heads
from exports.widths import LINE_HEIGHT
from rubrics.scale import points_text

_AWARD, _CRITERION, _CLAUSES, _MEANING = 18, 18, 12, 60


def write_rubrics(pen: Pen, book: ScoreWorkbook) -> None:
    """One row for each level, the best first."""
    labels = book.labels
    heads = (
        labels.award,
        labels.criterion,
        labels.full,
        labels.clauses,
        labels.level_head,
        labels.lowest,
        labels.meaning,
    )
    contents = ((_AWARD,) * 2, (_CRITERION,) * 2, (6, 6), (_CLAUSES,) * 2, (6, 6), (6, 6), (_MEANING,) * 2)
    widths = [column_width(head, *content) for head, content in zip(heads, contents, strict=True)]
    pen.sheet.set_row(0, 2 * LINE_HEIGHT)
    pen.text(0, 0, labels.rubrics, pen.looks.title)
    write_heads(pen, 1, heads, widths)
    row = 2
    for award in book.awards:
        for criterion in award.criteria:
            full = points_text(criterion.full_ticks, award.step)
            clauses = "、".join(criterion.clauses)
            levels = [
                (labels.level.format(rank=level.rank), points_text(level.lowest, award.step), level.text)
                for level in _best_first(criterion)
            ]
            for meaning in levels or [("", "", "")]:
                texts = (award.title, criterion.title, full, clauses, *meaning)
                fit_row(pen, row, zip(texts, widths, strict=True))
                for column, text in enumerate(texts):
                    pen.text(row, column, text, pen.looks.text if column in {0, 1, 6} else pen.looks.word)
                row += 1
    pen.sheet.freeze_panes(2, 2)
    pen.sheet.autofilter(1, 0, max(row - 1, 1), len(heads) - 1)
    pen.sheet.repeat_rows(1, 1)
    pen.sheet.ignore_errors({"number_stored_as_text": f"A2:XFD{row + 1}"})
    pen.sheet.protect("", PROTECTION)


def _best_first(criterion: Criterion) -> list[Level]:
    return sorted(criterion.levels, key=lambda level: -level.rank)
