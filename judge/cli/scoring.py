"""judge score: a reviewer's desk in the terminal, or sheet by sheet from the shell."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from judge.cli.arguments import as_json, edition_words, split
from judge.cli.output import at_a_terminal
from judge.cli.packet_place import passphrase_file, plain
from judge.domain.refusal import Refusal
from judge.locale import N_, _
from judge.store.headers import is_packet

if TYPE_CHECKING:
    from judge.services.editions.edition import Edition
    from judge.services.sheets.desk import Desk
    from judge.services.sheets.forerunner import Forerunner


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the shell instead of the screen, on one nomination ("" for none named)."""

    nomination: str
    listing: bool
    reading: bool
    marks: tuple[str, ...]
    notes: tuple[str, ...]
    submitting: bool
    recusing: str
    denying: str
    taking_back: bool
    undoing: bool
    history: bool
    as_json: bool

    @property
    def is_for_the_screen(self) -> bool:
        """True where nothing is asked that the shell does."""
        deeds = (self.listing, self.reading, self.marks, self.notes, self.submitting, self.recusing)
        turns = (self.denying, self.taking_back, self.undoing)
        return not any((*deeds, *turns, self.history, self.as_json, self.nomination))


@click.command(
    help=N_(
        "Sit down at a reviewer's desk: read, mark, note, submit. With a nomination or one of the options"
        " below, do the same from the shell, without the screen."
    )
)
@edition_words("[NOMINATION]")
@click.option(
    "--as",
    "reviewer",
    default="",
    metavar="REVIEWER",
    help=N_("The reviewer's key, such as R07; not at a packet."),
)
@click.option("--list", "listing", is_flag=True, help=N_("Show the queue; or a nomination's sheet."))
@click.option("--read", "reading", is_flag=True, help=N_("Show the nomination's form, reports and findings."))
@click.option(
    "--set",
    "marks",
    multiple=True,
    metavar="CRITERION=POINTS",
    help=N_("Give a mark; the criterion by key, title or number. “x” is not applicable, nothing clears."),
)
@click.option(
    "--note", "notes", multiple=True, metavar="CRITERION=TEXT", help=N_("Write a note; “=TEXT” on the sheet.")
)
@click.option("--submit", "submitting", is_flag=True, help=N_("Submit the sheet; without one, all complete."))
@click.option("--recuse", "recusing", default="", metavar="REASON", help=N_("Step back from the nomination."))
@click.option(
    "--no-conflict",
    "denying",
    default="",
    metavar="REASON",
    help=N_("Say why a conflict of interest is none."),
)
@click.option("--take-back", "taking_back", is_flag=True, help=N_("Take the submitted sheet back."))
@click.option("--undo", "undoing", is_flag=True, help=N_("Take back what was last written on the sheet."))
@click.option("--history", is_flag=True, help=N_("Show what became of the sheet."))
@passphrase_file
@as_json
def command(words: tuple[str, ...], reviewer: str, passphrase_file: Path | None, **options: object) -> None:
    """Open the desk, or do what is asked."""
    location, more = split(words)
    location = plain(location, passphrase_file)
    if not reviewer and not is_packet(location):
        raise click.UsageError(_("Say whose desk, by the reviewer's key: --as R07."))
    if len(more) > 1:
        raise click.UsageError(_("One nomination at a time."))
    asked = Asked(nomination=more[0] if more else "", **options)  # type: ignore[arg-type]  # as declared above
    if asked.is_for_the_screen:
        _sit_down(location, reviewer)
        return
    from judge.cli.opening import opened  # noqa: PLC0415 - the screen stands before an edition is opened
    from judge.cli.shell_desk import serve  # noqa: PLC0415 - likewise
    from judge.services.packets.opening import desk_at  # noqa: PLC0415 - likewise

    with opened(location, packets=True) as edition:
        serve(desk_at(edition, reviewer), asked)


def _sit_down(location: str, reviewer: str) -> None:
    seated = at_a_terminal()
    # A packet's first opening is a deed of its own, which nobody does ahead of the reviewer.
    forerunner = _sent_ahead(location, reviewer) if seated and not is_packet(location) else None
    from judge.tui.own import own_here  # noqa: PLC0415 - `judge score --help` needs no screen

    own = own_here()
    editions: list[Edition] = []

    def open_desk() -> "Desk":
        from judge.services.editions.edition import open_edition  # noqa: PLC0415 - once the screen stands
        from judge.services.packets.opening import desk_at  # noqa: PLC0415 - likewise

        editions.append(open_edition(location, packets=True))
        return desk_at(editions[0], reviewer)

    try:
        if not seated:
            open_desk()
            raise Refusal("desk-without-terminal")
        from judge.tui.desk_app import run  # noqa: PLC0415 - no screen without a terminal

        run(open_desk, own, forerunner)
    finally:
        if forerunner is not None:
            forerunner.end()
        for edition in editions:
            edition.close()


def _sent_ahead(location: str, reviewer: str) -> "Forerunner":
    """Begin what takes longest at once: another process reads, and in this one no rubbish is looked for."""
    from judge.services.sheets.forerunner import Forerunner  # noqa: PLC0415 - nobody runs ahead of the shell
    from judge.tui.collection import hold_collection  # noqa: PLC0415 - likewise

    hold_collection()
    return Forerunner(location, reviewer)
