"""A nomination's papers as lines of a given width: the form, the reports, the gates, the rubric."""

from collections.abc import Iterator

from imports.records import Block
from judge.domain.desk import GateFinding, Outcome, Page
from judge.locale import _
from judge.locale import language as spoken
from judge.locale.grounds import evidence_words, ground_words
from judge.tui.cells import cell_len, clean, clean_line, fit, wrap
from judge.tui.ink import Line
from judge.tui.revision_lines import revision_lines
from judge.tui.table_lines import table_lines
from judge.tui.words import outcome
from rubrics.scale import lowest_ticks, points_text

_INDENT = "  "


def form_lines(page: Page, width: int) -> list[Line]:
    """The form: short answers beside their labels, long ones as paragraphs below."""
    lines: list[Line] = []
    for field in page.fields:
        label, written = clean_line(field.label), clean(field.written).strip()
        if "\n" not in written and cell_len(label) + 2 + cell_len(written) <= width:
            lines.append([(label, "dim"), (f"{_INDENT}{written}", "")])
            continue
        lines += [*([[]] if lines and lines[-1] else []), *_paragraph(label, width, "strong")]
        lines += [*_paragraph(written, width), []]
    return lines or [[(_("The form is empty."), "dim")]]


def report_lines(page: Page, width: int) -> list[Line]:
    """Every attached document, one below the other."""
    lines: list[Line] = []
    for document in page.documents:
        if lines:
            lines += [[("─" * width, "dim")], []]
        lines += [*_paragraph(clean_line(document.title), width, "dim"), []]
        if not document.blocks:
            lines += [
                *_paragraph(_("This is a scan; it lies with the office and cannot be read here."), width),
                [],
            ]
        for block in document.blocks:
            lines += [*_block_lines(block, width), []]
    return lines or [[(_("No report is attached."), "dim")]]


def finding_lines(page: Page, width: int) -> list[Line]:
    """What a revision changed; then every gate with its outcome, its clause and the form's words for it."""
    lines = revision_lines(page, width)
    for finding in page.gates:
        lines += [*_gate_lines(page, finding, width), []]
    return lines if page.gates else [*lines, [(_("This award has no gates."), "dim")]]


def rubric_lines(page: Page, width: int) -> list[Line]:
    """Every criterion with its clauses and the full text of its levels, and where the rubric comes from."""
    rubric, tongue = page.rubric, spoken()
    lines = [*_paragraph(rubric.title.language(tongue), width, "strong")]
    lines += [*_paragraph(rubric.source.language(tongue), width, "dim"), []]
    for criterion in rubric.criteria:
        full = points_text(criterion.full_ticks, rubric.step)
        head = f"{criterion.title.language(tongue)} · {full} · {' '.join(criterion.clauses)}"
        lines += _paragraph(head, width, "strong")
        for level in sorted(criterion.levels, key=lambda each: -each.rank):
            floor = points_text(lowest_ticks(level, criterion), rubric.step)
            first, *rest = wrap(level.text.language(tongue), max(2, width - 12))
            lines.append([(f"{_INDENT}L{level.rank} ≥ {fit(floor, 4)} ", "dim"), (first, "")])
            lines.extend([(" " * 12 + more, "")] for more in rest)
        lines.append([])
    return lines


def open_findings(page: Page) -> int:
    """How many gates are not met or to verify."""
    return sum(finding.outcome is not Outcome.MET for finding in page.gates)


def _block_lines(block: Block, width: int) -> list[Line]:
    if block.rows:
        return table_lines(block.rows, width)
    return _paragraph(clean(block.text), width, "strong" if block.level else "")


def _gate_lines(page: Page, finding: GateFinding, width: int) -> Iterator[Line]:
    gate = next((g for g in page.rubric.gates if g.key == finding.gate), None)
    title = gate.title.language(spoken()) if gate else finding.gate
    clause = f" · {gate.clause}" if gate else ""
    glyph, word = outcome(finding.outcome)
    ink = "refused" if finding.outcome is Outcome.NOT_MET else "strong"
    first, *rest = wrap(f"{clean_line(title)}{clause}", max(2, width - cell_len(word) - 4))
    yield [(f"{glyph} {word}  ", ink), (first, "")]
    for line in rest:
        yield [(" " * (cell_len(word) + 4) + line, "")]
    for evidence in (*map(evidence_words, finding.evidence), *map(ground_words, finding.grounds)):
        for words in _paragraph(clean(evidence), max(2, width - len(_INDENT)), "dim"):
            yield [(_INDENT, ""), *words]


def _paragraph(text: str, width: int, ink: str = "") -> list[Line]:
    return [[(line, ink)] for line in wrap(text, width)]
