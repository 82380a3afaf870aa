"""How like a heading is to the labels of columns: enough to propose one, never to take it silently."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from imports.heads import Column
from imports.matching import label_key

PROPOSED_FROM = 75
"""Percent of likeness from which a column is proposed for a heading."""
CLEAR_BY = 10
"""Percent by which the likest must lead the second, of columns or of headings."""

_SAME_NOUN = 95
_TAIL, _TAIL_SHARE = 60, 35
_FEWEST_LETTERS = 2
_BEFORE_NOUN = re.compile(r"^(?:申报|所属|所在|参评|参赛)+")
_BEHIND_NOUN = re.compile(r"(?:名称|全称|名单|姓名|信息)+$")


@dataclass(frozen=True, slots=True)
class Likeness:
    """A column that a heading is like, by which of its labels, and how much in percent."""

    column: Column
    label: str
    percent: int


def likest(heading: str, columns: Iterable[Column]) -> tuple[Likeness, ...]:
    """The columns like enough to be proposed for a heading, likest first, each by its likest label."""
    asked = label_key(heading)
    found = []
    for column in columns:
        keys = {label: label_key(label) for label in column.known_as}
        label = max(keys, key=lambda one: (_percent(asked, keys[one]), fuzz.ratio(asked, keys[one])))
        if (percent := _percent(asked, keys[label])) >= PROPOSED_FROM:
            found.append(Likeness(column, label, percent))
    return tuple(sorted(found, key=lambda likeness: -likeness.percent))


@lru_cache(maxsize=65536)
def _percent(heading: str, label: str) -> int:
    """Likeness of two keys: as a whole, by what they name, or by one ending in the other.

    A Chinese compound ends in what it names: 申报QC小组名称 is a QC小组名称, but 课题类型 is no 课题.
    """
    if not heading or not label:
        return 0
    percent = round(fuzz.ratio(heading, label))
    ours, theirs = _noun(heading), _noun(label)
    if ours == theirs and len(ours) >= _FEWEST_LETTERS:
        percent = max(percent, _SAME_NOUN)
    for one, other in ((heading, label), (ours, theirs)):
        shorter, longer = sorted((one, other), key=len)
        if len(shorter) >= _FEWEST_LETTERS and longer.endswith(shorter):
            percent = max(percent, _TAIL + _TAIL_SHARE * len(shorter) // len(longer))
    return percent


def _noun(key: str) -> str:
    """A label's key without the words that only say that a thing is named: 所属企业 and 企业名称 are 企业."""
    return _BEHIND_NOUN.sub("", _BEFORE_NOUN.sub("", key))
