"""What papers bring of nominations: new ones, the same again, or a revision of one that is filed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from imports.findings import Finding, Severity
from imports.forms.definition import FormDefinition
from imports.matching import name_key
from imports.records import FileReading, FormField, NominationRecord
from imports.remarks import Param
from judge.domain.revision import differences
from judge.services.papers.revising import completed, told
from judge.services.papers.terms import FilingTerms
from judge.store.filed import filed_fields
from judge.store.queries.known import HeldNomination

Identity = tuple[str, str, str, str]
"""Award, body, name and organisation, however they are spelt."""


class NominationsTaken(NamedTuple):
    """Of one file: new records, revisions by the nomination's key, keys of what is the same, and findings."""

    fresh: tuple[NominationRecord, ...] = ()
    revised: tuple[tuple[str, NominationRecord], ...] = ()
    same: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Current:
    """A nomination as it stands, and the file of this import that says so ("" where none does)."""

    key: str
    award: str
    body: str
    name: str
    revision: int
    fields: tuple[FormField, ...]
    file: str = ""


class NominationPapers:
    """Compares what files bring with the nominations as they stand, file after file.

    A paper is about the nomination of the same award, body, name and organisation, or about the one that the
    user or the chair names; then it may also change the name. What a paper does not ask stays as it was.
    """

    def __init__(
        self,
        held: Iterable[HeldNomination],
        former: Iterable[HeldNomination],
        forms: Mapping[str, FormDefinition],
        terms: FilingTerms,
        said: str | None,
    ) -> None:
        """`former` are the earlier revisions; `forms` are by award; `said` is the key that the user names."""
        self._current: dict[str, _Current] = {}
        self._keys: dict[Identity, str] = {}
        self._former = {_identity(one): one.key for one in former}
        self._forms = forms
        self._terms = terms
        self._said = said
        for one in held:
            fields = filed_fields(one.filed)
            self._keep(_identity(one), _Current(one.key, one.award, one.body, one.name, one.revision, fields))

    def take(self, reading: FileReading) -> NominationsTaken:
        """What the file's nominations are to the edition.

        Note "nomination-known" (name). Warnings "revision-new" (name, nomination, number), "revision-field"
        (old, new) and "revision-list" (added, gone, moved), one for each field that differs.

        Blocking: "nomination-differs" (name, first_file) where another file of the import has other content,
        "nomination-renamed" (name, nomination, now), "revision-late" (nomination, deadline, file),
        "nomination-late" (name, deadline, file), and where a nomination is named, "nomination-unknown"
        (nomination), "revision-of-several" (nomination, count), "revision-of-another" (nomination),
        "revision-named-alike" (name, nomination).
        """
        records = [record for record in reading.records if isinstance(record, NominationRecord)]
        if not records:
            return NominationsTaken()
        admitted = self._terms.admitted_as(reading.sha256) if len(records) == 1 else None
        said = self._said or admitted
        if said is None:
            return _together([*self._each(reading, records)])
        fault = self._unfit(said, records)
        if fault is not None:
            return NominationsTaken(findings=(fault,))
        return self._compare(reading, records[0], self._current[said])

    def _each(self, reading: FileReading, records: Sequence[NominationRecord]) -> Iterator[NominationsTaken]:
        # What stands in one file twice is its reader's to say.
        once = {_identity(record): record for record in reversed(records)}
        return (self._take(reading, record) for record in reversed(once.values()))

    def remember(self, file: str, taken: NominationsTaken, keys: Sequence[str]) -> None:
        """Let files read later know what this one, which is accepted, brings; `keys` are of its new ones."""
        for key, record in zip(keys, taken.fresh, strict=True):
            new = _Current(key, record.award, record.body, record.name, 1, record.fields, file)
            self._keep(_identity(record), new)
        for key, record in taken.revised:
            was = self._current[key]
            now = replace(was, name=record.name, revision=was.revision + 1, fields=record.fields, file=file)
            before = next(one for one, of in self._keys.items() if of == key)
            self._former[before] = self._keys.pop(before)
            self._keep(_identity(record), now)
        for key in taken.same:
            self._current[key] = replace(self._current[key], file=file)

    def _keep(self, identity: Identity, current: _Current) -> None:
        self._current[current.key] = current
        self._keys[identity] = current.key

    def _unfit(self, said: str, records: Sequence[NominationRecord]) -> Finding | None:
        """Why the file cannot be a revision of the nomination named."""
        record = records[0]
        named: dict[str, Param] = {"nomination": said}
        current = self._current.get(said)
        if current is None:
            return Finding("nomination-unknown", Severity.BLOCKING, record.place, named)
        if len(records) > 1:
            named["count"] = len(records)
            return Finding("revision-of-several", Severity.BLOCKING, record.place, named)
        if (record.award, name_key(record.body)) != (current.award, name_key(current.body)):
            return Finding("revision-of-another", Severity.BLOCKING, record.place, named)
        other = self._keys.get(_identity(record), said)
        if other != said:
            params: dict[str, Param] = {"name": record.name, "nomination": other}
            return Finding("revision-named-alike", Severity.BLOCKING, record.place, params)
        return None

    def _take(self, reading: FileReading, record: NominationRecord) -> NominationsTaken:
        identity = _identity(record)
        key = self._keys.get(identity)
        if key is not None:
            return self._compare(reading, record, self._current[key])
        if identity in self._former:
            key = self._former[identity]
            params: dict[str, Param] = {
                "name": record.name,
                "nomination": key,
                "now": self._current[key].name,
            }
            return _refused(Finding("nomination-renamed", Severity.BLOCKING, record.place, params))
        if not self._terms.takes_nomination(reading.sha256):
            params = {"name": record.name, "deadline": self._terms.deadline}
            return _refused(Finding("nomination-late", Severity.BLOCKING, record.place, params))
        return NominationsTaken(fresh=(record,))

    def _compare(self, reading: FileReading, record: NominationRecord, current: _Current) -> NominationsTaken:
        record = completed(record, current.fields, self._forms.get(record.award))
        changes = differences(current.fields, record.fields)
        if not changes:
            known = Finding("nomination-known", Severity.NOTE, record.place, {"name": record.name})
            return NominationsTaken(same=(current.key,), findings=(known,))
        if current.file:
            return _refused(_contradiction(record, current.file))
        head: dict[str, Param] = {
            "name": current.name,
            "nomination": current.key,
            "number": current.revision + 1,
        }
        findings = tuple(told(record, head, changes))
        if self._terms.takes_revision(current.key, reading.sha256):
            return NominationsTaken(revised=((current.key, record),), findings=findings)
        params: dict[str, Param] = {"nomination": current.key, "deadline": self._terms.deadline}
        return _refused(Finding("revision-late", Severity.BLOCKING, record.place, params), *findings)


def _contradiction(record: NominationRecord, first_file: str) -> Finding:
    params: dict[str, Param] = {"name": record.name, "first_file": first_file}
    return Finding("nomination-differs", Severity.BLOCKING, record.place, params)


def _refused(*findings: Finding) -> NominationsTaken:
    return NominationsTaken(findings=findings)


def _together(taken: Sequence[NominationsTaken]) -> NominationsTaken:
    return NominationsTaken(
        tuple(record for one in taken for record in one.fresh),
        tuple(revised for one in taken for revised in one.revised),
        tuple(key for one in taken for key in one.same),
        tuple(finding for one in taken for finding in one.findings),
    )


def _identity(one: HeldNomination | NominationRecord) -> Identity:
    return one.award, name_key(one.body), name_key(one.name), name_key(one.organisation)
