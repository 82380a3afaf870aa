"""The findings of a report, each with the recommending body that it concerns; grouped, counted, searched."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from imports.findings import Finding, Place, Severity
from imports.matching import name_key
from imports.records import BodyPaperRecord, DocumentRecord, NominationRecord, Record
from judge.services.papers.report import ImportReport, Paper

GRAVITY = (Severity.BLOCKING, Severity.WARNING, Severity.NOTE)
"""The gravest first."""
_NUMBERS = "0123456789 .、-_"
"""Before the names of folders, so that they stand in the order of the quota table."""


@dataclass(frozen=True, slots=True)
class Concern:
    """One finding, the paper that it is about, and the body that recommends; "" where none is known."""

    body: str
    paper: Paper
    finding: Finding


@dataclass(frozen=True, slots=True)
class BodyConcerns:
    """What is found in one body's papers, by severity; in the order of the report."""

    body: str
    of: Mapping[Severity, Sequence[Concern]]

    def count(self, severity: Severity) -> int:
        """How many findings of one severity there are."""
        return len(self.of[severity])


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies that there are, in the quota table's order, and whose a nomination is, by its key."""

    names: Sequence[str] = ()
    of_nominations: Mapping[str, str] = field(default_factory=dict)


def concerns(report: ImportReport, known: Bodies) -> tuple[Concern, ...]:
    """Every finding with its body.

    That is the body of the record in the same row; for what is said of a whole file, of a table's head or
    of a form, the one that all of the file's records name; in a file without any, the one by whose name a
    folder around it is called.
    """
    owners = dict(known.of_nominations)
    for paper in report.papers:
        owners.update((key, r.body) for key, r in paper.keyed if isinstance(r, NominationRecord))
    folders = {name_key(name): name for name in known.names}
    return tuple(_concerns(report.papers, owners, folders))


def _concerns(
    papers: Iterable[Paper], owners: Mapping[str, str], folders: Mapping[str, str]
) -> Iterator[Concern]:
    for paper in papers:
        if not paper.reading.findings:
            continue
        rows: dict[tuple[str | None, int | None], str] = {}
        for record in paper.reading.records:
            body = _body_of(record, owners)
            if body:
                rows.setdefault(_row(record.place), body)
        named = set(rows.values())
        whole = next(iter(named)) if len(named) == 1 else "" if named else _folder_of(paper, folders)
        first = min((row for _table, row in rows if row is not None), default=None)
        for finding in paper.reading.findings:
            # Below a table's first record each row stands for itself, also one that names no known body.
            alone = first is not None and (finding.place.row or 0) >= first
            yield Concern(rows.get(_row(finding.place), "" if alone else whole), paper, finding)


def _row(place: Place) -> tuple[str | None, int | None]:
    return place.table, place.row


def _body_of(record: Record, owners: Mapping[str, str]) -> str:
    match record:
        case NominationRecord() | BodyPaperRecord():
            return record.body
        case DocumentRecord():
            return owners.get(record.nomination, "")
        case _:
            return ""


def _folder_of(paper: Paper, folders: Mapping[str, str]) -> str:
    """The innermost folder or archive of a body's name, however it is numbered."""
    around = [part.removesuffix(".zip").lstrip(_NUMBERS) for part in paper.path.parts[:-1]]
    return next((folders[key] for part in reversed(around) if (key := name_key(part)) in folders), "")


def by_body(found: Iterable[Concern], order: Sequence[str] = ()) -> tuple[BodyConcerns, ...]:
    """The concerns of each body; bodies with faults first, then those with warnings, each in `order`.

    What concerns no body comes last among its like.
    """
    bodies: dict[str, dict[Severity, list[Concern]]] = {}
    for concern in found:
        of = bodies.setdefault(concern.body, {severity: [] for severity in GRAVITY})
        of[concern.finding.severity].append(concern)
    places = {body: place for place, body in enumerate(order)}

    def turn(group: BodyConcerns) -> tuple[int, int]:
        worst = next(place for place, severity in enumerate(GRAVITY) if group.of[severity])
        return worst, places.get(group.body, len(places) + (not group.body))

    return tuple(sorted((BodyConcerns(body, of) for body, of in bodies.items()), key=turn))


def counts(found: Iterable[Concern]) -> Mapping[Severity, int]:
    """How many concerns of each severity there are."""
    return Counter(concern.finding.severity for concern in found)


def chosen(
    found: Iterable[Concern],
    severities: frozenset[Severity],
    search: str = "",
    words: Callable[[Concern], str] = lambda _: "",
) -> tuple[Concern, ...]:
    """The concerns of these severities whose `words`, body or file have what is searched, in any spelling."""
    wanted = name_key(search)
    return tuple(
        concern
        for concern in found
        if concern.finding.severity in severities
        and (not wanted or wanted in name_key(f"{concern.body}{concern.paper.path}{words(concern)}"))
    )
