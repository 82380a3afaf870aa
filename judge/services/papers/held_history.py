"""Other names and earlier awards that the edition holds: what comes again, and what contradicts what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from imports.findings import Finding, Place, Severity
from imports.matching import name_key
from imports.records import AliasRecord, PastAwardRecord
from imports.remarks import Param
from judge.domain.organisations import Organisations, rival_owner

Identity = tuple[int | str, ...]


class Aliases:
    """Organisations' other names."""

    def __init__(self, held: Iterable[tuple[str, str]]) -> None:
        self._pairs: list[tuple[str, str]] = []
        self._known: set[tuple[str, str]] = set()
        self._owned: dict[str, int] = defaultdict(int)
        for pair in held:
            self.add(*pair)

    def add(self, organisation: str, alias: str) -> None:
        """Take in another name that a file read earlier will add."""
        self._pairs.append((organisation, alias))
        self._known.add(_pair(organisation, alias))
        self._owned[name_key(alias)] += 1

    def organisations(self) -> Organisations:
        """Organisations by every name known so far, those of this import among them."""
        return Organisations(self._pairs)

    def take(self, records: Sequence[AliasRecord]) -> tuple[tuple[AliasRecord, ...], tuple[Finding, ...]]:
        """The records that are new, and what is to be said.

        Blocking: "alias-of-two" (alias, organisation, other) for a name that two organisations would have.
        Note: "alias-known" (count) for those that are known already.
        """
        fresh, seen = [], set(self._known)
        for record in records:
            if (pair := _pair(record.organisation, record.alias)) not in seen:
                seen.add(pair)
                fresh.append(record)
        findings = list(self._contradictions(fresh))
        if len(fresh) < len(records):
            findings.append(_known("alias-known", records[0].place, len(records) - len(fresh)))
        return tuple(fresh), tuple(findings)

    def _contradictions(self, fresh: Sequence[AliasRecord]) -> Iterable[Finding]:
        together = [*self._pairs, *((record.organisation, record.alias) for record in fresh)]
        owners = Counter(name_key(alias) for _, alias in together)
        for record in fresh:
            if owners[name_key(record.alias)] > 1:
                other = rival_owner(together, record.organisation, record.alias)
                if other is not None:
                    params: dict[str, Param] = {
                        "alias": record.alias,
                        "organisation": record.organisation,
                        "other": other,
                    }
                    yield Finding("alias-of-two", Severity.BLOCKING, record.place, params)


class PastAwards:
    """What was won in earlier years."""

    def __init__(self, held: Iterable[Identity]) -> None:
        self._held = set(held)

    def add(self, record: PastAwardRecord) -> None:
        """Take in an award that a file read earlier will add."""
        self._held.add(past_identity(record))

    def take(
        self, records: Sequence[PastAwardRecord]
    ) -> tuple[tuple[PastAwardRecord, ...], tuple[Finding, ...]]:
        """The records that are new; note "past-award-known" (count) for those that are known already."""
        fresh = tuple(record for record in records if past_identity(record) not in self._held)
        if len(fresh) == len(records):
            return fresh, ()
        return fresh, (_known("past-award-known", records[0].place, len(records) - len(fresh)),)


def past_identity(record: PastAwardRecord) -> Identity:
    """What makes two lines of earlier lists one, however they are spelt."""
    names = (record.name, record.organisation, record.body)
    return record.year, record.award, *map(name_key, names)


def _pair(organisation: str, alias: str) -> tuple[str, str]:
    return name_key(organisation), name_key(alias)


def _known(code: str, place: Place, count: int) -> Finding:
    return Finding(code, Severity.NOTE, Place(place.file), {"count": count})
