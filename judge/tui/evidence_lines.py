"""The form's fields that bear on a criterion, as lines of the sheet."""

from collections.abc import Sequence

from judge.domain.desk import Page, ShownField
from judge.locale import _
from judge.tui.cells import cell_len, clean_line, cut, wrap
from judge.tui.draft import SheetDraft
from judge.tui.ink import Line
from judge.tui.marking import Marking
from judge.tui.table_lines import column_widths
from rubrics.model import Criterion

_LEAST = 20  # cells, below which the beginning of a field would say nothing


def evidence_fields(page: Page, criterion: Criterion) -> list[ShownField]:
    """The form's fields that bear on a criterion, in the rubric's order."""
    fields = {field.key: field for field in page.fields}
    return [fields[key] for key in criterion.evidence if key in fields]


def evidence_lines(marking: Marking, page: Page, width: int, room: int) -> list[Line]:
    """The form's fields that bear on the criterion under the cursor, in at most `room` lines.

    Each begins a line of its own where there is room for that; else they follow each other. What is too
    long is cut so that the short ones are whole.
    """
    found = evidence_fields(page, marking.criterion)
    if not found or room < 1:
        return []
    head = _("Evidence  {fields}").format(fields="")
    inner = max(2, width - cell_len(head))
    colon = _(": ")
    told = [
        f"{clean_line(f.label)}{colon}{clean_line(f.written[: inner * (room + 2)]) or '–'}" for f in found
    ]
    texts = _own_lines(told, inner, room) if room >= len(told) else _running(told, inner, room)
    leads = [head, *[" " * cell_len(head)] * (len(texts) - 1)]
    return [[(lead, "dim"), (text, "dim")] for lead, text in zip(leads, texts, strict=True)]


def _own_lines(told: Sequence[str], width: int, room: int) -> list[str]:
    wrapped = [wrap(text, width) for text in told]
    heights = column_widths([len(lines) for lines in wrapped], room)
    return [
        line for lines, height in zip(wrapped, heights, strict=True) for line in _cut(lines, height, width)
    ]


def _running(told: Sequence[str], width: int, room: int) -> list[str]:
    between = " · "
    shares = _shares([cell_len(text) for text in told], width * room - len(between) * (len(told) - 1))
    return _cut(wrap(between.join(map(cut, told, shares)), width), room, width)


def _shares(wanted: Sequence[int], room: int) -> list[int]:
    """Cells for each of several texts: the short ones whole, as long as the others keep their beginnings."""
    shares = [0] * len(wanted)
    others = len(wanted)
    for text in sorted(range(len(wanted)), key=lambda t: wanted[t]):
        others -= 1
        shares[text] = min(wanted[text], max(room - _LEAST * others, room // (others + 1)))
        room -= shares[text]
    return shares


def _cut(lines: list[str], room: int, width: int) -> list[str]:
    return lines if len(lines) <= room else [*lines[: room - 1], cut(f"{lines[room - 1]}…", width)]


def evidence_height(draft: SheetDraft, page: Page, width: int, most: int) -> int:
    """The most lines that any criterion's evidence takes, and at most `most`."""
    heights = [1]
    for row in range(len(draft.rubric.criteria)):
        marking = Marking(draft)
        marking.go(row)
        heights.append(len(evidence_lines(marking, page, width, most)))
    return max(heights)
