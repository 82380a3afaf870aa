"""What a reader jots down about one file while it reads."""

from collections import Counter
from types import MappingProxyType

from imports.findings import Finding, Place, Severity

Param = str | int | tuple[str, ...]

MOST_ALIKE = 500
"""Findings of one code that are kept of a file: a table of wrong rows would fill the screen and memory."""


def standing(what: str, place: Place) -> dict[str, Param]:
    """Where else in the file something stands: <what>_table and <what>_row."""
    return {f"{what}_table": place.table or "", f"{what}_row": place.row or 0}


class Remarks:
    """The findings of one file, in the order in which they were met."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._findings: list[Finding] = []
        self._alike: Counter[tuple[Severity, str]] = Counter()
        self._left_out: dict[tuple[Severity, str], Place] = {}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything said so far; of more than `MOST_ALIKE` of one code, "alike-left-out" (count)."""
        return (*self._findings, *(self._left(*kind) for kind in self._left_out))

    @property
    def refuses(self) -> bool:
        """Whether anything said so far keeps the whole file out."""
        return any(severity is Severity.BLOCKING for severity, _ in self._alike)

    def place(self, table: str | None = None, row: int | None = None, label: str | None = None) -> Place:
        """A place in this file."""
        return Place(self.file, table, row, label)

    def block(self, code: str, place: Place | None = None, **params: Param) -> None:
        """Say what keeps the whole file out."""
        self._say(Severity.BLOCKING, code, place, params)

    def warn(self, code: str, place: Place | None = None, **params: Param) -> None:
        """Say what needs the user's consent."""
        self._say(Severity.WARNING, code, place, params)

    def note(self, code: str, place: Place | None = None, **params: Param) -> None:
        """Say what is only worth knowing."""
        self._say(Severity.NOTE, code, place, params)

    def _say(self, severity: Severity, code: str, place: Place | None, params: dict[str, Param]) -> None:
        kind = severity, code
        self._alike[kind] += 1
        if self._alike[kind] > MOST_ALIKE:
            self._left_out.setdefault(kind, place or self.place())
        else:
            self._findings.append(Finding(code, severity, place or self.place(), MappingProxyType(params)))

    def _left(self, severity: Severity, code: str) -> Finding:
        kind = severity, code
        left = MappingProxyType[str, Param]({"count": self._alike[kind] - MOST_ALIKE})
        return Finding("alike-left-out", severity, self._left_out[kind], left)
