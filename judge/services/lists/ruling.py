"""Rulings of the chair, each with its reason; a later one on the same subject supersedes, none is deleted."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from judge.domain.refusal import Refusal
from judge.ledger import acts
from judge.ledger.canonical import Value
from judge.ledger.office_apply import Ruling, holding
from judge.ledger.pens import CHAIR
from judge.services.editions.edition import Edition
from judge.services.texts import given_reason
from judge.store.connection import Connection
from judge.store.office import add_ruling
from judge.store.pens import head_of, keep, provide_pens
from judge.store.queries import office as queries
from judge.store.queries.known import award_of_each, held_files
from judge.store.queries.sheet_acts import rulings_on_sheets


class Decision(NamedTuple):
    """What the chair decides: which kind of ruling, on what, what it says, and why."""

    kind: str
    subject: str
    detail: dict[str, Value]
    reason: str


class Made(NamedTuple):
    """A ruling, and the path of the file that it is about; "" while the edition does not keep that."""

    ruling: Ruling
    file: str


def rulings(edition: Edition) -> tuple[Made, ...]:
    """Every ruling, in the order in which they were made; of one kind and subject the last holds.

    A sheet that the chair returned or settled is among them, as of kind "sheet.returned" or "sheet.settled".
    """
    with edition.store.read() as connection:
        paths = held_files(connection)
        made = [
            Made(one, paths.get(str(one.detail.get("sha256")), "")) for one in queries.rulings(connection)
        ]
        on_sheets = [
            Made(Ruling(CHAIR, one.seq, one.kind, one.subject, {}, one.reason), "")
            for one in rulings_on_sheets(connection)
        ]
    return tuple(sorted([*made, *on_sheets], key=lambda one: one.ruling.seq))


def admit(edition: Edition, file: Path, reason: str, nomination: str | None = None) -> bool:
    """Rule that a file is taken although the deadline has passed; False where that holds already.

    With a nomination: as a change of that nomination; without: for the new nominations in it. It holds for
    exactly these bytes.

    Refusal codes: "reason-missing", "file-missing", "nomination-unknown" (nomination).
    """
    said = given_reason(reason)
    if not file.is_file():
        raise Refusal("file-missing", file=str(file))
    with file.open("rb") as content:
        sha256 = hashlib.file_digest(content, "sha256").hexdigest()
    kind = acts.LATE_NOMINATION if nomination is None else acts.LATE_REVISION
    subject = acts.paper_subject(sha256) if nomination is None else acts.nomination_subject(nomination)
    with edition.store.write() as connection:
        if nomination is not None:
            _check_nomination(connection, nomination)
        return rule(edition, connection, Decision(kind, subject, {"sha256": sha256}, said))


def _check_nomination(connection: Connection, key: str) -> None:
    if key not in award_of_each(connection):
        raise Refusal("nomination-unknown", nomination=key)


class Decided(NamedTuple):
    """A decision on panels, and the awards whose lists it may change."""

    decision: Decision
    awards: tuple[str, ...]


def rule(edition: Edition, connection: Connection, decision: Decision) -> bool:
    """Make a ruling in a transaction that writes; False where the last on its subject says the same."""
    kind, subject, detail, reason = decision
    provide_pens(connection, edition.id, [CHAIR])
    head = head_of(connection, CHAIR, locked=True)
    last = holding(queries.rulings(connection), kind).get(subject)
    if last is not None and (last.detail, last.reason) == (detail, reason):
        return False
    payload = acts.ruling_made(kind, detail, reason)
    written, head = head.next(acts.RULING_MADE, subject, payload, edition.now())
    keep(connection, [written], head)
    add_ruling(connection, Ruling(CHAIR, head.seq, kind, subject, detail, reason))
    return True
