"""Each award's sheets made to hang together: by exchanging first, then by the fewest extra sheets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from judge.assignment.arrays import Flags, Positions, whole
from judge.assignment.components import components
from judge.assignment.exchanging import Sheets, exchange
from judge.assignment.joining import Joint, join
from judge.assignment.plan import Connectedness, Wishes
from judge.assignment.sharing import Parts, Shared
from judge.assignment.task import Task


@dataclass(frozen=True, slots=True, eq=False)
class Connected:
    """New sheets by position of nomination and reviewer, those that join, and how each award connects."""

    nominations: Positions
    reviewers: Positions
    joining: tuple[Positions, Positions]
    awards: tuple[Connectedness, ...]


def connect(
    task: Task, sections: Mapping[str, str], parts: Parts, shared: Shared, asked: Wishes
) -> Connected:
    """Look at how every award's counting sheets hang together, and mend it where that is asked for.

    Each award by itself, as it is ranked by itself: another award's marks compare nobody.
    """
    given = np.bincount(shared.reviewers, minlength=len(task.reviewers))
    course = _Course(task, sections, parts.able, task.load + given, task.room - given)
    award_of = whole([task.awards.index(one.award) for one in task.nominations])
    every = _all_sheets(task, parts, shared)
    done = [
        course.look(award, every.some(award_of[every.nominations] == number), mend=asked.connect)
        for number, award in enumerate(task.awards)
    ]
    fresh = [sheets.some(sheets.part >= 0) for sheets, _ in done]
    at, who = (whole([joint[n] for joint in course.joints]) for n in (0, 1))
    return Connected(
        np.concatenate([*(sheets.nominations for sheets in fresh), at]),
        np.concatenate([*(sheets.reviewers for sheets in fresh), who]),
        (at, who),
        tuple(one for _, one in done),
    )


def _all_sheets(task: Task, parts: Parts, shared: Shared) -> Sheets:
    rows, columns = task.held
    return Sheets(
        np.concatenate([rows, parts.nomination[shared.parts]]),
        np.concatenate([columns, shared.reviewers]),
        np.concatenate([np.full(len(rows), -1, np.int64), shared.parts]),
    )


@dataclass(slots=True, eq=False)
class _Course:
    """The awards one after the other; `load`, `room` and `joints` grow with the extra sheets."""

    task: Task
    sections: Mapping[str, str]
    able: Flags
    load: Positions
    room: Positions
    joints: list[Joint] = field(default_factory=list)

    def look(self, award: str, sheets: Sheets, *, mend: bool) -> tuple[Sheets, Connectedness]:
        """One award's sheets, mended or as they are, and how they hang together."""
        shape = (len(self.task.nominations), len(self.task.reviewers))
        before = components(sheets.nominations, sheets.reviewers, shape)
        if before.count < 2 or not mend:
            return sheets, Connectedness(award, before.count, before.count)
        sheets, exchanged = exchange(sheets, self.able)
        found = components(sheets.nominations, sheets.reviewers, shape)
        added = join(found, self.task.able, self._prefers(award), self.load, self.room)
        for _, reviewer in added:
            self.load[reviewer] += 1
            self.room[reviewer] -= 1
        self.joints += added
        after = found.count - len(added)
        return sheets, Connectedness(award, before.count, after, exchanged, len(added))

    def _prefers(self, award: str) -> Flags:
        """Where a reviewer judges in the nomination's own section."""
        inside = {name: self.task.in_section(award, name) for name in self.task.sections(award)}
        everybody = np.ones(len(self.task.reviewers), bool)
        rows = [inside.get(self.sections.get(one.key, ""), everybody) for one in self.task.nominations]
        return np.array(rows, bool).reshape(self.task.able.shape)
