"""Nominations, reviewers and bodies that score tables name first, in an edition that has none of its own."""

from collections import Counter
from collections.abc import Iterable

from imports.findings import Finding, Severity
from imports.records import FileReading, Kind, NominationRecord, QuotaRecord, Record, ReviewerRecord
from imports.register import KnownNomination, KnownReviewer, Nameable, Register, nomination_key
from judge.services.papers.terms import FilingTerms

_NAMED = (QuotaRecord, ReviewerRecord, NominationRecord)

Named = tuple[tuple[str, Record], ...]
"""Records that a score table brings beside its marks, each with its key, or "" where it needs none."""


def names_are_meant(register: Register, kind: Kind | None, *, said: bool) -> bool:
    """Whether names are taken from score tables: since it was said, or since nothing else could be meant.

    That is so where files are said to be scores, the edition holds no nominations and no reviewers, and its
    programme states no form by which any could be filed.
    """
    empty = not register.nominations and not register.reviewers
    without_forms = not any(award.form for award in register.programme.awards)
    return said or (kind is Kind.SCORES and empty and without_forms)


class NamedByScores:
    """What the score tables of one import have named so far."""

    def __init__(self, terms: FilingTerms, *, meant: bool) -> None:
        self._terms = terms
        self._meant = meant
        self._taken: dict[Nameable, set[str]] = {kind: set() for kind in Nameable}

    def takes(self, register: Register) -> frozenset[Nameable]:
        """Of what the next table may name more: all that the edition has only from tables before it."""
        known = {
            Nameable.NOMINATION: (one.key for one in register.nominations),
            Nameable.REVIEWER: (one.key for one in register.reviewers),
            Nameable.BODY: register.bodies,
        }
        own = (kind for kind, keys in known.items() if self._taken[kind].issuperset(keys))
        return frozenset(own) if self._meant else frozenset()

    def keyed(self, reading: FileReading, register: Register) -> Named:
        """The records of a table that name somebody, with the keys that its marks go by."""
        numbers = Counter(known.award for known in register.nominations)
        keyed: list[tuple[str, Record]] = []
        for record in reading.records:
            if isinstance(record, NominationRecord):
                numbers[record.award] += 1
                keyed.append((nomination_key(record.award, numbers[record.award]), record))
            elif isinstance(record, _NAMED):
                keyed.append((record.key if isinstance(record, ReviewerRecord) else "", record))
        return tuple(keyed)

    def late(self, reading: FileReading, named: Named) -> Iterable[Finding]:
        """Blocking "nomination-late" (name, deadline), once the deadline has passed."""
        if self._terms.takes_nomination(reading.sha256):
            return
        for _, record in named:
            if isinstance(record, NominationRecord):
                params = {"name": record.name, "deadline": self._terms.deadline}
                yield Finding("nomination-late", Severity.BLOCKING, record.place, params)

    def remember(self, named: Named) -> None:
        """Let these count as named by tables."""
        for key, record in named:
            match record:
                case QuotaRecord():
                    self._taken[Nameable.BODY].add(record.body)
                case ReviewerRecord():
                    self._taken[Nameable.REVIEWER].add(key)
                case NominationRecord():
                    self._taken[Nameable.NOMINATION].add(key)
                case _:
                    pass


def with_named(register: Register, named: Named) -> Register:
    """The register with all that a table names."""
    nominations = (
        KnownNomination(key, one.award, one.body, one.name, one.organisation)
        for key, one in named
        if isinstance(one, NominationRecord)
    )
    reviewers = (
        KnownReviewer(key, one.name, one.organisation, one.phone, one.aliases)
        for key, one in named
        if isinstance(one, ReviewerRecord)
    )
    bodies = (one.body for _, one in named if isinstance(one, QuotaRecord))
    return register.with_bodies(bodies).with_nominations(nominations).with_reviewers(reviewers)
