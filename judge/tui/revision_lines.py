"""What the last revision of a nomination changed, in passages: by field, lists by what came and went."""

from collections.abc import Iterator

from judge.domain.desk import Page
from judge.domain.revision import FieldChange, excerpts
from judge.domain.sheet import SheetState
from judge.locale import _
from judge.tui.cells import clean_line
from judge.tui.passages import BLANK, Passage, paragraph

_INDENT = "  "


def revision_passages(page: Page) -> list[Passage]:
    """A line on the revisions and what differs; nothing for a nomination that was never revised."""
    said = _said(page)
    if not said:
        return []
    ink = "refused" if page.revision != page.filed_revision else "strong"
    changed = [paragraph(words, indent=_INDENT) for change in page.changes for words in _words(change)]
    return [paragraph(said, ink), *changed, BLANK]


def _said(page: Page) -> str:
    if page.revision != page.filed_revision:
        return _("You judged revision {judged}; revision {last} has been filed since, which changes:").format(
            judged=page.revision, last=page.filed_revision
        )
    if page.revision > 1 and page.sheet.state is not SheetState.RECUSED:
        return _("This is revision {number}; it changes:").format(number=page.revision)
    return ""


def _words(change: FieldChange) -> Iterator[str]:
    label = clean_line(change.label)
    if change.is_list:
        for said, items in (
            (_("{label}, added: {items}"), change.added),
            (_("{label}, gone: {items}"), change.gone),
            (_("{label}, moved: {items}"), change.moved),
        ):
            if items:
                yield said.format(label=label, items="、".join(map(clean_line, items)))
        return
    old, new = (clean_line(text) or _("(blank)") for text in excerpts(change))
    yield f"{label}{_(': ')}{old} → {new}"
