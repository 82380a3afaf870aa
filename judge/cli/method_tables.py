"""Methods as tables for people, as files, and as JSON for programs."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from judge.cli.tables import Column, print_table
from judge.locale import _, language
from judge.locale.methods import caveats, method_settings, method_words
from judge.scoring.method import Method
from rubrics.model import Rubric

if TYPE_CHECKING:
    from judge.services.methods.holding import HeldMethod


def print_methods(methods: Mapping[str, Method]) -> None:
    """The methods by name."""
    columns = [Column(_("name"), key=True), Column(_("title"), spare=1), Column(_("method"))]
    print_table(columns, [(name, title_words(one), method_words(one)) for name, one in methods.items()])


def print_held(held: Iterable["HeldMethod"]) -> None:
    """What counts each award of an edition."""
    columns = [Column(_("award"), key=True), Column(_("whose")), Column(_("method"))]
    rows = [(one.award, _whose(one), method_words(one.method, one.rubric)) for one in held]
    print_table(columns, rows, _("By which method each award is counted"))


def _whose(one: "HeldMethod") -> str:
    said = _("by ruling") if one.ruled else _("the edition's")
    return said if one.quorum is None else _("{method}, with a quorum by ruling").format(method=said)


def print_method(method: Method, rubric: Rubric | None, *, as_toml: bool) -> None:
    """Every setting in words, and what should be known of it; or the file that says the same."""
    settings = list(method_settings(method, rubric))
    if as_toml:
        click.echo("\n".join(setting.line for setting in settings))
        return
    columns = [Column(_("setting")), Column(_("value")), Column(_("in its file"), spare=1)]
    print_table(columns, settings, title_words(method))
    for said in (method_words(method, rubric), *caveats(method, rubric)):
        click.echo(said)


def title_words(method: Method) -> str:
    """The method's name in the language in force; "" where it has none."""
    return method.title.language(language()) if method.title else ""


def method_json(method: Method, rubric: Rubric | None = None) -> dict[str, object]:
    """A method for programs: its settings in full, and what they mean."""
    return {
        "method": method.to_mapping(),
        "words": method_words(method, rubric),
        "caveats": list(caveats(method, rubric)),
    }


def held_json(held: "HeldMethod") -> dict[str, object]:
    """What counts an award, for programs."""
    return {
        "award": held.award,
        "ruled": held.ruled,
        "quorum_ruled": held.quorum,
        **method_json(held.method, held.rubric),
    }
