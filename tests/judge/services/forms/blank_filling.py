"""A blank form filled in with another hand than the one that wrote it: python-docx, cell by cell."""

from collections.abc import Mapping
from pathlib import Path

import docx
from docx.document import Document
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from imports.forms.definition import FieldDefinition, FieldType, FormDefinition, FormSort, Seat


def fill(blank: Path, form: FormDefinition, written: Mapping[str, str]) -> None:
    """Write contents, by the first key of their field, where the blank has room for them."""
    document = docx.Document(str(blank))
    for field in form.fields:
        content = written[field.keys[0]]
        if field.at is Seat.HEAD:
            _behind_label(document.paragraphs, field, content)
        elif field.at is Seat.INSIDE and field.type is FieldType.LONG_TEXT:
            _tell(_labelled(document, field), content, form)
        elif field.at is Seat.INSIDE:
            _behind_label([p for cell in _cells(document) for p in cell.paragraphs], field, content)
        else:
            _beside(document, field).text = content
    if form.sort is FormSort.SUMMARY:
        _cells(document)[0].text = written["text"]
    document.save(str(blank))


def _cells(document: Document) -> list[_Cell]:
    """Every cell once, however many columns it spans."""
    (table,) = document.tables
    return [_Cell(tc, table) for row in table.rows for tc in row._tr.tc_lst]


def _labelled(document: Document, field: FieldDefinition) -> _Cell:
    (cell,) = [cell for cell in _cells(document) if cell.text.startswith(field.labels[0])]
    return cell


def _beside(document: Document, field: FieldDefinition) -> _Cell:
    cells = _cells(document)
    (at,) = [n for n, cell in enumerate(cells) if cell.text == field.labels[0]]
    steps = 2 if field.at is Seat.BEHIND_UNIT else 1
    return cells[at + steps]


def _behind_label(paragraphs: list[Paragraph], field: FieldDefinition, content: str) -> None:
    label = field.labels[0] if "：" in field.labels[0] else f"{field.labels[0]}："
    (paragraph,) = [p for p in paragraphs if label in p.text]
    before, _, after = paragraph.text.partition(label)
    for boxes in ("是□      否□", "□是      □否"):
        after = after.removeprefix(boxes)
    paragraph.text = f"{before}{label}{content}    {after.lstrip()}"


def _tell(cell: _Cell, content: str, form: FormDefinition) -> None:
    first, *others = cell.paragraphs
    first.text = f"{first.text}\n{content}"
    for paragraph in others:
        if paragraph.text in form.layout.prompt:
            paragraph._p.getparent().remove(paragraph._p)
