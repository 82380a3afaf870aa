"""The command line: one lazy group; a command's module is loaded when the command is."""

import sys

import click

from judge import __version__
from judge.cli.lazy import LazyGroup
from judge.domain.refusal import Refusal
from judge.locale import N_, _, choose_language, speak
from judge.tui.settings_path import own_language

COMMANDS = {
    "demo": ("judge.cli.demo", N_("Build a full synthetic edition in front of you.")),
    "new": ("judge.cli.new", N_("Make an edition.")),
    "set": ("judge.cli.setting", N_("Show the edition's settings, or change one.")),
    "import": ("judge.cli.importing", N_("File quotas, forms, reviewers, scores and reports.")),
    "revisions": ("judge.cli.revisions", N_("Show how a nomination was changed since it was filed.")),
    "rule": ("judge.cli.rule", N_("Rule as the chair, with a reason.")),
    "forms": ("judge.cli.forms", N_("List and check the Word forms, print blank ones, take your own.")),
    "check": ("judge.cli.checking", N_("Check conditions, seals, attachments, lengths and quotas.")),
    "admit": ("judge.cli.admitting", N_("Admit nominations to a later stage.")),
    "panel": ("judge.cli.panel", N_("Show the panels, and state who sits on them.")),
    "assign": ("judge.cli.assigning", N_("Give every nomination its reviewers.")),
    "packet": ("judge.cli.packets", N_("Write packets, for reviewers to score without the edition.")),
    "return": ("judge.cli.returning", N_("Write what you did in a packet into a file for the office.")),
    "score": ("judge.cli.scoring", N_("Sit down at a reviewer's desk.")),
    "sheets": ("judge.cli.sheets", N_("Write score sheets to be filled in with Excel.")),
    "progress": ("judge.cli.progress", N_("Show who has done what, and whom to remind.")),
    "merge": ("judge.cli.merging", N_("Take in what reviewers did in their packets.")),
    "rank": ("judge.cli.ranking", N_("Show the ranked lists.")),
    "explain": ("judge.cli.explaining", N_("Show every step from marks to place.")),
    "method": ("judge.cli.method", N_("Show and compare methods of scoring, and rule which one counts.")),
    "agreement": ("judge.cli.agreement", N_("Show how far reviewers agree.")),
    "severity": ("judge.cli.severity", N_("Show how severe reviewers are, and whether to calibrate.")),
    "safety": ("judge.cli.safety", N_("Show how safe each place is.")),
    "sensitivity": ("judge.cli.sensitivity", N_("Show what turns a list: a reviewer, a weight, the method.")),
    "reviewers": ("judge.cli.reviewers", N_("Show how each reviewer judges beside the others.")),
    "export": ("judge.cli.exporting", N_("Write the award book as an Excel workbook.")),
    "audit": ("judge.cli.auditing", N_("Prove that the edition is what its ledger says.")),
}


def _speak(_context: click.Context, _option: click.Parameter, asked: str | None) -> None:
    speak(choose_language(asked, own_language))


@click.group(
    cls=LazyGroup,
    commands_in=COMMANDS,
    help=N_("Scoring and adjudication for award review panels."),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    is_eager=True,
    expose_value=False,
    callback=_speak,
    help=N_("Language; otherwise JUDGE_LANG, your settings or the system's."),
)
@click.version_option(__version__, prog_name="judge", message="%(prog)s %(version)s")
def judge() -> None:
    """The group itself; what it does is in its commands."""


def main() -> None:
    """Run a command; a refusal becomes one sentence on standard error and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A redirected Windows console speaks a legacy code page; names must not fail on it.
            stream.reconfigure(encoding="utf-8", errors="replace")
    # What the group itself refuses is refused before --lang is looked at.
    speak(choose_language(own=own_language))
    try:
        judge(prog_name="judge")
    except Refusal as refusal:
        _tell(refusal)
        sys.exit(1)
    except OSError as failure:
        from judge.locale.sentences import on_one_line  # noqa: PLC0415 - only failures need it

        if failure.filename is None:
            raise
        said = _("{file}: the system says “{reason}”; check the path and your rights to it.")
        click.echo(said.format(file=on_one_line(str(failure.filename)), reason=failure.strerror), err=True)
        sys.exit(1)


def _tell(refusal: Refusal) -> None:
    from judge.cli.refused import refusal_words  # noqa: PLC0415 - only refusals need it

    for said in refusal_words(refusal):
        click.echo(said, err=True)
