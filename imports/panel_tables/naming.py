"""Whom score tables name, where the edition has nobody yet: nominations, reviewers and bodies to be filed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from imports.panel_tables.bodies import Recommending
from imports.panel_tables.nominating import Nominating
from imports.panel_tables.reviewing import Reviewing
from imports.panel_tables.rows import lines_of, rows_of
from imports.panel_tables.tables import ScoreTable
from imports.records import NominationRecord, QuotaRecord, ReviewerRecord
from imports.register import KnownNomination, KnownReviewer, Register, nomination_key
from imports.remarks import Remarks

NamedRecord = QuotaRecord | ReviewerRecord | NominationRecord


class Names(NamedTuple):
    """What is to be filed, bodies first, and the register that knows it."""

    records: tuple[NamedRecord, ...]
    register: Register


def names_in(tables: Sequence[ScoreTable], register: Register, remarks: Remarks) -> Names:
    """The nominations and reviewers that the tables name, as far as the register says they may.

    A nomination is taken whether it has marks or not, a reviewer for any. Blocking: those of `Nominating` and
    `Reviewing`. What is wrong with the rows themselves is left to whoever reads their marks.
    """
    bodies = Recommending(register, remarks)
    nominating, reviewing = Nominating(register, bodies, remarks), Reviewing(register, remarks)
    unheard = Remarks(remarks.file)
    for table in tables:
        lines = lines_of(table.grid, table.layout, unheard)
        nominating.begin(table)
        for row in rows_of(lines, table.layout):
            awards: dict[str, str | None] = {}
            for cell in row.cells:
                if cell.nomination not in awards:
                    awards[cell.nomination] = nominating.award_of(row, cell, lines)
                if cell.written and not cell.written.isspace():
                    reviewing.take(row, cell, lines, awards[cell.nomination])
    new, nominated, reviewers = bodies.records(), nominating.records(), reviewing.records()
    known = register.with_bodies(body.body for body in new)
    known = known.with_nominations(_known(nominated, register))
    known = known.with_reviewers(KnownReviewer(one.key, one.name) for one in reviewers)
    return Names((*new, *reviewers, *nominated), known)


def _known(nominated: Sequence[NominationRecord], register: Register) -> Iterator[KnownNomination]:
    """The nominations under the keys that they are going to have."""
    numbers = Counter(held.award for held in register.nominations)
    for one in nominated:
        numbers[one.award] += 1
        key = nomination_key(one.award, numbers[one.award])
        yield KnownNomination(key, one.award, one.body, one.name, one.organisation)
