"""Which nomination a paper is of, what it would change there, and whether it is still in time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from imports.findings import Finding, Severity
from imports.forms.definition import FormDefinition
from imports.matching import name_key
from imports.records import FileReading, FormField, Kind, NominationRecord
from imports.remarks import Param
from judge.domain.revision import FieldChange, differences
from judge.services.papers.joining import Joint, Saying, joined
from judge.services.papers.revising import completed, told
from judge.services.papers.terms import FilingTerms
from judge.store.filed import filed_fields
from judge.store.queries.known import HeldNomination

Identity = tuple[str, str, str, str]
"""Award, body, name and organisation, however they are spelt."""


class Filed(NamedTuple):
    """A nomination as it stands."""

    held: HeldNomination
    fields: tuple[FormField, ...]


class About(NamedTuple):
    """What one record of a file is of: the nomination filed under a key, or a new one ("" and its identity).

    `findings` say why it is not taken, or no longer.
    """

    key: str
    identity: Identity
    saying: Saying
    findings: Sequence[Finding] = ()


class FiledNominations:
    """The nominations as they stand, and what papers would make of them.

    A paper is about the nomination of the same award, body, name and organisation, or about the one that the
    user or the chair names; then it may also change the name, and what it leaves empty becomes empty.
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
        self._filed = {one.key: Filed(one, filed_fields(one.filed)) for one in held}
        self._keys = {identity_of(one.held): key for key, one in self._filed.items()}
        self._former = {identity_of(one): one.key for one in former}
        self._forms = forms
        self._terms = terms
        self._said = said

    def filed(self, key: str) -> Filed:
        """The nomination of a key."""
        return self._filed[key]

    def joined(self, sayings: Sequence[Saying]) -> Joint:
        """Papers of one nomination, put together."""
        return joined(sayings, self._forms.get(sayings[0].record.award))

    def compared(self, filed: Filed, joint: Joint) -> tuple[NominationRecord, Sequence[FieldChange]]:
        """The nomination as papers would have it, and what they change."""
        form = self._forms.get(filed.held.award)
        record = completed(joint, filed.fields, form, has_form=filed.held.has_form)
        return record, differences(filed.fields, record.fields)

    def renamed_by(self, readings: Iterable[FileReading]) -> None:
        """Let a name that an admitted file gives to a nomination be that one's, and no new one's."""
        for reading in readings:
            records = _nominated(reading)
            key = None if reading.refused else self._named(reading, records)
            if key is not None and records and self._unfit(key, records) is None:
                self._keys.setdefault(identity_of(records[0]), key)

    def about(self, reading: FileReading) -> tuple[Sequence[About], Sequence[Finding]]:
        """What each of a file's nominations is of, and why the whole file is of none."""
        records = _nominated(reading)
        named = self._named(reading, records)
        if named is not None and records:
            fault = self._unfit(named, records)
            if fault is not None:
                return (), (fault,)
        # What stands in one file twice is its reader's to say.
        once = {identity_of(record): record for record in reversed(records)}
        is_form = reading.kind is Kind.FORM
        sayings = (
            Saying(reading.path, reading.sha256, is_form, record, named is not None)
            for record in reversed(once.values())
        )
        return [self._about(named, saying) for saying in sayings], ()

    def _named(self, reading: FileReading, records: Sequence[NominationRecord]) -> str | None:
        """The nomination that the user, or the chair, says a file is of."""
        if self._said is not None or len(records) != 1:
            return self._said
        return self._terms.admitted_as(reading.sha256)

    def _unfit(self, said: str, records: Sequence[NominationRecord]) -> Finding | None:
        """Why the file cannot be a revision of the nomination named."""
        record = records[0]
        named: dict[str, Param] = {"nomination": said}
        filed = self._filed.get(said)
        if filed is None:
            return Finding("nomination-unknown", Severity.BLOCKING, record.place, named)
        if len(records) > 1:
            named["count"] = len(records)
            return Finding("revision-of-several", Severity.BLOCKING, record.place, named)
        if (record.award, name_key(record.body)) != (filed.held.award, name_key(filed.held.body)):
            return Finding("revision-of-another", Severity.BLOCKING, record.place, named)
        other = self._keys.get(identity_of(record), said)
        if other != said:
            params: dict[str, Param] = {"name": record.name, "nomination": other}
            return Finding("revision-named-alike", Severity.BLOCKING, record.place, params)
        return None

    def _about(self, named: str | None, saying: Saying) -> About:
        identity = identity_of(saying.record)
        key = named or self._keys.get(identity, "")
        if key:
            return About(key, identity, saying, tuple(self._late(key, saying)))
        return About(key, identity, saying, tuple(self._not_new(identity, saying)))

    def _late(self, key: str, saying: Saying) -> Iterator[Finding]:
        """That the nomination may no longer be changed by this paper."""
        if self._terms.takes_revision(key, saying.sha256):
            return
        filed = self._filed[key]
        changed, changes = self.compared(filed, self.joined([saying]))
        if changes:
            params: dict[str, Param] = {"nomination": key, "deadline": self._terms.deadline}
            yield Finding("revision-late", Severity.BLOCKING, saying.record.place, params)
            yield from told(changed, head_of(filed.held), changes)

    def _not_new(self, identity: Identity, saying: Saying) -> Iterator[Finding]:
        """That what is not filed under this name cannot be a new nomination."""
        params: dict[str, Param] = {"name": saying.record.name}
        if identity in self._former:
            key = self._former[identity]
            params |= {"nomination": key, "now": self._filed[key].held.name}
            yield Finding("nomination-renamed", Severity.BLOCKING, saying.record.place, params)
        elif not self._terms.takes_nomination(saying.sha256):
            params["deadline"] = self._terms.deadline
            yield Finding("nomination-late", Severity.BLOCKING, saying.record.place, params)


def head_of(held: HeldNomination) -> dict[str, Param]:
    """What "revision-new" says of the nomination that is revised."""
    return {"name": held.name, "nomination": held.key, "number": held.revision + 1}


def identity_of(one: HeldNomination | NominationRecord) -> Identity:
    """What makes two papers one nomination's."""
    return one.award, name_key(one.body), name_key(one.name), name_key(one.organisation)


def _nominated(reading: FileReading) -> list[NominationRecord]:
    return [record for record in reading.records if isinstance(record, NominationRecord)]
