"""About how much memory an opened file takes, of those kinds that are small."""

from collections.abc import Iterable
from sys import getsizeof

from imports.reading import OpenedFile
from imports.records import Block, BodyPaperRecord, FileReading, FormField, NominationRecord

_A_TEXT = 64
"""Bytes of a short text, rounded up, with what refers to it."""
_AN_ITEM = 2 * _A_TEXT
_A_FIELD = 4 * _A_TEXT
_A_BLOCK = 3 * _A_TEXT
_A_FINDING = 16 * _A_TEXT
_A_FILE = 32 * _A_TEXT


def weight(opened: OpenedFile) -> int | None:
    """Bytes, rather too many than too few; None for what may be large: all but forms."""
    form = opened.matter
    if not isinstance(form, FileReading):
        return None
    weighed = _A_FILE + _A_FINDING * len(form.findings)
    for record in form.records:
        if isinstance(record, NominationRecord | BodyPaperRecord):
            weighed += _A_FILE + _of_fields(record.fields)
        if isinstance(record, BodyPaperRecord):
            weighed += _of_blocks(record.blocks)
    return weighed


def _of_fields(fields: Iterable[FormField]) -> int:
    """A value takes no more than what is written, but for a list of many short items."""
    weighed = 0
    for field in fields:
        weighed += _A_FIELD + 2 * getsizeof(field.written)
        if isinstance(field.value, tuple):
            weighed += _AN_ITEM * len(field.value)
    return weighed


def _of_blocks(blocks: Iterable[Block]) -> int:
    texts = (text for block in blocks for text in (block.text, *(cell for row in block.rows for cell in row)))
    return sum(_A_BLOCK + getsizeof(text) for text in texts)
