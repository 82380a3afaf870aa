"""A plan of assignments in a terminal: loads, the matrix of who judges what, and what it comes to."""

import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping

import click
from rich.cells import cell_len

from judge.cli.tables import Cell, Column, print_table
from judge.locale import _
from judge.locale.assignments import connectedness_words, relaxation_words, shortage_words
from judge.locale.sentences import on_one_line
from judge.services.sheets.assigning import Plan

_HELD, _NEW, _MANUAL, _JOINING, _TIED, _NOBODY = "○", "●", "◆", "◎", "×", "·"
_MOST_ROWS = 400
"""Nominations of an award whose matrix anybody would read in a terminal."""


def print_loads(plan: Plan, titles: Mapping[str, str]) -> None:
    """Each reviewer's sheets: in all, and by award and section where there are several."""
    sections = {**{one.key: one.section for one in plan.assignable.nominations}, **plan.outcome.sections}
    award_of = {one.key: one.award for one in plan.assignable.nominations}
    counts: Counter[tuple[str, tuple[str, str]]] = Counter()
    for nomination, reviewer in _counting(plan):
        counts[reviewer, (award_of[nomination], sections[nomination])] += 1
    order = {award: n for n, award in enumerate(titles)}
    places = sorted({place for _reviewer, place in counts}, key=lambda place: (order[place[0]], place[1]))
    places = places if len(places) > 1 else []
    limits = {one.key: one.limit for one in plan.assignable.reviewers}
    columns = [Column(_("reviewer"), key=True), Column(_("sheets"), figures=True)]
    limited = any(limit is not None for limit in limits.values())
    if limited:
        columns.append(Column(_("limit"), figures=True))
    columns += [
        Column(" ".join(filter(None, (titles[award], section))), figures=True, spare=1)
        for award, section in places
    ]
    rows: list[list[Cell]] = [
        [
            reviewer,
            load,
            *([limits[reviewer]] if limited else []),
            *(counts[reviewer, place] or None for place in places),
        ]
        for reviewer, load in sorted(plan.load.items())
    ]
    print_table(columns, rows)


def _counting(plan: Plan) -> Iterator[tuple[str, str]]:
    """All sheets that will count: held ones, those by hand, and the plan's."""
    for one in plan.assignable.nominations:
        yield from ((one.key, key) for key in one.holders)
    yield from plan.outcome.pairs


def print_matrices(plan: Plan, titles: Mapping[str, str]) -> None:
    """Each award's nominations × reviewers, a sign a place; where it is too large, how to have it."""
    signs = _signs(plan)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    shown = False
    for award, title in titles.items():
        rows = _labels(plan, award)
        columns = _by_section(plan, award)
        if not rows or not columns:
            continue
        room = max(map(cell_len, rows.values())) + 2
        if len(rows) > _MOST_ROWS or (width is not None and room + len(columns) > width):
            said = _("{award}: {rows} nominations × {columns} reviewers do not fit here; --json has them.")
            click.echo(said.format(award=title, rows=len(rows), columns=len([*filter(None, columns)])))
            continue
        click.echo(title)
        for line in _head(columns):
            click.echo(" " * room + line)
        for row, label in rows.items():
            said = "".join(signs.get((row, column), _NOBODY) if column else " " for column in columns)
            click.echo(label + " " * (room - cell_len(label)) + said)
        shown = True
    if shown:
        click.echo(_legend())


def _labels(plan: Plan, award: str) -> dict[str, str]:
    """By key an award's nominations with their section, and whether they are anchors."""
    labels = {}
    for one in plan.assignable.nominations:
        if one.award == award:
            section = on_one_line(plan.outcome.sections.get(one.key, one.section))
            anchor = _("anchor") if one.key in plan.outcome.anchors else ""
            labels[one.key] = " ".join(filter(None, (one.key, section, anchor)))
    return labels


def _by_section(plan: Plan, award: str) -> list[str]:
    """The keys of an award's panel, its sections one after the other with an empty column between them."""
    seats = sorted((one.seats[award], one.key) for one in plan.assignable.reviewers if award in one.seats)
    columns: list[str] = []
    for n, (section, key) in enumerate(seats):
        if n and section != seats[n - 1][0]:
            columns.append("")
        columns.append(key)
    return columns


def _head(keys: list[str]) -> list[str]:
    """The reviewers' keys from top to bottom, one character a column."""
    tall = max(map(len, keys))
    return ["".join(key.rjust(tall)[at] for key in keys) for at in range(tall)]


def _signs(plan: Plan) -> dict[tuple[str, str], str]:
    tied = {(row, column): _TIED for row, one in plan.assignable.tied.items() for column in one}
    held = {(one.key, key): _HELD for one in plan.assignable.nominations for key in one.holders}
    return {
        **tied,
        **held,
        **dict.fromkeys(plan.outcome.pairs, _NEW),
        **dict.fromkeys(plan.outcome.joining, _JOINING),
        **dict.fromkeys(plan.manual, _MANUAL),
    }


def _legend() -> str:
    words = (
        (_NEW, _("newly assigned")),
        (_HELD, _("held already")),
        (_MANUAL, _("by hand")),
        (_JOINING, _("only to connect")),
        (_TIED, _("in conflict")),
    )
    return _("; ").join(f"{sign} {word}" for sign, word in words)


def print_outcome(plan: Plan, titles: Mapping[str, str], *, connect: bool) -> None:
    """How it hangs together, what could not be met and why, and the smallest changes that would do."""
    for line in connectedness_words(plan.outcome, titles, connect=connect):
        click.echo(line)
    bodies = {key: one.body for key, one in plan.assignable.candidates.items()}
    for line in shortage_words(plan.outcome):
        click.echo(line)
    for line in relaxation_words(plan.outcome, titles, bodies):
        click.echo(line)
