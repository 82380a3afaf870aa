"""Lists by several methods side by side, as a table and as JSON."""

import click

from judge.cli.ranking import method_notes
from judge.cli.refused import refusal_words, uncounted_data
from judge.cli.ruling_tables import line_json
from judge.cli.tables import Column, print_table
from judge.domain.standing import RankedLine
from judge.locale import _, language, ngettext
from judge.locale.standings import standing_words
from judge.services.methods.comparing import Comparison, Effect, Moved


def print_comparison(compared: Comparison, *, everybody: bool) -> None:
    """A list as it is beside what the methods make of it; those who stay where they are only if asked for."""
    shown = [one for one in compared.nominations if everybody or any(one.differs)]
    title = compared.now.title.language(language())
    if shown:
        columns = [
            Column(_("nomination"), key=True),
            Column(_("name"), spare=2),
            Column(_("body"), spare=1),
            Column(_("as it is")),
            *(Column(effect.name) for effect in compared.effects),
        ]
        print_table(columns, [_cells(one, counted=compared.uncounted is None) for one in shown], title)
    else:
        click.echo(title)
    if compared.uncounted:
        for said in refusal_words(compared.uncounted):
            click.echo(_("As it is, it cannot be counted: {why}").format(why=said))
    names = {one.nomination.nomination.key: one.nomination.nomination.name for one in compared.nominations}
    for effect in compared.effects:
        for said in _effect_words(effect, names, counted=compared.uncounted is None):
            click.echo(said)


def _cells(one: Moved, *, counted: bool) -> tuple[str, ...]:
    nomination = one.nomination
    before = _line_words(one.before, differs=True) if counted else _("not counted")
    after = (_line_words(line, differs=differs) for line, differs in zip(one.after, one.differs, strict=True))
    return nomination.nomination.key, nomination.nomination.name, nomination.body, before, *after


def _line_words(line: RankedLine | None, *, differs: bool) -> str:
    """Place, score and standing; of a line that stands as it is only the score."""
    if line is None:
        return _("not on the list")
    if not differs:
        return _("the same; {score}").format(score=line.printed or "–")
    words = (str(line.rank or "–"), line.printed or "–", standing_words(line))
    return _("; ").join(words)


def _effect_words(effect: Effect, names: dict[str, str], *, counted: bool) -> list[str]:
    """What a method changes, where there is something `counted` that it can change; and its notes."""
    said = _change_words(effect, names) if counted else []
    return said + [f"{effect.name}{_(': ')}{note}" for note in method_notes(effect.ranked)]


def _change_words(effect: Effect, names: dict[str, str]) -> list[str]:
    moved = ngettext("{name}: {count} place moves.", "{name}: {count} places move.", len(effect.moved))
    said = [moved.format(name=effect.name, count=len(effect.moved))]
    for template, keys in (
        (_("{name}: a seat more for {nominations}."), effect.seated),
        (_("{name}: no seat any more for {nominations}."), effect.unseated),
    ):
        if keys:
            listed = _(", ").join(f"{key} {names[key]}" for key in keys)
            said.append(template.format(name=effect.name, nominations=listed))
    return said


def comparison_json(compared: Comparison) -> dict[str, object]:
    """A comparison for programs."""
    return {
        "list": compared.now.key,
        "award": compared.now.award,
        "method": compared.now.method.to_mapping(),
        "uncounted": uncounted_data(compared.uncounted),
        "compared": [
            {
                "name": effect.name,
                "method": effect.ranked.method.to_mapping(),
                "straddles": effect.ranked.straddles,
                "moved": list(effect.moved),
                "seated": list(effect.seated),
                "unseated": list(effect.unseated),
            }
            for effect in compared.effects
        ],
        "nominations": [
            {
                "nomination": one.nomination.nomination.key,
                "name": one.nomination.nomination.name,
                "body": one.nomination.body,
                "now": line_json(one.before),
                "then": [line_json(line) for line in one.after],
                "differs": list(one.differs),
            }
            for one in compared.nominations
        ],
    }
