"""Recommending bodies in score tables: those that are known, or new ones where there are none."""

from imports.findings import Place
from imports.lines import Lines
from imports.matching import Index, nearest
from imports.panel_tables.rows import Row
from imports.panel_tables.words import BODY, one_line
from imports.records import QuotaRecord
from imports.register import Nameable, Register
from imports.remarks import Remarks

NO_BODY = "—"
"""The recommending body of nominations of which no table says who recommends them."""


class Recommending:
    """The bodies of one file's tables.

    Blocking: "body-unknown" (written, nearest), "score-body-untold" once.
    """

    def __init__(self, register: Register, remarks: Remarks) -> None:
        self._register, self._remarks = register, remarks
        self._new: dict[str, Place] = {}
        self._is_untold = False
        self._bodies: Index[str] = Index()
        for body in register.bodies:
            self._bodies.add(body, body)

    def of(self, row: Row, lines: Lines) -> str | None:
        """The body of a row as it is spelt first; None where that cannot be told, which is said."""
        written = one_line(row.said.get(BODY, ""))
        is_open = Nameable.BODY in self._register.takes
        name = written or (NO_BODY if is_open else "")
        found = self._bodies.find(name) if name else ()
        if found:
            return found[0]
        place = lines.place(row.number, BODY if written else None)
        if is_open:
            self._bodies.add(name, name)
            self._new[name] = place
            return name
        if written:
            near = nearest(written, self._register.bodies)
            self._remarks.block("body-unknown", place, written=written, nearest=near)
        elif not self._is_untold:
            self._is_untold = True
            self._remarks.block("score-body-untold", lines.head_place())
        return None

    def records(self) -> tuple[QuotaRecord, ...]:
        """The new bodies, numbered on, without seats."""
        first = len(self._register.bodies) + 1
        return tuple(
            QuotaRecord(number, body, {}, place)
            for number, (body, place) in enumerate(self._new.items(), first)
        )
