"""A nomination's papers and a sheet's history as plain lines, for the shell and whatever reads it aloud."""

from collections.abc import Iterator, Sequence

import click

from imports.records import Block
from judge.domain.desk import Page
from judge.domain.sheet_history import HistoryItem
from judge.locale import _
from judge.locale import language as spoken
from judge.locale.sentences import on_one_line
from judge.tui.history_lines import history_line, in_rubrics_order
from judge.tui.panel_lines import panel_rows, panel_words, score_words
from judge.tui.words import outcome
from rubrics.model import Rubric


def print_papers(page: Page) -> None:
    """The form, the reports, what was found of the conditions, the rubric; and the panel's marks at last."""
    for line in _lines(page):
        click.echo(on_one_line(line))


def print_history(items: Sequence[HistoryItem], rubric: Rubric) -> None:
    """Every deed on a sheet, the first first."""
    for item in in_rubrics_order(items, rubric):
        click.echo(on_one_line(history_line(item, rubric, named=True)))


def _lines(page: Page) -> Iterator[str]:
    yield "# " + " · ".join(part for part in (page.name, page.organisation, page.body) if part)
    for field in page.fields:
        first, *rest = field.written.split("\n")
        yield f"{field.label}{_(': ')}{first}"
        yield from (f"  {line}" for line in rest)
    for document in page.documents:
        yield f"# {document.title}"
        for block in document.blocks:
            yield from _block_lines(block)
    if page.gates:
        yield f"# {_('Conditions')}"
    for finding in page.gates:
        titles = (gate.title.language(spoken()) for gate in page.rubric.gates if gate.key == finding.gate)
        yield f"{outcome(finding.outcome)[1]}{_(': ')}{next(titles, finding.gate)}"
    yield f"# {_('Rubric')}"
    for criterion in page.rubric.criteria:
        yield f"{criterion.title.language(spoken())} ({criterion.key})"
        yield from (f"  L{level.rank}{_(': ')}{level.text.language(spoken())}" for level in criterion.levels)
    if page.panel:
        yield f"# {_('Panel')}"
        yield score_words(page.panel)
        yield from (" | ".join(row) for row in panel_rows(page.panel, page.rubric))
        yield from panel_words(page.panel)


def _block_lines(block: Block) -> Iterator[str]:
    if block.rows:
        yield from (" | ".join(row) for row in block.rows)
    else:
        yield f"{'#' * (block.level + 1)} {block.text}" if block.level else block.text
