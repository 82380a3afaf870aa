"""judge revisions: how a nomination was changed since it was first filed."""

from collections.abc import Iterator

import click

from judge.cli.arguments import as_json, edition_words, split
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.domain.revision import FieldChange
from judge.locale import N_, _
from judge.services.papers.revisions import Revision, revisions_of


@click.command(help=N_("Show how a nomination was changed since it was filed."))
@edition_words("NOMINATION")
@as_json
def command(words: tuple[str, ...], *, as_json: bool) -> None:
    """Show every revision with its date, its file and what it changed."""
    location, asked = split(words)
    if len(asked) != 1:
        raise click.UsageError(_("Say which nomination, by its key."))
    with opened(location) as edition:
        revisions = revisions_of(edition, asked[0])
    if as_json:
        print_json({"nomination": asked[0], "revisions": [_as_json(revision) for revision in revisions]})
        return
    for revision in revisions:
        for line in _lines(revision):
            click.echo(line)


def _lines(revision: Revision) -> Iterator[str]:
    kept = revision.kept
    yield _plain(f"{kept.number}. {kept.filed_at} · {kept.file} · {kept.name}")
    if revision.admitted:
        yield "   " + _("Admitted after the deadline: {reason}").format(reason=revision.admitted)
    for change in revision.changes:
        yield from (f"   {_plain(line)}" for line in change_lines(change))


def _plain(text: str) -> str:
    """A line without what would act on the terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def change_lines(change: FieldChange) -> Iterator[str]:
    """A change in words: label, old and new; of a list what was added, has gone or was moved."""
    nothing = _("(blank)")
    old, new = (" ".join(text.split()) or nothing for text in (change.old, change.new))
    yield f"{change.label}{_(': ')}{old} → {new}"
    for said, items in (
        (_("added: {items}"), change.added),
        (_("gone: {items}"), change.gone),
        (_("moved: {items}"), change.moved),
    ):
        if items:
            yield "   " + said.format(items="、".join(items))


def _as_json(revision: Revision) -> dict[str, object]:
    kept = revision.kept
    return {
        "number": kept.number,
        "filed_at": kept.filed_at,
        "file": kept.file,
        "sha256": kept.sha256,
        "name": kept.name,
        "organisation": kept.organisation,
        "subject": kept.subject,
        "admitted": revision.admitted,
        "changes": [
            {
                "key": change.key,
                "label": change.label,
                "old": change.old,
                "new": change.new,
                "added": list(change.added),
                "gone": list(change.gone),
                "moved": list(change.moved),
            }
            for change in revision.changes
        ],
    }
