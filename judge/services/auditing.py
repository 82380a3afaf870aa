"""Prove an edition: chains hold, imported rows are the pinned ones, tables say what entries say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection, select

from judge.ledger import acts
from judge.ledger.apply import SheetProjection, project
from judge.ledger.canonical import NotCanonical, Value, digest, encode
from judge.ledger.chain import Head, Kept, breaks, genesis
from judge.ledger.entry import Entry
from judge.services.editions import Edition
from judge.store.batches import rows_digest
from judge.store.queries.ledger import entries, heads
from judge.store.sheets import SheetRow, load_all
from judge.store.tables import batch, source_file


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold: `code`, and what it is about."""

    code: str
    subject: str


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


def audit(edition: Edition) -> Audit:
    """Verify every chain, recompute every batch's digest, rebuild the projections and compare."""
    with edition.store.read() as connection:
        ledger = _Ledger.read(edition, connection)
        rows = load_all(connection)
        faults = (
            *ledger.faults,
            *_heads(edition, connection, ledger),
            *_batches(connection, ledger),
            *_sheets(rows, ledger),
        )
    return Audit(
        ledger.count, len(ledger.heads), len(rows), len(ledger.batches), ledger.fingerprint(), faults
    )


@dataclass(slots=True)
class _Ledger:
    """The ledger gathered by what its entries speak of."""

    faults: list[Fault]
    heads: dict[str, Head]
    batches: dict[int, str]
    assigned: dict[str, str]
    acts: dict[str, list[tuple[bytes, Entry]]]
    count: int = 0

    @classmethod
    def read(cls, edition: Edition, connection: Connection) -> "_Ledger":
        ledger = cls([], {}, {}, {}, {})
        for broken in breaks(edition.id, ledger.gather(entries(connection))):
            ledger.faults.append(Fault(broken.code, f"{broken.pen} {broken.seq}"))
        return ledger

    def gather(self, kept: Iterator[Kept]) -> Iterator[Kept]:
        for one in kept:
            self.count += 1
            self.heads[one.pen] = Head(one.pen, one.seq, one.digest)
            try:
                self._note(one.digest, Entry.from_bytes(one.data))
            except (NotCanonical, KeyError, TypeError, ValueError):
                self.faults.append(Fault("entry-unreadable", f"{one.pen} {one.seq}"))
            yield one

    def fingerprint(self) -> str:
        chains: list[Value] = [[h.pen, h.seq, h.digest.hex()] for _pen, h in sorted(self.heads.items())]
        return digest(encode(chains)).hex()

    def _note(self, entry_digest: bytes, entry: Entry) -> None:
        match entry.kind:
            case acts.PAPERS_IMPORTED:
                self.batches[int(cast("int", entry.payload["batch"]))] = str(entry.payload["rows"])
            case acts.SHEETS_ASSIGNED:
                self._assign(entry)
            case _ if entry.subject.startswith("sheet/"):
                self.acts.setdefault(entry.subject, []).append((entry_digest, entry))
                if entry.kind == acts.SHEET_FILED:
                    self.assigned.setdefault(entry.subject, str(entry.payload["rubric"]))

    def _assign(self, entry: Entry) -> None:
        pairs = cast("Mapping[str, Mapping[str, list[str]]]", entry.payload["pairs"])
        rubrics = cast("Mapping[str, str]", entry.payload["rubrics"])
        for award, by_reviewer in pairs.items():
            for reviewer, nominations in by_reviewer.items():
                for nomination in nominations:
                    self.assigned[acts.sheet_subject(nomination, reviewer)] = rubrics[award]


def _heads(edition: Edition, connection: Connection, ledger: _Ledger) -> Iterator[Fault]:
    for said in heads(connection):
        empty = Head(said.pen, 0, genesis(edition.id, said.pen))
        if said != ledger.heads.get(said.pen, empty):
            yield Fault("head-differs", said.pen)


def _batches(connection: Connection, ledger: _Ledger) -> Iterator[Fault]:
    for batch_id in connection.execute(select(batch.c.id)).scalars():
        if batch_id not in ledger.batches:
            yield Fault("batch-unpinned", str(batch_id))
    for batch_id, pinned in ledger.batches.items():
        if rows_digest(connection, batch_id).hex() != pinned:
            yield Fault("rows-differ", str(batch_id))
    sources = select(source_file.c.path, source_file.c.sha256, source_file.c.content)
    for path, sha256, content in connection.execute(sources.execution_options(yield_per=50)):
        if digest(bytes(content)) != bytes(sha256):
            yield Fault("file-differs", path)


def _sheets(rows: Mapping[tuple[str, str], SheetRow], ledger: _Ledger) -> Iterator[Fault]:
    kept = {acts.sheet_subject(*pair): row for pair, row in rows.items()}
    for subject, rubric in ledger.assigned.items():
        row = kept.pop(subject, None)
        if row is None:
            yield Fault("sheet-missing", subject)
        elif row.rubric != rubric:
            yield Fault("rubric-differs", subject)
        elif row.projection != _rebuilt(ledger, subject):
            yield Fault("sheet-differs", subject)
    for subject in (kept.keys() | ledger.acts.keys()) - ledger.assigned.keys():
        yield Fault("sheet-without-entry", subject)


def _rebuilt(ledger: _Ledger, subject: str) -> SheetProjection:
    return project(ledger.acts.get(subject, ()))
