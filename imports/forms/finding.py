"""Finding the forms in a Word document: a known title, and below it a table with known labels, or a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from imports.forms.definition import FormDefinition, FormSet, FormSort
from imports.forms.labels import labels_of
from imports.grid import Grid
from imports.word.flow import Paragraph, flow

_TITLE_EXCESS = 16
"""Characters that may stand around a title in its line, such as `附件3 2019年`; more is a sentence."""
_LONGEST_TITLE = 80
_LINES_ABOVE = 12
_TITLE_ROWS = 3
_FEWEST_LABELS = 2
_ABOVE_TITLE = re.compile(r"附件\s*[0-9]*[:：]?|[0-9]{4}\s*年度?")
_YEAR_ALONE = re.compile(r"[0-9]{4}\s*年度?")
_OPENING = 5
"""Lines in which a document's own title stands."""


@dataclass(slots=True)
class FoundForm:
    """A filled form: its title as written, the lines below it, and the tables that follow.

    Of a summary all that stands below the head lines is its `text`, tables or not.
    """

    definition: FormDefinition
    title: str
    head: tuple[str, ...]
    tables: list[Grid]
    text: list[Paragraph | Grid] = field(default_factory=list)

    @property
    def table(self) -> str | None:
        """The name of the form's first table."""
        return self.tables[0].name if self.tables else None


def forms_in(body: etree._Element, forms: FormSet) -> list[FoundForm]:
    """The forms of a set that are in a settled document body, in their order."""
    return _Search(forms).through(body)


class _Search:
    """The pass over a document, from one title to the next."""

    def __init__(self, forms: FormSet) -> None:
        self._tabled, self._narrated = _tabled_and_narrated(forms)
        self._found: list[FoundForm] = []
        self._lines: list[str] = []
        """Since the last table."""
        self._passed = 0

    def through(self, body: etree._Element) -> list[FoundForm]:
        for block in flow(body):
            if isinstance(block, Paragraph):
                self._meet_paragraph(block)
            else:
                self._meet_table(block)
        return self._found

    def _meet_paragraph(self, block: Paragraph) -> None:
        self._lines.append(block.text)
        if not block.text or block.text.isspace():
            return
        self._passed += 1
        narrated = self._narrated_under(block.text)
        if narrated is not None:
            before = self._lines[-2] if len(self._lines) > 1 else ""
            self._take(FoundForm(narrated, _dated(before, block.text), (), []))
        elif self._found:
            self._found[-1].text.append(block)

    def _narrated_under(self, text: str) -> FormDefinition | None:
        """The summary whose title a line is: at a document's head, or where no summary is under way."""
        if self._passed > _OPENING and not self._found:
            return None
        within = self._found[-1].definition if self._found else None
        return next((form for form in titled_by(text, self._narrated) if form is not within), None)

    def _meet_table(self, table: Grid) -> None:
        titled = _titled(self._lines, table, self._tabled)
        if titled is not None:
            self._take(titled)
        elif self._found:
            self._found[-1].tables.append(table)
            self._found[-1].text.append(table)
        elif (narrated := _narrated_atop(table, self._narrated)) is not None:
            self._found.append(narrated)
        self._lines = []

    def _take(self, form: FoundForm) -> None:
        """Add a form; the lines of its title and above it are no part of the text before."""
        if self._found:
            _end_before(form.definition, self._found[-1].text)
        self._found.append(form)


def _end_before(form: FormDefinition, text: list[Paragraph | Grid]) -> None:
    """Cut a text where the title of the next form stands in it, or where it ends in the line above one."""
    for at in range(len(text) - 1, max(len(text) - _LINES_ABOVE, 0) - 1, -1):
        block, before = text[at], text[at - 1] if at else None
        if isinstance(block, Grid):
            break
        if is_title(block.text, form):
            del text[at:]
            break
        if isinstance(before, Paragraph) and is_title(before.text + block.text, form):
            del text[at - 1 :]
            break
    while text and isinstance(last := text[-1], Paragraph) and _ABOVE_TITLE.fullmatch(last.text.strip()):
        text.pop()


def is_title(text: str, definition: FormDefinition) -> bool:
    """True where `text` is a title of the form, with a year or an attachment number at most around it."""
    if len(text) > _LONGEST_TITLE:
        return False
    said = "".join(text.split())
    return any(title in said and len(said) - len(title) <= _TITLE_EXCESS for title in definition.titles)


def titled_by(text: str, forms: tuple[FormDefinition, ...]) -> Sequence[FormDefinition]:
    """Those of the forms whose title `text` is, in their order."""
    # Nearly no line is a title of any: one search for all of them tells so.
    if len(text) > _LONGEST_TITLE or _any_title(forms).search("".join(text.split())) is None:
        return ()
    return [form for form in forms if is_title(text, form)]


@cache
def _any_title(forms: tuple[FormDefinition, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(title) for form in forms for title in form.titles) or "(?!)")


@cache
def _tabled_and_narrated(forms: FormSet) -> tuple[tuple[FormDefinition, ...], tuple[FormDefinition, ...]]:
    """The forms that have a table, and those that are a text."""
    narrated = tuple(form for form in forms.definitions if form.sort is FormSort.SUMMARY)
    return tuple(form for form in forms.definitions if form not in narrated), narrated


def _titled(lines: list[str], table: Grid, forms: tuple[FormDefinition, ...]) -> FoundForm | None:
    """The form whose title stands above or atop the table, and whose labels the table has."""
    for title, head in _title_lines(lines, table):
        for definition in titled_by(title, forms):
            if labels_of(definition).are_in(table, _FEWEST_LABELS):
                return FoundForm(definition, title, head, [table])
    return None


def _title_lines(lines: list[str], table: Grid) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What may be the title, nearest to the table first, with the lines below it; it may fill two lines."""
    above = [line for text in lines[-_LINES_ABOVE:] for line in text.split("\n") if line.strip()]
    for at in range(len(above) - 1, -1, -1):
        yield _dated(above[at - 1] if at else "", above[at]), tuple(above[at + 1 :])
    for at in range(len(above) - 2, -1, -1):
        yield above[at] + above[at + 1], tuple(above[at + 2 :])
    for row in table.rows[:_TITLE_ROWS]:
        yield from ((line, tuple(above)) for cell in row if cell for line in cell.split("\n"))


def _dated(before: str, line: str) -> str:
    """A title with the year that may have a line of its own above it."""
    return before + line if _YEAR_ALONE.fullmatch(before.strip()) else line


def _narrated_atop(table: Grid, forms: tuple[FormDefinition, ...]) -> FoundForm | None:
    """The summary whose title stands in a table's first rows."""
    for row in table.rows[:_TITLE_ROWS]:
        for line in (line for cell in row if cell for line in cell.split("\n")):
            for form in titled_by(line, forms):
                return FoundForm(form, line, (), [table], [table])
    return None
