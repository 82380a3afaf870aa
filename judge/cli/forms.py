"""judge forms: the forms that are read, and how to change them for next year."""

from datetime import datetime
from pathlib import Path

import click

from imports.forms.definition import FormSort
from judge.cli.arguments import EDITION_VARIABLE, as_json, dry_run, edition_words, split
from judge.cli.lazy import SpokenGroup
from judge.cli.output import print_json
from judge.cli.tables import Column, print_table
from judge.locale import N_, _
from judge.services.forms.files import read_own_forms
from judge.services.forms.held_forms import HeldForms
from judge.services.forms.listing import form_source, list_forms, write_blank_form

_SORTS = {
    FormSort.NOMINATION: N_("nomination"),
    FormSort.STATISTICS: N_("statistics"),
    FormSort.SUMMARY: N_("summary"),
}
_of_edition = click.option(
    "--edition", envvar=EDITION_VARIABLE, help=N_("The edition whose forms are meant; else those of Judge.")
)
_files = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")


@click.group(cls=SpokenGroup, help=N_("List the Word forms that are read, print blank ones, take your own."))
def command() -> None:
    """The group itself; what it does is in its commands."""


@command.command("list", help=N_("List the forms that an edition reads, or those that come with Judge."))
@click.argument("edition", required=False, envvar=EDITION_VARIABLE)
@as_json
def _list(edition: str | None, *, as_json: bool) -> None:
    forms = list_forms(_held(edition)[0])
    if as_json:
        print_json(
            {
                "forms": [
                    {
                        "key": form.key,
                        "paper": form.paper,
                        "title": form.title,
                        "sort": form.sort,
                        "fields": form.fields,
                        "own": form.own,
                    }
                    for form in forms
                ]
            }
        )
        return
    columns = (
        Column(_("Key")),
        Column(_("Annex")),
        Column(_("Title")),
        Column(_("Sort")),
        Column(_("Fields"), figures=True),
        Column(_("Whose")),
    )
    whose = {True: _("own"), False: _("built in")}
    print_table(
        columns, ((f.key, f.paper, f.title, _(_SORTS[f.sort]), f.fields, whose[f.own]) for f in forms)
    )


@command.command(
    "check", help=N_("Say everything that is wrong with definitions of forms, and take nothing.")
)
@_files
@_of_edition
def _check(files: tuple[Path, ...], edition: str | None) -> None:
    own = read_own_forms(files)
    if edition is not None:
        # The store is loaded where an edition is named, here and below.
        from judge.cli.opening import opened  # noqa: PLC0415
        from judge.services.forms.held import check_forms  # noqa: PLC0415

        with opened(edition) as known:
            check_forms(known, own)
    for one in own:
        said = _("{file}: form {key}, {fields} fields; nothing is wrong with it.")
        click.echo(said.format(file=one.file, key=one.form.key, fields=len(one.form.fields)))


@command.command("blank", help=N_("Write a blank form as a Word file, to be printed or filled in."))
@click.argument("key")
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT.docx")
@click.option("--force", is_flag=True, help=N_("Replace a file that is there already."))
@_of_edition
def _blank(key: str, out: Path, edition: str | None, *, force: bool) -> None:
    held, year = _held(edition)
    write_blank_form(held, key, out, year, replace=force)
    click.echo(_("Wrote {path}.").format(path=out))


@command.command("show", help=N_("Print the definition of a form, to be copied and changed."))
@click.argument("key")
@_of_edition
def _show(key: str, edition: str | None) -> None:
    click.echo(form_source(_held(edition)[0], key), nl=False)


@command.command("take", help=N_("Read forms of your own from now on; one of a built-in key replaces that."))
@edition_words("FILE…")
@dry_run
def _take(words: tuple[str, ...], *, dry_run: bool) -> None:
    location, files = split(words)
    if not files:
        raise click.UsageError(_("Say which files or folders hold the forms."))
    from judge.cli.opening import opened  # noqa: PLC0415
    from judge.services.forms.held import take_forms  # noqa: PLC0415

    own = read_own_forms([Path(file) for file in files])
    with opened(location) as edition:
        taken = take_forms(edition, own, dry_run=dry_run)
    keys = ", ".join(taken) or _("nothing new")
    click.echo((_("Would take: {forms}.") if dry_run else _("Taken: {forms}.")).format(forms=keys))


def _held(location: str | None) -> tuple[HeldForms, int]:
    """The forms and the year of an edition; without one, the forms that come with Judge, and this year."""
    if location is None:
        return HeldForms(), datetime.now().astimezone().year
    from judge.cli.opening import opened  # noqa: PLC0415
    from judge.services.forms.held import held_forms  # noqa: PLC0415

    with opened(location) as edition:
        return held_forms(edition), edition.year
