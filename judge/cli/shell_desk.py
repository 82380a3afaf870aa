"""A reviewer's desk without a screen: each deed of the desk as an option of `judge score`."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from judge.cli.output import print_json
from judge.cli.sheet_papers import print_history, print_papers
from judge.cli.sheet_tables import print_queue, print_sheet, queue_json, sheet_json
from judge.domain.desk import Page
from judge.domain.refusal import FileFaults
from judge.domain.sheet import AT_WORK, Sheet
from judge.locale import _, ngettext
from judge.locale.conflicts import conflict_words
from judge.locale.sentences import on_one_line
from judge.services.sheets.desk import Desk
from judge.services.sheets.dictation import Dictated, dictated, write_down

if TYPE_CHECKING:
    from judge.cli.scoring import Asked


def serve(desk: Desk, asked: "Asked") -> None:
    """Do what is asked, in the order read, mark, note, submit; then show the sheet or the queue."""
    if asked.nomination:
        _serve_sheet(desk, asked)
    elif asked.submitting:
        _submit_all(desk)
    elif asked.listing or asked.as_json:
        items = desk.queue()
        if asked.as_json:
            print_json({"reviewer": desk.reviewer, "queue": queue_json(items)})
        else:
            print_queue(items)
    else:
        raise click.UsageError(_("Say which nomination, by its key; --list shows them."))


def _serve_sheet(desk: Desk, asked: "Asked") -> None:
    page = desk.page(asked.nomination)
    if asked.reading:
        print_papers(page)
    if page.closed and page.sheet.state in AT_WORK:
        said = _("⊗ Closed by the chair, it takes no more changes: {reason}")
        click.echo(said.format(reason=on_one_line(page.closed)), err=True)
    elif page.conflicts and page.sheet.state in AT_WORK and not (asked.recusing or asked.denying):
        said = _("A conflict of interest? --recuse steps back, --no-conflict says why it is none: {grounds}")
        click.echo(said.format(grounds=conflict_words(page.conflicts)), err=True)
    sheet = page.sheet
    if asked.marks or asked.notes:
        sheet = write_down(desk, page, _dictated(page, asked))
    for wanted, deed in _deeds(desk, page, asked):
        if wanted:
            sheet = deed(sheet)
    if asked.history:
        print_history(desk.history(page.nomination), page.rubric)
    elif asked.as_json:
        print_json(sheet_json(page, sheet))
    elif not asked.reading:
        print_sheet(page, sheet)


def _dictated(page: Page, asked: "Asked") -> tuple[Dictated, ...]:
    try:
        return dictated(page.rubric, asked.marks, asked.notes)
    except FileFaults:
        click.echo(_("Nothing of this was written:"), err=True)
        raise


def _deeds(desk: Desk, page: Page, asked: "Asked") -> tuple[tuple[bool, Callable[[Sheet], Sheet]], ...]:
    nomination = page.nomination
    return (
        (asked.undoing, lambda sheet: desk.undo(nomination, sheet.revision)),
        (asked.taking_back, lambda sheet: desk.take_back(nomination, sheet.revision)),
        (bool(asked.denying), lambda sheet: desk.deny_conflict(nomination, asked.denying, sheet.revision)),
        (bool(asked.recusing), lambda sheet: desk.recuse(nomination, asked.recusing, sheet.revision)),
        (asked.submitting, lambda sheet: desk.submit(nomination, sheet.revision, page.revision)),
    )


def _submit_all(desk: Desk) -> None:
    """Submit every complete sheet of a nomination that was never revised; name the others."""
    submitted = 0
    for item in desk.queue():
        if item.state not in AT_WORK:
            continue
        missing = item.criteria - item.marked
        if missing:
            said = ngettext("{count} mark is missing", "{count} marks are missing", missing)
            click.echo(f"{item.nomination}{_(': ')}{said.format(count=missing)}", err=True)
        elif item.revision > 1:
            said = _("it was revised; submit it by its key once you have read it")
            click.echo(f"{item.nomination}{_(': ')}{said}", err=True)
        else:
            page = desk.page(item.nomination)
            desk.submit(item.nomination, page.sheet.revision, page.revision)
            submitted += 1
    told = ngettext("{count} sheet is submitted.", "{count} sheets are submitted.", submitted)
    click.echo(told.format(count=submitted))
