"""The sheets of an explanation: every mark, every total, and why a sheet does not count."""

from collections.abc import Iterator
from fractions import Fraction

from judge.cli.explained.calibrated import adjusted_words
from judge.cli.explained.paper import Grid, Item, Line
from judge.cli.explained.teller import Teller, titled
from judge.domain.left_out import Ground, LeftOut
from judge.domain.sheet import Mark
from judge.ledger.acts import SHEET_RETURNED, SHEET_SETTLED
from judge.locale import N_, _, ngettext
from judge.locale.left_out import GROUNDS, NOT_ALL_MARKED
from judge.locale.worked import cut_figure, equation_words, figure, is_short, rounded_words
from judge.scoring.explaining.sheets import SheetSteps
from judge.services.figures.explained import ExplainedSheet

NO_MARK = "–"

_CHAIRS_WORDS = {
    SHEET_RETURNED: N_("The chair had returned it{reason}; it was submitted again."),
    SHEET_SETTLED: N_("It had been continued in several places; the chair settled what holds{reason}."),
}


def sheet_items(teller: Teller) -> Iterator[Item]:
    """How many sheets there are, a grid of marks, and of each sheet its total or why it does not count."""
    sheets = teller.sheets
    if not sheets:
        yield Line(_("No sheet has been assigned yet."))
        return
    counted = sum(sheet.steps is not None for sheet in sheets)
    said = ngettext(
        "{all} sheet was assigned; of these {counted} counts.",
        "{all} sheets were assigned; of these {counted} count.",
        len(sheets),
    )
    yield Line(said.format(all=len(sheets), counted=counted))
    shown = tuple(sheet for sheet in sheets if teller.tells_marks(sheet))
    if shown:
        yield _grid(teller, shown)
    for sheet in sheets:
        yield from _told(teller, sheet)


def _grid(teller: Teller, shown: tuple[ExplainedSheet, ...]) -> Grid:
    """A row a criterion, a column a sheet, in points as they were given."""
    criteria = teller.explained.rubric.criteria
    weights = [teller.weight(at) for at in range(len(criteria))]
    weighted = any(weight != 1 for weight in weights)
    head = (_("criterion"), _("full"), *((_("weight"),) if weighted else ()), *map(teller.reviewer, shown))
    rows = [
        (
            titled(criterion.title),
            figure(criterion.full_ticks * teller.explained.rubric.step),
            *((figure(weight),) if weighted else ()),
            *(_mark(teller, sheet.marks[at]) for sheet in shown),
        )
        for at, (criterion, weight) in enumerate(zip(criteria, weights, strict=True))
    ]
    last = (
        _("total"),
        _brief(teller, teller.full_points),
        *(("",) if weighted else ()),
        *(_brief(teller, sheet.steps.total.result) if sheet.steps else _("left out") for sheet in shown),
    )
    return Grid(head, tuple(rows), last)


def _brief(teller: Teller, value: Fraction) -> str:
    """A total in a column; the equation below the grid has it exactly."""
    return figure(value) if is_short(value) else cut_figure(value, teller.explained.method.decimals)


def _mark(teller: Teller, mark: Mark | None) -> str:
    if mark is None:
        return NO_MARK
    return _("n/a") if mark.ticks is None else figure(mark.ticks * teller.explained.rubric.step)


def _told(teller: Teller, sheet: ExplainedSheet) -> Iterator[Line]:
    """One sheet: its total as an equation, or why it does not count; and what else is to be known of it."""
    name = teller.reviewer(sheet)
    if sheet.steps is not None:
        yield Line(_(": ").join((name, _total(teller, sheet.steps))))
        yield from (Line(said, 1) for said in _of_total(teller, sheet.steps))
    if sheet.left_out is not None:
        yield Line(ground_words(teller, sheet, sheet.left_out), 1 if sheet.steps else 0)
    if not teller.anonymous:
        yield from (Line(said, 1) for said in _chairs_words(teller, sheet))
    if sheet.judged and sheet.judged != teller.explained.revision:
        said = _("It judged revision {judged}; the nomination has been changed since.")
        yield Line(said.format(judged=sheet.judged), 1)


def _chairs_words(teller: Teller, sheet: ExplainedSheet) -> Iterator[str]:
    if sheet.steps is None:
        return
    for word in sheet.words:
        if word.kind in _CHAIRS_WORDS:
            yield _(_CHAIRS_WORDS[word.kind]).format(reason=teller.reason(word.reason))


def _total(teller: Teller, steps: SheetSteps) -> str:
    said = equation_words(steps.total, teller.explained.method.decimals)
    return f"{said} {rounded_words(steps.rounded)}" if steps.rounded and not steps.adjusted else said


def _of_total(teller: Teller, steps: SheetSteps) -> Iterator[str]:
    """What did not apply to the sheet, and how the rest was scaled up for it; what calibrating made of it."""
    yield from _of_what_applies(teller, steps)
    if steps.adjusted is not None:
        yield from adjusted_words(steps.adjusted, steps.total.result)
        said = equation_words(steps.adjusted.equation, teller.explained.method.decimals)
        worked = f"{said} {rounded_words(steps.rounded)}" if steps.rounded else said
        yield _("Calibrated: {equation}").format(equation=worked)


def _of_what_applies(teller: Teller, steps: SheetSteps) -> Iterator[str]:
    explained = teller.explained
    absent = [
        titled(criterion.title)
        for criterion, points in zip(explained.rubric.criteria, steps.points, strict=True)
        if points is None
    ]
    if absent:
        said = _(
            "Not applicable, so that it counts neither as points nor as full points: {criteria}."
            " {points} of {applicable} points are the same as {total} of {full}."
        )
        yield said.format(
            criteria=_(", ").join(absent),
            points=figure(steps.total.sum),
            applicable=figure(steps.total.by),
            total=figure(steps.total.result),
            full=figure(steps.total.times),
        )


def ground_words(teller: Teller, sheet: ExplainedSheet, left_out: LeftOut) -> str:
    """Why a sheet does not count, in a sentence that begins with whose it is."""
    name = teller.reviewer(sheet)
    if left_out.ground is Ground.OPEN and (lacking := _unmarked(teller, sheet)):
        return f"{name} {_(NOT_ALL_MARKED).format(criteria=_(', ').join(lacking))}"
    reason = teller.reason(left_out.reason)
    by = teller.successor(left_out.by) or _("another reviewer")
    return f"{name} {_(GROUNDS[left_out.ground]).format(reason=reason, by=by)}"


def _unmarked(teller: Teller, sheet: ExplainedSheet) -> list[str]:
    """The criteria without a mark on a sheet that has some; none where its marks are not to be told."""
    if not teller.tells_marks(sheet):
        return []
    criteria = teller.explained.rubric.criteria
    return [titled(one.title) for one, mark in zip(criteria, sheet.marks, strict=True) if mark is None]
