"""Nominations that score tables are the first to name, with all that stands beside the name."""

from dataclasses import dataclass

from imports.awards import AwardNames
from imports.findings import Place
from imports.lines import Lines
from imports.matching import Index, name_key
from imports.panel_tables.bodies import Recommending
from imports.panel_tables.rows import Cell, Row
from imports.panel_tables.tables import ScoreTable
from imports.panel_tables.words import (
    AWARD,
    BODY,
    LONGEST_NAME,
    NUMBER,
    ORGANISATION,
    SUBJECT,
    one_line,
)
from imports.records import FormField, NominationRecord
from imports.register import KnownNomination, Nameable, Register
from imports.remarks import Remarks
from imports.table_titles import titled_award
from rubrics.model import Award

_LABELS = {"name": "名称", ORGANISATION: "单位", SUBJECT: "课题", NUMBER: "编号"}
"""As the plain form of nomination tables calls what is kept of a nomination."""


@dataclass(frozen=True)
class _Named:
    """A nomination as its first row says."""

    place: Place
    name: str
    award: Award
    body: str
    organisation: str
    subject: str
    number: str


class Nominating:
    """The nominations of one file's tables.

    Blocking: "award-unknown" (award, known), "award-missing", "score-award-untold" once, "score-names-differ"
    (name, what, written, known), "score-name-too-long" (most), and those of `Recommending`.
    """

    def __init__(self, register: Register, bodies: Recommending, remarks: Remarks) -> None:
        self._register, self._bodies, self._remarks = register, bodies, remarks
        self._awards = AwardNames(register.programme)
        self._named: dict[str, _Named | None] = {}
        self._titled: Award | None = None
        self._is_untold = False
        self._differing: set[tuple[str, str]] = set()
        self._known: Index[KnownNomination] = Index()
        for nomination in register.nominations:
            self._known.add(nomination, nomination.key, nomination.name)

    def begin(self, table: ScoreTable) -> None:
        """Look at what stands above a table."""
        awards = self._register.programme.awards
        titled = titled_award(table.grid, table.layout.head.first, self._register.programme)
        self._titled = titled or (awards[0] if len(awards) == 1 else None)

    def award_of(self, row: Row, cell: Cell, lines: Lines) -> str | None:
        """The key of the award of a cell's nomination, which is taken in where it is new and may be."""
        name = one_line(cell.nomination)
        key = name_key(name)
        known = self._known.find(name) if key else ()
        if known:
            return known[0].award if len(known) == 1 else None
        if not key or Nameable.NOMINATION not in self._register.takes:
            return None
        if key not in self._named:
            self._named[key] = self._new(name, row, cell, lines)
        named = self._named[key]
        if named is None:
            return None
        self._compare(named, row, lines)
        return named.award.key

    def _new(self, name: str, row: Row, cell: Cell, lines: Lines) -> _Named | None:
        if len(name) > LONGEST_NAME:
            place = lines.place(row.number, cell.nomination_at)
            self._remarks.block("score-name-too-long", place, most=LONGEST_NAME)
            return None
        award, body = self._award(row, lines), self._bodies.of(row, lines)
        if award is None or body is None:
            return None
        further = (one_line(row.said.get(column, "")) for column in (ORGANISATION, SUBJECT, NUMBER))
        return _Named(lines.place(row.number), name, award, body, *further)

    def _award(self, row: Row, lines: Lines) -> Award | None:
        written = row.said.get(AWARD, "")
        if written.strip():
            return self._awards.find(written, lines.place(row.number, AWARD), self._remarks)
        if AWARD in lines.head.at and len(self._register.programme.awards) > 1:
            self._remarks.block("award-missing", lines.place(row.number, AWARD))
            return None
        if self._titled is None and not self._is_untold:
            self._is_untold = True
            self._remarks.block("score-award-untold", lines.head_place())
        return self._titled

    def _compare(self, named: _Named, row: Row, lines: Lines) -> None:
        """What a later row says of a nomination must be what the first one said, where it says anything."""
        if not row.said:
            return
        held = {
            BODY: named.body,
            ORGANISATION: named.organisation,
            SUBJECT: named.subject,
            NUMBER: named.number,
        }
        for column, known in held.items():
            written = one_line(row.said.get(column, ""))
            if written and name_key(written) != name_key(known):
                self._say_differing(named, column, (written, known), row, lines)
        award = row.said.get(AWARD, "")
        other = self._awards.named(award) if award.strip() else None
        if other is not None and other != named.award:
            self._say_differing(named, AWARD, (award.strip(), named.award.title.zh), row, lines)

    def _say_differing(
        self, named: _Named, column: str, differing: tuple[str, str], row: Row, lines: Lines
    ) -> None:
        """Once for each nomination and column: what is written, and what was before."""
        if (column, named.name) in self._differing:
            return
        self._differing.add((column, named.name))
        written, known = differing
        said = {"name": named.name, "what": lines.head.heading(column), "written": written, "known": known}
        self._remarks.block("score-names-differ", lines.place(row.number, column), **said)

    def records(self) -> tuple[NominationRecord, ...]:
        """The nominations, in the order in which they are named."""
        return tuple(_record(one) for one in self._named.values() if one is not None)


def _record(one: _Named) -> NominationRecord:
    said = ("name", one.name), (ORGANISATION, one.organisation), (SUBJECT, one.subject), (NUMBER, one.number)
    fields = tuple(FormField(key, _LABELS[key], text, text) for key, text in said if text)
    of = (one.award.key, one.body, one.name, one.organisation, one.subject)
    return NominationRecord(*of, (), fields, one.place)
