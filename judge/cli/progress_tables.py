"""Who has done what, as tables for people and as JSON for programs."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

import click

from judge.cli.tables import Column, print_table
from judge.domain.progress import Progress, ReviewerWork, Tally, Work
from judge.locale import N_, _, ngettext
from judge.locale.sentences import on_one_line

WORKS = {
    Work.UNTOUCHED: N_("untouched"),
    Work.STARTED: N_("started"),
    Work.RETURNED: N_("returned"),
    Work.FORKED: N_("forked"),
    Work.SUBMITTED: N_("submitted"),
    Work.LATE: N_("late"),
    Work.ABSENT: N_("absent"),
    Work.RECUSED: N_("recused"),
    Work.EXCLUDED: N_("excluded"),
}
_ALWAYS = (Work.UNTOUCHED, Work.STARTED, Work.RETURNED, Work.SUBMITTED, Work.RECUSED)
"""The columns that stand there even where nothing is in them."""


def print_by_reviewer(shown: Progress) -> None:
    """A line for each reviewer."""
    columns = [Column(_("reviewer"), key=True), Column(_("name")), *_columns(shown)]
    rows = [
        (
            one.key,
            _named(one.name, _("{name} (withdrawn)") if one.withdrawn else ""),
            *_cells(shown, one.tally, one.last),
        )
        for one in shown.reviewers
    ]
    print_table(columns, rows)
    _print_total(shown)


def print_by_nomination(shown: Progress) -> None:
    """A line for each nomination."""
    columns = [Column(_("nomination"), key=True), Column(_("name")), *_columns(shown)]
    rows = [
        (
            one.key,
            _named(one.name, _("{name} (closed)") if one.closed else ""),
            *_cells(shown, one.tally, one.last),
        )
        for one in shown.nominations
    ]
    print_table(columns, rows)
    _print_total(shown)


def _named(name: str, said: str) -> str:
    return said.format(name=name) if said else name


def _works(shown: Progress) -> list[Work]:
    """The columns of the table: what there is anywhere, and what is always asked."""
    return [work for work in Work if work in _ALWAYS or shown.total.sheets[work]]


def _columns(shown: Progress) -> list[Column]:
    return [
        Column(_("expected"), figures=True),
        *(Column(_(WORKS[work]), figures=True) for work in _works(shown)),
        Column(_("marks"), figures=True, spare=1),
        Column(_("of them zero"), figures=True, spare=3),
        Column(_("last written"), key=True, spare=2),
    ]


def _cells(shown: Progress, tally: Tally, last: str) -> tuple[str | int, ...]:
    return (
        tally.expected,
        *(tally.sheets[work] for work in _works(shown)),
        f"{tally.marked}/{tally.criteria}",
        tally.zeros,
        moment_words(last),
    )


def _print_total(shown: Progress) -> None:
    total = shown.total
    said = ngettext(
        "{count} sheet assigned, {expected} expected, {submitted} submitted, {to_do} to do.",
        "{count} sheets assigned, {expected} expected, {submitted} submitted, {to_do} to do.",
        total.assigned,
    )
    click.echo(
        said.format(
            count=total.assigned,
            expected=total.expected,
            submitted=total.sheets[Work.SUBMITTED],
            to_do=total.to_do,
        )
    )


def print_reminders(shown: Progress) -> None:
    """Who has sheets to do."""
    if not shown.reminders:
        click.echo(_("Nobody has a sheet to do."))
        return
    heads, *rows = reminder_rows(shown)
    figures = {2, 3, 4}
    columns = [
        Column(str(head), figures=at in figures, key=at in {0, 5}, spare=7 - at if at > 4 else 0)
        for at, head in enumerate(heads)
    ]
    print_table(columns, rows)


def reminder_rows(shown: Progress) -> list[tuple[str | int, ...]]:
    """A row of heads, and a row for everybody who has sheets to do."""
    heads = (
        _("reviewer"),
        _("name"),
        _("open"),
        _("of them untouched"),
        _("returned"),
        _("telephone"),
        _("last written"),
        _("returned with the reason"),
    )
    return [heads, *map(_reminder, shown.reminders)]


def _reminder(one: ReviewerWork) -> tuple[str | int, ...]:
    untouched, started = (one.tally.sheets[work] for work in (Work.UNTOUCHED, Work.STARTED))
    reasons = (f"{nomination}{_(': ')}{on_one_line(reason)}" for nomination, reason in one.returned)
    return (
        one.key,
        one.name,
        untouched + started,
        untouched,
        one.tally.sheets[Work.RETURNED],
        one.phone,
        moment_words(one.last),
        _("; ").join(reasons),
    )


def moment_words(at: str) -> str:
    """A moment by the clock here; as it was written where it is none, "–" where nothing was."""
    with suppress(ValueError, OverflowError):
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    return on_one_line(at) or "–"


def by_reviewer_json(shown: Progress) -> Sequence[dict[str, object]]:
    """A line for each reviewer."""
    return [
        {
            "reviewer": one.key,
            "name": one.name,
            "organisation": one.organisation,
            "withdrawn": one.withdrawn,
            **_tally_json(one.tally),
            "last_written": one.last or None,
        }
        for one in shown.reviewers
    ]


def by_nomination_json(shown: Progress) -> Sequence[dict[str, object]]:
    """A line for each nomination."""
    return [
        {
            "nomination": one.key,
            "award": one.award,
            "name": one.name,
            "closed": one.closed,
            **_tally_json(one.tally),
            "last_written": one.last or None,
        }
        for one in shown.nominations
    ]


def total_json(shown: Progress) -> dict[str, object]:
    """All sheets together."""
    return _tally_json(shown.total)


def reminders_json(shown: Progress) -> Sequence[dict[str, object]]:
    """Who has sheets to do, the most first."""
    return [
        {
            "reviewer": one.key,
            "name": one.name,
            "phone": one.phone,
            "untouched": one.tally.sheets[Work.UNTOUCHED],
            "started": one.tally.sheets[Work.STARTED],
            "returned": [{"nomination": key, "reason": reason} for key, reason in one.returned],
            "last_written": one.last or None,
        }
        for one in shown.reminders
    ]


def _tally_json(tally: Tally) -> dict[str, object]:
    return {
        "sheets": {
            "assigned": tally.assigned,
            "expected": tally.expected,
            **{work.value: tally.sheets[work] for work in Work},
        },
        "marks": {
            "expected": tally.criteria,
            "entered": tally.marked,
            "zero": tally.zeros,
            "not_applicable": tally.not_applicable,
            "unmarked": tally.unmarked,
        },
    }
