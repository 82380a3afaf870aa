"""Recommending bodies' own papers that the edition holds: what comes again, and what replaces what."""

from collections.abc import Iterable
from typing import NamedTuple

from imports.findings import Finding, Severity
from imports.matching import name_key
from imports.records import BodyPaperRecord
from imports.remarks import Param
from judge.store.filed import blocks_bytes, fields_bytes
from judge.store.queries.body_papers import HeldBodyPaper


class _ReadPaper(NamedTuple):
    """A paper that a file read earlier will add; spelled only where another is to be compared with it."""

    number: int
    path: str
    record: BodyPaperRecord


class BodyPapers:
    """The papers that count, by body and form."""

    def __init__(self, held: Iterable[HeldBodyPaper]) -> None:
        self._held: dict[tuple[str, str], HeldBodyPaper | _ReadPaper] = {
            _identity(paper): paper for paper in held
        }

    def add(self, record: BodyPaperRecord, path: str) -> None:
        """Take in a paper that a file read earlier will add."""
        before = self._held.get(_identity(record))
        number = 1 if before is None else before.number + 1
        self._held[_identity(record)] = _ReadPaper(number, path, record)

    def known(self, record: BodyPaperRecord) -> Finding | None:
        """Note "body-paper-known" (body, known) where the last paper of its form says the same."""
        held = self._held.get(_identity(record))
        if held is None or _spelled(held) != _spelled(record):
            return None
        return _note("body-paper-known", record, held)

    def replaced(self, record: BodyPaperRecord) -> Finding | None:
        """Note "body-paper-replaces" (body, known, number) where another paper of its form counts so far."""
        held = self._held.get(_identity(record))
        return None if held is None else _note("body-paper-replaces", record, held)


def _identity(paper: HeldBodyPaper | BodyPaperRecord) -> tuple[str, str]:
    return name_key(paper.body), paper.form


def _spelled(paper: HeldBodyPaper | _ReadPaper | BodyPaperRecord) -> tuple[bytes, bytes]:
    if isinstance(paper, HeldBodyPaper):
        return paper.filed, paper.blocks
    record = paper.record if isinstance(paper, _ReadPaper) else paper
    return fields_bytes(record.fields), blocks_bytes(record.blocks)


def _note(code: str, record: BodyPaperRecord, held: HeldBodyPaper | _ReadPaper) -> Finding:
    params: dict[str, Param] = {"body": record.body, "known": held.path, "number": held.number}
    return Finding(code, Severity.NOTE, record.place, params)
