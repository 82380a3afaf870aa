"""Documents filed beside forms: read as blocks, and attached to the nomination that they belong to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from pathlib import Path

from lxml import etree

from imports.attachments import Told, told_by, total_of
from imports.findings import Finding
from imports.grid import Grid
from imports.owners import attachment_of, names_of, owner_found, owner_said
from imports.records import Block, DocumentRecord, FileReading, Kind
from imports.register import KnownNomination, Register
from imports.remarks import Remarks
from imports.word.flow import flow
from imports.word.outline import Outline
from imports.word.package import open_word

_FIRST_PARAGRAPHS = 12
"""Where a report names its group: title page, heading, opening lines."""

_FIRST_CHARACTERS = 400
"""Of each of them."""

_TITLE_LINES = 3
"""Where it says what it is, unless in its file's name or in a heading."""


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """A document read as far as it can be without knowing whose it is."""

    title: str
    blocks: tuple[Block, ...]
    told: tuple[Told, ...]
    lines: tuple[str, ...]
    """What may name its nomination: its file, its folders, its opening."""


def read_report(path: Path, register: Register, nomination: str | None) -> FileReading:
    """A Word report as one document of a nomination.

    `nomination` is its key. Without it, the one nomination whose name stands in the file's name or in the
    report's first paragraphs is taken; none or several is a blocking finding, never a choice.

    Raises:
        FileRefused: where `path` is no readable Word file (`imports.guards`).
    """
    word = open_word(path, with_styles=True)
    document = opened(path, (), blocks_of(word.body, word.styles), register)
    records, findings = attached(document, path, register, nomination)
    return FileReading(str(path), Kind.REPORT, word.sha256, records, findings)


def opened(
    path: Path, folders: tuple[str, ...], blocks: Iterable[Block], register: Register
) -> OpenedDocument:
    """A document of these blocks, found in these folders."""
    kept = tuple(blocks)
    opening = tuple(text[:_FIRST_CHARACTERS] for text in islice(_texts(kept), _FIRST_PARAGRAPHS))
    title = next((block.text for block in kept if block.level), "")
    told = told_by((path.stem, title, *opening[:_TITLE_LINES]), register)
    return OpenedDocument(title or path.stem, kept, told, (path.stem, *folders, *opening))


def attached(
    document: OpenedDocument, path: Path, register: Register, nomination: str | None
) -> tuple[tuple[DocumentRecord, ...], tuple[Finding, ...]]:
    """The document as a record of its nomination, and what is to be said of it.

    Blocking: "report-empty", "nomination-unknown", "report-unmatched" (candidates).
    """
    remarks = Remarks(str(path))
    if not document.blocks:
        remarks.block("report-empty")
    owner = _owner(document, register, nomination, remarks)
    if owner is None:
        return (), remarks.findings
    attachment = attachment_of(owner, document.told, register)
    total = _total(document, attachment, remarks)
    record = DocumentRecord(owner.key, document.title, document.blocks, remarks.place(), attachment, total)
    return (record,), remarks.findings


def blocks_of(body: etree._Element, styles: etree._Element | None) -> Iterator[Block]:
    """Headings, paragraphs and tables in their order; blank paragraphs are left out."""
    outline = Outline(styles)
    for block in flow(body):
        if isinstance(block, Grid):
            yield _table(block)
        elif text := block.text.strip():
            yield Block(text, outline.level(block.element))


def table_blocks(grids: Iterable[Grid]) -> Iterator[Block]:
    """The sheets of a workbook as a document: each but the first below its name."""
    for number, grid in enumerate(grids):
        if number:
            yield Block(grid.name, 2)
        yield _table(grid)


def _table(grid: Grid) -> Block:
    return Block(rows=tuple(tuple(cell or "" for cell in row) for row in grid.rows))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The paragraphs, and the first cells of a table that stands before any of them."""
    met = False
    for block in blocks:
        if block.text:
            met = True
            yield block.text
        elif not met:
            yield from (cell for row in block.rows for cell in row if cell.strip())


def _owner(
    document: OpenedDocument, register: Register, nomination: str | None, remarks: Remarks
) -> KnownNomination | None:
    if nomination:
        return owner_said(nomination, register, remarks)
    candidates = owner_found(document.lines, document.told, register)
    if len(candidates) == 1:
        return candidates[0]
    remarks.block("report-unmatched", candidates=names_of(candidates))
    return None


def _total(document: OpenedDocument, attachment: str, remarks: Remarks) -> Decimal | None:
    labels = next((t.attachment.total_labels for t in document.told if t.attachment.key == attachment), ())
    return total_of(labels, document.blocks, remarks) if labels else None
