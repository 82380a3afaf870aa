"""judge return: what was done in a packet, as a file for the office."""

from pathlib import Path

import click

from judge.cli.arguments import alone, as_json, check_new_name, edition_words
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.cli.packet_place import new_passphrase, plain
from judge.domain.packet import Handover
from judge.locale import N_, _
from judge.locale.handing_over import handover_lines
from judge.services.packets.returning import hand_over


@click.command(
    help=N_("Write what you did in a packet into a file, signed by the packet's key, for the office.")
)
@edition_words()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=N_("Where to; beside the packet if left out."),
)
@click.option("--force", is_flag=True, help=N_("Replace a file that is there already."))
@click.option("--passphrase", "prompted", is_flag=True, help=N_("Seal it with a passphrase, asked for now."))
@click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path),
    help=N_("Seal it with the passphrase in the first line of a file, which opens a sealed packet, too."),
)
@as_json
def command(  # noqa: PLR0913 - the options of one command
    words: tuple[str, ...],
    *,
    out: Path | None,
    force: bool,
    prompted: bool,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Write it, and say what it holds and where it is."""
    if out is not None:
        check_new_name(out)
    location = plain(alone(words), passphrase_file)
    sealing = new_passphrase(passphrase_file, prompted=prompted)
    with opened(location, packets=True) as edition:
        done = hand_over(edition, out, replace=force, passphrase=sealing)
    if as_json:
        print_json(_as_json(done))
        return
    for line in handover_lines(done):
        click.echo(line)
    click.echo(_("Wrote {file}; send it to the office.").format(file=done.path))


def _as_json(done: Handover) -> dict[str, object]:
    return {
        "file": done.path,
        "fingerprint": done.fingerprint,
        "entries": done.entries,
        "submitted": done.submitted,
        "recused": done.recused,
        "to_do": done.left,
    }
