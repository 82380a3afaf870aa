"""judge agreement: how far reviewers agree."""

import click

from judge.cli.arguments import as_json, edition_words, split
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.cli.tables import Column, print_table
from judge.locale import N_, _, language, ngettext
from judge.locale.agreement import alpha_meaning, reliability_words
from judge.scoring.agreement.alpha import Level
from judge.scoring.agreement.intraclass import Estimate, Form
from judge.services.figures.agreement import Agreement, AwardAgreement, BlockAgreement, agreement


@click.command(help=N_("Show how far reviewers agree, in total and on each criterion."))
@edition_words("[AWARD…]")
@as_json
def command(words: tuple[str, ...], *, as_json: bool) -> None:
    """Work it out for the awards named, or for all."""
    location, keys = split(words)
    with opened(location) as edition:
        wanted = keys or tuple(award.key for award in edition.programme.awards)
        found = [agreement(edition, key) for key in wanted]
    if as_json:
        print_json({"awards": [as_data(one) for one in found]})
        return
    for one in found:
        _print(one)


def _print(one: AwardAgreement) -> None:
    columns = [
        Column(_("criterion")),
        Column(_("alpha"), figures=True),
        Column("ICC(2,1)", figures=True, spare=1),
        Column("ICC(2,k)", figures=True),
        Column("W", figures=True, spare=2),
        Column(_("marks"), figures=True, spare=3),
    ]
    rows = [_row(line) for line in (*one.criteria, one.total)]
    print_table(columns, rows, one.title.language(language()))
    for said in _sentences(one):
        click.echo(said)


def _row(line: Agreement) -> tuple[str | int, ...]:
    block = line.blocks[0] if line.blocks else None
    title = line.title.language(language()) if line.title else _("total")
    forms = block.intraclass if block else {}
    w = block.concordance if block else None
    return (
        title,
        figure(line.alpha[Level.INTERVAL]),
        _interval(forms.get(Form.RANDOM)),
        _interval(forms.get(Form.RANDOM_MEAN)),
        figure(w.w if w else None),
        line.ratings,
    )


def figure(value: float | None) -> str:
    """A figure to two decimals; a dash for none."""
    return "–" if value is None else f"{value:.2f}"


def _interval(one: Estimate | None) -> str:
    if one is None or one.low is None or one.high is None:
        return figure(one.value if one else None)
    return f"{one.value:.2f} [{one.low:.2f}, {one.high:.2f}]"


def _sentences(one: AwardAgreement) -> list[str]:
    said = [
        ngettext(
            "{shared} of {nominations} nomination with sheets has two or more, by {reviewers} reviewers.",
            "{shared} of {nominations} nominations with sheets have two or more, by {reviewers} reviewers.",
            one.nominations,
        ).format(shared=one.shared, nominations=one.nominations, reviewers=one.reviewers),
        alpha_meaning(one.total.alpha[Level.INTERVAL]),
    ]
    if one.total.blocks:
        said += _of_block(one.total.blocks[0], len(one.total.blocks))
    elif one.shared:
        none = _("No two nominations were scored by the very same reviewers: ICC and W need such a block.")
        said.append(none)
    return said


def _of_block(block: BlockAgreement, count: int) -> list[str]:
    n, k = block.nominations, len(block.reviewers)
    if count > 1:
        said = _("ICC and W are of the largest of {count} blocks: {n} nominations by the same {k} reviewers.")
    else:
        said = _("ICC and W are of the {n} nominations that the same {k} reviewers scored.")
    told = [said.format(count=count, n=n, k=k)]
    mean = block.intraclass.get(Form.RANDOM_MEAN)
    if mean and mean.low is not None and mean.high is not None:
        words = reliability_words(mean.low, mean.high)
        told.append(_("The reliability of the mean of these {k} is {words}.").format(k=k, words=words))
    return told


def as_data(one: AwardAgreement) -> dict[str, object]:
    """An award's agreement for programs; null is no figure, never 0."""
    return {
        "award": one.award,
        "nominations": one.nominations,
        "shared": one.shared,
        "reviewers": one.reviewers,
        "total": _line(one.total),
        "criteria": [_line(line) for line in one.criteria],
    }


def _line(line: Agreement) -> dict[str, object]:
    return {
        "criterion": line.key or None,
        "ratings": line.ratings,
        "alpha": {level.value: value for level, value in line.alpha.items()},
        "meaning": alpha_meaning(line.alpha[Level.INTERVAL]),
        "blocks": [_block(block) for block in line.blocks],
    }


def _block(block: BlockAgreement) -> dict[str, object]:
    w = block.concordance
    return {
        "nominations": block.nominations,
        "reviewers": list(block.reviewers),
        "icc": {
            form.value: {"value": one.value, "low": one.low, "high": one.high}
            for form, one in block.intraclass.items()
        },
        "kendall": w and {"w": w.w, "chi_square": w.chi_square, "degrees": w.degrees, "chance": w.chance},
    }
