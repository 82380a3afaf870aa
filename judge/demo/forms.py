"""A filing written on its award's form, in one clerk's hand."""

from collections.abc import Iterator
from pathlib import Path

from exports.word import ink, package
from judge.demo.boxes import box as tick_box
from judge.demo.filings import Entry, Filing
from judge.demo.hands import Hand
from judge.demo.layouts import LAYOUTS, Box, Holds, Layout

_COLUMNS = (1560, 1440, 1500, 1500, 1500, 1560)
"""Widths in twentieths of a point; together the breadth of an A4 page within its margins."""


def write_form(path: Path, filing: Filing, hand: Hand) -> None:
    """Write `filing` as a Word form at `path`."""
    layout = LAYOUTS[filing.award]
    body = (
        ink.paragraph(ink.run(layout.annex))
        + ink.paragraph(ink.run(layout.title), style="Title")
        + _head_line(layout, filing, hand)
        + ink.table(_COLUMNS, _rows(layout, filing, hand))
        + ink.paragraph()
        + ink.paragraph(ink.run("申报递交材料要求：", bold=True))
        + "".join(ink.paragraph(ink.run(demand)) for demand in layout.demands)
    )
    package.write(path, body)


def file_name(filing: Filing) -> str:
    """What a clerk calls the form's file."""
    return f"{LAYOUTS[filing.award].annex}-{filing.name}-{filing.organisation}.docx"


def _head_line(layout: Layout, filing: Filing, hand: Hand) -> str:
    presents = filing.entries[layout.presenting] is True
    return ink.paragraph(
        ink.run(f"推荐地区、部门（盖章）：{filing.body}        "),
        ink.run(f"{layout.presenting} "),
        _yes_or_no(hand, yes=presents, gap="  "),
    )


def _yes_or_no(hand: Hand, *, yes: bool, gap: str) -> str:
    return _choice(hand, "是", ticked=yes) + ink.run(gap) + _choice(hand, "否", ticked=not yes)


def _choice(hand: Hand, word: str, *, ticked: bool) -> str:
    box, said = tick_box(hand.tick, ticked=ticked), ink.run(word)
    return box + said if hand.tick_first else said + box


def _rows(layout: Layout, filing: Filing, hand: Hand) -> Iterator[str]:
    for boxes in layout.rows:
        if hand.stacked and boxes[0].holds is Holds.NAMES:
            yield ink.row(_cells(boxes, filing, hand, merge="restart"))
            yield ink.row(_cells(boxes, filing, hand, merge="continue"))
        else:
            yield ink.row(_cells(boxes, filing, hand))
    yield ink.row([ink.cell(_story(layout, filing), sum(_COLUMNS), span=len(_COLUMNS))], height=4800)


def _cells(boxes: tuple[Box, ...], filing: Filing, hand: Hand, merge: str = "") -> Iterator[str]:
    column = 0
    for box in boxes:
        covered = merge == "continue"
        label = ink.paragraph() if covered else ink.lines(hand.label(box.label), align="center")
        entry = ink.paragraph() if covered else _entry(box, filing.entries[box.key], hand)
        yield ink.cell(label, _COLUMNS[column], merge=merge)
        end = column + 1 + box.span
        yield ink.cell(entry, sum(_COLUMNS[column + 1 : end]), span=box.span, merge=merge)
        column = end


def _entry(box: Box, entry: Entry, hand: Hand) -> str:
    """What the clerk puts into a box, as paragraphs."""
    if isinstance(entry, bool):
        return ink.paragraph(_yes_or_no(hand, yes=entry, gap=" " * 29))
    if isinstance(entry, tuple):
        return ink.lines(hand.separator.join(entry))
    if box.holds is Holds.RATE:
        return ink.lines(hand.rate(entry))
    return ink.lines(hand.count(entry) if box.holds is Holds.MISHAPS else entry)


def _story(layout: Layout, filing: Filing) -> str:
    """The long box: its heading, the text, and room for the stamp."""
    key = "".join(layout.story.split()).removesuffix("：")
    text = filing.entries[key]
    stamp = "".join(ink.paragraph(ink.run(line), align="right") for line in layout.stamp)
    return ink.paragraph(ink.run(layout.story)) + ink.lines(str(text)) + ink.paragraph() + stamp
