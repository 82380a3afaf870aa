"""Add a reviewer by hand: as a reviewers' table of one row, filed and pinned as any other paper."""

import csv
from collections.abc import Iterable
from io import StringIO
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from imports.findings import Severity
from imports.matching import name_key
from imports.records import Kind, ReviewerRecord
from judge.domain.refusal import Refusal
from judge.services.editions.edition import Edition
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from judge.services.papers.report import ImportReport
from judge.services.texts import check_text
from judge.store.queries.known import held_reviewers

_HEAD = ("评委编号", "姓名", "单位")


def free_key(keys: Iterable[str]) -> str:
    """The key that the next reviewer without one would get beside these: the next free R.."""
    taken = set(map(name_key, keys))
    return next(key for n in count(len(taken) + 1) if name_key(key := f"R{n:02}") not in taken)


def add_reviewer(edition: Edition, key: str, name: str, organisation: str = "") -> str:
    """File a reviewer who sits on no panel yet; their key.

    The table is kept with the papers of the edition, called after the key, so that the row has its source
    like every other.

    Refusal codes: "reviewer-nameless", "reviewer-held-already" (name, key), "reviewer-unreadable" (name),
    those of `check_text`, `read_papers` and `file_papers`, and the blocking findings of a reviewers' table,
    such as "reviewer-key-malformed" (key) and "reviewer-key-taken" (key, name, known).
    """
    row = tuple(text.strip() for text in (key, name, organisation))
    for text in row:
        check_text(text)
    if not row[1]:
        raise Refusal("reviewer-nameless")
    key = row[0] or _free(edition)
    with TemporaryDirectory(prefix="judge-") as folder:
        path = Path(folder, f"{_file_name(key)}.csv")
        path.write_text(_table((key, *row[1:])), encoding="utf-8")
        report = read_papers(edition, [Path(folder)], kind=Kind.REVIEWERS)
        _check(report, (key, *row[1:]))
        file_papers(edition, report)
    return key


def _free(edition: Edition) -> str:
    with edition.store.read() as connection:
        return free_key(one.key for one in held_reviewers(connection))


def _file_name(key: str) -> str:
    """A name for the file whatever was typed; a key that is none is told by the reading."""
    return "".join(filter(str.isalnum, key))[:32] or "reviewer"


def _table(row: tuple[str, ...]) -> str:
    written = StringIO()
    csv.writer(written).writerows((_HEAD, row))
    return written.getvalue()


def _check(report: ImportReport, row: tuple[str, ...]) -> None:
    """The table says this one new reviewer, and nothing that is known."""
    for finding in report.findings():
        if finding.severity is Severity.BLOCKING:
            raise Refusal(finding.code, **finding.params)
    keyed = [one for paper in report.papers for one in paper.keyed]
    if not keyed:
        raise Refusal("reviewer-held-already", key=row[0], name=row[1])
    ((key, record),) = keyed
    if not isinstance(record, ReviewerRecord) or (key, record.name, record.organisation) != row:
        raise Refusal("reviewer-unreadable", name=row[1])
