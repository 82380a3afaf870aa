"""What the words above a table, and the name of its sheet, tell of all its rows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from imports.grid import Grid
from imports.matching import label_key, name_key
from rubrics.model import Award, Programme

_SPELLINGS = (
    (re.compile(r"qc(?:活动)?小组"), "质量管理小组"),
    (re.compile("(?<!质量)信得过班组"), "质量信得过班组"),
)
_PRAISE = re.compile("^(?:自治区|全国)?(?:优秀)?")
_TELLING = 2
"""Letters at the end of an award's title that tell what sort of candidate it takes: 小组, 企业."""
_LABELLED = re.compile(r"\s*(?P<label>[^:：]{2,20})[:：](?P<said>.*)", re.DOTALL)
_NEXT = re.compile(r"\s{2,}|\s+\S{1,10}[:：]|_{2,}")
_NUMBERED = re.compile(r"^\s*附[件表]\s*\w{0,3}\s*[:：]")
_FILED_BY = ("填报单位", "上报单位", "报送单位", "推荐部门")


@dataclass(frozen=True, slots=True)
class TitledBody:
    """A recommending body named above a table, and in which row (from 0) under what label."""

    name: str
    row: int
    label: str


def titled_award(grid: Grid, first: int, programme: Programme) -> Award | None:
    """The one award that the sheet's name or a line above row `first` names; None for none and for several.

    Words that may be of another award (企业 beside 质量管理小组) make it doubtful, and so none.
    """
    named: set[str | None] = set()
    for text in (grid.name, *(_NUMBERED.sub("", cell) for cell in _cells_above(grid, first))):
        if not _LABELLED.match(text):
            named |= _awards_in(_spelled(text), programme)
    awards = {award.key: award for award in programme.awards}
    return awards.get(named.pop() or "") if len(named) == 1 else None


def titled_body(grid: Grid, first: int, labels: Iterable[str]) -> TitledBody | None:
    """The one recommending body that a line above row `first` names behind one of `labels`; else None."""
    keys = {label_key(label) for label in (*labels, *_FILED_BY)}
    found = {name_key(body.name): body for body in _bodies(grid.rows[:first], keys)}
    return next(iter(found.values())) if len(found) == 1 else None


def _bodies(rows: Sequence[Sequence[str | None]], keys: set[str]) -> Iterator[TitledBody]:
    for at, row in enumerate(rows):
        cells = [cell for cell in row if cell and not cell.isspace()]
        for cell, following in zip_longest(cells, cells[1:], fillvalue=""):
            labelled = _LABELLED.match(cell)
            label = labelled["label"] if labelled else cell
            if label_key(label) not in keys:
                continue
            name = _NEXT.split(labelled["said"].strip())[0].strip() if labelled else ""
            if not name and not _LABELLED.match(following):
                name = following.strip()
            if name:
                yield TitledBody(name, at, label.strip())


def _awards_in(text: str, programme: Programme) -> set[str | None]:
    """The keys of the awards named, the longest title first; None for one that cannot be told."""
    named: set[str | None] = set()
    for name, key in _names(programme):
        if name in text:
            named.add(key)
            text = text.replace(name, " ")
    sorts = {_spelled(award.title.zh)[-_TELLING:] for award in programme.awards}
    if any(sort in text for sort in sorts):
        named.add(None)
    return named


def _names(programme: Programme) -> list[tuple[str, str]]:
    names = {}
    for award in programme.awards:
        for title in (award.title.zh, award.title.en):
            whole = _spelled(title)
            names.update({name: award.key for name in (whole, _PRAISE.sub("", whole)) if name})
    return sorted(names.items(), key=lambda item: -len(item[0]))


def _spelled(text: str) -> str:
    key = label_key(text)
    for pattern, written in _SPELLINGS:
        key = pattern.sub(written, key)
    return key


def _cells_above(grid: Grid, first: int) -> Iterator[str]:
    return (cell for row in grid.rows[:first] for cell in row if cell)
