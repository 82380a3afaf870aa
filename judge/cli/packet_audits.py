"""What an audit of a packet says, in words and for programs."""

import click

from judge.locale import _
from judge.locale.sentences import say
from judge.services.packets.auditing import PacketAudit


def print_packet(result: PacketAudit) -> None:
    """Say what holds, what does not, and what a packet alone cannot prove."""
    for fault in result.faults:
        click.echo(say(fault.code, {"subject": fault.subject}))
    counted = _("Packet of {reviewer} · entries written in it {written}, brought {brought} · sheets {sheets}")
    click.echo(
        counted.format(
            reviewer=result.reviewer, written=result.written, brought=result.brought, sheets=result.sheets
        )
    )
    click.echo(_("What it was issued with: {holds}").format(holds=result.holds))
    if result.fingerprint:
        click.echo(_("Fingerprint of its key: {fingerprint}").format(fingerprint=result.fingerprint))
    click.echo(
        _(
            "Not checked, for want of what only the edition has: the chains of the office and of other pens,"
            " who assigned the sheets, whether the papers are those that were filed."
        )
    )
    held = _("What is in the packet holds: its pen's chain, its seals, every entry, every table.")
    click.echo(_("{count} faults.").format(count=len(result.faults)) if result.faults else held)


def packet_json(result: PacketAudit) -> dict[str, object]:
    """The same for programs."""
    return {
        "holds": not result.faults,
        "packet_of": result.reviewer,
        "written": result.written,
        "brought": result.brought,
        "sheets": result.sheets,
        "seals": result.seals,
        "contents": result.holds,
        "fingerprint": result.fingerprint,
        "not_checked": ["office-chains", "other-pens", "assignment", "papers-as-filed"],
        "faults": [{"code": fault.code, "subject": fault.subject} for fault in result.faults],
    }
