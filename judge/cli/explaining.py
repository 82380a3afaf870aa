"""judge explain: every step from a nomination's marks to its places, for people and for programs."""

import click

from judge.cli.arguments import as_json, edition_words, split
from judge.cli.explained.data import as_data
from judge.cli.explained.paper_of import explained_page
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.locale import N_, _
from judge.services.figures.explaining import explain


@click.command(help=N_("Show every step from a nomination's marks to its score, its place and its standing."))
@edition_words("NOMINATION…")
@click.option(
    "--list",
    "keys",
    multiple=True,
    metavar="LIST",
    help=N_("Explain its place on this list alone, by its key."),
)
@click.option(
    "--anonymous",
    is_flag=True,
    help=N_("For those who are judged: numbers for reviewers, and no reasons of theirs."),
)
@as_json
def command(words: tuple[str, ...], *, keys: tuple[str, ...], anonymous: bool, as_json: bool) -> None:
    """Explain the nominations named, each by itself."""
    location, named = split(words)
    if not named:
        raise click.UsageError(_("Say which nomination, by its key or its name."))
    with opened(location) as edition:
        explained = explain(edition, named, keys)
    if as_json:
        print_json({"nominations": [as_data(one, anonymous=anonymous) for one in explained]})
        return
    for at, one in enumerate(explained):
        if at:
            click.echo("\n" + "=" * 80 + "\n")
        for line in explained_page(one, anonymous=anonymous):
            click.echo(line)
