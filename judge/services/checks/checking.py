"""Check an edition: conditions, checklists, lengths, quotas, bodies' papers, candidates filed twice."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from imports.forms.definition import Attachment, FormDefinition, FormSet, FormSort
from imports.matching import name_key, nearest
from judge.domain.characters import count_blocks
from judge.domain.checking import (
    BodyPaper,
    CheckedBody,
    CheckedGate,
    CheckedNomination,
    CheckReport,
    Length,
    QuotaUse,
    RecommendedCount,
)
from judge.domain.double_filing import DoubleFiling, FiledCandidate, double_filings
from judge.domain.refusal import Refusal
from judge.services.checks.gates import Gates
from judge.services.checks.sheets_in_conflict import sheets_in_conflict
from judge.services.editions.edition import Edition
from judge.services.editions.settings import LENGTH_TOLERANCE
from judge.services.forms.held import edition_forms
from judge.store.connection import Connection
from judge.store.queries.body_papers import HeldBodyPaper, body_papers
from judge.store.queries.checking import StandingNomination, document_lengths, standing_nominations
from judge.store.queries.frames import quota_table
from rubrics.model import Programme, QuotaCategory, Text


def check(edition: Edition, *, body: str | None = None, award: str | None = None) -> CheckReport:
    """Check everything, or what concerns one body (by name) or one award (by key); nothing is written.

    Pairs of candidates are looked for among all nominations and shown where one of the two is asked for.
    With an award, bodies show the quotas of that award alone and none of their own papers.

    Refusal codes: "check-body-unknown" (body, nearest), "check-award-unknown" (award, known).
    """
    known = tuple(one.key for one in edition.programme.awards)
    if award is not None and award not in known:
        raise Refusal("check-award-unknown", award=award, known=known)
    with edition.store.read() as connection:
        return _Checking(edition, connection).report(body, award)


class _Checking:
    """The checks in one view of the edition."""

    def __init__(self, edition: Edition, connection: Connection) -> None:
        self._edition = edition
        self._programme: Programme = edition.programme
        self._connection = connection
        self._gates = Gates(edition, connection)
        self._quotas = quota_table(connection)
        self._filed = tuple(standing_nominations(connection))

    def report(self, body: str | None, award: str | None) -> CheckReport:
        named = None if body is None else self._body(body)
        shown = [one for one in self._filed if named in {None, one.body} and award in {None, one.award}]
        bodies = [name for name in self._quotas.bodies if named in {None, name}]
        return CheckReport(
            tuple(map(self._nomination, shown)),
            tuple(self._checked_body(name, award) for name in bodies),
            tuple(self._pairs({one.key for one in shown})),
            tuple(sheets_in_conflict(self._edition, self._connection, shown, self._gates.organisations)),
        )

    def _body(self, written: str) -> str:
        for name in self._quotas.bodies:
            if name_key(name) == name_key(written):
                return name
        raise Refusal("check-body-unknown", body=written, nearest=nearest(written, self._quotas.bodies))

    @cached_property
    def _forms(self) -> FormSet:
        return edition_forms(self._connection)

    @cached_property
    def _limits(self) -> "_Limits":
        return _Limits(int(self._gates.readings[LENGTH_TOLERANCE]))

    @cached_property
    def _lengths(self) -> Mapping[tuple[str, str], int]:
        limited = {
            one.key
            for award in self._programme.awards
            if (form := self._forms.form(award.form))
            for one in form.attachments
            if one.most_characters or one.about_characters
        }
        return document_lengths(self._connection, limited)

    @cached_property
    def _papers(self) -> Mapping[tuple[str, str], HeldBodyPaper]:
        return {(paper.body, paper.form): paper for paper in body_papers(self._connection)}

    def _nomination(self, one: StandingNomination) -> CheckedNomination:
        award = self._programme.award(one.award)
        rubric = self._programme.rubric_of(one.award)
        findings = self._gates.findings(rubric, one.award, one.key, one.organisation, one.fields)
        form = self._forms.form(award.form)
        return CheckedNomination(
            key=one.key,
            award=one.award,
            award_title=award.title,
            body=one.body,
            name=one.name,
            organisation=one.organisation,
            gates=tuple(map(CheckedGate, rubric.gates, findings)),
            checklist=self._gates.checklist(one.award, one.key),
            lengths=tuple(self._attached_lengths(one.key, form.attachments if form else ())),
            seals=frozenset(seal.key for seal in form.seals) if form else frozenset(),
            members_over=_members_over(form, len(one.members)),
        )

    def _attached_lengths(self, nomination: str, attachments: Sequence[Attachment]) -> Iterator[Length]:
        for one in attachments:
            count = self._lengths.get((nomination, one.key))
            if count is not None:
                limits = one.most_characters, one.about_characters
                yield self._limits.length(one.key, one.title, count, *limits)

    def _checked_body(self, name: str, award: str | None) -> CheckedBody:
        filed = Counter(one.award for one in self._filed if one.body == name)
        papers = () if award else tuple(self._owed_papers(name, filed))
        recommended = () if award else tuple(self._recommended(name))
        categories = [
            category
            for category in self._programme.quota_categories
            if award is None or category.key in self._programme.award(award).quota_categories
        ]
        quotas = tuple(self._use(name, category) for category in categories)
        return CheckedBody(name, quotas, papers, recommended)

    def _use(self, body: str, category: QuotaCategory) -> QuotaUse:
        return QuotaUse(
            category.key, category.title, self._seats(body, category.key), self._count(body, category)
        )

    def _seats(self, body: str, category: str) -> int | None:
        seats = self._quotas.seats_of(category)
        return seats[self._quotas.bodies.index(body)] if seats else None

    def _count(self, body: str, category: QuotaCategory) -> int:
        """The body's nominations in a category; of one that is part of another, those that applied for it."""
        awards = {award.key for award in self._programme.awards if category.key in award.quota_categories}
        return sum(
            one.body == body and one.award in awards and _applied(one, category) for one in self._filed
        )

    def _recommended(self, body: str) -> Iterator[RecommendedCount]:
        categories = {category.key: category for category in self._programme.quota_categories}
        for form in self._forms.definitions:
            paper = self._papers.get((body, form.key))
            values = {field.key: field.value for field in paper.fields()} if paper else {}
            for field in form.fields:
                said = values.get(field.key)
                if field.quota in categories and isinstance(said, int) and not isinstance(said, bool):
                    filed = self._count(body, categories[field.quota])
                    seats = self._seats(body, field.quota)
                    yield RecommendedCount(form.key, form.paper, field.quota, said, filed, seats)

    def _owed_papers(self, body: str, filed: Counter[str]) -> Iterator[BodyPaper]:
        """The statistics of every body that filed anything, and summaries as far as they came.

        Where no award is nominated for by a form, nobody has been asked for any.
        """
        asked = any(award.form for award in self._programme.awards)
        for form in self._forms.definitions:
            paper = self._papers.get((body, form.key))
            owed = asked and form.sort is FormSort.STATISTICS and filed.total() > 0
            if form.sort is not FormSort.NOMINATION and (paper or owed):
                length = self._summary_length(form, paper)
                title = form.title_of(self._edition.year)
                yield BodyPaper(form.key, form.paper, title, paper is not None, length)

    def _summary_length(self, form: FormDefinition, paper: HeldBodyPaper | None) -> Length | None:
        if paper is None or form.about_characters is None:
            return None
        title = Text(form.titles[0], form.titles[0])
        count = count_blocks(paper.text())
        return self._limits.length(form.key, title, count, None, form.about_characters)

    def _pairs(self, shown: set[str]) -> Iterator[DoubleFiling]:
        candidates = [
            FiledCandidate(one.key, one.award, one.body, one.name, one.organisation, one.members)
            for one in self._filed
        ]
        for pair in double_filings(candidates, self._gates.organisations):
            if shown & {pair.first.key, pair.second.key}:
                yield pair


@dataclass(frozen=True, slots=True)
class _Limits:
    """How far from "about" a text may be, in percent."""

    tolerance: int

    def length(self, key: str, title: Text, count: int, most: int | None, about: int | None) -> Length:
        is_far = about is not None and abs(count - about) * 100 > about * self.tolerance
        return Length(key, title, count, most, about, is_far)


def _applied(one: StandingNomination, category: QuotaCategory) -> bool:
    """Whether the nomination counts in the category: all do, but where a field of the form applies for it."""
    if category.applied_by is None:
        return True
    return any(field.key == category.applied_by and field.value is True for field in one.fields)


def _members_over(form: FormDefinition | None, members: int) -> int:
    listed = form.record.get("members") if form else None
    most = next((field.most for field in form.fields if field.key == listed), None) if form else None
    return max(0, members - most) if most is not None else 0
