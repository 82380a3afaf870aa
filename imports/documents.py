"""Result reports in Word, read as blocks and attached to the nomination that they belong to."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from lxml import etree

from imports.grid import Grid
from imports.matching import name_key
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


def read_report(path: Path, register: Register, nomination: str | None) -> FileReading:
    """A Word report as one document of a nomination.

    `nomination` is its key. Without it, the one nomination whose name stands in the file's name or in the
    report's first paragraphs is taken; none or several is a blocking finding, never a choice.

    Raises:
        FileRefused: where `path` is no readable Word file (`imports.guards`).
    """
    word = open_word(path, with_styles=True)
    blocks = tuple(_blocks(word.body, Outline(word.styles)))
    remarks = Remarks(str(path))
    if not blocks:
        remarks.block("report-empty")
    owner = _said(nomination, register, remarks) if nomination else _found(path, blocks, register, remarks)
    records = () if owner is None else (DocumentRecord(owner, _title(path, blocks), blocks, remarks.place()),)
    return FileReading(str(path), Kind.REPORT, word.sha256, records, remarks.findings)


def _said(nomination: str, register: Register, remarks: Remarks) -> str | None:
    """The nomination that the user says the report belongs to, if it is filed."""
    if any(known.key == nomination for known in register.nominations):
        return nomination
    remarks.block("nomination-unknown", nomination=nomination)
    return None


def _found(path: Path, blocks: tuple[Block, ...], register: Register, remarks: Remarks) -> str | None:
    """The one nomination that the report names, by key."""
    opening = islice((block.text for block in blocks if block.text), _FIRST_PARAGRAPHS)
    lines = (name_key(text[:_FIRST_CHARACTERS]) for text in (path.stem, *opening))
    candidates = _named_in("\n".join(lines), register.nominations)
    if len(candidates) == 1:
        return candidates[0].key
    remarks.block("report-unmatched", candidates=tuple(f"{known.key} {known.name}" for known in candidates))
    return None


def _blocks(body: etree._Element, outline: Outline) -> Iterator[Block]:
    """Headings, paragraphs and tables in their order; blank paragraphs are left out."""
    for block in flow(body):
        if isinstance(block, Grid):
            yield Block(rows=tuple(tuple(cell or "" for cell in row) for row in block.rows))
        elif text := block.text.strip():
            yield Block(text, outline.level(block.element))


def _title(path: Path, blocks: tuple[Block, ...]) -> str:
    """The first heading, or else the file's name."""
    return next((block.text for block in blocks if block.level), path.stem)


def _named_in(text: str, nominations: tuple[KnownNomination, ...]) -> tuple[KnownNomination, ...]:
    """The nominations whose names stand in the normalised `text`, but not merely within a longer name."""
    left = text
    by_key: dict[str, list[KnownNomination]] = {}
    for known in nominations:
        by_key.setdefault(name_key(known.name), []).append(known)
    met: list[KnownNomination] = []
    for key in sorted(filter(None, by_key), key=len, reverse=True):
        if key in left:
            met += by_key[key]
            left = left.replace(key, "\n")
    return tuple(met)
