"""judge severity: how severe reviewers are, and whether to calibrate."""

from fractions import Fraction

import click

from judge.cli.arguments import as_json, edition_words, split
from judge.cli.calibration_data import caveat_data, millionths
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.cli.tables import Column, print_table
from judge.locale import N_, _, language, ngettext
from judge.locale.calibrations import advice_words, caveat_words, variance_words
from judge.scoring.exact import Exact, whole
from judge.scoring.rounding import as_text, half_up
from judge.services.figures.severity import AwardSeverity, PartMarks, ReviewerSeverity, SeverityPart, severity


@click.command(help=N_("Show how severe reviewers are, and whether to calibrate; nothing is changed."))
@edition_words("[AWARD…]")
@click.option(
    "--by-criterion",
    is_flag=True,
    help=N_("Beside totals fit marks, each criterion with a level of its own."),
)
@as_json
def command(words: tuple[str, ...], *, by_criterion: bool, as_json: bool) -> None:
    """Fit the awards named, or all."""
    location, keys = split(words)
    with opened(location) as edition:
        wanted = keys or tuple(award.key for award in edition.programme.awards)
        found = [severity(edition, key, by_criterion=by_criterion) for key in wanted]
    if as_json:
        print_json({"awards": [as_data(one) for one in found]})
        return
    for one in found:
        _print(one)


def _print(one: AwardSeverity) -> None:
    title = one.title.language(language())
    for number, part in enumerate(one.parts, start=1):
        of_part = _(", part {number} of {count}").format(number=number, count=len(one.parts))
        columns = _columns(by_marks=part.marks is not None)
        rows = (_row(reviewer, by_marks=part.marks is not None) for reviewer in part.reviewers)
        print_table(columns, rows, title + (of_part if len(one.parts) > 1 else ""))
        for said in _sentences(part):
            click.echo(said)
    if not one.parts:
        click.echo(_(": ").join((title, caveat_words("no-sheets", {}))))
        return
    for code, params in one.caveats:
        click.echo(caveat_words(code, params))
    click.echo(advice_words(one.advice))


def _columns(*, by_marks: bool) -> list[Column]:
    besides = [Column(_("of marks, %"), figures=True), Column(_("± of marks, %"), figures=True)]
    return [
        Column(_("reviewer"), key=True),
        Column(_("sheets"), figures=True),
        Column(_("mean"), figures=True, spare=1),
        Column(_("effect"), figures=True),
        Column(_("± standard error"), figures=True),
        *(besides if by_marks else ()),
    ]


def _row(one: ReviewerSeverity, *, by_marks: bool) -> tuple[str | int, ...]:
    of_marks = (
        (_signed(one.by_marks.percent), f"{one.by_marks.standard_error:.2f}") if one.by_marks else ("–", "–")
    )
    mean = Exact(whole([one.mean.numerator], one.mean.numerator), one.mean.denominator)
    return (
        one.reviewer,
        one.sheets,
        as_text(int(half_up(mean, 2)[0]), 2),
        "–" if one.effect is None else _signed(one.effect),
        "–" if one.standard_error is None else f"{one.standard_error:.2f}",
        *(of_marks if by_marks else ()),
    )


def _signed(effect: Fraction | float) -> str:
    """A figure of points with its sign; without one where it prints as nothing."""
    printed = f"{float(effect):+.2f}"
    return "0.00" if printed in {"+0.00", "-0.00"} else printed


def _sentences(part: SeverityPart) -> list[str]:
    said = [
        ngettext(
            "{nominations} nomination, {reviewers} reviewers, {sheets} sheets.",
            "{nominations} nominations, {reviewers} reviewers, {sheets} sheets.",
            part.nominations,
        ).format(nominations=part.nominations, reviewers=len(part.reviewers), sheets=part.sheets)
    ]
    v = part.variances
    if v is not None:
        said.append(variance_words(v.nomination, v.reviewer, v.error))
        said.append(
            _("A reviewer with an effect above 0 is more lenient than the panel, below 0 more severe.")
        )
    said += [caveat_words(code, params) for code, params in part.caveats]
    return said + (_of_marks(part.marks) if part.marks else [])


def _of_marks(marks: PartMarks) -> list[str]:
    """Where criteria stand by the model of marks, and what is to be known of it."""
    if marks.unsettled:
        return [_("Of marks: {said}").format(said=caveat_words(marks.unsettled, {}))]
    levels = _("; ").join(f"{one.title.language(language())} {one.percent:.1f}" for one in marks.levels)
    return [
        _("Marks in percent of full points stand at: {levels}.").format(levels=levels),
        _(
            "Marks of one sheet hang together more than the model of marks supposes: its standard errors are"
            " too small where one impression colours all criteria."
        ),
    ]


def as_data(one: AwardSeverity) -> dict[str, object]:
    """An award's severity for programs; null is no figure, never 0."""
    return {
        "award": one.award,
        "connected": len(one.parts) < 2,
        "advice": {"code": one.advice, "said": advice_words(one.advice)},
        "caveats": [caveat_data(caveat) for caveat in one.caveats],
        "parts": [_part(part) for part in one.parts],
    }


def _part(part: SeverityPart) -> dict[str, object]:
    v = part.variances
    return {
        "first": part.first,
        "nominations": part.nominations,
        "sheets": part.sheets,
        "variances": v and {"nomination": v.nomination, "reviewer": v.reviewer, "error": v.error},
        "share": part.share,
        "reviewers": [
            {
                "reviewer": one.reviewer,
                "sheets": one.sheets,
                "mean": str(one.mean),
                "effect": None if one.effect is None else millionths(one.effect),
                "standard_error": one.standard_error,
                "by_marks": one.by_marks and dict(one.by_marks._asdict()),
            }
            for one in part.reviewers
        ],
        "caveats": [caveat_data(caveat) for caveat in part.caveats],
        "marks": part.marks and _marks(part.marks),
    }


def _marks(marks: PartMarks) -> dict[str, object]:
    v = marks.variances
    return {
        "levels": {one.criterion: one.percent for one in marks.levels},
        "variances": v and {"nomination": v.nomination, "reviewer": v.reviewer, "error": v.error},
        "unsettled": marks.unsettled or None,
    }
