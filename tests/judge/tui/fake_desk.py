"""A reviewer's desk in memory, with switches for everything that can go wrong behind a real one."""

import threading
from collections import Counter
from collections.abc import Callable, Container
from dataclasses import dataclass, field, replace
from fractions import Fraction
from types import MappingProxyType

from imports.records import Block
from judge.domain.desk import (
    Document,
    GateFinding,
    Glance,
    Original,
    OriginalRole,
    Outcome,
    Page,
    QueueItem,
    ShownField,
    is_to_do,
)
from judge.domain.own_marks import ScaleUse
from judge.domain.packet import Handover
from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, Sheet, SheetState
from judge.domain.sheet_history import Author, HistoryItem, SheetDeed
from rubrics.model import Criterion, Gate, Level, Rubric, Text

_LEVELS = (
    (4, 90, "步步相扣，记录可核对", "Every step follows from the last, records can be verified"),
    (3, 75, "脉络清楚，记录略有缺口", "Coherent, a few gaps in the records"),
    (2, 60, "大体可循，凭证不足", "Can be followed, short of evidence"),
    (1, 0, "缺乏依据", "Unsupported"),
)
SEAL = ShownField("seal", "推荐单位盖章：", "扫描件不清")
_CRITERIA = (
    ("alignment", "选题契合", "Alignment", 15, ("一.1",), ()),
    ("process", "过程与凭证", "Process and evidence", 25, ("一.2", "一.4(2)"), ("members",)),
    ("tools", "工具与创新", "Tools and novelty", 15, ("一.2",), ()),
    ("results", "成效", "Results", 20, ("一.1", "一.3"), ("story",)),
    ("frontline", "基层参与", "Front-line participation", 15, ("一.2",), ("size", "members")),
    ("sharing", "传播与延续", "Sharing and sustaining", 10, ("一.3",), ()),
)


def rubric(step: Fraction = Fraction(1, 2), *, may_not_apply: tuple[str, ...] = ("sharing",)) -> Rubric:
    levels = tuple(Level(rank, floor, Text(zh, en)) for rank, floor, zh, en in _LEVELS)
    return Rubric(
        key="qc-group",
        version=1,
        title=Text("优秀质量管理小组", "Outstanding QC group"),
        source=Text("通知附件1", "Notice, attachment 1"),
        step=step,
        criteria=tuple(
            Criterion(
                key=key,
                title=Text(zh, en),
                full_ticks=int(full / step),
                weight=Fraction(1),
                clauses=clauses,
                levels=levels,
                evidence=evidence,
                may_not_apply=key in may_not_apply,
            )
            for key, zh, en, full, clauses, evidence in _CRITERIA
        ),
        gates=(Gate("seals", Text("双章与附件齐全", "Both seals and attachments"), "通知", ("seal",)),),
    )


def page(number: int, name: str, **changes: object) -> Page:
    """A nomination whose sheet is untouched."""
    plain = Page(
        nomination=f"n{number}",
        award="qc-group",
        name=name,
        organisation="新疆油田公司",
        body="克拉玛依市",
        subject="降低注水井故障率",
        fields=(
            ShownField("name", "QC小组名称", name),
            ShownField("size", "小组人数", "9"),
            ShownField("members", "小组成员名单", "阿依努尔·买买提、王建国、李梅"),
            ShownField(
                "story",
                "QC小组简介及主要活动过程与效果",
                "小组成立于2017年，课题来源于现场：2018年3月至6月，注水井故障四十三次，影响注水时率。" * 4,
            ),
        ),
        documents=(
            Document(
                "成果报告.docx",
                (
                    Block(text="一、选题理由", level=1),
                    Block(text="注水井故障率高，是本区块稳产的主要障碍。" * 3),
                    Block(
                        rows=(
                            ("月份", "故障次数", "原因"),
                            ("2018-03", "14", "密封"),
                            ("2018-04", "9", "腐蚀"),
                        )
                    ),
                ),
            ),
        ),
        gates=(GateFinding("seals", Outcome.TO_VERIFY, (SEAL,)),),
        rubric=rubric(),
        sheet=Sheet(f"n{number}", "R07", SheetState.OPEN, 0, "9f3a61c0"),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def with_sheet(of: Page, **changes: object) -> Page:
    """The page with its sheet changed."""
    return replace(of, sheet=replace(of.sheet, **changes))  # type: ignore[arg-type]


def marks(**ticks: int | None) -> MappingProxyType[str, Mark]:
    return MappingProxyType({key: Mark(count) for key, count in ticks.items()})


@dataclass
class FakeDesk:
    """Behaves as `ReviewerDesk` says; `hold` makes writing wait, `refuse` answers a call with a refusal."""

    pages: list[Page]
    edition_id: str = "2019"
    edition_title: str = "2019 · QC groups"
    reviewer: str = "R07"
    calls: list[tuple[object, ...]] = field(default_factory=list)
    refuse: Callable[[tuple[object, ...]], Exception | None] = lambda _call: None
    gate: threading.Event = field(default_factory=threading.Event)
    readable: bool = True
    at_a_glance: int = 200
    queue_gate: threading.Event = field(default_factory=threading.Event)
    files: tuple[Original, ...] = (
        Original(7, OriginalRole.FORM, "附件2 推荐表[/x].docx", 48_213, 1),
        Original(9, OriginalRole.DOCUMENT, "成果报告.docx", 2_400_000),
        Original(12, OriginalRole.SCAN, "盖章页.pdf", 310),
    )
    earlier: dict[str, list[Sheet]] = field(default_factory=dict)
    later: dict[str, list[Sheet]] = field(default_factory=dict)
    items: dict[str, list[HistoryItem]] = field(default_factory=dict)
    is_packet: bool = False
    there: set[str] = field(default_factory=set)
    """Files that are there already, by path."""

    def __post_init__(self) -> None:
        self.gate.set()
        self.queue_gate.set()

    def hold(self) -> None:
        """Let writing wait until `release`."""
        self.gate.clear()

    def release(self) -> None:
        self.gate.set()

    def sheet(self, nomination: str) -> Sheet:
        return self.pages[self._at(nomination)].sheet

    def elsewhere(self, nomination: str, **changes: object) -> None:
        """The same reviewer's other window changes the sheet."""
        at = self._at(nomination)
        revision = self.pages[at].sheet.revision + 1
        self.pages[at] = with_sheet(self.pages[at], **{"revision": revision, **changes})

    def revise(self, nomination: str, **changes: object) -> None:
        """A revision of the nomination is filed."""
        at = self._at(nomination)
        number = self.pages[at].filed_revision + 1
        revised = replace(self.pages[at], revision=number, filed_revision=number)
        self.pages[at] = replace(revised, **changes)  # type: ignore[arg-type]

    def glance(self, lines: int) -> Glance:
        items = self._items()
        states = dict(Counter(item.state for item in items))
        begun = sum(item.marked > 0 for item in items if is_to_do(item))
        first = items[: min(lines, self.at_a_glance)]
        whose = (self.edition_id, self.edition_title, self.reviewer)
        return Glance(*whose, first, states, begun, is_packet=self.is_packet)

    def queue(self) -> tuple[QueueItem, ...]:
        self.queue_gate.wait()
        return self._items()

    def _items(self) -> tuple[QueueItem, ...]:
        return tuple(
            QueueItem(
                nomination=p.nomination,
                award=p.award,
                name=p.name,
                organisation=p.organisation,
                body=p.body,
                state=p.sheet.state,
                marked=len(p.sheet.marks),
                criteria=len(p.rubric.criteria),
                total=sum((m.ticks or 0 for m in p.sheet.marks.values()), 0) * p.rubric.step
                if p.sheet.marks
                else None,
                revision=p.filed_revision,
            )
            for p in self.pages
        )

    def page(self, nomination: str) -> Page:
        if not self.readable:
            raise Refusal("sheet-not-assigned", nomination=nomination, reviewer=self.reviewer)
        return self.pages[self._at(nomination)]

    def set_mark(self, nomination: str, criterion: str, mark: Mark | None, base_revision: int) -> Sheet:
        self._admit("set_mark", nomination, base_revision, criterion, mark)
        given = dict(self.sheet(nomination).marks)
        given.pop(criterion, None)
        if mark is not None:
            given[criterion] = mark
        self._remember(nomination, SheetDeed.MARKED if mark else SheetDeed.CLEARED, criterion, mark)
        return self._commit(nomination, marks=MappingProxyType(given))

    def set_note(self, nomination: str, criterion: str, text: str, base_revision: int) -> Sheet:
        self._admit("set_note", nomination, base_revision, criterion, text)
        notes = {**self.sheet(nomination).notes, criterion: text}
        self._remember(nomination, SheetDeed.NOTED, criterion, None, text)
        return self._commit(nomination, notes=MappingProxyType(notes))

    def submit(self, nomination: str, base_revision: int, judged: int) -> Sheet:
        self._admit("submit", nomination, base_revision)
        of = self.pages[self._at(nomination)]
        if judged != of.filed_revision:
            raise Refusal("nomination-revised", revision=of.filed_revision)
        missing = tuple(c.key for c in of.rubric.criteria if c.key not in of.sheet.marks)
        if missing:
            raise Refusal("sheet-incomplete", missing=missing)
        return self._commit(nomination, state=SheetState.SUBMITTED, judged_revision=judged)

    def recuse(self, nomination: str, reason: str, base_revision: int) -> Sheet:
        self._admit("recuse", nomination, base_revision, reason)
        return self._commit(nomination, state=SheetState.RECUSED, reason=reason)

    def deny_conflict(self, nomination: str, reason: str, base_revision: int) -> Sheet:
        self._admit("deny_conflict", nomination, base_revision, reason)
        at = self._at(nomination)
        self.pages[at] = replace(self.pages[at], conflicts=())
        return self._commit(nomination)

    def own_marks(self, nomination: str) -> tuple[ScaleUse, ...]:
        return self.pages[self._at(nomination)].own_marks

    def take_back(self, nomination: str, base_revision: int) -> Sheet:
        self._admit("take_back", nomination, base_revision, states={SheetState.SUBMITTED})
        return self._commit(nomination, state=SheetState.OPEN)

    def undo(self, nomination: str, base_revision: int) -> Sheet:
        self._admit("undo", nomination, base_revision)
        return self._turn(nomination, self.earlier, self.later, "nothing-to-undo")

    def redo(self, nomination: str, base_revision: int) -> Sheet:
        self._admit("redo", nomination, base_revision)
        return self._turn(nomination, self.later, self.earlier, "nothing-to-redo")

    def originals(self, nomination: str) -> tuple[Original, ...]:
        refused = self.refuse(("originals", nomination))
        if refused:
            raise refused
        return self.files

    def original(self, nomination: str, number: int) -> bytes:
        refused = self.refuse(("original", nomination, number))
        if refused:
            raise refused
        return f"{nomination} {number}".encode()

    def handover(self) -> Handover:
        states = [page.sheet.state for page in self.pages]
        done, left = states.count(SheetState.SUBMITTED), states.count(SheetState.OPEN)
        return Handover("/media/R07-ab12.judge-return", "ab12 cd34 ef56 7890", len(self.calls), done, 0, left)

    def hand_over(self, path: str, *, replace: bool) -> Handover:
        if path in self.there and not replace:
            raise Refusal("target-exists", path=path)
        self.there.add(path)
        self.calls.append(("hand_over", path, replace))
        told = self.handover()
        return Handover(path, told.fingerprint, told.entries, told.submitted, told.recused, told.left)

    def history(self, nomination: str) -> tuple[HistoryItem, ...]:
        return tuple(self.items.get(nomination, ()))

    def _remember(
        self, nomination: str, deed: SheetDeed, criterion: str, mark: Mark | None, text: str = ""
    ) -> None:
        self.earlier.setdefault(nomination, []).append(self.sheet(nomination))
        self.later.pop(nomination, None)
        at = f"2026-03-0{1 + len(self.items.get(nomination, ())) % 9}T06:03:00+00:00"
        item = HistoryItem(at, Author.REVIEWER, deed, criterion, mark, text)
        self.items.setdefault(nomination, []).append(item)

    def _turn(
        self, nomination: str, taken: dict[str, list[Sheet]], given: dict[str, list[Sheet]], code: str
    ) -> Sheet:
        if not taken.get(nomination):
            raise Refusal(code)
        given.setdefault(nomination, []).append(self.sheet(nomination))
        to = taken[nomination].pop()
        return self._commit(nomination, marks=to.marks, notes=to.notes)

    def _admit(
        self,
        kind: str,
        nomination: str,
        base_revision: int,
        *about: object,
        states: Container[SheetState] = frozenset({SheetState.OPEN, SheetState.RETURNED}),
    ) -> None:
        assert self.gate.wait(5), "nobody released the desk"
        call = (kind, nomination, *about)
        self.calls.append(call)
        refused = self.refuse(call)
        if refused:
            raise refused
        sheet = self.sheet(nomination)
        if sheet.revision != base_revision:
            raise Refusal("sheet-changed-elsewhere")
        if sheet.state not in states:
            raise Refusal("sheet-closed", state=sheet.state.value)

    def _commit(self, nomination: str, **changes: object) -> Sheet:
        at = self._at(nomination)
        revision = self.pages[at].sheet.revision + 1
        self.pages[at] = with_sheet(self.pages[at], revision=revision, **changes)
        return self.pages[at].sheet

    def _at(self, nomination: str) -> int:
        return next(i for i, p in enumerate(self.pages) if p.nomination == nomination)
