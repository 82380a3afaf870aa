"""judge demo: a full synthetic edition, built in front of the user."""

import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from judge.cli.arguments import check_new_name
from judge.cli.tables import Column, print_table
from judge.demo.season import STILL_JUDGING, Season, Step, Steps, run_season
from judge.domain.standing import Standing
from judge.locale import N_, _, language
from judge.locale.standings import STANDINGS

_STEPS = {
    Step.PAPERS: N_("Writing the bodies' papers"),
    Step.IMPORT: N_("Importing them"),
    Step.ASSIGN: N_("Assigning reviewers"),
    Step.JUDGE: N_("Letting the panels judge"),
    Step.SCORES: N_("Importing their score tables"),
    Step.RANK: N_("Ranking"),
    Step.EXPORT: N_("Writing the award book"),
    Step.AUDIT: N_("Auditing"),
}
_SPARE = {Standing.NOT_AWARDED: 1, Standing.INELIGIBLE: 2}


@click.command(help=N_("Build a full synthetic edition: import, score, merge, rank, export."))
@click.argument(
    "directory", metavar="[DIR]", required=False, type=click.Path(file_okay=False, path_type=Path)
)
@click.option("--seed", type=int, default=2019, show_default=True, help=N_("Same seed, same edition."))
@click.option(
    "--scale",
    type=click.FloatRange(0, 1, min_open=True),
    default=1.0,
    show_default=True,
    help=N_("The share of the bodies that file; less is faster."),
)
def command(directory: Path | None, *, seed: int, scale: float) -> None:
    """Build it, then say what there is and what to type next."""
    chosen = directory or _free_folder()
    check_new_name(chosen)
    click.echo(
        _("A synthetic edition for {folder}; every name and figure in it is invented.").format(folder=chosen)
    )
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        season = run_season(chosen, _shown(bar), seed=seed, scale=scale)
    _print(season)


def _shown(bar: Progress) -> Steps:
    @contextmanager
    def step(what: Step) -> Iterator[Callable[[int, int], None]]:
        task = bar.add_task(_(_STEPS[what]), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
        total = bar.tasks[task].total or 1
        bar.update(task, completed=total, total=total)

    return step


def _free_folder() -> Path:
    folders = (Path("judge-demo" if n == 1 else f"judge-demo-{n}") for n in count(1))
    return next(folder for folder in folders if not folder.exists())


def _print(season: Season) -> None:
    said = _(
        "{papers} papers, {nominations} nominations, {reviewers} reviewers, {sheets} sheets, {marks} marks."
    )
    click.echo(
        said.format(
            papers=season.papers,
            nominations=season.nominations,
            reviewers=season.reviewers,
            sheets=season.sheets,
            marks=season.marks,
        )
    )
    columns = [Column(_("list")), Column(_("nominations"), figures=True)]
    columns += [
        Column(_(word), figures=True, spare=_SPARE.get(standing, 0)) for standing, word in STANDINGS.items()
    ]
    print_table(columns, [_row(season, at) for at in range(len(season.lists))])
    proof = _("Audit: {entries} entries, {faults} faults.")
    click.echo(proof.format(entries=season.entries, faults=season.faults))
    click.echo(_("Next:"))
    steps = _next_steps(season)
    widest = max(len(typed) for typed, _what in steps)
    for typed, what in steps:
        click.echo(f"  {typed.ljust(widest)}   {what}")


def _next_steps(season: Season) -> tuple[tuple[str, str], ...]:
    """What to type, and what it shows; by the path that this program was called by where that is needed."""
    program = "judge" if shutil.which("judge") else sys.argv[0]
    return (
        (f"{program} score {season.edition} --as {STILL_JUDGING}", _("sit down at a reviewer's desk")),
        (f"{program} check {season.edition}", _("what is not in order, and what is to verify")),
        (f"{program} rank {season.edition} qc-group", _("the ranked list of the QC groups")),
        (f"{program} audit {season.edition}", _("prove it all")),
        (str(season.papers_folder), _("what the bodies sent, every form of the notice among it")),
        (str(season.workbook), _("the award book, for Excel or LibreOffice")),
    )


def _row(season: Season, at: int) -> list[str | int]:
    ranked = season.lists[at]
    standings = Counter(listed.line.standing for listed in ranked.lines)
    return [
        ranked.title.language(language()),
        len(ranked.lines),
        *(standings[Standing(s)] for s in STANDINGS),
    ]
