"""Tables of reviewers: number, name, organisation, telephone, awards; and what they are on a panel."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from imports.awards import AwardNames
from imports.findings import Place
from imports.grid import Grid
from imports.heads import Column, check_head, find_head
from imports.lines import Lines
from imports.matching import label_key, name_key
from imports.quotas import count_of
from imports.records import ReviewerRecord
from imports.register import Register
from imports.remarks import Remarks, standing

NUMBER, NAME, ORGANISATION, PHONE, AWARDS = "number", "name", "organisation", "phone", "awards"
ALIASES, LANGUAGES, LIMIT, SECTION, ROLE = "aliases", "languages", "limit", "section", "role"
REVIEWER_COLUMNS = (
    Column(NUMBER, ("评委编号", "评委号", "专家编号", "编号", "reviewer number", "reviewer", "key", "id")),
    Column(NAME, ("姓名", "评委姓名", "评委", "专家姓名", "name", "reviewer name"), required=True),
    Column(ORGANISATION, ("单位", "工作单位", "所在单位", "organisation", "organization", "affiliation")),
    Column(PHONE, ("电话", "联系电话", "手机", "手机号码", "phone", "telephone", "mobile")),
    Column(AWARDS, ("评审奖项", "奖项", "评审范围", "awards", "award")),
    Column(ALIASES, ("单位别名", "单位其他名称", "单位曾用名", "organisation aliases", "aliases")),
    Column(LANGUAGES, ("语言", "评审语言", "语种", "languages", "language")),
    Column(LIMIT, ("评审上限", "份数上限", "最多份数", "load limit", "limit", "most sheets")),
    Column(SECTION, ("分组", "组别", "评审分组", "section")),
    Column(ROLE, ("职责", "角色", "评审职责", "role")),
)
_ALWAYS = (NUMBER, NAME, ORGANISATION, PHONE, AWARDS)
_ROLE_WORDS = {
    label_key(word): role
    for role, words in (
        ("reviewer", ("评委", "评审员", "委员", "组员", "reviewer", "member")),
        ("chair", ("组长", "主任", "主席", "主任委员", "评审组长", "chair")),
        ("secretary", ("秘书", "工作人员", "secretary")),
    )
    for word in words
}
_MOST_SHEETS = 100_000
_ROW_NUMBERS = ("序号", "No.")
_ALL = frozenset(map(label_key, ("全部", "全部奖项", "所有", "所有奖项", "all", "all awards")))
KEY = re.compile(r"\w[\w.-]{0,31}")
"""Letters, digits, points and dashes: a key names a reviewer in commands, pens and the ledger's subjects."""
_LONGEST_SHOWN = 40
_SEPARATORS = re.compile(r"[、,，;；\n|]+")


def several(written: str) -> tuple[str, ...]:
    """The names in one cell, each once, as people part them: by 、 or commas, semicolons, lines, bars."""
    return tuple(dict.fromkeys(name.strip() for name in _SEPARATORS.split(written) if name.strip()))


def read_reviewers(grids: Sequence[Grid], register: Register, remarks: Remarks) -> tuple[ReviewerRecord, ...]:
    """One record for each row, also where the edition holds its like: whether it says the same is judge's.

    Everything wrong with a row is said. Blocking: the head's findings; `reviewer-unnamed`, `reviewer-twice`
    (name, first_table, first_row), `reviewer-key-twice` (key, first_table, first_row),
    `reviewer-key-taken` (key, name, known), `reviewer-key-malformed` (key), `award-unknown` (award, known),
    `reviewer-role-unknown` (role), `reviewer-limit-malformed` (limit).
    Warning: `reviewer-no-awards` (name) for an empty cell.
    """
    reading = _Reading(register, remarks, AwardNames(register.programme))
    for grid in grids:
        head = find_head(grid, REVIEWER_COLUMNS)
        if head is not None and check_head(grid, head, REVIEWER_COLUMNS, remarks, _ROW_NUMBERS):
            reading.read(Lines(grid, head, remarks))
    return tuple(reading.records)


@dataclass
class _Reading:
    """The reviewers of one file on their way to records."""

    register: Register
    remarks: Remarks
    awards: AwardNames
    records: list[ReviewerRecord] = field(default_factory=list)
    _places: dict[tuple[str, ...], Place] = field(default_factory=dict)

    def read(self, lines: Lines) -> None:
        """Take in one table."""
        for row, cells in lines.cells((*_ALWAYS, ALIASES, LANGUAGES, LIMIT, SECTION, ROLE)):
            key, name, organisation, phone, awards, *more = (cell.strip() for cell in cells)
            numbered = self._check_number(lines, row, key, name)
            self._check_first(lines, row, key, name, organisation)
            judged = self._awards(lines, row, name or key, awards)
            seated = self._seated(lines, row, more)
            if not name:
                self.remarks.block("reviewer-unnamed", lines.place(row, NAME))
            elif numbered:
                said = ReviewerRecord(key, name, organisation, phone, judged, lines.place(row), *seated)
                self.records.append(said)

    def _seated(
        self, lines: Lines, row: int, more: Sequence[str]
    ) -> tuple[tuple[str, ...], str, int | None, str, str]:
        """Other names, languages, limit, section and role, as far as the row says them."""
        aliases, languages, limit, section, role = more
        names = several(aliases)
        known = _ROLE_WORDS.get(label_key(role), "") if role else ""
        if role and not known:
            self.remarks.block("reviewer-role-unknown", lines.place(row, ROLE), role=role[:_LONGEST_SHOWN])
        return names, languages, self._limit(lines, row, limit), section, known

    def _limit(self, lines: Lines, row: int, written: str) -> int | None:
        if not written:
            return None
        limit = count_of(written)
        if limit is None or limit > _MOST_SHEETS:
            self.remarks.block(
                "reviewer-limit-malformed", lines.place(row, LIMIT), limit=written[:_LONGEST_SHOWN]
            )
            return None
        return limit

    @cached_property
    def _registered(self) -> dict[str, str]:
        """The names of the reviewers that the edition holds, by number."""
        return {name_key(reviewer.key): reviewer.name for reviewer in self.register.reviewers}

    def _check_number(self, lines: Lines, row: int, key: str, name: str) -> bool:
        """True where the number can be the reviewer's, or there is none."""
        place = lines.place(row, NUMBER)
        known = self._registered.get(name_key(key)) if key else None
        if key and not KEY.fullmatch(key):
            self.remarks.block("reviewer-key-malformed", place, key=key[:_LONGEST_SHOWN])
            return False
        if known is not None and name and name_key(known) != name_key(name):
            self.remarks.block("reviewer-key-taken", place, key=key, name=name, known=known)
            return False
        return True

    def _check_first(self, lines: Lines, row: int, key: str, name: str, organisation: str) -> None:
        """The same name of the same organisation may stand once, and so may a number."""
        here = lines.place(row, NAME)
        person = ("name", name_key(name), name_key(organisation))
        by_name = self._places.setdefault(person, here) if name else here
        by_key = self._places.setdefault(("key", name_key(key)), here) if key else here
        if by_name != here:
            self.remarks.block("reviewer-twice", here, name=name, **standing("first", by_name))
        if by_key not in (here, by_name):
            place = lines.place(row, NUMBER)
            self.remarks.block("reviewer-key-twice", place, key=key, **standing("first", by_key))

    def _awards(self, lines: Lines, row: int, reviewer: str, written: str) -> tuple[str, ...]:
        names = several(written)
        if not names and reviewer and AWARDS in lines.head.at:
            self.remarks.warn("reviewer-no-awards", lines.place(row, AWARDS), name=reviewer)
        judged: dict[str, None] = {}
        for name in names:
            if label_key(name) in _ALL:
                judged.update(dict.fromkeys(award.key for award in self.register.programme.awards))
            elif award := self.awards.find(name, lines.place(row, AWARDS), self.remarks):
                judged[award.key] = None
        return tuple(judged)
