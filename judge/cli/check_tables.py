"""A check's findings as tables: what is wrong in full, conditions counted, quotas, doubles."""

from collections import Counter, defaultdict
from collections.abc import Iterator

import click

from judge.cli.tables import Column, print_table
from judge.domain.checking import CheckReport
from judge.domain.checklist import ItemState
from judge.domain.desk import Outcome
from judge.locale import _, language, ngettext
from judge.locale.conflicts import conflict_words
from judge.locale.grounds import OUTCOMES
from judge.locale.matters import KINDS, Matter, MatterKind, body_matters, nomination_matters, pair_words

_AS_OUTCOME = {
    ItemState.PRESENT: Outcome.MET,
    ItemState.MISSING: Outcome.NOT_MET,
    ItemState.OPEN: Outcome.TO_VERIFY,
}
_OPEN = {MatterKind.TO_VERIFY, MatterKind.UNUSUAL}


def print_report(report: CheckReport, *, of_body: bool) -> None:
    """Print everything that is to be known; of one body also each open matter by itself."""
    _print_matters(report, of_body=of_body)
    _print_conditions(report)
    _print_quotas(report)
    _print_pairs(report)
    _print_conflicts(report)
    faults = sum(one.has_fault for one in report.nominations)
    said = ngettext(
        "{count} nomination checked, {faults} with faults.",
        "{count} nominations checked, {faults} with faults.",
        len(report.nominations),
    )
    click.echo(said.format(count=len(report.nominations), faults=faults))


def _print_matters(report: CheckReport, *, of_body: bool) -> None:
    """What is wrong, the bodies' own papers first; with `of_body` what is open too."""
    rows = [(body.name, matter) for body in report.bodies for matter in body_matters(body)] + [
        (f"{one.key} {one.name}", matter) for one in report.nominations for matter in nomination_matters(one)
    ]
    shown = [row for row in rows if of_body or row[1].kind not in _OPEN]
    if not shown:
        return
    columns = [Column(_("nomination or body")), Column(_("state")), Column(_("what"))]
    title = _("Not in order, and open") if of_body else _("Not in order")
    print_table(columns, [(who, _(KINDS[one.kind]), _words(one)) for who, one in shown], title)


def _words(matter: Matter) -> str:
    return _("; ").join(filter(None, (matter.what, matter.note)))


def _print_conditions(report: CheckReport) -> None:
    """How many nominations meet each condition, and have each seal and attachment."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in report.nominations:
        award = one.award_title.language(language())
        for checked in one.gates:
            if not checked.gate.checklist:
                counts[award, checked.gate.title.language(language())][checked.finding.outcome] += 1
        for item in one.checklist:
            counts[award, item.title.language(language())][_AS_OUTCOME[item.state]] += 1
    if counts:
        columns = [Column(_("award")), Column(_("condition"))]
        columns += [Column(_(OUTCOMES[outcome]), figures=True) for outcome in Outcome]
        rows = [(*what, *(found[outcome] or None for outcome in Outcome)) for what, found in counts.items()]
        print_table(columns, rows, _("Conditions"))


def _print_quotas(report: CheckReport) -> None:
    columns = [
        Column(_("body")),
        Column(_("category")),
        Column(_("seats"), figures=True),
        Column(_("filed"), figures=True),
        Column(_("too many"), figures=True),
        Column(_("unused"), figures=True),
    ]
    rows = list(_quota_rows(report))
    if rows:
        print_table(columns, rows, _("Quotas"))


def _quota_rows(report: CheckReport) -> Iterator[tuple[str | int | None, ...]]:
    for body in report.bodies:
        for use in body.quotas:
            if use.filed or use.seats:
                title = use.title.language(language())
                yield body.name, title, use.seats, use.filed, use.over or None, use.unused or None


def _print_pairs(report: CheckReport) -> None:
    if not report.pairs:
        return
    columns = [Column(_("nomination")), Column(_("name")), Column(_("body")), Column(_("alike"))]
    rows: list[tuple[str, ...]] = []
    for pair in report.pairs:
        first, second = pair.first, pair.second
        rows.append((first.key, first.name, first.body, pair_words(pair)))
        rows.append((second.key, second.name, second.body, ""))
    print_table(columns, rows, _("Perhaps filed by two bodies"))


def _print_conflicts(report: CheckReport) -> None:
    if not report.sheets_in_conflict:
        return
    columns = [Column(_("nomination")), Column(_("name")), Column(_("reviewer")), Column(_("conflict"))]
    columns.append(Column(_("said to be none")))
    rows = [
        (
            one.nomination,
            one.name,
            one.reviewer,
            conflict_words(one.conflicts),
            _("; ").join(one.reasons),
        )
        for one in report.sheets_in_conflict
    ]
    print_table(columns, rows, _("Sheets in a conflict of interest that was found later"))
