"""The papers of a packet: each nomination as its reviewer's desk shows it, masked where the desk masks."""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from imports.records import FormField
from judge.domain.conclusions import Conclusions
from judge.domain.conflict import Conflict
from judge.domain.desk import Page
from judge.services.editions.edition import Edition
from judge.services.sheets.originals import last_part, own_files
from judge.services.sheets.pages import Pages
from judge.store.conclusions import conclusions_bytes
from judge.store.connection import Connection
from judge.store.filed import blocks_bytes, fields_bytes
from judge.store.packets.papers import NO_FILE, PacketDocument, PacketFile, PacketPaper, PacketRevision
from judge.store.queries import desk as queries
from judge.store.queries.known import NominationId
from judge.store.queries.originals import KeptOriginal, content, document_files
from judge.store.sheets import SheetRow

_REMEMBERED = 4000
"""Nominations; those of a panel are judged by the same few reviewers."""


@dataclass(frozen=True, slots=True)
class PacketWords:
    """A nomination with its own files, which are none where names are masked."""

    paper: PacketPaper
    files: tuple[KeptOriginal, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A nomination as every reviewer may read it: what ties one of them to it is in no `concluded` yet."""

    papers: queries.Papers
    body: str
    revisions: tuple[tuple[PacketRevision, Conclusions], ...]
    documents: tuple[PacketDocument, ...]
    files: tuple[KeptOriginal, ...]


class PaperSource:
    """Gives nominations as they go into packets, in one view of the edition."""

    def __init__(self, edition: Edition, connection: Connection, *, with_files: bool) -> None:
        """Files as sent go with them only where `with_files` says so, and never where names are masked."""
        self._connection = connection
        self._pages = Pages(edition, connection)
        self._with_files = with_files and not self._pages.blind
        self._told: dict[tuple[str, str], _Told] = {}

    def of_sheet(self, row: SheetRow, known: NominationId) -> PacketWords:
        """The nomination as the sheet's reviewer may read it, in each of its revisions."""
        told = self._told.get((row.nomination, row.rubric)) or self._tell(row)
        ties = self._pages.conflicts(told.papers, row.reviewer)
        revisions = tuple(_with(ties, revision, concluded) for revision, concluded in told.revisions)
        paper = PacketPaper(known.id, row.nomination, told.papers.award, told.body, revisions, told.documents)
        return PacketWords(paper, told.files)

    def _tell(self, row: SheetRow) -> _Told:
        papers = queries.papers(self._connection, row.nomination)
        pages = [self._pages.page_at(row, papers, revision) for revision in papers.revisions]
        files = own_files(self._connection, row.nomination) if self._with_files else ()
        forms = {file.revision: file.id for file in files if file.revision}
        revisions = tuple(_revision(page, forms.get(page.revision, NO_FILE)) for page in pages)
        documents = tuple(self._documents(pages[-1], {file.id for file in files}))
        if len(self._told) >= _REMEMBERED:
            del self._told[next(iter(self._told))]
        told = _Told(papers, pages[-1].body, revisions, documents, files)
        self._told[row.nomination, row.rubric] = told
        return told

    def _documents(self, page: Page, there: Collection[int]) -> Iterator[PacketDocument]:
        filed = document_files(self._connection, page.nomination)
        for shown, (file, attachment) in zip(page.documents, filed, strict=True):
            yield PacketDocument(
                shown.title, blocks_bytes(shown.blocks), attachment, file if file in there else NO_FILE
            )

    def file(self, kept: KeptOriginal) -> PacketFile:
        """A file as it was sent, by its own name alone: folders are those of whoever imported it."""
        sent = content(self._connection, kept.id)
        return PacketFile(kept.id, last_part(kept.path), kept.kind, hashlib.sha256(sent).digest(), sent)


def _revision(page: Page, file: int) -> tuple[PacketRevision, Conclusions]:
    fields = [FormField(field.key, field.label, field.written, None) for field in page.fields]
    concluded = Conclusions(page.gates, page.changes)
    revision = PacketRevision(
        number=page.revision,
        name=page.name,
        organisation=page.organisation,
        subject=page.subject,
        filed=fields_bytes(fields),
        concluded=conclusions_bytes(concluded),
        file=file,
    )
    return revision, concluded


def _with(ties: tuple[Conflict, ...], revision: PacketRevision, concluded: Conclusions) -> PacketRevision:
    if not ties:
        return revision
    return replace(revision, concluded=conclusions_bytes(replace(concluded, conflicts=ties)))
