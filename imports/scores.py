"""Panel score tables: one row for each mark that a reviewer gave a nomination on a criterion."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from imports.findings import Place
from imports.grid import Grid
from imports.heads import Column, Head, check_head, find_head
from imports.lines import Lines
from imports.marks import Marks, Points
from imports.matching import label_key, name_key
from imports.named import Known, Named, NamedCriteria
from imports.records import RecusalRecord, ScoreRecord
from imports.register import KnownNomination, KnownReviewer, Register
from imports.remarks import Remarks
from rubrics.model import Criterion
from rubrics.scale import MarkRefused

NOMINATION, REVIEWER, CRITERION, POINTS = "nomination", "reviewer", "criterion", "points"
NOMINATION_NAME, REVIEWER_NAME = "nomination-name", "reviewer-name"
SCORE_COLUMNS = (
    Column(
        NOMINATION, ("申报编号", "申报号", "申报", "申报项目", "项目编号", "nomination key"), required=True
    ),
    Column(
        REVIEWER, ("评委编号", "评委号", "评委", "专家编号", "reviewer number", "reviewer key"), required=True
    ),
    Column(CRITERION, ("评分项", "评分项目", "评审项目", "评分指标", "指标"), required=True),
    Column(POINTS, ("分值", "得分", "分数", "评分", "打分", "points", "score", "mark"), required=True),
    Column(
        NOMINATION_NAME, ("申报名称", "小组名称", "QC小组名称", "班组名称", "项目名称", "nomination name")
    ),
    Column(REVIEWER_NAME, ("评委姓名", "专家姓名", "姓名")),
)
_ROW_NUMBERS = ("序号", "No.")
_NAMED_IN = {"nomination": (NOMINATION, NOMINATION_NAME), "reviewer": (REVIEWER, REVIEWER_NAME)}
_RECUSED = frozenset(map(label_key, ("回避", "已回避", "recused", "recusal")))


def is_recusal(written: str) -> bool:
    """True for what a cell says where a reviewer steps back."""
    return label_key(written) in _RECUSED


def find_score_head(grid: Grid) -> Head | None:
    """The head of a score table; where there is no column of keys, the names stand for them."""
    head = find_head(grid, SCORE_COLUMNS)
    if head is None:
        return None
    at = dict(head.at)
    for key, name in ((NOMINATION, NOMINATION_NAME), (REVIEWER, REVIEWER_NAME)):
        if key not in at and name in at:
            at[key] = at.pop(name)
    return replace(head, at=MappingProxyType(at))


def read_scores(
    grids: Sequence[Grid], register: Register, remarks: Remarks
) -> tuple[ScoreRecord | RecusalRecord, ...]:
    """The marks and recusals of the tables, in their order; each once, also one that the register holds.

    A cell without points is no mark and gives no record. Blocking: the heads' and lines' findings;
    `score-incomplete` (columns); `score-names-disagree` (key, written, known); those of `Named` and
    `NamedCriteria`; the codes of `read_points` (with criterion, where it is known) and `mark-must-apply`
    (criterion, title); `mark-twice` (nomination, reviewer, criterion, title, points, first_points,
    first_file, first_table, first_row), `mark-differs` (the first six) where the edition holds another value;
    `recusal-with-marks` (nomination, reviewer, marked_table, marked_row). Notes: `marks-repeated`,
    `marks-known` (count).
    """
    reading = _Reading(register, remarks)
    for grid in grids:
        head = find_score_head(grid)
        if head is not None and check_head(grid, head, SCORE_COLUMNS, remarks, _ROW_NUMBERS):
            reading.read(Lines(grid, head, remarks))
    return reading.records()


class _Reading:
    """The score tables of one file on their way to records."""

    def __init__(self, register: Register, remarks: Remarks) -> None:
        self._remarks = remarks
        self._nominations = Named("nomination", register.nominations)
        self._reviewers = Named("reviewer", register.reviewers)
        self._criteria = NamedCriteria(register.programme)
        self._points = Points(register.programme)
        self._marks = Marks(register, self._points, remarks)
        self._misnamed: set[tuple[str, str]] = set()

    def read(self, lines: Lines) -> None:
        """Take in one table."""
        keys = (NOMINATION, REVIEWER, CRITERION, POINTS, NOMINATION_NAME, REVIEWER_NAME)
        for row, (nomination, reviewer, criterion, points, *names) in lines.cells(keys):
            if not points or points.isspace():
                continue
            recused = is_recusal(points)
            if not (nomination.strip() and reviewer.strip() and (recused or criterion.strip())):
                needed = {NOMINATION: nomination, REVIEWER: reviewer}
                self._say_incomplete(needed if recused else {**needed, CRITERION: criterion}, lines, row)
            nominated = self._named(self._nominations, nomination, names[0], lines, row)
            reviewing = self._named(self._reviewers, reviewer, names[1], lines, row)
            place = lines.place(row, POINTS)
            if not recused:
                judged = self._judged(nominated, criterion, lines, row)
                self._take(nominated, reviewing, judged, points, place)
            elif nominated and reviewing:
                self._marks.recuse(nominated.key, reviewing.key, place)

    def records(self) -> tuple[ScoreRecord | RecusalRecord, ...]:
        """What all tables gave; says what could not be resolved."""
        for names in (self._nominations, self._reviewers, self._criteria):
            names.report(self._remarks)
        return self._marks.records()

    def _say_incomplete(self, needed: Mapping[str, str], lines: Lines, row: int) -> None:
        empty = [key for key, cell in needed.items() if not cell.strip()]
        columns = tuple(lines.head.heading(key) for key in empty)
        self._remarks.block("score-incomplete", lines.place(row, empty[0]), columns=columns)

    def _named(self, known: Named[Known], written: str, name: str, lines: Lines, row: int) -> Known | None:
        """The nomination or reviewer of a row, whose name beside the key is checked too."""
        key_column, name_column = _NAMED_IN[known.kind]
        thing = known.resolve(written, lines, row, key_column) if written.strip() else None
        if thing is not None:
            self._check_name(thing, name, lines, row, name_column)
        return thing

    def _judged(
        self, nominated: KnownNomination | None, criterion: str, lines: Lines, row: int
    ) -> Criterion | None:
        if nominated is None or not criterion.strip():
            return None
        return self._criteria.resolve((nominated.award, criterion), lines, row, CRITERION)

    def _take(
        self,
        nominated: KnownNomination | None,
        reviewing: KnownReviewer | None,
        judged: Criterion | None,
        points: str,
        place: Place,
    ) -> None:
        """Keep a mark that is whole; of another, say at least what is wrong with its points."""
        award = nominated.award if nominated else None
        ticks = self._points.read(award, judged, points)
        if isinstance(ticks, MarkRefused):
            criterion = {"criterion": judged.key} if judged else {}
            self._remarks.block(ticks.code, place, **ticks.params, **criterion)
        elif nominated and reviewing and judged:
            self._marks.take((nominated.key, reviewing.key, judged.key), ticks, place)

    def _check_name(
        self, thing: KnownNomination | KnownReviewer, name: str, lines: Lines, row: int, column: str
    ) -> None:
        """A name beside a key must be that key's: one of the two is a slip."""
        if not name or name_key(name) in {"", name_key(thing.name)} or (thing.key, name) in self._misnamed:
            return
        self._misnamed.add((thing.key, name))
        place = lines.place(row, column)
        self._remarks.block(
            "score-names-disagree", place, key=thing.key, written=name.strip(), known=thing.name
        )
