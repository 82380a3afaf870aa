"""A recommending body's summary of the year: a title, a head line, and a text, in a table's cell or below."""

from collections.abc import Iterable, Iterator

from lxml import etree

from imports.forms.contents import Content
from imports.forms.definition import FieldDefinition
from imports.forms.finding import FoundForm, is_title
from imports.forms.labels import key_of, labels_of, printed_on
from imports.grid import Grid
from imports.records import Block
from imports.word.flow import Paragraph
from imports.word.outline import Outline

_HEAD_LINES = 6
"""In which the head line stands, counted from the title."""
_LONGEST_HEAD_LINE = 200


class Summary:
    """The head line's contents by their field, and the text as blocks."""

    def __init__(self, form: FoundForm, styles: etree._Element | None) -> None:
        self._labels = labels_of(form.definition)
        self._contents: dict[str, Content] = {}
        self._printed = printed_on(form.definition)
        lines = self._without_head(_blocks(form.text, Outline(styles)))
        # The form's first line says what to write; those after it serve many bodies as headings.
        instruction = key_of("".join(form.definition.layout.prompt[:1]))
        self.blocks = tuple(
            block
            for block in lines
            if block.rows or (key_of(block.text) != instruction and not is_title(block.text, form.definition))
        )

    def of(self, field: FieldDefinition) -> Content | None:
        """What stands in `field`; None where the summary has no such label."""
        return self._contents.get(field.labels[0])

    @property
    def characters(self) -> int:
        """How long the text is, without blanks and without what the form itself prints."""
        said = (text for b in self.blocks for text in (b.text, *(cell for row in b.rows for cell in row)))
        return sum(len("".join(text.split())) for text in said if key_of(text) not in self._printed)

    def _without_head(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for number, block in enumerate(blocks):
            if number >= _HEAD_LINES or not self._take_head(block):
                yield block

    def _take_head(self, block: Block) -> bool:
        """Take down what a head line says; False for any other block."""
        if block.rows:
            cells = [cell for row in block.rows for cell in row]
            met = [(self._labels.field(cell), at) for at, cell in enumerate(cells)]
            for field, at in met:
                if field is not None:
                    self._keep(field, cells[at], cells[at + 1] if at + 1 < len(cells) else "")
            return len(block.rows) == 1 and any(field is not None for field, _ in met)
        if len(block.text) > _LONGEST_HEAD_LINE or not self._labels.begins(block.text):
            return False
        for labelled in self._labels.running(block.text):
            self._keep(labelled.field, labelled.label, labelled.content)
        return True

    def _keep(self, field: FieldDefinition, label: str, written: str) -> None:
        self._contents.setdefault(field.labels[0], Content(field, label.strip(), written))


def _blocks(text: Iterable[Paragraph | Grid], outline: Outline) -> Iterator[Block]:
    """Paragraphs and tables; a table of single cells is only a frame around lines."""
    for piece in text:
        if isinstance(piece, Paragraph):
            yield from _lines(piece.text, outline.level(piece.element))
            continue
        rows = [tuple(cell for cell in row if cell is not None) for row in piece.rows]
        if all(len(row) <= 1 for row in rows):
            yield from (line for row in rows for cell in row for line in _lines(cell, 0))
        else:
            yield Block(rows=tuple(tuple(cell or "" for cell in row) for row in piece.rows))


def _lines(text: str, level: int) -> Iterator[Block]:
    return (Block(line.strip(), level) for line in text.split("\n") if line.strip())
