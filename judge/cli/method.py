"""judge method: methods by name, in words, side by side, and by which one an award is counted."""

from typing import TYPE_CHECKING

import click

from judge.cli.arguments import EDITION_VARIABLE, as_json, edition_words, is_edition, split
from judge.cli.lazy import SpokenGroup
from judge.cli.method_tables import held_json, method_json, print_held, print_method, print_methods
from judge.cli.output import print_json
from judge.locale import N_, _
from judge.scoring.method import Method
from judge.services.methods.catalogue import builtin_methods, named_method
from rubrics.model import Rubric

if TYPE_CHECKING:
    from judge.services.methods.holding import HeldMethod


@click.group(cls=SpokenGroup, help=N_("Show methods of scoring, compare them, and rule which one counts."))
def command() -> None:
    """The group itself; what it does is in its commands."""


@command.command("list", help=N_("List the methods that come with Judge, and those that count an edition."))
@click.argument("edition", required=False, envvar=EDITION_VARIABLE)
@as_json
def _list(edition: str | None, *, as_json: bool) -> None:
    held: tuple[HeldMethod, ...] = ()
    if edition is not None:
        # The store is loaded where an edition is named, here and below.
        from judge.cli.opening import opened  # noqa: PLC0415 - only with an edition
        from judge.services.methods.holding import held_methods  # noqa: PLC0415 - only with an edition

        with opened(edition) as known:
            held = held_methods(known)
    if as_json:
        methods = [{"name": name, **method_json(one)} for name, one in builtin_methods().items()]
        print_json({"methods": methods, "awards": [held_json(one) for one in held]})
        return
    print_methods(builtin_methods())
    if held:
        print_held(held)


@command.command("show", help=N_("Show a method in words: by its name, of a file, or that of an edition."))
@click.argument("asked", metavar="NAME|FILE|EDITION")
@click.argument("award", required=False)
@click.option("--toml", "as_toml", is_flag=True, help=N_("Print it as a file, to be copied and changed."))
@as_json
def _show(asked: str, award: str | None, *, as_toml: bool, as_json: bool) -> None:
    if as_toml and as_json:
        raise click.UsageError(_("Choose --toml or --json."))
    method, rubric = _asked(asked, award)
    if as_json:
        print_json(method_json(method, rubric))
    else:
        print_method(method, rubric, as_toml=as_toml)


def _asked(asked: str, award: str | None) -> tuple[Method, Rubric | None]:
    """The method that is meant, and the rubric of the award that it counts where one was named."""
    if not is_edition(asked):
        if award is not None:
            raise click.UsageError(_("An award is named after an edition: show 2019.judge qc-group."))
        return named_method(asked).method, None
    from judge.cli.opening import opened  # noqa: PLC0415 - only with an edition
    from judge.services.methods.holding import held_method  # noqa: PLC0415 - only with an edition

    with opened(asked) as edition:
        if award is None:
            return edition.method, None
        held = held_method(edition, award)
        return held.method, held.rubric


@command.command("compare", help=N_("Show lists side by side by several methods; nothing is changed."))
@edition_words("[LIST…]")
@click.option(
    "--with",
    "names",
    multiple=True,
    required=True,
    metavar="NAME|FILE",
    help=N_("A method to compare with, by its name or file; may be given several times."),
)
@click.option("--all", "everybody", is_flag=True, help=N_("Show those as well whose place is the same."))
@as_json
def _compare(words: tuple[str, ...], *, names: tuple[str, ...], everybody: bool, as_json: bool) -> None:
    from judge.cli.comparison_tables import comparison_json, print_comparison  # noqa: PLC0415 - only with an edition
    from judge.cli.opening import opened  # noqa: PLC0415 - only with an edition
    from judge.services.methods.comparing import compare_methods  # noqa: PLC0415 - only with an edition

    location, keys = split(words)
    with opened(location) as edition:
        methods = [named_method(name, edition=edition) for name in dict.fromkeys(names)]
        compared = compare_methods(edition, keys, methods)
    if as_json:
        print_json({"lists": [comparison_json(one) for one in compared]})
        return
    for one in compared:
        print_comparison(one, everybody=everybody)


@command.command("use", help=N_("Rule that awards are counted by another method from now on."))
@edition_words("NAME|FILE")
@click.option(
    "--award", "awards", multiple=True, metavar="AWARD", help=N_("The award that is meant; all if left out.")
)
@click.option("--reason", default="", help=N_("Why; kept with the ruling. It must be given."))
@click.option(
    "--preview", "--dry-run", "previewing", is_flag=True, help=N_("Show what would change; nothing is ruled.")
)
@as_json
def _use(
    words: tuple[str, ...], *, awards: tuple[str, ...], reason: str, previewing: bool, as_json: bool
) -> None:
    from judge.cli.opening import opened  # noqa: PLC0415 - only with an edition
    from judge.cli.ruling_tables import print_previews  # noqa: PLC0415 - only with an edition
    from judge.services.methods.using import preview_method, use_method  # noqa: PLC0415 - only with an edition

    location, (name, *more) = _split(words)
    if not name or more:
        raise click.UsageError(_("Say one method, by its name or file: use 2019.judge median."))
    if as_json and not previewing:
        raise click.UsageError(_("--json goes with --preview; “judge rule --list --json” shows the rulings."))
    with opened(location) as edition:
        named = named_method(name, edition=edition)
        meant = tuple(dict.fromkeys(awards)) or tuple(award.key for award in edition.programme.awards)
        if previewing:
            shown = preview_method(edition, meant, named, reason)
            print_previews(shown, as_json=as_json)
            return
        new = use_method(edition, meant, named, reason)
    said = _("Ruled: {awards} counted by “{name}” from now on.") if new else _("That holds already.")
    click.echo(said.format(awards=_(", ").join(new), name=name), err=True)


def _split(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    location, asked = split(words)
    return location, asked or ("",)
