"""What is filed beside a form, told by its titles; and the one figure that is kept of a self-rating."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from imports.forms.definition import Attachment
from imports.matching import label_key, name_key
from imports.records import Block
from imports.register import Register
from imports.remarks import Remarks
from imports.values import figures
from imports.values.written import Unclear

_UNITS = ("分",)
_NUMBER_BEHIND = r"\s*[（(]?[^\d（()）:：]{0,4}[)）]?\s*[:：]?\s*([0-9０-９]{1,4}(?:[.．][0-9０-９]{1,2})?)"


class Told(NamedTuple):
    """An attachment and the form beside which it is filed."""

    form: str
    attachment: Attachment


def told_by(lines: Iterable[str], register: Register) -> tuple[Told, ...]:
    """The attachments of the programme's forms whose titles stand in `lines`, the longest of each form."""
    said = "\n".join(map(name_key, lines))
    told: dict[str, tuple[int, Attachment]] = {}
    for award in register.programme.awards:
        form = register.forms.form(award.form)
        for attachment in () if form is None else form.attachments:
            length = max((len(title) for title in attachment.titles if name_key(title) in said), default=0)
            if length > told.get(award.form, (0, attachment))[0]:
                told[award.form] = length, attachment
    return tuple(Told(form, attachment) for form, (_, attachment) in told.items())


def total_of(labels: Sequence[str], blocks: Sequence[Block], remarks: Remarks) -> Decimal | None:
    """The one figure behind one of `labels`, in a table or in a line.

    Where a total's row has several figures, the one in a column headed by a label is the total; the others
    are what could have been reached. None with a warning "total-missing" or "total-unclear" (figures).
    """
    found = list(dict.fromkeys(figure for block in blocks for figure in _totals(frozenset(labels), block)))
    if len(found) == 1:
        return found[0]
    if found:
        remarks.warn("total-unclear", figures=tuple(map(str, found)))
    else:
        remarks.warn("total-missing", labels=tuple(labels))
    return None


def _totals(labels: frozenset[str], block: Block) -> Iterator[Decimal]:
    keys = {label_key(label) for label in labels}
    headed: set[int] = set()
    for row in block.rows:
        at = {column for column, cell in enumerate(row) if label_key(cell) in keys}
        written = [] if not at else [(column, figure) for column, figure in _figures(row) if column > min(at)]
        if written:
            own = [figure for column, figure in written if column in headed]
            yield from own if len(own) == 1 else [figure for _, figure in written]
        else:
            headed |= at
            for cell in row:
                yield from _in_line(labels, cell)
    yield from _in_line(labels, block.text)


def _figures(row: Sequence[str]) -> Iterator[tuple[int, Decimal]]:
    for column, cell in enumerate(row):
        try:
            figure = figures.number(cell, _UNITS)
        except Unclear:
            continue
        if figure is not None:
            yield column, figure


def _in_line(labels: frozenset[str], text: str) -> Iterator[Decimal]:
    for found in _behind(labels).finditer(text):
        yield Decimal(found[1].replace("．", "."))


@lru_cache
def _behind(labels: frozenset[str]) -> re.Pattern[str]:
    spelled = sorted((r"\s*".join(map(re.escape, label)) for label in labels), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(spelled) or '(?!)'}){_NUMBER_BEHIND}")
