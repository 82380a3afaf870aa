"""File the papers of a report: all accepted ones in one transaction, pinned by one entry."""

from collections.abc import Sequence
from dataclasses import dataclass

from imports.records import (
    AliasRecord,
    BodyPaperRecord,
    DocumentRecord,
    NominationRecord,
    PastAwardRecord,
    QuotaRecord,
    ReviewerRecord,
)
from judge.domain.refusal import Refusal
from judge.ledger import acts
from judge.ledger.canonical import digest
from judge.ledger.pens import CHAIR, SECRETARY, reviewer_pen
from judge.services.editions import Edition
from judge.services.filing import Filing, file_sheets, filed_sheets
from judge.services.papers import ImportReport, Paper
from judge.services.terms import is_late
from judge.store.batches import Batch, open_batch
from judge.store.history import add_aliases, add_past_awards
from judge.store.later_papers import add_body_papers, add_revisions
from judge.store.pens import head_of, keep, provide_pens, seq_of
from judge.store.pinning import FORMAT, rows_digest
from judge.store.queries.known import held_sources


@dataclass(frozen=True, slots=True)
class Filed:
    """What was written: 0 files where everything was known already."""

    files: int
    sheets: Filing


def file_papers(edition: Edition, report: ImportReport, *, accept_good: bool = False) -> Filed:
    """Write every accepted file of the report, or nothing.

    Refusal codes: "papers-refused" (files with a blocking finding, and not `accept_good`),
    "edition-changed-meanwhile", "file-changed" (a file is not the one that was read).
    """
    if report.refused and not accept_good:
        raise Refusal("papers-refused", count=len(report.refused))
    papers = [paper for paper in report.accepted if paper.brings]
    if not papers:
        return Filed(0, Filing())
    contents = [_content(paper) for paper in papers]
    with edition.store.write() as connection:
        head = head_of(connection, SECRETARY, locked=True)
        stands = head.seq, seq_of(connection, CHAIR), is_late(edition, connection)
        if stands != (report.made_at, report.ruled_at, report.late):
            raise Refusal("edition-changed-meanwhile")
        batch = open_batch(connection, edition.now())
        _write_rows(edition, batch, papers, contents)
        files = [{"kind": str(p.reading.kind), "path": p.name, "sha256": p.reading.sha256} for p in papers]
        pinned = acts.papers_imported(batch.id, rows_digest(connection, batch.id), files, FORMAT)
        written, head = head.next(acts.PAPERS_IMPORTED, f"batch/{batch.id}", pinned, edition.now())
        keep(connection, [written], head)
        sheets = filed_sheets(record for paper in papers for _, record in paper.keyed)
        filing, _ = file_sheets(edition, connection, head, sheets)
    return Filed(len(papers), filing)


def _content(paper: Paper) -> bytes:
    """The file's bytes, read before the transaction, which holds up every other writer."""
    try:
        content = paper.path.read_bytes()
    except OSError:
        content = b""
    if digest(content).hex() != paper.reading.sha256:
        raise Refusal("file-changed", file=str(paper.path))
    return content


def _write_rows(edition: Edition, batch: Batch, papers: Sequence[Paper], contents: Sequence[bytes]) -> None:
    """Quotas before nominations before documents: each refers to what came before."""
    sources = _sources(batch, papers, contents)
    filed = [
        (key, source, record)
        for paper, source in zip(papers, sources, strict=True)
        for key, record in paper.keyed
    ]
    batch.add_quotas([record for _, _, record in filed if isinstance(record, QuotaRecord)])
    reviewers = [(key, record) for key, _, record in filed if isinstance(record, ReviewerRecord)]
    batch.add_reviewers(reviewers)
    provide_pens(batch.connection, edition.id, [reviewer_pen(key) for key, _ in reviewers])
    batch.add_nominations([(k, source, r) for k, source, r in filed if isinstance(r, NominationRecord)])
    add_revisions(
        batch,
        [
            (key, source, record)
            for paper, source in zip(papers, sources, strict=True)
            for key, record in paper.revised
        ],
    )
    batch.add_documents([(source, r) for _, source, r in filed if isinstance(r, DocumentRecord)])
    add_aliases(batch, [(source, r) for _, source, r in filed if isinstance(r, AliasRecord)])
    add_past_awards(batch, [(source, r) for _, source, r in filed if isinstance(r, PastAwardRecord)])
    add_body_papers(batch, [(source, r) for _, source, r in filed if isinstance(r, BodyPaperRecord)])


def _sources(batch: Batch, papers: Sequence[Paper], contents: Sequence[bytes]) -> list[int]:
    """The id under which each file is kept; one attached to another nomination already is kept once."""
    held = held_sources(batch.connection)
    for paper, content in zip(papers, contents, strict=True):
        if paper.reading.sha256 not in held:
            held[paper.reading.sha256] = batch.add_source(paper.reading, paper.name, content)
    return [held[paper.reading.sha256] for paper in papers]
