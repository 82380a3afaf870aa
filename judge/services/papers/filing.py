"""File the papers of a report: all accepted ones in one transaction, pinned by one entry."""

from collections.abc import Sequence
from dataclasses import dataclass

from imports.intake.cancelling import NEVER, Cancel
from imports.records import (
    AliasRecord,
    BodyPaperRecord,
    DocumentRecord,
    FileReading,
    FilledSheetRecord,
    NominationRecord,
    PastAwardRecord,
    QuotaRecord,
    Record,
    RecusalRecord,
    ReviewerRecord,
    ScoreRecord,
)
from judge.domain.refusal import Refusal
from judge.ledger import acts
from judge.ledger.canonical import digest
from judge.ledger.chain import Head
from judge.ledger.pens import CHAIR, SECRETARY, reviewer_pen
from judge.services.editions.edition import Edition
from judge.services.panels.statements import Statements
from judge.services.papers.kept_headings import keep_headings
from judge.services.papers.report import ImportReport, Paper
from judge.services.papers.restating import restate
from judge.services.papers.terms import is_late
from judge.services.sheets.filing import Filing, file_sheets, filed_sheets
from judge.store.batches import Batch, open_batch
from judge.store.chunks import chunks
from judge.store.connection import Connection
from judge.store.history import add_aliases, add_past_awards
from judge.store.later_papers import add_body_papers, add_revisions
from judge.store.pens import head_of, keep, provide_pens, seq_of
from judge.store.pinning import FORMAT, rows_digest
from judge.store.queries.known import held_reviewers, held_sources, ids

_OfSheets = ScoreRecord | RecusalRecord | FilledSheetRecord
_TOGETHER = 32
"""Papers whose rows are written together."""
_BYTES_TOGETHER = 8 << 20
"""Bytes of files from which on they are written before any more are read."""


@dataclass(frozen=True, slots=True)
class Filed:
    """What was written: 0 files where everything was known already."""

    files: int
    sheets: Filing


def file_papers(
    edition: Edition, report: ImportReport, *, accept_good: bool = False, cancel: Cancel = NEVER
) -> Filed:
    """Write every accepted file of the report, or nothing.

    Refusal codes: "papers-refused" (files with a blocking finding, and not `accept_good`),
    "edition-changed-meanwhile", "file-changed" (a file is not the one that was read), "import-cancelled"
    (`cancel` was set before the last file was written).
    """
    if report.refused and not accept_good:
        raise Refusal("papers-refused", count=len(report.refused))
    papers = [paper for paper in report.accepted if paper.brings]
    if not papers:
        return Filed(0, Filing())
    with edition.store.write() as connection:
        head = head_of(connection, SECRETARY, locked=True)
        stands = head.seq, seq_of(connection, CHAIR), is_late(edition, connection)
        if stands != (report.made_at, report.ruled_at, report.late):
            raise Refusal("edition-changed-meanwhile")
        batch = open_batch(connection, edition.now())
        marked = _write_rows(edition, batch, papers, cancel)
        files = [{"kind": str(p.reading.kind), "path": p.name, "sha256": p.reading.sha256} for p in papers]
        pinned = acts.papers_imported(batch.id, rows_digest(connection, batch.id), files, FORMAT)
        written, head = head.next(acts.PAPERS_IMPORTED, f"batch/{batch.id}", pinned, edition.now())
        readings = (paper.reading for paper in papers)
        headings, head = keep_headings(connection, head, readings, edition.now())
        stated = _state_reviewers(connection, head, papers, edition.now())
        head = stated.head
        keep(connection, [written, *headings, *stated.written], head)
        filing, _ = file_sheets(edition, connection, head, filed_sheets(marked))
    return Filed(len(papers), filing)


def _content(paper: Paper) -> bytes:
    """The file's bytes, which must be those that were read."""
    try:
        content = paper.at.read_bytes()
    except OSError:
        content = b""
    if digest(content).hex() != paper.reading.sha256:
        raise Refusal("file-changed", file=str(paper.path))
    return content


def _write_rows(edition: Edition, batch: Batch, papers: Sequence[Paper], cancel: Cancel) -> list[_OfSheets]:
    """Write the papers in the order of reading, some at a time; what they say of sheets is given back.

    Each refers to what came before it, so that no more than some need be in memory.
    """
    marked: list[_OfSheets] = []
    held = held_sources(batch.connection)
    for some in chunks(papers, _TOGETHER):
        sources = _sources(batch, some, held, cancel)
        with_source = list(zip(some, sources, strict=True))
        filed = [(key, source, record) for paper, source in with_source for key, record in paper.keyed]
        _write_some(edition, batch, filed)
        add_revisions(
            batch, [(key, source, record) for paper, source in with_source for key, record in paper.revised]
        )
        marked += [record for _, _, record in filed if isinstance(record, _OfSheets)]
    return marked


def _write_some(edition: Edition, batch: Batch, filed: Sequence[tuple[str, int, Record]]) -> None:
    """Quotas before nominations before documents: each refers to what came before."""
    batch.add_quotas([record for _, _, record in filed if isinstance(record, QuotaRecord)])
    reviewers = [(key, record) for key, _, record in filed if isinstance(record, ReviewerRecord)]
    batch.add_reviewers(reviewers)
    provide_pens(batch.connection, edition.id, [reviewer_pen(key) for key, _ in reviewers])
    batch.add_nominations([(k, source, r) for k, source, r in filed if isinstance(r, NominationRecord)])
    batch.add_documents([(source, r) for _, source, r in filed if isinstance(r, DocumentRecord)])
    add_aliases(batch, [(source, r) for _, source, r in filed if isinstance(r, AliasRecord)])
    add_past_awards(batch, [(source, r) for _, source, r in filed if isinstance(r, PastAwardRecord)])
    add_body_papers(batch, [(source, r) for _, source, r in filed if isinstance(r, BodyPaperRecord)])


def _state_reviewers(connection: Connection, head: Head, papers: Sequence[Paper], at: str) -> Statements:
    """State what the papers say of reviewers beyond their imported rows."""
    statements = Statements(connection, head, at)
    said = [
        *((key, one) for p in papers for key, one in p.keyed if isinstance(one, ReviewerRecord)),
        *(one for paper in papers for one in paper.restated),
    ]
    if said:
        held = {one.key: one for one in held_reviewers(connection)}
        restate(statements, said, held, ids(connection).reviewers)
    return statements


def _sources(batch: Batch, papers: Sequence[Paper], held: dict[str, int], cancel: Cancel) -> list[int]:
    """The id under which each file is kept; one attached to another nomination already is kept once."""
    new = {paper.reading.sha256: paper for paper in reversed(papers) if paper.reading.sha256 not in held}
    waiting: list[tuple[FileReading, str, bytes]] = []
    for paper in reversed(new.values()):
        if cancel.is_set():
            raise Refusal("import-cancelled")
        waiting.append((paper.reading, paper.name, _content(paper)))
        if sum(len(content) for _, _, content in waiting) > _BYTES_TOGETHER:
            _keep(batch, waiting, held)
            waiting = []
    _keep(batch, waiting, held)
    return [held[paper.reading.sha256] for paper in papers]


def _keep(batch: Batch, files: Sequence[tuple[FileReading, str, bytes]], held: dict[str, int]) -> None:
    ids = batch.add_sources(files)
    held.update((reading.sha256, source) for (reading, _, _), source in zip(files, ids, strict=True))
