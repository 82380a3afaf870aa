"""Admit nominations to a later stage: file them, with their papers, for the award that judges it."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from exports.tables import guarded
from imports.findings import Place
from imports.records import FileReading, Kind, NominationRecord, Record
from imports.register import nomination_key
from judge.ledger.canonical import digest
from judge.ledger.pens import CHAIR, SECRETARY
from judge.services.editions.edition import Edition
from judge.services.lists.entrants import Entrants, entrants
from judge.services.lists.ranking import ListedNomination
from judge.services.lists.staging import identity_of
from judge.services.papers.filing import file_papers
from judge.services.papers.report import ImportReport, Paper
from judge.services.papers.terms import is_late
from judge.store.connection import Connection
from judge.store.filed import filed_members
from judge.store.pens import head_of, seq_of
from judge.store.queries.documents import documents_of
from judge.store.queries.frames import filed
from judge.store.queries.known import held_nominations

_HEAD = ("nomination", "place", "score", "body", "name", "organisation")


@dataclass(frozen=True, slots=True)
class Admission:
    """Whom a stage admits, of whom the `new` are to be filed for it, under these keys.

    `beyond` are filed for it already although it does not admit them.
    """

    entrants: Entrants
    new: tuple[tuple[str, ListedNomination], ...]
    beyond: tuple[str, ...]


def plan_admission(edition: Edition, award: str, stage: str) -> Admission:
    """Whom a later stage of an award admits; nothing is written.

    Refusal codes: those of `entrants`.
    """
    with edition.store.read() as connection:
        return _plan(edition, connection, award, stage)


def admit(edition: Edition, award: str, stage: str) -> Admission:
    """File those whom a later stage admits as nominations for its award, once; what was done.

    The table of entrants is the paper that they are filed by, and is kept with the edition; what they filed
    for the award is theirs in the stage as well.

    Refusal codes: those of `entrants`, "edition-changed-meanwhile".
    """
    with edition.store.read() as connection:
        admission = _plan(edition, connection, award, stage)
        stands = head_of(connection, SECRETARY).seq, seq_of(connection, CHAIR)
        late = is_late(edition, connection)
        content = _table(admission)
        name = f"{stage}-{digest(content).hex()[:8]}.csv"
        keyed = _records(connection, admission, name)
    if admission.new:
        with TemporaryDirectory() as folder:
            at = Path(folder, name)
            at.write_bytes(content)
            file_papers(edition, ImportReport((_paper(name, at, content, keyed),), *stands, late))
    return admission


def _plan(edition: Edition, connection: Connection, award: str, stage: str) -> Admission:
    whom = entrants(edition, connection, award, stage)
    there = filed(connection, stage)
    held = {identity_of(one): one.key for one in there}
    new = [one for one in whom.admitted if identity_of(one.nomination) not in held]
    admitted = {identity_of(one.nomination) for one in whom.admitted}
    beyond = tuple(key for identity, key in held.items() if identity not in admitted)
    keys = (nomination_key(stage, len(there) + number) for number in range(1, len(new) + 1))
    return Admission(whom, tuple(zip(keys, new, strict=True)), beyond)


def _table(admission: Admission) -> bytes:
    """The entrants as a table, so that the edition keeps what they were admitted by."""
    text = StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(_HEAD)
    for _key, one in admission.new:
        line, nomination = one.line, one.nomination
        texts = map(guarded, (one.body, nomination.name, nomination.organisation))
        rows.writerow((nomination.key, line.rank, line.printed, *texts))
    return text.getvalue().encode()


def _records(connection: Connection, admission: Admission, name: str) -> list[tuple[str, Record]]:
    """The new nominations with their keys, and their papers."""
    held = {one.key: one for one in held_nominations(connection)}
    records: list[tuple[str, Record]] = []
    for row, (key, one) in enumerate(admission.new, start=2):
        nomination = one.nomination
        records.append(
            (
                key,
                NominationRecord(
                    admission.entrants.stage.award,
                    one.body,
                    nomination.name,
                    nomination.organisation,
                    nomination.subject,
                    filed_members(held[nomination.key].filed),
                    nomination.fields,
                    Place(name, row=row),
                ),
            )
        )
    keys = {one.nomination.key: key for key, one in admission.new}
    records += [("", record) for record in documents_of(connection, keys, Place(name))]
    return records


def _paper(name: str, at: Path, content: bytes, keyed: Sequence[tuple[str, Record]]) -> Paper:
    reading = FileReading(name, Kind.NOMINATIONS, digest(content).hex(), [record for _, record in keyed])
    return Paper(at, name, reading, keyed, at, counts=Counter(type(record) for _, record in keyed))
