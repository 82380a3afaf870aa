"""What filing a report would do, for somebody to say yes to: what comes in by kind, what stays out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from imports.findings import Finding, Place, Severity
from imports.records import NominationRecord, Record
from judge.services.papers.report import ImportReport, Paper
from rubrics.model import Award


@dataclass(frozen=True, slots=True)
class Changed:
    """A revision of a nomination, or a reviewer: key, name, and the findings that tell what changes."""

    key: str
    name: str
    changes: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that stays out, and how many faults it has."""

    paper: Paper
    faults: int


@dataclass(frozen=True, slots=True)
class Consent:
    """What is asked of the one who files.

    `files` are those that bring something, `known` those without faults that bring nothing. `nominations`
    are new ones by award, in the programme's order; `records` all new records by sort; `awards` the titles.
    """

    files: int
    known: int
    nominations: Sequence[tuple[Award, int]]
    records: Mapping[type[Record], int]
    revisions: tuple[Changed, ...]
    refused: tuple[Refused, ...]
    restated: tuple[Changed, ...] = ()

    @property
    def brings(self) -> bool:
        """Whether there is anything to file."""
        return self.files > 0


def consent(report: ImportReport, awards: Sequence[Award]) -> Consent:
    """What filing the good files of a report would do."""
    accepted = report.accepted
    bringing = [paper for paper in accepted if paper.brings]
    of_awards = Counter(
        record.award
        for paper in bringing
        if paper.counts.get(NominationRecord)
        for _, record in paper.keyed
        if isinstance(record, NominationRecord)
    )
    records: Counter[type[Record]] = Counter()
    for paper in bringing:
        records.update(paper.counts)
    return Consent(
        len(bringing),
        len(accepted) - len(bringing),
        tuple((award, of_awards[award.key]) for award in awards if of_awards[award.key]),
        records,
        tuple(changed for paper in bringing for changed in _changed(paper)),
        tuple(Refused(paper, _faults(paper)) for paper in report.refused),
        tuple(changed for paper in bringing for changed in _restated(paper)),
    )


def _faults(paper: Paper) -> int:
    return sum(finding.severity is Severity.BLOCKING for finding in paper.reading.findings)


def _changed(paper: Paper) -> Iterator[Changed]:
    """The paper's revisions; what one changes is said of the place that it stands at."""
    told = [f for f in paper.reading.findings if f.code in {"revision-field", "revision-list"}]
    for key, record in paper.revised:
        yield Changed(key, record.name, _at(record.place, told))


def _restated(paper: Paper) -> Iterator[Changed]:
    """The reviewers of whom the paper says something otherwise."""
    told = [f for f in paper.reading.findings if f.code == "reviewer-restated"]
    for key, record in paper.restated:
        yield Changed(key, record.name, _at(record.place, told))


def _at(place: Place, told: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(f for f in told if (f.place.table, f.place.row) == (place.table, place.row))
