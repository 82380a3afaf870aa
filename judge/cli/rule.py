"""judge rule: rulings of the chair from the shell."""

import click

from judge.cli.arguments import as_json, edition_words, split
from judge.cli.fork_tables import forks_json, print_forks
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.cli.ruling_deeds import DEEDS, PREVIEWED, Asked
from judge.cli.ruling_tables import print_preview, print_rulings, ruling_json
from judge.locale import N_, _
from judge.services.editions.edition import Edition
from judge.services.lists.previewing import preview
from judge.services.lists.ruling import rulings
from judge.services.sheets.settling import forked_sheets


@click.command(
    help=N_(
        "Rule as the chair: admit a file after the filing deadline, return a submitted sheet, settle one that"
        " was continued in several places, close a panel's work with absentees, set another least number of"
        " sheets, let a reviewer go; or list the rulings."
    )
)
@edition_words(
    "[admit FILE | return NOMINATION REVIEWER | settle [NOMINATION REVIEWER] | close KEY | reopen KEY"
    " | quorum AWARD NUMBER | withdraw REVIEWER | reinstate REVIEWER]"
)
@click.option("--reason", default="", help=N_("Why; kept with the ruling. It must be given."))
@click.option(
    "--nomination", help=N_("The nomination, by its key, that the file changes; a new one if left out.")
)
@click.option("--take", default="", metavar="SIDE", help=N_("The side that holds, by its pen or its key."))
@click.option(
    "--mark",
    "marks",
    multiple=True,
    metavar="CRITERION=POINTS",
    help=N_("The mark that holds where the sides differ; as with “judge score --set”."),
)
@click.option(
    "--replaced-by",
    "successors",
    multiple=True,
    metavar="REVIEWER",
    help=N_("Who judges in a withdrawn reviewer's place; of several each sheet goes to the first who may."),
)
@click.option("--leave-out", "leaving_out", is_flag=True, help=N_("What they have submitted does not count."))
@click.option(
    "--preview", "--dry-run", "previewing", is_flag=True, help=N_("Show what would change; nothing is ruled.")
)
@click.option("--list", "listing", is_flag=True, help=N_("Show every ruling."))
@as_json
def command(
    words: tuple[str, ...], *, previewing: bool, listing: bool, as_json: bool, **told: object
) -> None:
    """Make a ruling, show what it would change, or list them all."""
    location, (word, *more) = _split(words)
    if listing == bool(word) or (word and word not in DEEDS):
        deeds = ", ".join(DEEDS)
        raise click.UsageError(_("Say what to rule ({deeds}), or --list.").format(deeds=deeds))
    asked = Asked(tuple(more), **told)  # type: ignore[arg-type]  # as declared above
    if previewing:
        _preview(location, word, asked, as_json=as_json)
        return
    with opened(location) as edition:
        if word == "settle" and not more:
            _show_forks(edition, as_json=as_json)
            return
        if word:
            DEEDS[word](edition, asked)
        made = rulings(edition) if listing or as_json else ()
    if as_json:
        print_json({"rulings": [ruling_json(ruling) for ruling in made]})
    elif listing:
        print_rulings(made)


def _show_forks(edition: Edition, *, as_json: bool) -> None:
    forks = forked_sheets(edition)
    if as_json:
        print_json({"forked": forks_json(edition, forks)})
    else:
        print_forks(edition, forks)


def _split(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    location, asked = split(words)
    return location, asked or ("",)


def _preview(location: str, word: str, asked: Asked, *, as_json: bool) -> None:
    if word not in PREVIEWED:
        said = _("--preview shows what {deeds} would change.")
        raise click.UsageError(said.format(deeds=", ".join(PREVIEWED)))
    decide = PREVIEWED[word]
    with opened(location) as edition:
        shown = preview(edition, lambda connection: decide(edition, connection, asked))
    print_preview(shown, as_json=as_json)
