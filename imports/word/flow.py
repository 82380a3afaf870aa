"""A settled document as the flow of its paragraphs and tables, in one pass over the tree."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from imports.grid import Grid
from imports.word import names as n
from imports.word.package import WordFile, open_word

COLUMN_LIMIT = 63
"""Word's own limit; a wider span is a broken or hostile file's and pads no further."""

_BREAKS = {n.TAB: "\t", n.BREAK: "\n", n.RETURN: "\n", n.HARD_HYPHEN: "-"}


class Paragraph(NamedTuple):
    """A paragraph outside of tables, its text as written: lines by newline, nothing stripped."""

    element: etree._Element
    text: str


def grids(path: Path) -> tuple[Grid, ...]:
    """The tables of a Word file in their order, named "1", "2", …; nested tables speak within their cell.

    Raises:
        FileRefused: where `path` is no readable Word file (`imports.guards`).
    """
    return grids_of(open_word(path))


def grids_of(word: WordFile) -> tuple[Grid, ...]:
    """The tables of an opened Word file, as `grids` gives them."""
    return tuple(block for block in flow(word.body) if isinstance(block, Grid))


def flow(body: etree._Element) -> list[Paragraph | Grid]:
    """The paragraphs and tables of a settled body in their order; tables are named by their number from 1.

    Text boxes and nested tables speak where they stand.
    """
    return _Flow(body).blocks


class _Flow:
    """The pass over a body. Asking every cell for its own paragraphs and texts takes several times longer."""

    def __init__(self, body: etree._Element) -> None:
        self.blocks: list[Paragraph | Grid] = []
        self._body = body
        self._tables = 0
        self._paragraph: etree._Element | None = None
        self._table: _Table | None = None
        self._parts: list[str] = []
        self._in_paragraph = False
        rare: dict[str, Callable[[etree._Element], None]] = {
            n.FORMULA_TEXT: self._say,
            n.ROW: self._begin_row,
            n.TABLE: self._begin_table,
            n.SPAN: self._merge,
            n.DOWN_MERGE: self._merge,
            n.ACROSS_MERGE: self._merge,
            n.SKIPPED: self._skip,
            **dict.fromkeys(_BREAKS, self._break),
        }
        self._pass(rare)
        self._end_block()

    def _pass(self, rare: dict[str, Callable[[etree._Element], None]]) -> None:
        """Meet every element that matters; the commonest take no call of their own."""
        body, text_tag, paragraph, cell = self._body, n.TEXT, n.PARAGRAPH, n.CELL
        for element in body.iter(text_tag, paragraph, cell, *rare):
            tag = element.tag
            if tag == text_tag:
                if text := element.text:
                    self._parts.append(text)
            elif tag == paragraph:
                if element.getparent() is body:
                    self._end_block()
                    self._paragraph = element
                elif self._in_paragraph:
                    self._parts.append("\n")
                self._in_paragraph = True
            elif tag == cell:
                table = self._table
                if table is not None and element.getparent() is table.row:
                    begun = _Cell(element)
                    table.cells.append(begun)
                    self._parts = begun.parts
                    self._in_paragraph = False
            else:
                rare[tag](element)

    def _say(self, element: etree._Element) -> None:
        if element.text:
            self._parts.append(element.text)

    def _break(self, element: etree._Element) -> None:
        parent = element.getparent()
        # Paragraph settings hold tab stops that are called as the tab in a run is.
        if parent is not None and parent.tag == n.RUN:
            self._parts.append(_BREAKS[element.tag])

    def _begin_table(self, element: etree._Element) -> None:
        if element.getparent() is self._body:
            self._end_block()
            self._tables += 1
            self._table = _Table(element)

    def _begin_row(self, element: etree._Element) -> None:
        if self._table is not None and element.getparent() is self._table.element:
            self._table.begin_row(element)

    def _merge(self, setting: etree._Element) -> None:
        if self._table is not None and self._table.cells and _owner(setting) is self._table.cells[-1].element:
            self._table.cells[-1].merge(setting)

    def _skip(self, setting: etree._Element) -> None:
        if self._table is not None and _owner(setting) is self._table.row:
            self._table.skipped = min(_number(setting.get(n.VALUE, ""), 0), COLUMN_LIMIT)

    def _end_block(self) -> None:
        if self._table is not None:
            self.blocks.append(self._table.grid(str(self._tables)))
        elif self._paragraph is not None:
            self.blocks.append(Paragraph(self._paragraph, "".join(self._parts)))
        self._table = self._paragraph = None
        self._parts = []


class _Cell:
    """A cell while it is read."""

    __slots__ = ("across", "down", "element", "parts", "span")

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        self.parts: list[str] = []
        self.span = 1
        self.down = ""
        self.across = ""

    def merge(self, setting: etree._Element) -> None:
        value = setting.get(n.VALUE, "continue")
        if setting.tag == n.SPAN:
            self.span = _number(value, 1)
        elif setting.tag == n.DOWN_MERGE:
            self.down = value
        else:
            self.across = value


class _Table:
    """A table while it is read: its rows so far, and the cells of the row at hand."""

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        self.row: etree._Element | None = None
        self.cells: list[_Cell] = []
        self.skipped = 0
        self._rows: list[tuple[str | None, ...]] = []
        self._merged_above: set[int] = set()

    def begin_row(self, row: etree._Element) -> None:
        self._end_row()
        self.row = row

    def grid(self, name: str) -> Grid:
        self._end_row()
        return Grid(name, tuple(self._rows))

    def _end_row(self) -> None:
        """Lay out the row at hand; a cell merged downwards is covered where a merge is open above it."""
        if self.row is None:
            return
        texts: list[str | None] = [None] * self.skipped
        merges: set[int] = set()
        for cell in self.cells:
            column = len(texts)
            covered = cell.down == "continue" and column in self._merged_above
            if covered or cell.down == "restart":
                merges.add(column)
            covered = covered or (cell.across == "continue" and column > 0)
            texts.append(None if covered else "".join(cell.parts))
            if cell.span > 1:
                texts += [None] * (min(cell.span, COLUMN_LIMIT - column) - 1)
        self._rows.append(tuple(texts))
        self._merged_above, self.cells, self.skipped = merges, [], 0


def _owner(setting: etree._Element) -> etree._Element | None:
    """The cell or row whose settings hold `setting`."""
    settings = setting.getparent()
    return None if settings is None else settings.getparent()


def _number(written: str, default: int) -> int:
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 6 else default
