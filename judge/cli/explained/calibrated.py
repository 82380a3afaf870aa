"""What calibrating did, in an explanation: to a total, to a score, and what is to be known of it."""

from collections.abc import Iterator
from fractions import Fraction

from judge.cli.explained.teller import Teller
from judge.domain.standing import RankedLine
from judge.locale import _, ngettext
from judge.locale.calibrations import caveat_words
from judge.locale.sentences import on_one_line
from judge.locale.worked import BY, MINUS, TIMES, equation_words, figure
from judge.scoring.calibration.record import ReviewerEffect
from judge.scoring.explaining.accounts import Adjusted
from judge.scoring.explaining.combining import Moved, ScoreSteps
from judge.services.lists.calibrating import named_caveat


def adjusted_words(adjusted: Adjusted, total: Fraction) -> Iterator[str]:
    """What a total is calibrated by: its reviewer's effect, or the reviewer's scale beside that of all."""
    if adjusted.effect is not None:
        yield _effect_words(adjusted.effect)
    if adjusted.scale is not None and adjusted.every is not None:
        mean = _to_six_decimals(adjusted.scale.mean)
        deviation = _to_six_decimals(adjusted.scale.deviation)
        every = _to_six_decimals(adjusted.every.deviation)
        away = figure(adjusted.equation.result - adjusted.equation.terms[0].value)
        yield _("Its reviewer's totals: mean {mean}, standard deviation {deviation}. {equation}").format(
            mean=mean,
            deviation=deviation,
            equation=f"({figure(total)} {MINUS} {mean}) {TIMES} {every} {BY} {deviation} ≈ {away}",
        )


def _effect_words(effect: ReviewerEffect) -> str:
    if effect.effect < 0:
        said = ngettext(
            "So far as {sheets} sheet tells, its reviewer gives {points} points less than the panel (standard"
            " error {error}); that is added.",
            "So far as {sheets} sheets tell, its reviewer gives {points} points less than the panel (standard"
            " error {error}); that is added.",
            effect.sheets,
        )
    else:
        said = ngettext(
            "So far as {sheets} sheet tells, its reviewer gives {points} points more than the panel (standard"
            " error {error}); that is taken off.",
            "So far as {sheets} sheets tell, its reviewer gives {points} points more than the panel (standard"
            " error {error}); that is taken off.",
            effect.sheets,
        )
    error = f"{effect.standard_error:.2f}"
    return said.format(sheets=effect.sheets, points=figure(abs(effect.effect)), error=error)


def moved_words(moved: Moved, decimals: int) -> Iterator[str]:
    """By what a section's scores are moved, and this one's equation."""
    shift = moved.shift
    yield _(
        "Sections are evened out: the {count} scores of section “{section}” have the mean {mean} (to six"
        " decimals), and each is moved by {shift}, which brings them to the mean of all scores."
    ).format(
        count=shift.nominations,
        section=on_one_line(shift.section),
        mean=_to_six_decimals(shift.mean),
        shift=figure(shift.shift),
    )
    yield equation_words(moved.equation, decimals)


def raw_words(teller: Teller, raw: ScoreSteps, line: RankedLine | None) -> Iterator[str]:
    """What the same method says without calibrating."""
    equation = raw.total or raw.rows[0].mean
    if equation is None:
        return
    said = equation_words(equation, teller.explained.method.decimals)
    yield _("Without calibrating: {equation}").format(
        equation=f"{said} → {raw.printed.text.replace('-', MINUS)}"
    )
    if line is not None and line.raw is not None and line.raw.rank is not None:
        yield _("The place without calibrating: {rank}, in its body {rank_in_body}.").format(
            rank=line.raw.rank, rank_in_body=line.raw.rank_in_body
        )


def calibration_words(teller: Teller) -> Iterator[str]:
    """What is to be known of the calibration; what would name reviewers is not told to those judged."""
    calibration = teller.explained.calibration
    every = next(
        (one.steps.adjusted.every for one in teller.explained.sheets if one.steps and one.steps.adjusted),
        None,
    )
    if every is not None:
        yield _(
            "All totals have the mean {mean} and the standard deviation {deviation}. Of a total is made: the"
            " mean of all + (total − its reviewer's mean) × {deviation} ÷ its reviewer's standard deviation,"
            " each of the two parts to the nearest millionth. Means and deviations are shown to six decimals."
        ).format(mean=_to_six_decimals(every.mean), deviation=_to_six_decimals(every.deviation))
    for caveat in calibration.caveats if calibration else ():
        if not (teller.anonymous and caveat.reviewers):
            named = named_caveat(caveat, teller.explained.reviewers)
            yield caveat_words(named.code, named.params)


def _to_six_decimals(value: Fraction | float) -> str:
    """A figure that serves to follow a step, and is not what the step is made of."""
    return f"{float(value):.6f}".rstrip("0").rstrip(".").replace("-", MINUS)
