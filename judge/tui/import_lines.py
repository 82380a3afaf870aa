"""What the import screen tells on whole pages: a finding with its source, the consent, what was done."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from imports.findings import Severity
from imports.records import NominationRecord
from imports.source_rows import SourceRow
from judge.locale import _
from judge.locale import language as spoken
from judge.locale.papers import RECORDS, RESTATED
from judge.services.papers.concerns import Concern
from judge.services.papers.consenting import Changed, Consent
from judge.tui.cells import cell_len, clean, clean_line, cut, fit, wrap
from judge.tui.import_words import (
    GLYPHS,
    INKS,
    body_word,
    severity_count,
    severity_word,
    told,
    where,
    with_keys,
)
from judge.tui.ink import Line

_LONGEST_CELL = 400
_NAMED = 200
"""Refused files and revisions named on the page of consent; the list of findings has them all."""


def finding_lines(concern: Concern, rows: Sequence[SourceRow] | None, width: int) -> list[Line]:
    """The finding's sentence, its place, and the rows of the paper around it; None while they are read."""
    finding, place = concern.finding, concern.finding.place
    lines: list[Line] = [
        [(f"{GLYPHS[finding.severity]} {severity_word(finding.severity)}", INKS[finding.severity])]
    ]
    lines += _wrapped(clean(told(finding)), width)
    lines += [[], *_wrapped(clean(where(place).words()), width, "dim")]
    lines += [*_under(_("body: "), clean_line(body_word(concern.body)), width), []]
    if rows is None:
        return [*lines, [(_("Reading the paper …"), "dim")]]
    if not rows:
        return [
            *lines,
            [(with_keys(_("The place cannot be shown here; {open-file} opens the file.")), "dim")],
        ]
    return [*lines, *_source_lines(rows, width)]


def _source_lines(rows: Sequence[SourceRow], width: int) -> Iterator[Line]:
    """The row that is meant cell by cell under its headings; the rows around it on one line each."""
    for row in rows:
        number = "" if row.number is None else str(row.number)
        if not row.meant:
            text = " │ ".join(clean_line(cell) for _heading, cell in row.cells if cell.strip())
            yield [(cut(f"  {number:>5} {text}", width), "dim")]
            continue
        yield [(fit(f"▸ {number:>5} ", width), "accent")]
        yield from _cells(row, width)


def _cells(row: SourceRow, width: int) -> Iterator[Line]:
    headings = [clean_line(heading) for heading, _text in row.cells]
    room = min(max(map(cell_len, headings), default=0), max(4, width // 3))
    for index, (heading, (_heading, cell)) in enumerate(zip(headings, row.cells, strict=True)):
        is_marked = index == row.marked
        said = clean_line(cell[:_LONGEST_CELL]) or "–"
        first = f"{'▶' if is_marked else ' '} {fit(heading, room)}{'  ' if room else ''}"
        for n, part in enumerate(wrap(said, max(4, width - cell_len(first)))):
            before = first if n == 0 else " " * cell_len(first)
            yield [(before, "accent" if is_marked else "dim"), (part, "cursor" if is_marked else "")]


def consent_lines(asked: Consent, width: int) -> list[Line]:
    """What would be filed by kind, what changes, and what stays out."""
    lines: list[Line] = []
    if asked.brings:
        lines.append([(_("To be filed · papers: {count}").format(count=asked.files), "strong")])
        for award, count in asked.nominations:
            lines.append(
                _counted(count, _("nominations, {award}").format(award=award.title.language(spoken())))
            )
        lines += [
            _counted(asked.records[kind], _(word))
            for kind, word in RECORDS
            if asked.records.get(kind) and kind is not NominationRecord
        ]
        if asked.revisions:
            lines.append(_counted(len(asked.revisions), _("revisions of nominations that are filed already")))
        if asked.restated:
            lines.append(_counted(len(asked.restated), _("reviewers with other particulars than before")))
    else:
        lines.append([(_("Nothing in these papers is new."), "strong")])
    if asked.known:
        lines += [[], _counted(asked.known, _("papers without anything new"))]
    for changed in asked.revisions[:_NAMED]:
        lines += [[], *_changed_lines(changed, width)]
    lines += _more(len(asked.revisions))
    for changed in asked.restated[:_NAMED]:
        lines += [[], *_changed_lines(changed, width)]
    lines += _more(len(asked.restated))
    if asked.refused:
        lines += [
            [],
            [(_("✗ Refused, and not filed · papers: {count}").format(count=len(asked.refused)), "refused")],
        ]
        for refused in asked.refused[:_NAMED]:
            faults = severity_count(Severity.BLOCKING, refused.faults)
            lines += _under("  ", f"{clean_line(str(refused.paper.path))} · {faults}", width)
        lines += _more(len(asked.refused))
    return [*lines, [], *_way_on(asked, width)]


def _way_on(asked: Consent, width: int) -> Iterator[Line]:
    if not asked.brings:
        said = _("There is nothing to file. {go-back} goes back to the findings.")
    elif asked.refused:
        said = _(
            "{file-good} files the good ones and leaves out the refused; {go-back} goes back, to mend"
            " them first."
        )
    else:
        said = _("{file-all} files everything, all of it or nothing. Until then nothing is written.")
    for part in wrap(with_keys(said), width):
        yield [(part, "accent")]


def _changed_lines(changed: Changed, width: int) -> Iterator[Line]:
    yield from _wrapped(f"↻ {clean_line(changed.name)} · {changed.key}", width, "strong")
    for finding in changed.changes:
        label = clean_line(finding.place.label or "")
        yield from _under("    ", f"{label}{_(': ')}{clean_line(told(finding))}", width)


def done_lines(filed: Consent, edition: Path | str, width: int) -> list[Line]:
    """What was filed, what stayed out, and what to do next."""
    lines: list[Line] = [[(_("✓ Filed · papers: {count}").format(count=filed.files), "strong")]]
    lines += [_counted(count, _(word)) for kind, word in RECORDS if (count := filed.records.get(kind, 0))]
    if filed.revisions:
        lines.append(_counted(len(filed.revisions), _("revisions")))
    if filed.restated:
        lines.append(_counted(len(filed.restated), _(RESTATED)))
    if filed.refused:
        lines += [[], [(_("✗ Left out · papers: {count}").format(count=len(filed.refused)), "refused")]]
        for refused in filed.refused[:_NAMED]:
            lines += _under("  ", clean_line(str(refused.paper.path)), width)
        lines += _more(len(filed.refused))
    lines.append([])
    after = _(
        "Next: judge check {edition} shows what is missing, body by body. {more-papers} selects more papers."
    )
    lines += _wrapped(with_keys(after, edition=clean_line(str(edition))), width, "accent")
    return lines


def _more(count: int) -> list[Line]:
    return [[("  " + _("… and {count} more").format(count=count - _NAMED), "dim")]] if count > _NAMED else []


def _counted(count: int, words: str) -> Line:
    return [(f"{count:>7} ", "strong"), (words, "")]


def _under(before: str, text: str, width: int) -> Iterator[Line]:
    """Text behind a few words, wrapped under itself."""
    indent = cell_len(before)
    for n, part in enumerate(wrap(text, max(4, width - indent))):
        yield [(before if n == 0 else " " * indent, "dim"), (part, "")]


def _wrapped(text: str, width: int, ink: str = "") -> Iterator[Line]:
    return ([(part, ink)] for part in wrap(text, width))
