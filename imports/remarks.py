"""What a reader jots down about one file while it reads."""

from types import MappingProxyType

from imports.findings import Finding, Place, Severity

Param = str | int | tuple[str, ...]


def standing(what: str, place: Place) -> dict[str, Param]:
    """Where else in the file something stands: <what>_table and <what>_row."""
    return {f"{what}_table": place.table or "", f"{what}_row": place.row or 0}


class Remarks:
    """The findings of one file, in the order in which they were met."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._findings: list[Finding] = []

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything said so far."""
        return tuple(self._findings)

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
        self._findings.append(Finding(code, severity, place or self.place(), MappingProxyType(params)))
