"""The score of an explanation: the order of what counts, what is left out, and what the rest comes to."""

from collections.abc import Iterator, Sequence

from judge.cli.explained.calibrated import moved_words, raw_words
from judge.cli.explained.paper import Item, Line
from judge.cli.explained.sheets import ground_words
from judge.cli.explained.teller import Teller, titled
from judge.locale import _, ngettext
from judge.locale.grounds import bracketed
from judge.locale.methods import CHOICES
from judge.locale.worked import cut_figure, equation_words, figure, is_short, rounded_words
from judge.scoring.explaining.combining import Fate, Placed, Row, ScoreSteps


def score_items(teller: Teller) -> Iterator[Item]:
    """How the counted sheets make the score, or why there is none yet."""
    score = teller.explained.score
    if score is None:
        yield from (Line(said) for said in _missing(teller))
        return
    yield from _of_totals(teller, score) if score.total is None else _of_criteria(teller, score)
    if score.moved is not None:
        *told, equation = moved_words(score.moved, teller.explained.method.decimals)
        yield from map(Line, told)
        yield Line(_printed(teller, equation, score))
    if teller.explained.raw is not None:
        line = next((one.placing.line for one in teller.explained.lists if one.placing), None)
        yield from (Line(said) for said in raw_words(teller, teller.explained.raw, line))


def _missing(teller: Teller) -> Iterator[str]:
    """Why there is no score yet, in a sentence each."""
    explained = teller.explained
    counted = sum(sheet.steps is not None for sheet in explained.sheets)
    yield _("There is no score yet. That is no score of zero: it says nothing about the work.")
    if counted < explained.method.min_sheets:
        yield ngettext(
            "A score takes {least} sheet at least, and {counted} count.",
            "A score takes {least} sheets at least, and {counted} count.",
            explained.method.min_sheets,
        ).format(least=explained.method.min_sheets, counted=counted)
    for sheet in teller.sheets:
        if sheet.left_out and sheet.left_out.is_waited_for:
            yield _("The reason: {said}").format(said=ground_words(teller, sheet, sheet.left_out))


def _of_totals(teller: Teller, score: ScoreSteps) -> Iterator[Item]:
    (row,) = score.rows
    yield Line(
        _("The totals in order, the lowest first: {values}.").format(values=_values(teller, row.values))
    )
    yield from (Line(said) for said in _left_out_words(teller, row))
    yield Line(_worked(teller, score))


def _of_criteria(teller: Teller, score: ScoreSteps) -> Iterator[Item]:
    yield Line(_("The marks of each criterion by itself, the lowest first:"))
    for row in score.rows:
        assert row.criterion is not None  # noqa: S101 - rows of a score made by criterion
        title = titled(teller.explained.rubric.criteria[row.criterion].title)
        values = _values(teller, row.values) or _(
            "no sheet has a mark of it; it counts neither as points nor as full points"
        )
        yield Line(_(": ").join((title, values)))
        yield from (Line(said, 1) for said in _left_out_words(teller, row))
        if row.mean is not None:
            said = equation_words(row.mean, teller.explained.method.decimals)
            yield Line(f"{said} {rounded_words(row.rounded)}" if row.rounded else said, 1)
    yield Line(_("From the criteria's means, as a sheet's total is made of marks:"))
    yield Line(_worked(teller, score))


def _worked(teller: Teller, score: ScoreSteps) -> str:
    """What the score is made of; rounded here unless it is moved before that."""
    equation = score.total or score.rows[0].mean
    assert equation is not None  # noqa: S101 - a score is made of something
    said = equation_words(equation, teller.explained.method.decimals)
    return said if score.moved else _printed(teller, said, score)


def _printed(teller: Teller, said: str, score: ScoreSteps) -> str:
    """The last equation, with the rule by which its result is rounded."""
    method = teller.explained.method
    rule = ngettext(
        "{decimals} decimal, {rounding}", "{decimals} decimals, {rounding}", method.decimals
    ).format(decimals=method.decimals, rounding=_(CHOICES["rounding", method.rounding]))
    return bracketed(f"{said} {rounded_words(score.printed)}", rule)


def _left_out_words(teller: Teller, row: Row) -> Iterator[str]:
    """Which values are left out by which rule, or from how many on any would be."""
    method = teller.explained.method
    count = len(row.values)
    if not count:
        return
    if method.combine == "median":
        kept = [one for one in row.values if one.fate is Fate.KEPT]
        said = ngettext(
            "The middle one counts: {values}.",
            "The mean of the two in the middle counts: {values}.",
            len(kept),
        )
        yield said.format(values=_values(teller, kept))
    elif method.combine == "mean":
        yield _("The method leaves none out.")
    elif count < method.trim_from:
        yield ngettext(
            "There is {count}; only from {trim_from} on are the lowest and the highest left out: all count.",
            "There are {count}; only from {trim_from} on are the lowest and the highest left out: all count.",
            count,
        ).format(count=count, trim_from=method.trim_from)
    else:
        yield _(
            "There are {count}, and from {trim_from} on the method leaves out the lowest ({low}) and the"
            " highest ({high}): {values}."
        ).format(
            count=count,
            trim_from=method.trim_from,
            low=method.drop_low,
            high=method.drop_high,
            values=_values(teller, [one for one in row.values if one.fate is not Fate.KEPT]) or _("none"),
        )
    if row.is_chosen_among_equals and method.combine == "median":
        yield _("Of equal ones it does not matter which stands in the middle: the result is the same.")
    elif row.is_chosen_among_equals:
        yield _(
            "Of equal ones, which stand in the order of the reviewers' appointment, it does not matter which"
            " is left out: the result is the same."
        )


def _values(teller: Teller, values: Sequence[Placed]) -> str:
    return _(", ").join(bracketed(_shown(teller, one), teller.reviewer_of(one.reviewer)) for one in values)


def _shown(teller: Teller, one: Placed) -> str:
    if is_short(one.value):
        return figure(one.value)
    return f"{figure(one.value)} = {cut_figure(one.value, teller.explained.method.decimals)}"
