"""judge rank: ranked lists as tables, JSON or CSV."""

import sys
from collections.abc import Iterator
from io import StringIO

import click

from judge.cli.arguments import as_json, edition_words, split
from judge.cli.calibration_data import calibration_data, caveats_of
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.cli.refused import refusal_words
from judge.cli.stage_data import stage_data
from judge.cli.tables import Column, print_table
from judge.domain.standing import RankedLine, Reason
from judge.locale import N_, _, language, ngettext
from judge.locale.calibrations import caveat_words
from judge.locale.methods import caveats, method_words
from judge.locale.standings import absent_words, quorum_words, reason_words, standing_words, tie_words
from judge.services.lists.exporting import write_csv
from judge.services.lists.ranking import (
    ListedNomination,
    RankedList,
    award_of,
    list_keys,
    rank_countable,
    rank_lists,
)
from judge.services.methods.catalogue import named_method
from judge.services.methods.using import check_method


@click.command(help=N_("Show the ranked lists: all of them, or those named."))
@edition_words("[LIST…]")
@click.option(
    "--method",
    metavar="NAME|FILE",
    help=N_("Rank by another method, by its name or file; nothing is changed."),
)
@click.option("--csv", "as_csv", is_flag=True, help=N_("Print one list as CSV, safe to open in Excel."))
@as_json
def command(words: tuple[str, ...], *, method: str | None, as_csv: bool, as_json: bool) -> None:
    """Rank and print."""
    if as_csv and as_json:
        raise click.UsageError(_("Choose --csv or --json."))
    location, keys = split(words)
    with opened(location) as edition:
        chosen = list(keys) or list(list_keys(edition))
        if as_csv and len(chosen) != 1:
            # Each list has its own criteria, so its own columns; one after the other they are no table.
            said = _("CSV holds one list; say which of {lists}.")
            raise click.UsageError(said.format(lists=", ".join(list_keys(edition))))
        named = named_method(method, edition=edition) if method else None
        if named:
            check_method(edition.programme, named, dict.fromkeys(award_of(edition, key) for key in chosen))
        other = named.method if named else None
        named_lists = keys or as_csv
        lists, refusals = (
            (rank_lists(edition, chosen, other), ()) if named_lists else rank_countable(edition, other)
        )
    if as_json:
        print_json({"lists": [as_data(ranked) for ranked in lists]})
    elif as_csv:
        _print_csv(lists[0])
    else:
        for ranked in lists:
            _print(ranked)
    for said in (said for refusal in refusals for said in refusal_words(refusal)):
        click.echo(said, err=True)
    if refusals:
        sys.exit(1)


def _print_csv(ranked: RankedList) -> None:
    """As bytes: a text stream would turn the line ends of CSV into its system's own."""
    text = StringIO(newline="")
    write_csv(ranked, text)
    click.echo(text.getvalue().encode(), nl=False)


def _print(ranked: RankedList) -> None:
    columns = [
        Column(_("rank"), figures=True),
        Column(_("in body"), figures=True, spare=3),
        Column(_("score"), figures=True),
        *(_raw_columns() if ranked.calibration else ()),
        Column(_("standing")),
        Column(_("nomination"), key=True),
        Column(_("name")),
        Column(_("organisation"), spare=4),
        Column(_("body"), spare=2),
        Column(_("sheets"), figures=True, spare=1),
    ]
    rows = [_cells(listed, ranked) for listed in ranked.lines]
    print_table(columns, rows, ranked.title.language(language()))
    still_open = sum(bool(listed.to_verify) for listed in ranked.lines)
    if still_open:
        said = ngettext(
            "{count} nomination of this list has conditions to verify; “judge check” names them.",
            "{count} nominations of this list have conditions to verify; “judge check” names them.",
            still_open,
        )
        click.echo(said.format(count=still_open))
    for said in method_notes(ranked):
        click.echo(said)


def method_notes(ranked: RankedList) -> Iterator[str]:
    """What is to be known of how a list was counted."""
    if ranked.straddles:
        yield _("Some scores of this list are trimmed and others are not: sheet counts straddle the limit.")
    if ranked.quorum is not None:
        yield quorum_words(ranked.quorum)
    if ranked.method_ruled:
        said = _("The chair has ruled by which method this list is counted: {method}")
        yield said.format(method=method_words(ranked.method, ranked.rubric))
    yield from caveats(ranked.method, ranked.rubric)
    for caveat in caveats_of(ranked):
        yield caveat_words(*caveat)


def _raw_columns() -> tuple[Column, Column]:
    """What stands beside a calibrated score: the score and the rank that the same method gives without."""
    return Column(_("raw"), figures=True), Column(_("raw rank"), figures=True)


def _cells(listed: ListedNomination, ranked: RankedList) -> tuple[str | int | None, ...]:
    line = listed.line
    return (
        line.rank,
        line.rank_in_body,
        line.printed,
        *(_raw_cells(line) if ranked.calibration else ()),
        _standing(line, ranked),
        listed.nomination.key,
        listed.nomination.name,
        listed.nomination.organisation,
        listed.body,
        f"{line.sheets_counted}/{line.sheets_expected}",
    )


def _raw_cells(line: RankedLine) -> tuple[str | int | None, ...]:
    return (line.raw.printed, line.raw.rank) if line.raw else (None, None)


def _standing(line: RankedLine, ranked: RankedList) -> str:
    """The standing with one reason where there is room for one; that some are absent is always said."""
    said = _(": ").join((standing_words(line), *reason_words(line, ranked.rubric)[_telling(line) :][:1]))
    absent = absent_words(line)
    if absent and said.endswith(absent):
        absent = ""
    return _("; ").join(filter(None, (said, absent, tie_words(line, ranked.rubric))))


def _telling(line: RankedLine) -> int:
    """Which of the reasons to show where there is room for one: of the ineligible, the gate."""
    known = {reason.value for reason in Reason}
    return next((n for n, reason in enumerate(line.reasons) if reason not in known), 0)


def as_data(ranked: RankedList) -> dict[str, object]:
    """A list for programs: exact scores as fractions, printed ones as text, nothing scored as null."""
    return {
        "list": ranked.key,
        "award": ranked.award,
        "title": {"zh": ranked.title.zh, "en": ranked.title.en},
        "rubric": ranked.rubric_digest,
        "method": ranked.method.to_mapping(),
        "straddles": ranked.straddles,
        "quorum_ruled": ranked.quorum,
        "method_ruled": ranked.method_ruled,
        "calibration": calibration_data(ranked),
        "lines": [_line(listed, ranked) for listed in ranked.lines],
    }


def _line(listed: ListedNomination, ranked: RankedList) -> dict[str, object]:
    line, nomination = listed.line, listed.nomination
    return {
        "rank": line.rank,
        "rank_in_body": line.rank_in_body,
        "score": line.printed or None,
        "exact": None if line.score is None else str(line.score),
        "raw": line.raw
        and {
            "score": line.raw.printed,
            "exact": str(line.raw.score),
            "rank": line.raw.rank,
            "rank_in_body": line.raw.rank_in_body,
        },
        "standing": line.standing,
        "reserve_place": line.reserve_place,
        "tie_broken": {"ahead_by": line.ahead_by or None, "behind_by": line.behind_by or None},
        "reasons": list(line.reasons),
        "to_verify": list(listed.to_verify),
        "nomination": nomination.key,
        "name": nomination.name,
        "organisation": nomination.organisation,
        "subject": nomination.subject,
        "body": listed.body,
        "sheets": {
            "counted": line.sheets_counted,
            "expected": line.sheets_expected,
            "absent": line.sheets_absent,
        },
        "stages": [stage_data(stage) for stage in line.stages],
        "criteria": {
            criterion.key: None if mean is None else str(mean)
            for criterion, mean in zip(ranked.rubric.criteria, listed.means, strict=True)
        },
    }
