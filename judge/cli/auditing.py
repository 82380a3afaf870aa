"""judge audit: prove the edition."""

import sys

import click

from judge.cli.arguments import alone, as_json, edition_words
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.locale import N_, _
from judge.locale.sentences import say
from judge.services.audit.auditing import Audit, audit


@click.command(help=N_("Verify every chain, recompute every digest, rebuild the tables and compare."))
@edition_words()
@as_json
def command(words: tuple[str, ...], *, as_json: bool) -> None:
    """Audit and say what holds; exit 1 where something does not."""
    with opened(alone(words)) as edition:
        result = audit(edition)
    if as_json:
        print_json(_as_json(result))
    else:
        _print(result)
    if result.faults:
        sys.exit(1)


def _print(result: Audit) -> None:
    for fault in (*result.faults, *result.remarks):
        click.echo(say(fault.code, {"subject": fault.subject}))
    counted = _("Entries {entries} · pens {pens} · batches {batches} · sheets {sheets}")
    click.echo(
        counted.format(entries=result.entries, pens=result.pens, batches=result.batches, sheets=result.sheets)
    )
    click.echo(_("Fingerprint of the ledger: {fingerprint}").format(fingerprint=result.fingerprint))
    held = _("Every chain holds, every digest agrees, every table says what the ledger says.")
    click.echo(_("{count} faults.").format(count=len(result.faults)) if result.faults else held)


def _as_json(result: Audit) -> dict[str, object]:
    return {
        "holds": not result.faults,
        "entries": result.entries,
        "pens": result.pens,
        "batches": result.batches,
        "sheets": result.sheets,
        "fingerprint": result.fingerprint,
        "faults": [{"code": fault.code, "subject": fault.subject} for fault in result.faults],
        "remarks": [{"code": one.code, "subject": one.subject} for one in result.remarks],
    }
