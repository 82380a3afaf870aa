"""A report's findings as the rows of a list: bodies, below them severities, below them findings."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from imports.findings import Severity
from judge.services.papers.concerns import GRAVITY, BodyConcerns, Concern
from judge.tui.cells import cell_len, clean_line, cut, fit
from judge.tui.import_words import GLYPHS, INKS, body_word, in_brief, severity_count
from judge.tui.ink import Line, plain

Heading = tuple[str, Severity | None]
"""A body, or a body's severity: what can be folded."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list: a finding, or the heading of what stands below it."""

    heading: Heading
    group: BodyConcerns
    concern: Concern | None = None
    folded: bool = False


def rows_of(groups: Sequence[BodyConcerns], folded: AbstractSet[Heading]) -> list[Row]:
    """The rows in sight while some headings are folded."""
    return [row for group in groups for row in _of_body(group, folded)]


def _of_body(group: BodyConcerns, folded: AbstractSet[Heading]) -> Iterator[Row]:
    heading: Heading = (group.body, None)
    yield Row(heading, group, folded=heading in folded)
    if heading in folded:
        return
    for severity in GRAVITY:
        below: Heading = (group.body, severity)
        if group.of[severity]:
            yield Row(below, group, folded=below in folded)
            if below not in folded:
                yield from (Row(below, group, concern) for concern in group.of[severity])


def row_line(row: Row, width: int) -> Line:
    """A row in at most `width` cells."""
    body, severity = row.heading
    sign = "▸" if row.folded else "▾"
    if row.concern is not None:
        finding = row.concern.finding
        told = cut(clean_line(in_brief(row.concern)), max(0, width - 6))
        return [("    ", ""), (GLYPHS[finding.severity], INKS[finding.severity]), (f" {told}", "")]
    if severity is not None:
        count = severity_count(severity, row.group.count(severity))
        return [(f"  {sign} ", "dim"), (GLYPHS[severity], INKS[severity]), (f" {count}", "dim")]
    tally = _tally(row.group)
    room = max(0, width - cell_len(plain(tally)) - 3)
    return [(f"{sign} ", "dim"), (fit(clean_line(body_word(body)), room), "strong"), (" ", ""), *tally]


def _tally(group: BodyConcerns) -> Line:
    """How many there are of each severity, by glyph."""
    return [
        piece
        for severity in GRAVITY
        if group.count(severity)
        for piece in ((f"{GLYPHS[severity]} ", INKS[severity]), (f"{group.count(severity)} ", ""))
    ]
