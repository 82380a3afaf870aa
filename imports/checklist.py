"""The secretary's table of ticks: which seals and attachments of which nominations are there or missing."""

from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineError

from imports.findings import Finding, Place
from imports.guards import FileRefused, read_bytes
from imports.heads import Column, check_head, find_head
from imports.lines import Lines
from imports.matching import label_key
from imports.remarks import Remarks
from imports.tables.reading import table_grids

NOMINATION, ITEM, STATE, REMARK = "nomination", "item", "state", "remark"
TICK_COLUMNS = (
    Column(NOMINATION, ("申报编号", "编号", "nomination key"), required=True),
    Column(ITEM, ("项目", "核对项目", "材料", "seal or attachment"), required=True),
    Column(STATE, ("结果", "核对结果", "状态", "result"), required=True),
    Column(REMARK, ("备注", "说明", "remarks", "note")),
)
_HARMLESS = ("序号", "No.", "名称", "单位", "推荐单位", "name", "organisation", "body")

_STATES = {
    "present": ("present", "有", "齐", "齐全", "已盖章", "有效", "yes", "是"),
    "missing": ("missing", "无", "缺", "缺少", "未盖章", "no", "否"),
    "clear": ("clear", "清除", "未核对", "撤销"),
}
_SIGNS = {"√": "present", "✓": "present", "✔": "present", "×": "missing", "✗": "missing"}
_WORDS = {label_key(word): state for state, words in _STATES.items() for word in words} | _SIGNS


@dataclass(frozen=True, slots=True)
class TickRecord:
    """One row: the nomination's key, the item's key or title, "present", "missing" or "clear", a remark."""

    nomination: str
    item: str
    state: str
    remark: str
    place: Place


@dataclass(frozen=True, slots=True)
class TickReading:
    """What a table of ticks gave, and what is wrong with it."""

    records: tuple[TickRecord, ...]
    findings: tuple[Finding, ...]


def state_of(written: str) -> str | None:
    """The state that a word or a sign means: "present", "missing" or "clear"; None for anything else."""
    return _WORDS.get(label_key(written) or written.strip())


def read_ticks(path: Path) -> TickReading:
    """The rows of an Excel or CSV table; one without a result is left out, as nobody has looked there yet.

    Blocking: what the file itself is refused for; the head's and lines' findings; `tick-state-unclear`
    (written), `tick-nomination-missing`, `tick-item-missing`.
    """
    remarks = Remarks(str(path))
    try:
        grids = table_grids(read_bytes(path), path.stem, remarks)
    except FileRefused as refused:
        return TickReading((), (refused.finding(str(path)),))
    except (CalamineError, OSError, ValueError, EOFError):
        return TickReading((), (FileRefused("file-unreadable").finding(str(path)),))
    records: list[TickRecord] = []
    for grid in grids:
        head = find_head(grid, TICK_COLUMNS)
        if head is None:
            remarks.block("head-missing", columns=tuple(c.labels[0] for c in TICK_COLUMNS if c.required))
        elif check_head(grid, head, TICK_COLUMNS, remarks, _HARMLESS):
            records += _rows(Lines(grid, head, remarks), remarks)
    return TickReading(tuple(records), remarks.findings)


def _rows(lines: Lines, remarks: Remarks) -> list[TickRecord]:
    records = []
    for row, cells in lines.cells((NOMINATION, ITEM, STATE, REMARK)):
        nomination, item, written, remark = (cell.strip() for cell in cells)
        if not written:
            continue
        state = state_of(written)
        if state is None:
            remarks.block("tick-state-unclear", lines.place(row, STATE), written=written[:40])
        elif not nomination:
            remarks.block("tick-nomination-missing", lines.place(row, NOMINATION))
        elif not item:
            remarks.block("tick-item-missing", lines.place(row, ITEM))
        else:
            records.append(TickRecord(nomination, item, state, remark, lines.place(row)))
    return records
