"""judge rule: rulings of the chair from the shell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from judge.cli.arguments import as_json, edition_words, split
from judge.cli.fork_tables import forks_json, print_forks
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.cli.sheet_tables import state_word
from judge.cli.tables import Column, print_table
from judge.ledger.acts import LATE_NOMINATION, LATE_REVISION, SHEET_RETURNED, SHEET_SETTLED
from judge.ledger.office_apply import Ruling
from judge.locale import N_, _
from judge.services.editions.edition import Edition
from judge.services.lists.ruling import Made, admit, rulings
from judge.services.sheets.returning import return_sheet
from judge.services.sheets.settling import Choice, forked_sheets, settle

_KINDS = {
    LATE_REVISION: N_("late revision admitted"),
    LATE_NOMINATION: N_("late nomination admitted"),
    SHEET_RETURNED: N_("sheet returned"),
    SHEET_SETTLED: N_("sheet settled"),
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a ruling is asked for with: its words and options."""

    words: tuple[str, ...]
    reason: str
    nomination: str | None
    take: str
    marks: tuple[str, ...]


@click.command(
    help=N_(
        "Rule as the chair: admit a file after the filing deadline, return a submitted sheet to its reviewer,"
        " settle a sheet that was continued in several places; or list the rulings."
    )
)
@edition_words("[admit FILE | return NOMINATION REVIEWER | settle [NOMINATION REVIEWER]]")
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
@click.option("--list", "listing", is_flag=True, help=N_("Show every ruling."))
@as_json
def command(  # noqa: PLR0913 - one name for each option
    words: tuple[str, ...],
    *,
    reason: str,
    nomination: str | None,
    take: str,
    marks: tuple[str, ...],
    listing: bool,
    as_json: bool,
) -> None:
    """Make a ruling, or list them all."""
    location, asked = split(words)
    deed = _DEEDS.get(asked[0]) if asked else None
    if listing == bool(asked) or (asked and deed is None):
        raise click.UsageError(
            _("Say “admit FILE”, “return NOMINATION REVIEWER”, “settle NOMINATION REVIEWER”, or --list.")
        )
    with opened(location) as edition:
        if asked == ("settle",):
            _show_forks(edition, as_json=as_json)
            return
        if deed:
            deed(edition, _Asked(asked[1:], reason, nomination, take, marks))
        made = rulings(edition) if listing or as_json else ()
    if as_json:
        print_json({"rulings": [_as_json(ruling) for ruling in made]})
    elif listing:
        _print(made)


def _admit(edition: Edition, asked: _Asked) -> None:
    if len(asked.words) != 1:
        raise click.UsageError(_("Say which file is admitted; one at a time."))
    file = asked.words[0]
    new = admit(edition, Path(file), asked.reason, asked.nomination)
    said = _("Admitted: {file}. Import it now.") if new else _("{file} is admitted already.")
    click.echo(said.format(file=file), err=True)


def _return(edition: Edition, asked: _Asked) -> None:
    if len(asked.words) != 2:
        raise click.UsageError(_("Say which sheet is returned: the nomination, then the reviewer."))
    nomination, reviewer = asked.words
    sheet = return_sheet(edition, nomination, reviewer, asked.reason)
    said = _("Returned to {reviewer}: the sheet on {nomination}. They read the reason on top of it.")
    click.echo(said.format(reviewer=sheet.reviewer, nomination=sheet.nomination), err=True)


def _show_forks(edition: Edition, *, as_json: bool) -> None:
    forks = forked_sheets(edition)
    if as_json:
        print_json({"forked": forks_json(edition, forks)})
    else:
        print_forks(edition, forks)


def _settle(edition: Edition, asked: _Asked) -> None:
    if len(asked.words) != 2:
        raise click.UsageError(_("Say which sheet is settled: the nomination, then the reviewer."))
    nomination, reviewer = asked.words
    sheet = settle(edition, nomination, reviewer, Choice(asked.take, asked.marks), asked.reason)
    said = _("Settled: the sheet of {reviewer} on {nomination} is {state} now.")
    click.echo(
        said.format(reviewer=sheet.reviewer, nomination=sheet.nomination, state=state_word(sheet.state)),
        err=True,
    )


_DEEDS: Mapping[str, Callable[[Edition, _Asked], None]] = {
    "admit": _admit,
    "return": _return,
    "settle": _settle,
}
"""What may be ruled, by the first word."""


def _print(made: tuple[Made, ...]) -> None:
    if not made:
        click.echo(_("The chair has not ruled yet."))
        return
    columns = [
        Column(_("no."), figures=True),
        *(Column(_(w), key=w == "about") for w in (N_("ruling"), N_("about"), N_("file"), N_("reason"))),
    ]
    print_table(
        columns,
        [(one.seq, _word(one), _about(one), file or _no_file(one), one.reason) for one, file in made],
    )


def _word(ruling: Ruling) -> str:
    return _(_KINDS[ruling.kind]) if ruling.kind in _KINDS else ruling.kind


def _no_file(ruling: Ruling) -> str:
    return _("not imported yet") if "sha256" in ruling.detail else "–"


def _about(ruling: Ruling) -> str:
    """The key of what was ruled on; the beginning of a file's digest tells it from others."""
    sort, _slash, key = ruling.subject.partition("/")
    return key[:12] if sort == "paper" else key


def _as_json(made: Made) -> dict[str, object]:
    ruling, file = made
    return {
        "number": ruling.seq,
        "kind": ruling.kind,
        "subject": ruling.subject,
        "detail": dict(ruling.detail),
        "file": file,
        "reason": ruling.reason,
    }
