"""Finding the forms in a Word document: a known title, and a table below it with known labels."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from imports.forms.definition import FormDefinition, FormSet
from imports.forms.labels import labels_of
from imports.grid import Grid
from imports.word.flow import Paragraph, flow

_TITLE_EXCESS = 16
"""Characters that may stand around a title in its line, such as `附件3 2019年`; more is a sentence."""
_LONGEST_TITLE = 80
_LINES_ABOVE = 12
_TITLE_ROWS = 3
_FEWEST_LABELS = 2


@dataclass(frozen=True, slots=True)
class FoundForm:
    """A filled form: the lines between its title and its table, the table, and tables that go on below."""

    definition: FormDefinition
    head: tuple[str, ...]
    tables: list[Grid]


def forms_in(body: etree._Element, forms: FormSet) -> list[FoundForm]:
    """The forms of a set that are in a settled document body, in their order."""
    found: list[FoundForm] = []
    lines: list[str] = []
    for block in flow(body):
        if isinstance(block, Paragraph):
            lines.append(block.text)
            continue
        titled = _titled(lines, block, forms)
        if titled is not None:
            definition, head = titled
            found.append(FoundForm(definition, head, [block]))
        elif found:
            found[-1].tables.append(block)
        lines = []
    return found


def is_title(text: str, definition: FormDefinition) -> bool:
    """True where `text` is a title of the form, with a year or an attachment number at most around it."""
    if len(text) > _LONGEST_TITLE:
        return False
    said = "".join(text.split())
    return any(title in said and len(said) - len(title) <= _TITLE_EXCESS for title in definition.titles)


def _titled(lines: list[str], table: Grid, forms: FormSet) -> tuple[FormDefinition, tuple[str, ...]] | None:
    """The form whose title stands above or atop the table, whose labels the table has; and its head lines."""
    for title, head in _title_lines(lines, table):
        for definition in forms.definitions:
            if is_title(title, definition) and labels_of(definition).are_in(table, _FEWEST_LABELS):
                return definition, head
    return None


def _title_lines(lines: list[str], table: Grid) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What may be the title, nearest to the table first, with the lines below it; it may fill two lines."""
    above = [line for text in lines[-_LINES_ABOVE:] for line in text.split("\n") if line.strip()]
    for at in range(len(above) - 1, -1, -1):
        yield above[at], tuple(above[at + 1 :])
    for at in range(len(above) - 2, -1, -1):
        yield above[at] + above[at + 1], tuple(above[at + 2 :])
    for row in table.rows[:_TITLE_ROWS]:
        yield from ((line, tuple(above)) for cell in row if cell for line in cell.split("\n"))
