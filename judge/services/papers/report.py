"""Papers read but not yet filed: what each file gave, under which keys, and what stands in the way."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from imports.findings import Finding
from imports.intake.spool import Spool
from imports.records import FileReading, NominationRecord, Record, ReviewerRecord


@dataclass(frozen=True, slots=True)
class Paper:
    """One file as read. `name` is its path as the edition will know it; `keyed` its records to be filed.

    Records that the edition holds already are not in `keyed`; a key is "" for records that need none.
    `revised` are nominations that are filed and said otherwise here, each with its key; `joined` the keys of
    those that are filed from another paper of the import and that this one is of as well. `at` is where the
    bytes lie: not at `path` for what came in an archive. `counts` tells how many records of each kind are in
    `keyed`, which may lie on disk. `restated` are reviewers of whom something is said otherwise here.
    """

    path: Path
    name: str
    reading: FileReading
    keyed: Sequence[tuple[str, Record]]
    at: Path
    revised: tuple[tuple[str, NominationRecord], ...] = ()
    counts: Mapping[type[Record], int] = field(default_factory=Counter)
    joined: tuple[str, ...] = ()
    restated: tuple[tuple[str, ReviewerRecord], ...] = ()

    @property
    def brings(self) -> bool:
        """Whether it is to be filed: there is anything in it, or it is one of several papers of something."""
        return bool(self.counts or self.revised or self.joined or self.restated)


def in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Table by table, from the top of each down; what is said of the whole file first."""
    tables = dict.fromkeys(finding.place.table for finding in findings)
    turns = {table: turn for turn, table in enumerate(sorted(tables, key=lambda table: table is not None))}
    return tuple(sorted(findings, key=lambda found: (turns[found.place.table], found.place.row or 0)))


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import found, in the order in which the files were read.

    `made_at` is the secretary's last entry when they were, `ruled_at` the chair's, `late` whether the
    deadline had passed; what has changed since makes the report stale. `spool` holds what does not fit into
    memory, for as long as there is the report.
    """

    papers: tuple[Paper, ...]
    made_at: int
    ruled_at: int = 0
    late: bool = False
    spool: Spool | None = None

    @property
    def refused(self) -> tuple[Paper, ...]:
        """The files with a blocking finding; none of their records will be filed."""
        return tuple(paper for paper in self.papers if paper.reading.refused)

    @property
    def accepted(self) -> tuple[Paper, ...]:
        """The files that can be filed."""
        return tuple(paper for paper in self.papers if not paper.reading.refused)

    def findings(self) -> Iterator[Finding]:
        """Every finding, file by file."""
        for paper in self.papers:
            yield from paper.reading.findings

    def count(self, kind: type[Record]) -> int:
        """How many records of a kind would be filed."""
        return sum(paper.counts.get(kind, 0) for paper in self.accepted)

    @property
    def revisions(self) -> int:
        """How many revisions would be filed."""
        return sum(len(paper.revised) for paper in self.accepted)

    @property
    def restated(self) -> int:
        """Of how many reviewers something would be stated anew."""
        return sum(len(paper.restated) for paper in self.accepted)
