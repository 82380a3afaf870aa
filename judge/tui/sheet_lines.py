"""A sheet's lines: a line per criterion, the levels of the one under the cursor, its evidence, the total."""

from dataclasses import dataclass

from judge.domain.sheet import Mark
from judge.locale import _
from judge.locale import language as spoken
from judge.tui.cells import cell_len, clean_line, cut, cut_start, fit, fit_right, wrap
from judge.tui.draft import Saving, SheetDraft
from judge.tui.ink import Line
from judge.tui.marking import Marking
from judge.tui.meter import meter
from judge.tui.words import points, refusal_in_brief, saving
from rubrics.model import Criterion
from rubrics.scale import level_of, lowest_ticks, points_text

_LONGEST_LEVEL = 2
_LEAST_NOTE = 20  # cells, below which a note would say nothing


@dataclass(frozen=True, slots=True)
class Columns:
    """How many cells each column of the score grid has; what is left over goes to clause and note."""

    title: int
    full: int
    mark: int
    meter: int
    saving: int
    clauses: int

    @property
    def mark_at(self) -> int:
        """Where the mark's cell begins."""
        return 2 + self.title + 1 + self.full + 1


def columns(draft: SheetDraft, width: int) -> Columns:
    """Columns for a rubric at a width; a narrow one drops the word of the save state."""
    wide = width >= 100
    criteria = draft.rubric.criteria
    full = [points_text(c.full_ticks, draft.rubric.step, aligned=True) for c in criteria]
    titles = max(cell_len(c.title.language(spoken())) for c in criteria)
    words = max(cell_len(saving(state)[1]) for state in Saving)
    return Columns(
        title=min(titles, width // 3),
        full=max(len(f) for f in full),
        mark=max(*(len(f) for f in full), cell_len(_("n/a"))) + 4,
        meter=16 if wide else 10,
        saving=2 + words if wide else 1,
        clauses=min(max(cell_len(_clauses(c)) for c in criteria), 24 if wide else 17),
    )


def _clauses(criterion: Criterion) -> str:
    return clean_line(" ".join(criterion.clauses))


def criterion_line(marking: Marking, row: int, cols: Columns, width: int, *, focused: bool) -> Line:
    """One criterion: title, full points, mark, level, meter, save state, clauses, note or refusal."""
    draft = marking.draft
    criterion = draft.rubric.criteria[row]
    here = row == marking.row
    mark = draft.mark(criterion.key)
    level, filled = "  ", 0.0
    if mark is not None and mark.ticks is not None:
        reached = level_of(mark.ticks, criterion)
        level, filled = f"L{reached.rank}" if reached else "  ", mark.ticks / criterion.full_ticks
    # What is being typed is not saved, whatever the mark before it was.
    typing = here and marking.typed is not None
    glyph, word = saving(Saving.NOTHING if typing else draft.saving(criterion.key))
    shown = f"{glyph} {word}" if cols.saving > 1 else glyph
    ink = "refused" if draft.kept(criterion.key) else ""
    title = criterion.title.language(spoken())
    full = points_text(criterion.full_ticks, draft.rubric.step)
    return [
        ("▸ " if here else "  ", "accent"),
        (f"{fit(clean_line(title), cols.title)} ", "strong" if here else ""),
        (f"{fit_right(full, cols.full)} ", "dim"),
        *_mark_cell(marking, criterion, cols.mark, focused=focused and here),
        (f" {level} ", ""),
        (f"{meter(filled, cols.meter)} ", ""),
        (f"{fit(shown, cols.saving)} ", ink or "dim"),
        *_remark(draft, criterion, cols, width),
    ]


def _mark_cell(marking: Marking, criterion: Criterion, width: int, *, focused: bool) -> Line:
    """The mark, in brackets under the cursor; while typing, the caret stands behind the text."""
    text = marking.cell_text(criterion)
    mark = marking.draft.mark(criterion.key)
    typing = marking.typed is not None and criterion is marking.criterion
    if not text and not typing:
        text = _("n/a") if mark == Mark(None) else "–"
    inner = width - 4
    shown = fit_right(cut_start(text, inner), inner)
    if typing:
        ink = "cursor" if focused else ""
        return [(f"[ {shown}", ink), (" ", "caret" if focused else ""), ("]", ink)]
    if focused:
        return [(f"[ {shown} ]", "cursor")]
    return [(f"  {shown}  ", "" if mark else "dim")]


def _remark(draft: SheetDraft, criterion: Criterion, cols: Columns, width: int) -> Line:
    """What was refused at the criterion, in its own words; else its clauses and its note.

    Where both have too little room, the note goes first: the clauses stand in the rubric, too.
    """
    room = width - (cols.mark_at + cols.mark + 4 + cols.meter + 1 + cols.saving + 1)
    kept = draft.kept(criterion.key)
    if kept:
        return [(cut(refusal_in_brief(draft, criterion, kept), max(0, room)), "refused")]
    said = clean_line(draft.note(criterion.key))
    left = room - cols.clauses - 1
    if said and left < min(cell_len(said), _LEAST_NOTE):
        return [(cut(said, max(0, room)), "")]
    clauses = fit(_clauses(criterion), max(0, min(cols.clauses, room)))
    return [(f"{clauses} ", "dim"), (cut(said, max(0, left)), "")]


def level_lines(marking: Marking, width: int, room: int) -> list[Line]:
    """The level texts of the criterion under the cursor with their floors in points, in `room` lines."""
    criterion, draft = marking.criterion, marking.draft
    mark = draft.mark(criterion.key)
    reached = level_of(mark.ticks, criterion) if mark is not None and mark.ticks is not None else None
    blocks: list[list[Line]] = []
    for level in sorted(criterion.levels, key=lambda each: -each.rank):
        floor = points_text(lowest_ticks(level, criterion), draft.rubric.step)
        head = f"{'▸' if level == reached else ' '} L{level.rank} ≥ {fit(floor, 4)} "
        text = wrap(clean_line(level.text.language(spoken())), max(2, width - cell_len(head)))
        rows = [(head + text[0]), *(" " * cell_len(head) + more for more in text[1:_LONGEST_LEVEL])]
        if len(text) > _LONGEST_LEVEL:
            rows[-1] = cut(rows[-1] + "…", width)
        blocks.append([[(each, "" if level == reached else "dim")] for each in rows])
    if sum(len(block) for block in blocks) > room:
        blocks = [[_cut_line(block, width)] for block in blocks]
    return [line for block in blocks for line in block][:room]


def _cut_line(block: list[Line], width: int) -> Line:
    ((text, ink),) = block[0]
    return [(cut(f"{text}…", width) if len(block) > 1 else text, ink)]


def levels_height(draft: SheetDraft, width: int) -> int:
    """The most lines that any criterion's level texts take, so that the sheet keeps its height."""
    heights = []
    for row in range(len(draft.rubric.criteria)):
        marking = Marking(draft)
        marking.go(row)
        heights.append(len(level_lines(marking, width, room=99)))
    return max(heights)


def total_line(draft: SheetDraft, width: int) -> Line:
    """The running total, how many criteria are marked, and the sheet's own note."""
    count = len(draft.rubric.criteria)
    so_far = "–" if draft.total is None else points(draft.total)
    total = _("Total {points} of {full}").format(points=so_far, full=points(draft.full))
    marked = _("{marked} of {count} marked").format(marked=draft.marked, count=count)
    line: Line = [(total, "strong"), (f" · {marked}", "")]
    note = clean_line(draft.note("")[:500])
    if note:
        used = sum(cell_len(text) for text, _ink in line)
        line.append((cut("   " + _("note: {text}").format(text=note), max(0, width - used)), "dim"))
    return line
