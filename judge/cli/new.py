"""judge new: make an edition."""

from datetime import datetime
from pathlib import Path

import click

from judge.cli.arguments import alone, check_new_name, edition_words, is_one_line
from judge.domain.shown_url import without_password
from judge.locale import N_, _, language
from judge.scoring.method import Method
from judge.services.editions.edition import make_edition
from judge.services.editions.rules import read_programme
from judge.services.forms.files import own_forms_for
from judge.services.methods.catalogue import named_method
from judge.services.methods.using import check_method
from rubrics.catalogue import builtin_keys
from rubrics.model import Programme


@click.command(help=N_("Make an edition: one year's awards, in one file or one PostgreSQL database."))
@edition_words()
@click.option(
    "--title", help=N_("What the edition is called on every list; what rubrics of your own are called.")
)
@click.option(
    "--year", type=click.IntRange(1900, 9999), help=N_("The year of the awards; this year if left out.")
)
@click.option(
    "--rubrics",
    help=N_("A folder of rubrics, one rubric's file, or a built-in programme."),
    default="xinjiang_2019",
)
@click.option(
    "--method",
    metavar="NAME|FILE",
    help=N_("A method, by its name or TOML file; the default method if left out."),
)
@click.option(
    "--forms",
    type=click.Path(path_type=Path),
    help=N_("A folder of Word forms of your own, beside or instead of those that come with Judge."),
)
def command(  # noqa: PLR0913 - the options of one command
    words: tuple[str, ...],
    *,
    title: str | None,
    year: int | None,
    rubrics: str,
    method: str | None,
    forms: Path | None,
) -> None:
    """Make it and say what to do next."""
    if title is None and rubrics in builtin_keys():
        raise click.MissingParameter(param_hint="'--title'", param_type="option")
    if title is not None and (not title.strip() or not is_one_line(title)):
        raise click.UsageError(_("Give the edition a title of one visible line; it stands on every list."))
    location = alone(words)
    check_new_name(location)
    if "://" not in location and not location.endswith(".judge"):
        # By its name an edition is told from papers and workbooks, here and by JUDGE_EDITION.
        said = _("An edition's name ends in .judge; try {edition}.judge.")
        raise click.UsageError(said.format(edition=location))
    programme = read_programme(rubrics)
    own = own_forms_for(programme, forms) if forms else {}
    edition = make_edition(
        location,
        title=title or " ".join(programme.title.language(language()).split()),
        year=year or datetime.now().astimezone().year,
        programme=programme,
        method=_method(method, programme, rubrics) if method else None,
        forms=own,
    )
    edition.close()
    name = without_password(location)
    click.echo(_("Made {edition}: {awards} awards.").format(edition=name, awards=len(programme.awards)))
    click.echo(_("Next: judge import {edition} PATH…").format(edition=name))


def _method(asked: str, programme: Programme, rubrics: str) -> Method:
    """The method asked for, which must fit every award: what fits one alone is for the chair to rule."""
    named = named_method(asked, rubrics=Path(rubrics))
    check_method(programme, named, (award.key for award in programme.awards))
    return named.method
