"""A nomination's papers as passages, and as lines of a given width: form, reports, gates, rubric."""

from collections.abc import Iterator

from imports.records import Block
from judge.domain.desk import GateFinding, Outcome, Page, ShownField
from judge.locale import _
from judge.locale import language as spoken
from judge.locale.grounds import evidence_words, ground_words
from judge.tui.cells import cell_len, clean, clean_line, fit
from judge.tui.ink import Line
from judge.tui.passages import BLANK, RULE, Passage, Row, as_lines, aside, hanging, paragraph, paragraphs
from judge.tui.revision_lines import revision_passages
from judge.tui.table_lines import table_passages
from judge.tui.words import outcome
from rubrics.model import Criterion
from rubrics.scale import lowest_ticks, points_text

_INDENT = "  "


def form_passages(page: Page) -> list[Passage]:
    """The form: short answers beside their labels, long ones as paragraphs below."""
    passages = [passage for field in page.fields for passage in _field_passages(field)]
    return passages or [aside(_("The form is empty."))]


def report_passages(page: Page) -> list[Passage]:
    """Every attached document, one below the other."""
    passages: list[Passage] = []
    for document in page.documents:
        if passages:
            passages += [RULE, BLANK]
        passages += [paragraph(clean_line(document.title), "dim"), BLANK]
        if not document.blocks:
            scan = _("This is a scan and cannot be read here; look among the original files.")
            passages += [aside(scan), BLANK]
        for block in document.blocks:
            passages += [*_block_passages(block), BLANK]
    return passages or [aside(_("No report is attached."))]


def finding_passages(page: Page) -> list[Passage]:
    """What a revision changed; then every gate with its outcome, its clause and the form's words for it."""
    passages = revision_passages(page)
    for finding in page.gates:
        passages += [*_gate_passages(page, finding), BLANK]
    return passages if page.gates else [*passages, aside(_("This award has no gates."))]


def rubric_passages(page: Page) -> list[Passage]:
    """Every criterion with its clauses and the full text of its levels, and where the rubric comes from."""
    rubric, tongue = page.rubric, spoken()
    passages = [paragraph(rubric.title.language(tongue), "strong")]
    passages += [paragraph(rubric.source.language(tongue), "dim"), BLANK]
    for criterion in rubric.criteria:
        passages += [*_criterion_passages(page, criterion), BLANK]
    return passages


def form_lines(page: Page, width: int) -> list[Line]:
    """The form as lines."""
    return as_lines(form_passages(page), width)


def report_lines(page: Page, width: int) -> list[Line]:
    """The reports as lines."""
    return as_lines(report_passages(page), width)


def finding_lines(page: Page, width: int) -> list[Line]:
    """The findings as lines."""
    return as_lines(finding_passages(page), width)


def rubric_lines(page: Page, width: int) -> list[Line]:
    """The rubric as lines."""
    return as_lines(rubric_passages(page), width)


def open_findings(page: Page) -> int:
    """How many gates are not met or to verify."""
    return sum(finding.outcome is not Outcome.MET for finding in page.gates)


def _field_passages(field: ShownField) -> Iterator[Passage]:
    label, written = clean_line(field.label), clean(field.written).strip()
    if "\n" not in written:
        yield Passage((label, written), lambda width: _field_rows(label, written, width), field.key)
        return
    yield BLANK
    yield Passage((label,), paragraph(label, "strong").lay, field.key)
    yield from paragraphs(written, field=field.key)
    yield BLANK


def _field_rows(label: str, written: str, width: int) -> list[Row]:
    if cell_len(label) + len(_INDENT) + cell_len(written) <= width:
        return [[(label, "dim", 0), (_INDENT, "", -1), (written, "", 1)]]
    below: list[Row] = [[(text, ink, 1) for text, ink, _of in row] for row in paragraph(written).lay(width)]
    return [[], *paragraph(label, "strong").lay(width), *below, []]


def _block_passages(block: Block) -> list[Passage]:
    if block.rows:
        return table_passages(block.rows)
    return list(paragraphs(clean(block.text), "strong" if block.level else ""))


def _criterion_passages(page: Page, criterion: Criterion) -> Iterator[Passage]:
    tongue, step = spoken(), page.rubric.step
    full = points_text(criterion.full_ticks, step)
    yield paragraph(f"{criterion.title.language(tongue)} · {full} · {' '.join(criterion.clauses)}", "strong")
    for level in sorted(criterion.levels, key=lambda each: -each.rank):
        floor = points_text(lowest_ticks(level, criterion), step)
        yield hanging(f"{_INDENT}L{level.rank} ≥ {fit(floor, 4)} ", level.text.language(tongue))


def _gate_passages(page: Page, finding: GateFinding) -> Iterator[Passage]:
    gate = next((g for g in page.rubric.gates if g.key == finding.gate), None)
    title = gate.title.language(spoken()) if gate else finding.gate
    clause = f" · {gate.clause}" if gate else ""
    glyph, word = outcome(finding.outcome)
    ink = "refused" if finding.outcome is Outcome.NOT_MET else "strong"
    yield hanging(f"{glyph} {word}  ", f"{clean_line(title)}{clause}", ink)
    for evidence in (*map(evidence_words, finding.evidence), *map(ground_words, finding.grounds)):
        for line in clean(evidence).split("\n"):
            yield paragraph(line, "dim", _INDENT)
