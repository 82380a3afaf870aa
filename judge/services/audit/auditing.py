"""Prove an edition: chains hold, imported rows are the pinned ones, tables say what entries say."""

from dataclasses import dataclass

from judge.services.audit.chains import chain_faults, kept_fingerprint, lineages, remarks
from judge.services.audit.faults import Fault
from judge.services.audit.ledger import gather
from judge.services.audit.office import office_faults
from judge.services.audit.rows import batch_faults, edition_faults, file_faults, integrity_faults
from judge.services.audit.sheets import sheet_faults
from judge.services.editions.edition import Edition
from judge.store.connection import Connection
from judge.store.queries.kept import kept_sheets


@dataclass(frozen=True, slots=True)
class Audit:
    """What was proved, and what was not.

    `fingerprint` is a SHA-256 over the ends of every pen's chain: noted down elsewhere, it shows later that
    no entry has been taken back or exchanged since. `remarks` are no faults:
    a packet's chain that was continued twice.
    """

    entries: int
    pens: int
    sheets: int
    batches: int
    fingerprint: str
    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...] = ()


def ledger_fingerprint(edition: Edition) -> str:
    """The fingerprint that an audit prints, as the pens' rows have it; the audit proves those."""
    with edition.store.read() as connection:
        return kept_fingerprint(connection)


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
        *chain_faults(connection, gathered.chains, gathered.office.pens),
        *edition_faults(connection, gathered),
        *batch_faults(connection, gathered),
        *file_faults(connection),
        *office_faults(connection, gathered),
        *sheet_faults(sheets, gathered, lineages(connection, gathered.chains)),
    )
    return Audit(
        entries=gathered.count,
        pens=len(gathered.chains.last),
        sheets=len(sheets),
        batches=len(gathered.batches),
        fingerprint=gathered.chains.fingerprint,
        faults=faults,
        remarks=tuple(remarks(gathered.chains)),
    )
