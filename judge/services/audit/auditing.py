"""Prove an edition: chains hold, imported rows are the pinned ones, tables say what entries say."""

from dataclasses import dataclass

from judge.ledger.chain import fingerprint
from judge.services.audit.faults import Fault
from judge.services.audit.ledger import gather, head_faults
from judge.services.audit.office import office_faults
from judge.services.audit.rows import batch_faults, edition_faults, file_faults, integrity_faults
from judge.services.audit.sheets import sheet_faults
from judge.services.editions.edition import Edition
from judge.store.connection import Connection
from judge.store.queries.kept import kept_sheets
from judge.store.queries.ledger import heads


@dataclass(frozen=True, slots=True)
class Audit:
    """What was proved, and what was not.

    `fingerprint` is a SHA-256 over the head of every pen's chain: noted down elsewhere, it shows later that
    no entry has been taken back or exchanged since.
    """

    entries: int
    pens: int
    sheets: int
    batches: int
    fingerprint: str
    faults: tuple[Fault, ...]


def ledger_fingerprint(edition: Edition) -> str:
    """The fingerprint that an audit prints, as the pens' rows have it; the audit proves those."""
    with edition.store.read() as connection:
        return fingerprint(heads(connection))


def audit(edition: Edition) -> Audit:
    """Verify every chain and act, recompute every digest, rebuild the projections and compare."""
    with edition.store.read() as connection:
        return prove(edition, connection)


def prove(edition: Edition, connection: Connection) -> Audit:
    """The audit of what one transaction sees."""
    gathered = gather(edition, connection)
    sheets = kept_sheets(connection)
    faults = (
        *integrity_faults(connection),
        *gathered.faults,
        *head_faults(connection, gathered),
        *edition_faults(connection, gathered),
        *batch_faults(connection, gathered),
        *file_faults(connection),
        *office_faults(connection, gathered),
        *sheet_faults(sheets, gathered),
    )
    return Audit(
        entries=gathered.count,
        pens=len(gathered.heads),
        sheets=len(sheets),
        batches=len(gathered.batches),
        fingerprint=fingerprint(gathered.heads.values()),
        faults=faults,
    )
