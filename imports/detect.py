"""What a file is: by its content first, by its name only where the content leaves it open."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from pathlib import Path

from imports.aliases import ALIAS_COLUMNS, names_aliases
from imports.forms.definition import FormSort
from imports.grid import Grid
from imports.guards import FileRefused, archive_of
from imports.heads import Column, find_head
from imports.history import HISTORY_COLUMNS, is_of_earlier_years
from imports.nomination_columns import BODY, nomination_columns
from imports.quotas import quota_columns
from imports.records import Kind
from imports.register import Register
from imports.reviewers import REVIEWER_COLUMNS
from imports.scores import SCORE_COLUMNS, find_score_head
from imports.tables import compound
from imports.tables.workbook import is_workbook

TABLE_KINDS = (Kind.SCORES, Kind.QUOTAS, Kind.HISTORY, Kind.NOMINATIONS, Kind.REVIEWERS, Kind.ALIASES)
"""Those that a table can be, the most telling heads first."""

_WORD_PART = "word/document.xml"
_TABLE_SUFFIXES = {".csv", ".tsv", ".txt", ".xls", ".xlsx", ".xlsm", ".ods"}
_FEWEST_COLUMNS = 2
_REPORT_NAME = re.compile(r"报告|总结|材料|report|summary", re.IGNORECASE)
_KIND_NAMES = {
    Kind.QUOTAS: re.compile(r"名额|quota", re.IGNORECASE),
    Kind.SCORES: re.compile(r"评分|打分|得分|score|mark", re.IGNORECASE),
    Kind.HISTORY: re.compile(r"历年|往年|获奖|表彰|history", re.IGNORECASE),
    Kind.ALIASES: re.compile(r"别名|曾用名|简称|更名|alias", re.IGNORECASE),
    Kind.REVIEWERS: re.compile(r"评委|专家|reviewer", re.IGNORECASE),
    Kind.NOMINATIONS: re.compile(r"申报|推荐|nomination", re.IGNORECASE),
}
_FIXED_COLUMNS = {
    Kind.REVIEWERS: REVIEWER_COLUMNS,
    Kind.SCORES: SCORE_COLUMNS,
    Kind.HISTORY: HISTORY_COLUMNS,
    Kind.ALIASES: ALIAS_COLUMNS,
}


class Container(Enum):
    """What holds a file's content."""

    WORD = auto()
    TABLE = auto()


def container_of(content: bytes, path: Path) -> Container:
    """A Word file or a table, by the first bytes and the parts inside; the suffix decides for text alone.

    Raises:
        FileRefused: as `archive_of`; `file-old-format` for .doc; `kind-unknown` for anything else.
    """
    if content.startswith(compound.MAGIC):
        if any(compound.has_stream(content, name) for name in ("WordDocument", "EncryptedPackage")):
            archive_of(content)
        return Container.TABLE
    if content.startswith(b"PK"):
        with archive_of(content) as archive:
            if _WORD_PART in archive.namelist():
                return Container.WORD
            if is_workbook(archive):
                return Container.TABLE
    elif path.suffix.casefold() in _TABLE_SUFFIXES:
        return Container.TABLE
    raise FileRefused("kind-unknown")


def word_kind(path: Path, grids: Sequence[Grid], register: Register, nomination: str | None) -> Kind:
    """What a Word file without a form is: a table that Judge knows, or a report, which its name can tell.

    Raises:
        FileRefused: `word-not-a-form` (forms: the titles of those known).
    """
    whole = _whole_kinds(grids, register)
    if whole:
        return whole[0]
    if nomination is not None or _REPORT_NAME.search(path.stem):
        return Kind.REPORT
    raise FileRefused("word-not-a-form", forms=tuple(_titles(register)))


def _titles(register: Register) -> Iterator[str]:
    """The titles of the forms that the edition takes, those of its awards first."""
    for award in register.programme.awards:
        form = register.forms.form(award.form)
        if form is not None:
            yield form.titles[0]
    own = (form for form in register.forms.definitions if form.sort is not FormSort.NOMINATION)
    yield from (form.titles[0] for form in own)


def table_kind(path: Path, grids: Sequence[Grid], register: Register) -> Kind:
    """What the tables hold: the kind whose columns are all there, else the one that most nearly is.

    Raises:
        FileRefused: `kind-unknown` where no table has even half the columns of any kind.
    """
    named = [kind for kind in TABLE_KINDS if _KIND_NAMES[kind].search(path.stem)]
    whole = _whole_kinds(grids, register)
    meant = [
        kind
        for kind in TABLE_KINDS
        if any(is_meant(grid, kind, register) and _may_be(kind, grid, register) for grid in grids)
    ]
    # Whoever is recommended is a candidate: a table that lost its award column must not make reviewers.
    recommends = any(_names_a_body(grid, register) for grid in grids)
    for kinds in (whole, meant):
        if recommends and Kind.REVIEWERS in kinds:
            kinds.remove(Kind.REVIEWERS)
        if kinds:
            return next((kind for kind in kinds if kind in named), kinds[0])
    raise FileRefused("kind-unknown")


def _names_a_body(grid: Grid, register: Register) -> bool:
    head = find_head(grid, nomination_columns(register.forms))
    return head is not None and BODY in head.at


def is_meant(grid: Grid, kind: Kind, register: Register) -> bool:
    """True where a table has at least half of the columns that its kind needs."""
    needed, there, known = _columns_there(grid, kind, register)
    return there * 2 >= needed and known >= min(_FEWEST_COLUMNS, needed + 1)


def columns_of(kind: Kind, register: Register) -> Sequence[Column]:
    """The columns of a table of this kind; none for what is no table."""
    match kind:
        case Kind.QUOTAS:
            return quota_columns(register.programme)
        case Kind.NOMINATIONS:
            return nomination_columns(register.forms)
        case _:
            return _FIXED_COLUMNS.get(kind, ())


def _whole_kinds(grids: Sequence[Grid], register: Register) -> list[Kind]:
    """The kinds of which some table has every column needed."""
    whole = []
    for kind in TABLE_KINDS:
        for grid in grids:
            needed, there, known = _columns_there(grid, kind, register)
            if there == needed and known >= _FEWEST_COLUMNS and _may_be(kind, grid, register):
                whole.append(kind)
                break
    return whole


def _columns_there(grid: Grid, kind: Kind, register: Register) -> tuple[int, int, int]:
    """How many columns a kind needs, how many of them the table has, and how many it has of all known."""
    columns = columns_of(kind, register)
    needed = {column.key for column in columns if column.required}
    if kind is Kind.SCORES:
        head = find_score_head(grid)
    else:
        head = find_head(grid, columns, two_rows=kind is Kind.QUOTAS)
    there = set() if head is None else set(head.at)
    return len(needed), len(needed & there), len(there)


def _may_be(kind: Kind, grid: Grid, register: Register) -> bool:
    """What a table must say beside having its kind's columns, where those of two kinds are alike."""
    if kind not in {Kind.HISTORY, Kind.ALIASES}:
        return True
    head = find_head(grid, columns_of(kind, register))
    if head is None:
        return False
    return is_of_earlier_years(grid, head, register) if kind is Kind.HISTORY else names_aliases(head)
