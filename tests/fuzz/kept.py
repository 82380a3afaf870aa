"""What must hold of an edition into which a report was filed: all that was accepted, and nothing else."""

from collections import Counter

from sqlalchemy import select

from imports.records import (
    BodyPaperRecord,
    DocumentRecord,
    NominationRecord,
    QuotaRecord,
    ReviewerRecord,
)
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.papers.report import ImportReport, Paper
from judge.store.connection import Connection
from judge.store.filed import blocks_from, filed_fields, filed_members
from judge.store.queries.body_papers import body_papers
from judge.store.queries.known import held_bodies, held_nominations, held_reviewers
from judge.store.tables import document, nomination, source_file

_KEPT_FROM_THE_START = 3
"""Files that the ground has filed before."""


def check_kept(edition: Edition, report: ImportReport) -> None:
    """The audit holds, no refused file has left a row, and what was filed reads back equal."""
    faults = audit(edition).faults
    assert faults == (), faults
    filed = [paper for paper in report.accepted if paper.brings]
    with edition.store.read() as connection:
        _check_files(connection, filed)
        _check_nominations(connection, filed)
        _check_documents(connection, filed)
        _check_others(connection, filed)


def _check_files(connection: Connection, filed: list[Paper]) -> None:
    kept = {bytes(row.sha256).hex(): bytes(row.content) for row in connection.execute(select(source_file))}
    brought = {paper.reading.sha256: paper.at.read_bytes() for paper in filed}
    assert {sha: kept.get(sha) for sha in brought} == brought
    assert len(kept) == len(brought) + _KEPT_FROM_THE_START


def _check_nominations(connection: Connection, filed: list[Paper]) -> None:
    now = {held.key: held for held in held_nominations(connection)}
    brought = {key: r for paper in filed for key, r in paper.keyed if isinstance(r, NominationRecord)}
    assert len(now) == len(brought) + 1
    for key, record in {**brought, **{key: r for paper in filed for key, r in paper.revised}}.items():
        held = now[key]
        assert (held.award, held.body) == (record.award, record.body)
        assert (held.name, held.organisation) == (record.name, record.organisation)
        assert filed_fields(held.filed) == tuple(record.fields)
        assert filed_members(held.filed) == record.members


def _check_documents(connection: Connection, filed: list[Paper]) -> None:
    brought = Counter(
        (paper.reading.sha256, r.nomination, r.title, r.attachment, r.blocks)
        for paper in filed
        for _, r in paper.keyed
        if isinstance(r, DocumentRecord)
    )
    kept = Counter(
        (bytes(row.sha256).hex(), row.key, row.title, row.attachment, blocks_from(bytes(row.blocks)))
        for row in connection.execute(
            select(source_file.c.sha256, nomination.c.key, document)
            .join(document, document.c.source_file_id == source_file.c.id)
            .join(nomination, nomination.c.id == document.c.nomination_id)
        )
    )
    assert kept == brought


def _check_others(connection: Connection, filed: list[Paper]) -> None:
    records = [(key, r) for paper in filed for key, r in paper.keyed]
    bodies = {(held.number, held.name): held.seats for held in held_bodies(connection)}
    reviewers = {held.key: held.detail[:3] for held in held_reviewers(connection)}
    papers = [(p.body, p.form, p.fields(), p.text()) for p in body_papers(connection, superseded=True)]
    for key, r in records:
        match r:
            case QuotaRecord():
                assert bodies[r.number, r.body] == r.seats
            case ReviewerRecord():
                assert reviewers[key] == (r.name, r.organisation, r.phone)
            case BodyPaperRecord():
                assert (r.body, r.form, tuple(r.fields), r.blocks) in papers
            case _:
                pass
