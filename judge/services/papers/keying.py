"""What of a file is new to the edition, and under which keys: what is known stays, what differs is said."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, count
from typing import NamedTuple

from imports.findings import Finding
from imports.matching import name_key
from imports.records import (
    AliasRecord,
    BodyPaperRecord,
    FileReading,
    FilledSheetRecord,
    FormField,
    Kind,
    NominationRecord,
    PastAwardRecord,
    QuotaRecord,
    Record,
    RecusalRecord,
    ReviewerRecord,
    ScoreRecord,
)
from imports.register import KnownNomination, KnownReviewer, Register
from judge.services.papers.conflicting_marks import conflicting_marks
from judge.services.papers.filed_nominations import FiledNominations
from judge.services.papers.filled_sheets import FilledSheets
from judge.services.papers.held_history import Aliases, PastAwards
from judge.services.papers.held_papers import BodyPapers
from judge.services.papers.holdings import Bodies, Reviewers
from judge.services.papers.named_by_scores import NamedByScores, with_named
from judge.services.papers.nomination_papers import NominationPapers
from judge.services.papers.restating import changes
from judge.services.papers.score_tables import SheetPapers
from judge.services.papers.terms import FilingTerms
from judge.store.connection import Connection
from judge.store.queries.body_papers import body_papers
from judge.store.queries.history import aliases, held_past_awards
from judge.store.queries.known import former_revisions, held_bodies, held_nominations, held_reviewers

Keyed = tuple[tuple[str, Record], ...]
"""Records to be filed, each with its key, or "" where it needs none."""
Revised = tuple[tuple[str, NominationRecord], ...]
"""Revisions to be filed, each with the key of its nomination."""
Restated = tuple[tuple[str, ReviewerRecord], ...]
"""Reviewers of whom something is said otherwise, each with their key."""


class Taken(NamedTuple):
    """Of one file: records to be filed, revisions by their nomination's key, and what is to be said.

    `joined` are the keys of nominations that are filed from another file and that this one is of as well;
    `named` is what of `keyed` a score table is the first to name.
    """

    keyed: Keyed = ()
    revised: Revised = ()
    findings: tuple[Finding, ...] = ()
    joined: tuple[str, ...] = ()
    restated: Restated = ()
    named: Keyed = ()


class Keying:
    """Gives keys to new records, file after file, and finds what contradicts the edition."""

    def __init__(
        self,
        connection: Connection,
        register: Register,
        terms: FilingTerms,
        said: str | None,
        *,
        take_names: bool = False,
    ) -> None:
        """`said` is the key of the nomination that the user says the papers belong to.

        `take_names`: score tables may name nominations, reviewers and bodies of which the edition has none.
        """
        self._marks, self._marks_read = dict(register.marks), dict(register.marks_read)
        # The register sees these two grow: copying them for every file would cost more than reading it.
        self.register = replace(register, marks=self._marks, marks_read=self._marks_read)
        self._bodies = Bodies(held_bodies(connection))
        self._reviewers = Reviewers(held_reviewers(connection))
        forms = {award.key: register.forms.form(award.form) for award in register.programme.awards}
        filed = FiledNominations(
            held_nominations(connection),
            former_revisions(connection),
            {award: form for award, form in forms.items() if form},
            terms,
            said,
        )
        self._nominations = NominationPapers(filed)
        self._papers = BodyPapers(body_papers(connection))
        self._aliases = Aliases(aliases(connection))
        self._past = PastAwards(held_past_awards(connection))
        self._connection = connection
        self._sheets = SheetPapers(connection)
        self._filled = FilledSheets(connection)
        self._filed = Counter(known.award for known in register.nominations)
        self._named = NamedByScores(terms, meant=take_names)

    def register_for(self, kind: Kind | None) -> Register:
        """The register as the reader of a file of this kind is to know it."""
        takes = self._named.takes(self.register) if kind is Kind.SCORES else frozenset()
        return replace(self.register, takes=takes) if takes else self.register

    def settle(self, readings: Sequence[FileReading]) -> None:
        """Take the nominations of all files that have any, and let files read later know them."""
        fresh, revised = self._nominations.settle(readings, self._filed)
        self.register = self.register.with_nominations(_as_known(key, record) for key, record in fresh)
        for key, record in revised:
            self._rename(key, record)

    def take(self, reading: FileReading) -> Taken:
        """The file's new records with their keys, and what is to be said of them and of the others.

        The findings are those of `holdings`, `nomination_papers`, `held_papers`, `held_history` and
        `sheet_papers`.
        """
        if reading.kind is Kind.SCORES:
            return self._take_scores(reading)
        if filled := [r for r in reading.records if isinstance(r, FilledSheetRecord)]:
            conflicting = partial(
                conflicting_marks,
                self._connection,
                register=self.register,
                organisations=self._aliases.organisations(),
                fields_of=self._nominations.fields_of,
            )
            rows, said = self._filled.take(filled, self.register, conflicting)
            return Taken(tuple(("", record) for record in rows), findings=said)
        if any(isinstance(r, AliasRecord | PastAwardRecord) for r in reading.records):
            return self._take_history(reading)
        nominations = self._nominations.take(reading.path)
        known = {n: findings for n, r in enumerate(reading.records) if (findings := self._known(r))}
        fresh = [
            record
            for n, record in enumerate(reading.records)
            if n not in known and not isinstance(record, NominationRecord)
        ]
        numbers = self._bodies.taken_numbers(r for r in fresh if isinstance(r, QuotaRecord))
        papers = [r for r in fresh if isinstance(r, BodyPaperRecord)]
        replaced = [finding for record in papers if (finding := self._papers.replaced(record))]
        keys = self._new_keys(reading)
        return Taken(
            (*nominations.fresh, *((keys(record), record) for record in fresh)),
            tuple(nominations.revised),
            (*chain.from_iterable(known.values()), *numbers, *replaced, *nominations.findings),
            tuple(nominations.joined),
            self._restated(reading),
        )

    def _take_scores(self, reading: FileReading) -> Taken:
        """The marks that sheets are due, behind all that the table names first."""
        named = self._named.keyed(reading, self.register)
        if late := tuple(self._named.late(reading, named)):
            return Taken(findings=late)
        brought = {key: record.fields for key, record in named if isinstance(record, NominationRecord)}

        def fields_of(nomination: str) -> Sequence[FormField]:
            return brought[nomination] if nomination in brought else self._nominations.fields_of(nomination)

        sheets = [r for r in reading.records if isinstance(r, ScoreRecord | RecusalRecord)]
        register, organisations = with_named(self.register, named), self._aliases.organisations()
        due, findings = self._sheets.take(sheets, register, organisations, fields_of)
        return Taken((*named, *(("", record) for record in due)), findings=findings, named=named)

    def _restated(self, reading: FileReading) -> Restated:
        again = ((self._reviewers.held(r), r) for r in reading.records if isinstance(r, ReviewerRecord))
        return tuple((held.key, record) for held, record in again if held and any(changes(record, held)))

    def _take_history(self, reading: FileReading) -> Taken:
        named, said = self._aliases.take([r for r in reading.records if isinstance(r, AliasRecord)])
        won, noted = self._past.take([r for r in reading.records if isinstance(r, PastAwardRecord)])
        keyed: Keyed = (*(("", one) for one in named), *(("", one) for one in won))
        return Taken(keyed, findings=(*said, *noted))

    def remember(self, name: str, taken: Taken) -> None:
        """Let files read later know what this one, which is accepted, will add.

        `name` is its path as the edition will know it.
        """
        for key, reviewer in taken.restated:
            self._restate(key, reviewer)
        self._named.remember(taken.named)
        for key, record in taken.named:
            if isinstance(record, NominationRecord):
                self.register = self.register.with_nominations([_as_known(key, record)])
                self._nominations.bring(key, record.fields)
                self._filed[record.award] += 1
        for key, record in taken.keyed:
            match record:
                case QuotaRecord():
                    self._bodies.add(record)
                    self.register = self.register.with_bodies([record.body])
                case ReviewerRecord():
                    self._reviewers.add(key, record)
                    known = KnownReviewer(key, record.name, record.organisation, record.phone, record.aliases)
                    self.register = self.register.with_reviewers([known])
                case BodyPaperRecord():
                    self._papers.add(record, name)
                case _:
                    self._remember_other(record)

    def _restate(self, key: str, record: ReviewerRecord) -> None:
        said = self._reviewers.restate(key, record)
        now = KnownReviewer(key, said.name, said.organisation, said.phone, said.aliases)
        reviewers = tuple(now if one.key == key else one for one in self.register.reviewers)
        self.register = replace(self.register, reviewers=reviewers)

    def _remember_other(self, record: Record) -> None:
        match record:
            case AliasRecord():
                self._aliases.add(record.organisation, record.alias)
            case PastAwardRecord():
                self._past.add(record)
            case ScoreRecord():
                mark = (record.nomination, record.reviewer, record.criterion)
                if mark not in self._marks:
                    self._marks[mark], self._marks_read[mark] = record.ticks, record.place
            case FilledSheetRecord():
                self._filled.remember(record)
                for criterion, ticks in record.marks.items():
                    mark = (record.nomination, record.reviewer, criterion)
                    self._marks[mark], self._marks_read[mark] = ticks, record.place
            case _:
                pass

    def _rename(self, key: str, record: NominationRecord) -> None:
        now = _as_known(key, record)
        if now not in self.register.nominations:
            nominations = tuple(now if one.key == key else one for one in self.register.nominations)
            self.register = replace(self.register, nominations=nominations)

    def _known(self, record: Record) -> tuple[Finding, ...]:
        """What to say of a record whose like the edition holds; () for a new one."""
        match record:
            case QuotaRecord():
                found = self._bodies.known(record)
            case ReviewerRecord():
                held = self._reviewers.held(record)
                return self._reviewers.again(record, held) if held else ()
            case BodyPaperRecord():
                found = self._papers.known(record)
            case _:
                return ()
        return (found,) if found else ()

    def _new_keys(self, reading: FileReading) -> Callable[[Record], str]:
        """Keys for one file's new records: of reviewers their own, or the next free R.."""
        taken = {name_key(r.key) for r in reading.records if isinstance(r, ReviewerRecord)}
        numbers = (f"R{n:02}" for n in count(len(self._reviewers) + 1))
        free = (key for key in numbers if name_key(key) not in taken and key not in self._reviewers)

        def key_of(record: Record) -> str:
            return record.key or next(free) if isinstance(record, ReviewerRecord) else ""

        return key_of


def _as_known(key: str, record: NominationRecord) -> KnownNomination:
    return KnownNomination(key, record.award, record.body, record.name, record.organisation)
