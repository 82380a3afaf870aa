"""judge score: a reviewer's desk in the terminal."""

import click

from judge.cli.arguments import alone, edition_words
from judge.cli.opening import opened
from judge.cli.output import at_a_terminal
from judge.domain.refusal import Refusal
from judge.locale import N_


@click.command(help=N_("Sit down at a reviewer's desk: read, mark, note, submit."))
@edition_words()
@click.option(
    "--as", "reviewer", required=True, metavar="REVIEWER", help=N_("The reviewer's key, such as R07.")
)
def command(words: tuple[str, ...], reviewer: str) -> None:
    """Open the desk."""
    from judge.services.sheets.desk import Desk  # noqa: PLC0415 - `judge score --help` needs no screen
    from judge.tui.desk_app import run  # noqa: PLC0415 - likewise

    with opened(alone(words)) as edition:
        desk = Desk(edition, reviewer)
        if not at_a_terminal():
            raise Refusal("desk-without-terminal")
        run(desk)
