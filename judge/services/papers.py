"""Papers read but not yet filed: what each file gave, under which keys, and what stands in the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from imports.findings import Finding
from imports.records import FileReading, NominationRecord, Record


@dataclass(frozen=True, slots=True)
class Paper:
    """One file as read. `name` is its path as the edition will know it; `keyed` its records to be filed.

    Records that the edition holds already are not in `keyed`; a key is "" for records that need none.
    `revised` are nominations that are filed and said otherwise here, each with its key.
    """

    path: Path
    name: str
    reading: FileReading
    keyed: tuple[tuple[str, Record], ...]
    revised: tuple[tuple[str, NominationRecord], ...] = ()

    @property
    def brings(self) -> bool:
        """Whether there is anything in it to be filed."""
        return bool(self.keyed or self.revised)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import found, in the order in which the files were read.

    `made_at` is the secretary's last entry when they were, `ruled_at` the chair's, `late` whether the
    deadline had passed; what has changed since makes the report stale.
    """

    papers: tuple[Paper, ...]
    made_at: int
    ruled_at: int = 0
    late: bool = False

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
        return sum(isinstance(record, kind) for paper in self.accepted for _, record in paper.keyed)

    @property
    def revisions(self) -> int:
        """How many revisions would be filed."""
        return sum(len(paper.revised) for paper in self.accepted)
