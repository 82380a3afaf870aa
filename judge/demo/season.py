"""A whole season: papers written, imported, judged, ranked and exported, one step after another."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from imports.records import NominationRecord, QuotaRecord
from judge.demo.cut_lines import tie_at_cut_lines
from judge.demo.filings import YEAR
from judge.demo.judgement import JudgedSheet, judge_panel
from judge.demo.papers import Identity, Papers, write_papers
from judge.demo.score_tables import write_score_tables
from judge.domain.refusal import Refusal
from judge.locale import _
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, make_edition
from judge.services.lists.exporting import export_book
from judge.services.lists.ranking import RankedList, quotas_of, rank_lists
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from judge.services.papers.report import ImportReport
from judge.services.sheets.assigning import Plan, assign, plan_assignments
from rubrics.catalogue import load_builtin

PROGRAMME = "xinjiang_2019"
PER_NOMINATION = 5
STILL_JUDGING, STILL_OPEN = "R07", 8
"""A reviewer who has so many sheets yet to mark, for whoever wants to sit down at a desk."""

OnProgress = Callable[[int, int], None]
Steps = Callable[["Step"], AbstractContextManager[OnProgress]]
"""Opens a step for the one who watches; what it gives is told (done, all)."""


class Step(StrEnum):
    """What a season does, in this order."""

    PAPERS = "papers"
    IMPORT = "import"
    ASSIGN = "assign"
    JUDGE = "judge"
    SCORES = "scores"
    RANK = "rank"
    EXPORT = "export"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class Season:
    """What a season leaves behind: its files, and figures for a summary."""

    edition: Path
    papers_folder: Path
    workbook: Path
    papers: int
    nominations: int
    reviewers: int
    sheets: int
    marks: int
    entries: int
    faults: int
    lists: tuple[RankedList, ...]


def run_season(directory: Path, steps: Steps, *, seed: int = 2019, scale: float = 1.0) -> Season:
    """Build everything below an empty or new folder; the same lists and workbook for the same seed.

    Refusal "demo-folder-used" where the folder holds anything.
    """
    if directory.exists() and any(directory.iterdir()):
        raise Refusal("demo-folder-used", folder=str(directory))
    directory.mkdir(parents=True, exist_ok=True)
    edition = make_edition(
        str(directory / f"{YEAR}.judge"),
        title=_("{year} awards (synthetic)").format(year=YEAR),
        year=YEAR,
        programme=load_builtin(PROGRAMME),
        clock=_clock(),
        identity=str(uuid.uuid5(uuid.NAMESPACE_OID, f"judge demo {seed} {scale}")),
    )
    try:
        return _Course(edition, directory, steps, seed, scale).run()
    finally:
        edition.close()


def _clock() -> Callable[[], datetime]:
    """A clock of the season itself, one second a look: the same entries whenever the demo is run."""
    ticks: Iterator[datetime] = (
        datetime(YEAR, 7, 1, 8, tzinfo=UTC) + timedelta(seconds=n) for n in range(10**9)
    )
    return lambda: next(ticks)


@dataclass(slots=True)
class _Course:
    """A season on its way."""

    edition: Edition
    directory: Path
    steps: Steps
    seed: int
    scale: float

    def run(self) -> Season:
        quotas = self._file_quotas()
        papers = self._write(quotas)
        report = self._file([self.directory / "papers"], Step.IMPORT)
        with self.steps(Step.ASSIGN):
            plan = plan_assignments(self.edition, PER_NOMINATION, self.seed)
            assign(self.edition, plan)
        marks = self._judge(papers, _keys(report), plan)
        filed = self._file([self.directory / "scores"], Step.SCORES)
        with self.steps(Step.RANK):
            lists = rank_lists(self.edition)
        workbook = self.directory / "award-book.xlsx"
        with self.steps(Step.EXPORT):
            export_book(self.edition, workbook, date(YEAR, 9, 30))
        with self.steps(Step.AUDIT):
            proof = audit(self.edition)
        return Season(
            edition=Path(self.edition.store.name),
            papers_folder=self.directory / "papers",
            workbook=workbook,
            papers=len(report.papers) + len(filed.papers),
            nominations=report.count(NominationRecord),
            reviewers=len(papers.panel),
            sheets=proof.sheets,
            marks=marks,
            entries=proof.entries,
            faults=len(proof.faults),
            lists=lists,
        )

    def _file_quotas(self) -> list[QuotaRecord]:
        """File the published table from a copy among the papers, where a user would look for it."""
        table = self.directory / "papers" / f"quotas-{YEAR}.docx"
        table.parent.mkdir()
        table.write_bytes((files("judge.demo") / "data" / table.name).read_bytes())
        report = read_papers(self.edition, [table])
        file_papers(self.edition, report)
        return [r for paper in report.papers for _key, r in paper.keyed if isinstance(r, QuotaRecord)]

    def _write(self, quotas: Sequence[QuotaRecord]) -> Papers:
        seats = [(record.body, record.seats) for record in quotas]
        with self.steps(Step.PAPERS) as on_progress:
            return write_papers(
                self.directory,
                seats,
                self.edition.programme,
                self.seed,
                scale=self.scale,
                on_progress=on_progress,
            )

    def _file(self, paths: Sequence[Path], step: Step) -> ImportReport:
        with self.steps(step) as on_progress:
            report = read_papers(self.edition, paths, on_progress=on_progress)
            file_papers(self.edition, report)
        return report

    def _judge(self, papers: Papers, keys: dict[Identity, str], plan: Plan) -> int:
        """Let the panels judge what they were assigned, and write their score tables; how many marks."""
        assigned: dict[str, list[str]] = defaultdict(list)
        awards: dict[str, list[str]] = defaultdict(list)
        for candidate, member in plan.pairs:
            assigned[candidate.key].append(member.key)
            awards[candidate.award].append(candidate.key)
        qualities = {keys[identity]: quality for identity, quality in papers.qualities.items()}
        marks = 0
        with self.steps(Step.JUDGE) as on_progress:
            for done, award in enumerate(awards, start=1):
                rubric = self.edition.programme.rubric_of(award)
                judged = {key: qualities[key] for key in dict.fromkeys(awards[award])}
                sheets = judge_panel(rubric, judged, assigned, papers.panel, self.seed)
                sheets = _left_open(self._with_ties(award, sheets, plan))
                write_score_tables(self.directory / "scores", award, sheets, rubric, self.seed)
                marks += sum(len(sheet.marks) for sheet in sheets)
                on_progress(done, len(awards))
        return marks

    def _with_ties(self, award: str, sheets: tuple[JudgedSheet, ...], plan: Plan) -> tuple[JudgedSheet, ...]:
        """The sheets, moved by a few ticks so that bodies tie at their cut line; chance seldom does it."""
        category = next(iter(self.edition.programme.award(award).quota_categories), None)
        if category is None:
            return sheets
        quotas = quotas_of(self.edition)
        seats = dict(zip(quotas.bodies, quotas.seats_of(category) or (), strict=False))
        bodies = {
            candidate.key: candidate.body for candidate, _member in plan.pairs if candidate.award == award
        }
        held = {body: count for body, count in seats.items() if count is not None}
        return tie_at_cut_lines(sheets, bodies, held, self.edition.programme.rubric_of(award))


def _left_open(sheets: tuple[JudgedSheet, ...]) -> tuple[JudgedSheet, ...]:
    """The sheets without the last few of the reviewer who is still judging."""
    own = [sheet for sheet in sheets if sheet.reviewer == STILL_JUDGING]
    open_ones = own[-STILL_OPEN:]
    return tuple(sheet for sheet in sheets if sheet not in open_ones)


def _keys(report: ImportReport) -> dict[Identity, str]:
    return {
        (record.body, record.award, record.name, record.organisation): key
        for paper in report.accepted
        for key, record in paper.keyed
        if isinstance(record, NominationRecord)
    }
