"""Write score sheets for reviewers who can install nothing: one workbook for each, in one folder."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from exports.names import file_name
from exports.records import Alteration
from exports.replacing import make_folder
from exports.score_sheets.records import ScoreWorkbook
from exports.score_sheets.workbook import fingerprint_of, write_score_sheets
from judge.domain.refusal import Refusal
from judge.services.editions.edition import Edition
from judge.services.sheets.desk import Desk
from judge.services.sheets.score_books import reviewer_names, score_book
from judge.services.targets import told_of_targets
from judge.store.queries.panels import assigned_reviewers

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Sent:
    """One reviewer's workbook: where it is, how many sheets it has, how many of them can be written on."""

    reviewer: str
    name: str
    path: Path
    sheets: int
    open: int
    fingerprint: str
    alterations: tuple[Alteration, ...] = ()


def send_sheets(  # noqa: PLR0913 - whose, where to, and how
    edition: Edition,
    reviewers: Sequence[str],
    folder: Path,
    *,
    replace: bool = False,
    dry_run: bool = False,
    on_progress: Progress = lambda _done, _all: None,
) -> tuple[Sent, ...]:
    """Write the workbooks of these reviewers, of all where none is named, to a folder that is there or made.

    Whoever is assigned nothing gets none. Nothing is written where one of the files is there already and
    `replace` does not say that it may go. `on_progress` is told (workbooks written, workbooks in all).

    Raises:
        Refusal: as `score_book`; "no-sheets-assigned" (reviewers) for those named who are assigned nothing,
            or where nobody is; with the codes of `exports.refusal.ExportRefused`.
    """
    names = reviewer_names(edition)
    wanted = _wanted(edition, reviewers, names)
    targets = _targets(wanted, names, folder)
    for path in targets.values():
        if path.exists() and not replace:
            raise Refusal("target-exists", path=str(path))
    if not dry_run:
        with told_of_targets():
            make_folder(folder)
    sent: list[Sent] = []
    for key, path in targets.items():
        book = score_book(edition, key, names[key], edition.clock().date())
        sent.append(_sent(book, path) if dry_run else _written(book, path, replace=replace))
        on_progress(len(sent), len(targets))
    return tuple(sent)


def _wanted(edition: Edition, reviewers: Sequence[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of those who get a workbook, each once."""
    named = tuple(dict.fromkeys(Desk(edition, key).reviewer for key in reviewers))
    with edition.store.read() as connection:
        assigned = assigned_reviewers(connection)
    idle = tuple(key for key in named if key not in assigned)
    wanted = named or tuple(key for key in names if key in assigned)
    if idle or not wanted:
        raise Refusal("no-sheets-assigned", reviewers=idle or tuple(names))
    return wanted


def _targets(wanted: Iterable[str], names: Mapping[str, str], folder: Path) -> dict[str, Path]:
    """The file of each, named by key and name."""
    taken: set[str] = set()
    targets: dict[str, Path] = {}
    for key in wanted:
        name = file_name(f"{key} {names[key]}", taken)
        taken.add(name.casefold())
        targets[key] = folder / f"{name}.xlsx"
    return targets


def _written(book: ScoreWorkbook, path: Path, *, replace: bool) -> Sent:
    with told_of_targets():
        return _sent(book, path, write_score_sheets(book, path, replace=replace))


def _sent(book: ScoreWorkbook, path: Path, alterations: tuple[Alteration, ...] = ()) -> Sent:
    rows = [row for award in book.awards for row in award.rows]
    writable = sum(not row.closed for row in rows)
    return Sent(
        book.reviewer, book.reviewer_name, path, len(rows), writable, fingerprint_of(book), alterations
    )
