"""Read the papers that bodies and panels sent into a report; nothing is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from imports.intake.cancelling import NEVER, Cancel, Cancelled, check
from imports.intake.gathering import gather
from imports.intake.opening import OnOpen, Waiting, open_files
from imports.intake.sent import Said
from imports.intake.spool import Spool, SpoolFullError
from imports.records import Kind
from imports.register import Register
from judge.domain.refusal import Refusal
from judge.ledger.pens import CHAIR, SECRETARY
from judge.services.editions.edition import Edition
from judge.services.forms.held import edition_forms
from judge.services.papers.kept_headings import NOTHING_SAID, HeadingChoices, check_met, headings_for
from judge.services.papers.keying import Keying
from judge.services.papers.known_files import KnownFiles
from judge.services.papers.named_by_scores import names_are_meant
from judge.services.papers.report import ImportReport, Paper
from judge.services.papers.taking import Read, Taking
from judge.services.papers.terms import filing_terms
from judge.store.pens import head_of, seq_of
from judge.store.queries.known import attachments, held_files
from judge.store.queries.register import register

Progress = Callable[[int, int], None]

READING_ORDER = (
    Kind.QUOTAS,
    Kind.REVIEWERS,
    Kind.ALIASES,
    Kind.HISTORY,
    Kind.NOMINATIONS,
    Kind.FORM,
    Kind.REPORT,
    Kind.SCAN,
    Kind.SCORES,
    Kind.SCORE_SHEETS,
)
"""Each kind is read once all that it refers to has been."""

_WITH_MARKS = {Kind.SCORES, Kind.SCORE_SHEETS}
_NOMINATING = {Kind.NOMINATIONS, Kind.FORM}
"""Kinds whose files may be of the same nominations."""


class _Watch(NamedTuple):
    """How a reading is told of and stopped."""

    on_open: OnOpen
    on_old: Progress
    on_progress: Progress
    cancel: Cancel


def read_papers(  # noqa: PLR0913 - files, all that a user may say of them, and how to be told and stopped
    edition: Edition,
    paths: Sequence[Path],
    *,
    kind: Kind | None = None,
    nomination: str | None = None,
    headings: HeadingChoices = NOTHING_SAID,
    take_names: bool = False,
    on_open: OnOpen = lambda _path, _done, _all: None,
    on_old: Progress = lambda _done, _all: None,
    on_progress: Progress = lambda _done, _all: None,
    cancel: Cancel = NEVER,
) -> ImportReport:
    """Read files, folders and archives into a report; the edition stays as it is.

    `kind` overrides what files are found to be; `nomination` says to which one a report belongs, also one
    that is attached to another already (warning "report-attached-elsewhere" with `known`, their keys), or
    which one a form or table row revises. Note "file-known" (known, its path) for a file whose bytes the
    edition keeps, and those of `Keying`; blocking "file-name-not-text" for a file whose name could not be
    kept; warning "folder-of-another" (folder, written). Files are opened first, of which `on_open` is told;
    LibreOffice turns old Word files, of which `on_old` is told (files turned, such files in all); then all
    are read against each other: `on_progress` is told (files read, files in all).
    `take_names` lets score tables name nominations, reviewers and bodies, each as far as the edition holds
    none; `named_by_scores.names_are_meant` says where that goes without saying.
    `headings` is what the user says of headings of nomination tables; what of it is met in a file that is
    filed is kept with it.

    Refusal codes: "file-missing" for a path that is not there; "import-cancelled" once `cancel` is set,
    which is looked at between files; "target-disk-full" (path) where there is no room to lay things down;
    and those of `judge.services.papers.kept_headings`.
    """
    try:
        watch = _Watch(on_open, on_old, on_progress, cancel)
        asked = _Asked(Said(kind, nomination), headings, take_names)
        return _read_papers(edition, paths, asked, watch)
    except FileNotFoundError as missing:
        raise Refusal("file-missing", file=str(missing)) from missing
    except Cancelled as cancelled:
        raise Refusal("import-cancelled") from cancelled
    except SpoolFullError as full:
        raise Refusal("target-disk-full", path=str(full.filename)) from full


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the user says of the papers, of the headings of their tables, and of the names in them."""

    said: Said
    headings: HeadingChoices
    take_names: bool


def _read_papers(edition: Edition, paths: Sequence[Path], asked: _Asked, watch: _Watch) -> ImportReport:
    spool, said = Spool(), asked.said
    found = gather(paths, spool, watch.cancel)
    with edition.store.read() as connection:
        rules = Register(
            edition.programme, forms=edition_forms(connection), year=edition.year, edition=edition.id
        )
        rules = replace(rules, headings=headings_for(connection, rules, asked.headings))
        known = register(connection, rules, with_marks=False)
    opened = open_files(found, known, said, spool, watch.cancel, on_open=watch.on_open, on_old=watch.on_old)
    opened.sort(key=lambda one: _turn(one.kind))
    with edition.store.read() as connection:
        with_marks = any(one.kind in _WITH_MARKS for one in opened)
        # Forms may have been taken since; the report is stale only by what comes after this moment.
        rules = replace(rules, forms=edition_forms(connection))
        terms = filing_terms(edition, connection)
        held = register(connection, rules, with_marks=with_marks)
        take_names = names_are_meant(held, said.kind, said=asked.take_names)
        keying = Keying(connection, held, terms, said.nomination, take_names=take_names)
        files = KnownFiles(held_files(connection), attachments(connection), said=said.nomination is not None)
        taking = Taking(keying, files, spool, said.nomination)
        papers = _papers(opened, taking, watch)
        check_met((paper.reading for paper in papers), asked.headings)
        return ImportReport(
            tuple(papers),
            head_of(connection, SECRETARY).seq,
            seq_of(connection, CHAIR),
            terms.late,
            spool,
        )


def _papers(opened: Sequence[Waiting], taking: Taking, watch: _Watch) -> list[Paper]:
    """A paper of each file, in their order; those with nominations are first read all."""
    papers: list[Paper] = []
    done = 0
    for nominating, some in groupby(opened, key=lambda one: one.kind in _NOMINATING):
        several: list[Read] = []
        for one in some:
            check(watch.cancel)
            read = taking.read(one)
            if nominating:
                several.append(read)
            else:
                papers.append(taking.paper(read))
            done += 1
            watch.on_progress(done, len(opened))
        if nominating:
            taking.settle(several)
        for read in several:
            check(watch.cancel)
            papers.append(taking.paper(read))
    return papers


def _turn(kind: Kind | None) -> int:
    return READING_ORDER.index(kind) if kind else len(READING_ORDER)
