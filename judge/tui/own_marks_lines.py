"""A reviewer's own use of the scale as lines: their usual range and a bar a level, criterion by criterion."""

from collections.abc import Iterator, Sequence

from judge.domain.own_marks import ScaleUse
from judge.locale import _, ngettext
from judge.locale import language as spoken
from judge.tui.cells import cell_len, clean_line, cut, wrap
from judge.tui.ink import Line
from judge.tui.meter import meter
from rubrics.model import Rubric
from rubrics.scale import points_text

_BAR = 8
_INDENT = "  "


def own_marks_lines(uses: Sequence[ScaleUse], rubric: Rubric, criterion: str, width: int) -> list[Line]:
    """Every criterion with its usual range, the one under the cursor set off, and a bar for each level."""
    return [
        line for use in uses for line in (*_lines(use, rubric, width, here=use.criterion == criterion), [])
    ]


def _lines(use: ScaleUse, rubric: Rubric, width: int, *, here: bool) -> Iterator[Line]:
    title = clean_line(rubric.criterion(use.criterion).title.language(spoken()))
    yield [("▸ " if here else _INDENT, "accent"), (cut(title, width - cell_len(_INDENT)), "strong")]
    for said in wrap(usual_words(use, rubric), width - cell_len(_INDENT)):
        yield [(f"{_INDENT}{said}", "dim")]
    bars = [
        f"L{rank} {meter(count / use.marked if use.marked else 0.0, _BAR)} {count:<3}"
        for rank, count in use.levels.items()
    ]
    row = _INDENT
    for bar in bars:
        if cell_len(row) + cell_len(bar) + 1 > width and row.strip():
            yield [(row, "")]
            row = _INDENT
        row += f"{bar} "
    yield [(row, "")]


def usual_words(use: ScaleUse, rubric: Rubric) -> str:
    """The usual range in words, and how many sheets have a mark in it."""
    if not use.marked:
        return _("no mark yet")
    low, high, full = (points_text(ticks, rubric.step) for ticks in (use.lowest, use.highest, use.full))
    if low == high:
        said = ngettext(
            "{low} of {full} on {within} of {marked} sheet",
            "{low} of {full} on {within} of {marked} sheets",
            use.marked,
        )
    else:
        said = ngettext(
            "{low} to {high} of {full} on {within} of {marked} sheet",
            "{low} to {high} of {full} on {within} of {marked} sheets",
            use.marked,
        )
    words = said.format(low=low, high=high, full=full, within=use.within, marked=use.marked)
    if use.not_applicable:
        words = _("{said}, not applicable on {count}").format(said=words, count=use.not_applicable)
    return words


def narrow_line(use: ScaleUse | None, rubric: Rubric) -> Line:
    """A quiet word where a reviewer's marks of a criterion hardly tell nominations apart; else nothing."""
    if use is None or not use.is_narrow:
        return []
    return [(_("Your marks here: {range}").format(range=usual_words(use, rubric)), "dim")]
