"""judge set: the edition's settings, shown and changed."""

import click

from judge.cli.arguments import as_json, edition_words, split
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.cli.tables import Column, print_table
from judge.locale import N_, _
from judge.services.editions.settings import SettingNow, change_setting, setting, settings

_MOST_WORDS = 2
"""A key and a value."""


@click.command(help=N_("Show the edition's settings, or change one."))
@edition_words("[KEY [VALUE]]")
@click.option("--reason", default="", help=N_("Why it is changed; kept in the ledger."))
@as_json
def command(words: tuple[str, ...], *, reason: str, as_json: bool) -> None:
    """Show all settings, one of them, or give one another value."""
    location, asked = split(words)
    if len(asked) > _MOST_WORDS:
        raise click.UsageError(_("Not expected here: {words}.").format(words=" ".join(asked[_MOST_WORDS:])))
    if reason and len(asked) < _MOST_WORDS:
        raise click.UsageError(_("--reason goes with a new value."))
    with opened(location) as edition:
        change = None
        if len(asked) == _MOST_WORDS:
            change = change_setting(edition, asked[0], asked[1], reason)
        shown = (setting(edition, asked[0]),) if asked else settings(edition)
    if as_json:
        print_json({"settings": [_as_json(now) for now in shown]})
    elif change is None:
        _print(shown)
    elif change[0] == change[1]:
        click.echo(_("{key} is {value} already.").format(key=asked[0], value=change[1]))
    else:
        click.echo(f"{asked[0]}{_(': ')}{change[0]} → {change[1]}")


def _print(shown: tuple[SettingNow, ...]) -> None:
    columns = [Column(_(word)) for word in (N_("setting"), N_("value"), N_("default"), N_("meaning"))]
    rows = [
        (now.definition.key, now.value, now.definition.default, _(now.definition.meaning)) for now in shown
    ]
    print_table(columns, rows)
    for now in shown:
        if now.reason:
            click.echo(f"{now.definition.key}{_(': ')}{now.reason}")


def _as_json(now: SettingNow) -> dict[str, str]:
    return {
        "key": now.definition.key,
        "value": now.value,
        "default": now.definition.default,
        "meaning": _(now.definition.meaning),
        "reason": now.reason,
    }
