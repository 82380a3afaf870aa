"""Where a packet lies: given as its file, or sealed with a passphrase and unpacked beside."""

from pathlib import Path

import click

from judge.cli.output import at_a_terminal
from judge.domain.refusal import Refusal
from judge.locale import N_, _
from judge.store.headers import is_sealed

passphrase_file = click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path),
    help=N_("A file whose first line is the passphrase; otherwise it is asked for."),
)
"""The option of commands that take sealed packets."""


def plain(location: str, passphrase: Path | None) -> str:
    """Where the packet lies unsealed: a sealed one is unpacked beside itself, if it has not been yet."""
    if not is_sealed(location):
        return location
    from judge.services.packets.unpacking import unpack  # noqa: PLC0415 - few packets are sealed

    unpacked = unpack(Path(location), lambda: _known_or_asked(passphrase))
    if unpacked.was_there:
        said = _("It has been unpacked before: opening {packet}, with the work done in it.")
    else:
        said = _("Unpacked as {packet}; open that one from now on.")
    click.echo(said.format(packet=unpacked.path), err=True)
    return str(unpacked.path)


def _known_or_asked(file: Path | None) -> str:
    if file is not None:
        return passphrase_of(file)
    if not at_a_terminal():
        raise Refusal("passphrase-needed")
    typed: str = click.prompt(_("Passphrase"), hide_input=True, err=True)
    return typed


def passphrase_of(file: Path) -> str:
    """The passphrase in a file."""
    from judge.services.packets.passphrases import passphrase_in  # noqa: PLC0415 - likewise

    return passphrase_in(file)


def new_passphrase(file: Path | None, *, prompted: bool) -> str:
    """The passphrase for packets that are to be written; "" for none. Typed ones are typed twice."""
    if file is not None:
        return passphrase_of(file)
    if not prompted:
        return ""
    if not at_a_terminal():
        raise Refusal("passphrase-needed")
    typed: str = click.prompt(_("Passphrase"), hide_input=True, confirmation_prompt=True, err=True)
    return typed
