"""Forked sheets in the shell: as tables for the chair, as JSON for programs."""

from collections.abc import Iterator, Sequence

import click

from judge.cli.sheet_tables import mark_json, mark_text
from judge.cli.tables import Column, print_table
from judge.domain.fork import ForkedSheet, ForkSide
from judge.locale import _, language
from judge.locale.sheet_states import STATES
from judge.services.editions.edition import Edition


def print_forks(edition: Edition, forks: Sequence[ForkedSheet]) -> None:
    """Every forked sheet: its sides, and under them the criteria on which they differ."""
    if not forks:
        click.echo(_("No sheet is forked."))
        return
    for fork in forks:
        said = _("{nomination}, sheet of {reviewer}:")
        click.echo(said.format(nomination=fork.nomination, reviewer=fork.reviewer))
        columns = [
            Column(_("side"), key=True),
            Column(_("pen"), key=True),
            Column(_("sheet")),
            *(Column(title, figures=True) for title in _titles(edition, fork)),
        ]
        print_table(columns, [_line(edition, fork, side) for side in fork.sides])


def _titles(edition: Edition, fork: ForkedSheet) -> Iterator[str]:
    rubric = edition.rubrics[fork.rubric]
    for one in fork.contested:
        yield rubric.criterion(one.criterion).title.language(language())


def _line(edition: Edition, fork: ForkedSheet, side: ForkSide) -> tuple[str, ...]:
    rubric = edition.rubrics[fork.rubric]
    marks = (mark_text(side.marks.get(one.criterion), rubric) for one in fork.contested)
    return (side.key, side.pen, _(STATES[side.state]), *marks)


def forks_json(edition: Edition, forks: Sequence[ForkedSheet]) -> list[dict[str, object]]:
    """The same for programs; points as exact text."""
    return [_as_json(edition, fork) for fork in forks]


def _as_json(edition: Edition, fork: ForkedSheet) -> dict[str, object]:
    rubric = edition.rubrics[fork.rubric]
    return {
        "nomination": fork.nomination,
        "reviewer": fork.reviewer,
        "state_contested": fork.state_contested,
        "sides": [
            {"key": s.key, "pen": s.pen, "at": s.at, "state": s.state.value, "reason": s.reason}
            for s in fork.sides
        ],
        "contested": [
            {
                "criterion": one.criterion,
                "variants": [
                    {"points": mark_json(variant.mark, rubric), "pens": list(variant.pens)}
                    for variant in one.variants
                ],
            }
            for one in fork.contested
        ],
    }
