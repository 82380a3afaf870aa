"""What a file is: by its content first, by its name only where the content leaves it open."""

import re
from collections.abc import Collection, Iterator, Sequence
from enum import Enum, auto
from pathlib import Path

from imports.aliases import ALIAS_COLUMNS, names_aliases
from imports.findings import Term
from imports.forms.definition import FormSort
from imports.grid import Grid
from imports.guards import FileRefused
from imports.heads import Column, find_head
from imports.history import HISTORY_COLUMNS, is_of_earlier_years
from imports.nomination_columns import NAME, ORGANISATION, columns_known
from imports.panel_tables.tables import is_score_table, score_head
from imports.panel_tables.words import SCORE_COLUMNS
from imports.quotas import quota_columns
from imports.records import Kind
from imports.register import Register
from imports.reviewers import REVIEWER_COLUMNS
from imports.scans import is_scan
from imports.summaries import recommends, survey
from imports.tables import compound
from imports.tables.workbook import is_workbook
from imports.word.old import is_old_word, is_web_page
from imports.word.package import is_word

TABLE_KINDS = (Kind.SCORES, Kind.QUOTAS, Kind.HISTORY, Kind.NOMINATIONS, Kind.REVIEWERS, Kind.ALIASES)
"""Those that a table can be, the most telling heads first."""

TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".txt"})
_TABLE_SUFFIXES = TEXT_SUFFIXES | {".xls", ".xlsx", ".xlsm", ".ods"}
_FEWEST_COLUMNS = 2
_REPORT_NAME = re.compile(r"报告|总结|材料|report|summary", re.IGNORECASE)
_OTHER_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
_WORD_SUFFIXES = {".doc", ".docx", ".wps", ".rtf"}
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
    OLD_WORD = auto()
    """What a word processor must turn into Word as it is written today: .doc, or RTF under any name."""
    TABLE = auto()
    SCAN = auto()


def container_of(content: bytes, path: Path, parts: Collection[str] | None) -> Container:
    """What holds the content, by its first bytes and the parts inside; the suffix decides for text alone.

    `parts` are what its own are called, where it is an archive.

    Raises:
        FileRefused: as `imports.word.old.check_old_word`; `archive-not-zip` for .rar and the like;
            `word-is-web-page`; `file-not-a-paper` for anything else.
    """
    suffix = path.suffix.casefold()
    if parts is not None:
        if is_word(parts):
            return Container.WORD
        if is_workbook(parts):
            return Container.TABLE
    elif is_old_word(content):
        return Container.OLD_WORD
    elif content.startswith(compound.MAGIC):
        # One that is cut short has lost what tells its kind.
        return Container.OLD_WORD if suffix in _WORD_SUFFIXES else Container.TABLE
    elif is_scan(content):
        return Container.SCAN
    elif content.startswith(_OTHER_ARCHIVES):
        raise FileRefused("archive-not-zip")
    elif suffix in _WORD_SUFFIXES and is_web_page(content):
        raise FileRefused("word-is-web-page")
    elif suffix in _TABLE_SUFFIXES:
        return Container.TABLE
    raise FileRefused("file-not-a-paper")


def word_kind(path: Path, grids: Sequence[Grid], register: Register, *, is_document: bool = False) -> Kind:
    """What a Word file without a form is: a table that Judge knows, or a report, which its name can tell.

    `is_document` says that something else tells that it is filed beside a form.

    Raises:
        FileRefused: `word-not-a-form` (forms: the titles of those known).
    """
    whole = whole_kinds(grids, register)
    if whole:
        return whole[0]
    if is_document or _REPORT_NAME.search(path.stem):
        return Kind.REPORT
    raise FileRefused("word-not-a-form", forms=tuple(_titles(register)))


def _titles(register: Register) -> Iterator[str]:
    """The titles of the forms that the edition takes, those of its awards first."""
    for award in register.programme.awards:
        form = register.forms.form(award.form)
        if form is not None:
            yield Term(form.titles[0], award.title.en)
    own = (form for form in register.forms.definitions if form.sort is not FormSort.NOMINATION)
    yield from (form.titles[0] for form in own)


def table_kind(path: Path, grids: Sequence[Grid], register: Register) -> Kind:
    """What the tables hold: the kind whose columns are all there, else the one that most nearly is.

    Raises:
        FileRefused: `kind-unknown` where no table has even half the columns of any kind.
    """
    named = [kind for kind in TABLE_KINDS if _KIND_NAMES[kind].search(path.stem)]
    whole = whole_kinds(grids, register)
    meant = [
        kind
        for kind in TABLE_KINDS
        if any(
            is_meant(grid, kind, register, guessing=False) and _may_be(kind, grid, register) for grid in grids
        )
    ]
    for kinds in (whole, meant):
        # Whoever is recommended is a candidate: a table that lost its award column must not make reviewers.
        if Kind.REVIEWERS in kinds and any(recommends(grid, register) for grid in grids):
            kinds.remove(Kind.REVIEWERS)
        if kinds:
            return next((kind for kind in kinds if kind in named), kinds[0])
    if any(_is_likely_summary(grid, register) for grid in grids):
        return Kind.NOMINATIONS
    if is_score_table(grids, register):
        return Kind.SCORES
    raise FileRefused("kind-unknown")


def _is_likely_summary(grid: Grid, register: Register) -> bool:
    """True where titles and headings of a nomination table can be guessed at least."""
    summary = survey(grid, register)
    if summary is None:
        return False
    needed = {column.key for column in summary.columns if column.required}
    return len(needed & summary.told) * 2 >= len(needed) and bool({NAME, ORGANISATION} & summary.told)


def is_meant(grid: Grid, kind: Kind, register: Register, *, guessing: bool = True) -> bool:
    """True where a table has at least half of the columns that its kind needs.

    With `guessing`, columns of a nomination table count too that its headings are only like.
    """
    needed, there, known = _columns_there(grid, kind, register)
    has_half = there * 2 >= needed and known >= min(_FEWEST_COLUMNS, needed + 1)
    return has_half or (kind is Kind.NOMINATIONS and guessing and _is_likely_summary(grid, register))


def columns_of(kind: Kind, register: Register) -> Sequence[Column]:
    """The columns of a table of this kind; none for what is no table."""
    match kind:
        case Kind.QUOTAS:
            return quota_columns(register.programme)
        case Kind.NOMINATIONS:
            return columns_known(register)
        case _:
            return _FIXED_COLUMNS.get(kind, ())


def whole_kinds(grids: Sequence[Grid], register: Register) -> list[Kind]:
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
    is_scores = kind is Kind.SCORES
    head = score_head(grid) if is_scores else find_head(grid, columns, two_rows=kind is Kind.QUOTAS)
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
