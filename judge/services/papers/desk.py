"""The secretary's desk for papers: read, look up, file; what an import screen asks for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from imports.findings import Finding
from imports.intake.cancelling import Cancel
from imports.nomination_columns import nomination_columns
from imports.records import Kind, QuotaRecord
from imports.register import Register
from imports.source_rows import NOTHING, Source, SourceRow, rows_at, source_of
from judge.services.editions.edition import Edition
from judge.services.forms.held import edition_forms
from judge.services.papers.concerns import Bodies, Concern, concerns
from judge.services.papers.consenting import Consent, consent
from judge.services.papers.filing import Filed, file_papers
from judge.services.papers.heading_questions import HeadingQuestion, choices, heading_questions
from judge.services.papers.importing import read_papers
from judge.services.papers.report import ImportReport, Paper
from judge.store.queries.register import register

OnFile = Callable[[Path, int, int], None]
OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Examined:
    """A report with all that a screen shows of it: nothing of it needs the edition again."""

    report: ImportReport
    concerns: tuple[Concern, ...]
    bodies: Sequence[str]
    consent: Consent
    questions: tuple[HeadingQuestion, ...] = ()
    columns: Sequence[str] = ()
    """The columns that a heading may mean, by their labels."""


class ImportDesk:
    """One edition's papers on their way in. Safe to ask from one thread at a time."""

    def __init__(
        self,
        edition: Edition,
        kind: Kind | None = None,
        nomination: str | None = None,
        *,
        take_names: bool = False,
    ) -> None:
        """`kind`, `nomination` and `take_names` are what the user says of all papers, as in `read_papers`."""
        self._edition = edition
        self._kind, self._nomination, self._take_names = kind, nomination, take_names
        self._source: tuple[Path, Source] | None = None

    @property
    def edition_title(self) -> str:
        """Whose edition the papers are for."""
        return self._edition.title

    def examine(  # noqa: PLR0913 - what to read, what is said of it, and how to be told and stopped
        self,
        paths: Sequence[Path],
        on_file: OnFile,
        on_progress: OnProgress,
        cancel: Cancel,
        *,
        on_old: OnProgress = lambda _done, _all: None,
        said: Mapping[str, str] | None = None,
    ) -> Examined:
        """Read papers and sort what was found; nothing is written.

        `said` are the labels of the columns that headings of nomination tables mean, by heading. Refusals:
        those of `read_papers`.
        """
        report = read_papers(
            self._edition,
            paths,
            kind=self._kind,
            nomination=self._nomination,
            headings=choices(said or {}),
            take_names=self._take_names,
            on_open=on_file,
            on_old=on_old,
            on_progress=on_progress,
            cancel=cancel,
        )
        known = self._bodies(report)
        questions = heading_questions(report.findings())
        return Examined(
            report,
            concerns(report, known),
            known.names,
            consent(report, self._edition.programme.awards),
            questions,
            self._columns() if questions else (),
        )

    def _columns(self) -> tuple[str, ...]:
        with self._edition.store.read() as connection:
            columns = nomination_columns(edition_forms(connection))
        return tuple(str(column.head) for column in columns)

    def _bodies(self, report: ImportReport) -> Bodies:
        with self._edition.store.read() as connection:
            known = register(connection, Register(self._edition.programme), with_marks=False)
        quotas = (paper for paper in report.papers if paper.reading.kind is Kind.QUOTAS)
        new = (r.body for paper in quotas for r in paper.reading.records if isinstance(r, QuotaRecord))
        names = tuple(dict.fromkeys((*known.bodies, *new)))
        return Bodies(names, {one.key: one.body for one in known.nominations})

    def source_rows(self, paper: Paper, finding: Finding) -> tuple[SourceRow, ...]:
        """The rows of the paper around a finding's place, the one that is meant among them; () for none.

        The last file stays at hand, since one looks at its findings one after another.
        """
        if self._source is None or self._source[0] != paper.at:
            self._source = (paper.at, NOTHING)
            self._source = (paper.at, source_of(paper.at, paper.path))
        return rows_at(self._source[1], finding.place)

    def file(self, report: ImportReport, cancel: Cancel, *, accept_good: bool) -> Filed:
        """File every paper of the report, or the good ones. Refusals: those of `file_papers`."""
        return file_papers(self._edition, report, accept_good=accept_good, cancel=cancel)
