"""Whom score tables name, where the edition has nobody yet: nominations, reviewers and bodies to be filed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import NamedTuple

from imports.awards import AwardNames
from imports.findings import Place
from imports.lines import Lines
from imports.matching import Index, name_key, nearest
from imports.panel_tables.rows import Cell, Row, lines_of, rows_of
from imports.panel_tables.sheet_names import NUMBER as NUMBER_LIKE
from imports.panel_tables.tables import ScoreTable
from imports.panel_tables.words import AWARD, BODY, NUMBER, ORGANISATION, SUBJECT
from imports.records import FormField, NominationRecord, QuotaRecord, ReviewerRecord
from imports.register import KnownNomination, KnownReviewer, Nameable, Register, nomination_key
from imports.remarks import Remarks
from imports.reviewers import KEY as REVIEWER_KEY
from imports.table_titles import titled_award
from rubrics.model import Award

NO_BODY = "—"
"""The recommending body of nominations of which no table says who recommends them."""
_LONGEST_NAME = 200

NamedRecord = QuotaRecord | ReviewerRecord | NominationRecord


class Names(NamedTuple):
    """What is to be filed, bodies first, and the register that knows it."""

    records: tuple[NamedRecord, ...]
    register: Register


def names_in(tables: Sequence[ScoreTable], register: Register, remarks: Remarks) -> Names:
    """The nominations and reviewers that the tables name, as far as the register says they may.

    Blocking: "award-unknown" (award, known), "award-missing", "score-award-untold" once, "score-names-differ"
    (name, what, written, known), "body-unknown" (written, nearest), "score-body-untold" once,
    "reviewer-key-malformed" (key), "score-name-too-long" (most). What is wrong with the rows themselves is
    left to whoever reads their marks.
    """
    naming = _Naming(register, remarks)
    unheard = Remarks(remarks.file)
    for table in tables:
        lines = lines_of(table.grid, table.layout, unheard)
        naming.begin(table)
        for row in rows_of(lines, table.layout):
            naming.take(row, lines)
    return naming.names()


@dataclass
class _Nominated:
    """A nomination as its first row says."""

    place: Place
    name: str
    award: Award
    body: str
    organisation: str
    subject: str
    number: str


@dataclass
class _Reviewing:
    """A reviewer: the number, "" for none of their own yet, the name, and the awards that they marked."""

    key: str
    name: str
    place: Place
    awards: dict[str, None] = field(default_factory=dict)


class _Naming:
    """The names of one file on their way to records."""

    def __init__(self, register: Register, remarks: Remarks) -> None:
        self._register, self._remarks = register, remarks
        self._awards = AwardNames(register.programme)
        self._bodies: Index[str] = Index()
        for body in register.bodies:
            self._bodies.add(body, body)
        self._new_bodies: dict[str, Place] = {}
        self._nominated: dict[str, _Nominated | None] = {}
        self._reviewing: dict[str, _Reviewing | None] = {}
        self._titled: Award | None = None
        self._said: set[str] = set()
        self._known_nominations: Index[KnownNomination] = Index()
        self._known_reviewers: Index[KnownReviewer] = Index()
        for nomination in register.nominations:
            self._known_nominations.add(nomination, nomination.key, nomination.name)
        for reviewer in register.reviewers:
            self._known_reviewers.add(reviewer, reviewer.key, reviewer.name)

    def begin(self, table: ScoreTable) -> None:
        """Look at what stands above a table."""
        awards = self._register.programme.awards
        titled = titled_award(table.grid, table.layout.head.first, self._register.programme)
        self._titled = titled or (awards[0] if len(awards) == 1 else None)

    def take(self, row: Row, lines: Lines) -> None:
        """Take in the names of one row, whether it holds marks or not."""
        for cell in row.cells:
            award = self._nomination(row, cell, lines)
            if cell.written.strip():
                self._reviewer(row, cell, lines, award)

    def _nomination(self, row: Row, cell: Cell, lines: Lines) -> str | None:
        """The key of the award of a cell's nomination, which is taken where it is new."""
        name = _one_line(cell.nomination)
        key = name_key(name)
        if not key:
            return None
        known = self._known_nominations.find(name)
        if known:
            return known[0].award if len(known) == 1 else None
        if Nameable.NOMINATION not in self._register.takes:
            return None
        if key not in self._nominated:
            self._nominated[key] = self._newly_nominated(name, row, cell, lines)
        nominated = self._nominated[key]
        if nominated is not None:
            self._compare(nominated, row, lines)
        return nominated.award.key if nominated else None

    def _newly_nominated(self, name: str, row: Row, cell: Cell, lines: Lines) -> _Nominated | None:
        place = lines.place(row.number, cell.nomination_at)
        if len(name) > _LONGEST_NAME:
            self._remarks.block("score-name-too-long", place, most=_LONGEST_NAME)
            return None
        award, body = self._award(row, lines), self._body(row, lines)
        if award is None or body is None:
            return None
        further = (_one_line(row.said.get(column, "")) for column in (ORGANISATION, SUBJECT, NUMBER))
        return _Nominated(lines.place(row.number), name, award, body, *further)

    def _award(self, row: Row, lines: Lines) -> Award | None:
        written = row.said.get(AWARD, "")
        if written.strip():
            return self._awards.find(written, lines.place(row.number, AWARD), self._remarks)
        if AWARD in lines.head.at and len(self._register.programme.awards) > 1:
            self._remarks.block("award-missing", lines.place(row.number, AWARD))
            return None
        if self._titled is None and "award" not in self._said:
            self._said.add("award")
            self._remarks.block("score-award-untold", lines.head_place())
        return self._titled

    def _body(self, row: Row, lines: Lines) -> str | None:
        written = _one_line(row.said.get(BODY, ""))
        found = self._bodies.find(written) if written else ()
        if found:
            return found[0]
        place = lines.place(row.number, BODY if written else None)
        if Nameable.BODY in self._register.takes:
            return self._new_body(written or NO_BODY, place)
        if written:
            near = nearest(written, self._register.bodies)
            self._remarks.block("body-unknown", place, written=written, nearest=near)
        elif "body" not in self._said:
            self._said.add("body")
            self._remarks.block("score-body-untold", lines.head_place())
        return None

    def _new_body(self, name: str, place: Place) -> str:
        found = self._bodies.find(name)
        if found:
            return found[0]
        self._bodies.add(name, name)
        self._new_bodies[name] = place
        return name

    def _compare(self, nominated: _Nominated, row: Row, lines: Lines) -> None:
        """What a later row says of a nomination must be what the first one said, where it says anything."""
        held = {
            BODY: nominated.body,
            ORGANISATION: nominated.organisation,
            SUBJECT: nominated.subject,
            NUMBER: nominated.number,
        }
        for column, known in held.items():
            written = _one_line(row.said.get(column, ""))
            if written and name_key(written) != name_key(known):
                self._say_differing(nominated.name, (written, known), lines, row, column)
        award = row.said.get(AWARD, "")
        other = self._awards.named(award) if award.strip() else None
        if other is not None and other != nominated.award:
            differing = award.strip(), nominated.award.title.zh
            self._say_differing(nominated.name, differing, lines, row, AWARD)

    def _say_differing(
        self, name: str, differing: tuple[str, str], lines: Lines, row: Row, column: str
    ) -> None:
        """Once for each nomination and column: what is written, and what was before."""
        if f"{column} {name}" in self._said:
            return
        self._said.add(f"{column} {name}")
        place, what = lines.place(row.number, column), lines.head.heading(column)
        written, known = differing
        self._remarks.block("score-names-differ", place, name=name, what=what, written=written, known=known)

    def _reviewer(self, row: Row, cell: Cell, lines: Lines, award: str | None) -> None:
        written = _one_line(cell.reviewer)
        if not name_key(written) or self._known_reviewers.find(written):
            return
        if Nameable.REVIEWER not in self._register.takes:
            return
        key = name_key(written)
        if key not in self._reviewing:
            self._reviewing[key] = self._newly_reviewing(written, row, cell, lines)
        reviewing = self._reviewing[key]
        if reviewing is not None and award is not None:
            reviewing.awards[award] = None

    def _newly_reviewing(self, written: str, row: Row, cell: Cell, lines: Lines) -> _Reviewing | None:
        place = lines.place(row.number, cell.reviewer_at)
        name = _one_line(row.reviewer_name)
        if len(name or written) > _LONGEST_NAME:
            self._remarks.block("score-name-too-long", place, most=_LONGEST_NAME)
            return None
        if name and not REVIEWER_KEY.fullmatch(written):
            self._remarks.block("reviewer-key-malformed", place, key=written)
            return None
        numbered = name or NUMBER_LIKE.fullmatch(written)
        return _Reviewing(written if numbered else "", name or written, place)

    def names(self) -> Names:
        """The records, and the register with them."""
        bodies = [
            QuotaRecord(number, body, {}, place)
            for number, (body, place) in enumerate(self._new_bodies.items(), len(self._register.bodies) + 1)
        ]
        nominated = [one for one in self._nominated.values() if one is not None]
        reviewing = list(self._numbered())
        records = [_record(one) for one in nominated]
        register = self._register.with_bodies(body.body for body in bodies)
        register = register.with_nominations(_known(records, register))
        register = register.with_reviewers(KnownReviewer(one.key, one.name) for one in reviewing)
        reviewers = [
            ReviewerRecord(one.key, one.name, "", "", tuple(one.awards), one.place) for one in reviewing
        ]
        return Names((*bodies, *reviewers, *records), register)

    def _numbered(self) -> Iterator[_Reviewing]:
        """The reviewers; whoever has no number of their own gets the next that is free."""
        new = [one for one in self._reviewing.values() if one is not None]
        taken = {name_key(known.key) for known in self._register.reviewers}
        taken |= {name_key(one.key) for one in new if one.key}
        numbers = (f"R{number:02}" for number in count(len(self._register.reviewers) + 1))
        free = (number for number in numbers if name_key(number) not in taken)
        for one in new:
            yield replace(one, key=one.key or next(free))


def _record(one: _Nominated) -> NominationRecord:
    said = ("name", one.name), (ORGANISATION, one.organisation), (SUBJECT, one.subject), (NUMBER, one.number)
    fields = [FormField(key, _LABELS[key], text, text) for key, text in said if text]
    return NominationRecord(
        one.award.key, one.body, one.name, one.organisation, one.subject, (), tuple(fields), one.place
    )


_LABELS = {"name": "名称", ORGANISATION: "单位", SUBJECT: "课题", NUMBER: "编号"}
"""As the plain form of nomination tables calls them."""


def _known(records: Sequence[NominationRecord], register: Register) -> Iterator[KnownNomination]:
    numbers = {award.key: 0 for award in register.programme.awards}
    for held in register.nominations:
        numbers[held.award] += 1
    for record in records:
        numbers[record.award] += 1
        key = nomination_key(record.award, numbers[record.award])
        yield KnownNomination(key, record.award, record.body, record.name, record.organisation)


def _one_line(written: str) -> str:
    return " ".join(written.split())
