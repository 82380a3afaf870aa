"""Sections of a panel: nominations split among them evenly, and parts that keep to them."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from judge.assignment.arrays import Flags, Positions, whole
from judge.assignment.flow import weighed_split
from judge.assignment.sharing import Parts
from judge.assignment.task import Nomination, Task


def split_into_sections(task: Task, award: str) -> dict[str, str]:
    """A section for each of the award's nominations that states none; {} where the panel sits as one.

    Whoever holds sheets already decides it. The others go where enough reviewers may judge them, each section
    in proportion to its reviewers, counting what is stated; each body's nominations are dealt out evenly.
    """
    sections = task.sections(award)
    if not sections:
        return {}
    rows = [n for n, one in enumerate(task.nominations) if one.award == award]
    told = {n: _told(task, task.nominations[n], sections) for n in rows}
    free = [n for n in rows if not told[n]]
    count = np.array([task.in_section(award, section) for section in sections], bool)
    already = whole([sum(told[n] == section for n in rows) for section in sections])
    sizes = whole([sum(one.seats.get(award) == section for one in task.reviewers) for section in sections])
    able = whole([(task.able[free] & inside).sum(axis=1) for inside in count]).T.reshape(-1, len(sections))
    lacks = np.maximum(task.lacking[free][:, None] - able, 0)
    chosen = weighed_split(lacks, already, np.maximum(sizes, 1))
    dealt = _dealt([task.nominations[n].body for n in free], lacks, chosen)
    given = {task.nominations[n].key: sections[at] for n, at in zip(free, dealt, strict=True)}
    inferred = {task.nominations[n].key: told[n] for n in rows if told[n] and not task.nominations[n].section}
    return given | inferred


def _told(task: Task, nomination: Nomination, sections: Sequence[str]) -> str:
    """The section that a nomination states, or that most of its sheets are of; "" for none."""
    if nomination.section:
        return nomination.section
    seats = [
        task.reviewers[task.at[key]].seats.get(nomination.award, "")
        for key in nomination.holders
        if key in task.at
    ]
    counts = {section: seats.count(section) for section in sections}
    most = max(sections, key=lambda section: (counts[section], section))
    return most if counts[most] else ""


def _dealt(bodies: Sequence[str], lacks: Positions, chosen: Positions) -> Positions:
    """The same number for each section, but among nominations of a kind dealt out body by body."""
    dealt = chosen.copy()
    kinds: dict[bytes, list[int]] = {}
    for n, row in enumerate(lacks):
        kinds.setdefault(row.tobytes(), []).append(n)
    for alike in kinds.values():
        counts = np.bincount(chosen[alike], minlength=lacks.shape[1])
        by_body = sorted(range(len(alike)), key=lambda n: (bodies[alike[n]], n))
        turns = np.concatenate([(np.arange(count) + 0.5) / count for count in counts])
        labels = np.repeat(np.arange(len(counts)), counts)[np.argsort(turns, kind="stable")]
        for n, label in zip(by_body, labels, strict=True):
            dealt[alike[n]] = label
    return dealt


def choose_anchors(task: Task, sections: Mapping[str, str], award: str, count: int) -> tuple[str, ...]:
    """The nominations that reviewers of the other sections judge, too: those stated, and more up to `count`.

    Taken by turns from each section, only where every other section has somebody who may be given it.
    """
    rows = [n for n, one in enumerate(task.nominations) if one.award == award]
    names = task.sections(award)
    if len(names) < 2:
        return ()
    chosen = [task.nominations[n].key for n in rows if task.nominations[n].anchor]
    strict = {name: _strictly(task, award, name) for name in names}
    queues: dict[str, list[str]] = {name: [] for name in names}
    for n in rows:
        one = task.nominations[n]
        own = sections.get(one.key, "")
        fits = all((task.able[n] & strict[name]).any() for name in names if name != own)
        if own in queues and not one.anchor and one.wanted > 1 and task.lacking[n] and fits:
            queues[own].append(one.key)
    while len(chosen) < count and any(queues.values()):
        for name in sorted(names, key=lambda name: _held_by(chosen, sections, name)):
            if queues[name] and len(chosen) < count:
                chosen.append(queues[name].pop(0))
    return tuple(chosen)


def _held_by(chosen: Iterable[str], sections: Mapping[str, str], name: str) -> int:
    return sum(sections.get(key) == name for key in chosen)


def _strictly(task: Task, award: str, section: str) -> Flags:
    return np.array([one.seats.get(award) == section for one in task.reviewers], bool)


def parts_of(task: Task, sections: Mapping[str, str], anchors: Iterable[str]) -> Parts:
    """What each nomination wants of whom.

    A nomination wants all its sheets of its own section. An anchor wants one of each other section, as far as
    its sheets go, and the rest of its own: it has no more sheets than the others.
    """
    anchored = frozenset(anchors)
    nomination, wanted, rows = [], [], []
    inside: dict[tuple[str, str], Flags] = {}
    for n, one in enumerate(task.nominations):
        own, lacking = sections.get(one.key, ""), int(task.lacking[n])
        names = task.sections(one.award) if one.key in anchored else ()
        for name in _others(task, one, names, own)[: max(lacking - 1, 0)]:
            among = task.able[n] & _strictly(task, one.award, name)
            if among.any():
                nomination.append(n)
                wanted.append(1)
                rows.append(among)
                lacking -= 1
        if own and (one.award, own) not in inside:
            inside[one.award, own] = task.in_section(one.award, own)
        nomination.append(n)
        wanted.append(lacking)
        rows.append(task.able[n] & inside[one.award, own] if own else task.able[n])
    able = np.array(rows, bool).reshape(len(rows), len(task.reviewers))
    has = whole([len(task.nominations[n].holders) for n in nomination])
    return Parts(whole(nomination), whole(wanted), able, has)


def _others(task: Task, one: Nomination, names: Sequence[str], own: str) -> list[str]:
    """The other sections from which nobody judges it yet; another begins with each nomination."""
    seated = {task.reviewers[task.at[key]].seats.get(one.award) for key in one.holders if key in task.at}
    others = [name for name in names if name != own and name not in seated]
    turn = sum(one.key.encode()) % max(len(others), 1)
    return others[turn:] + others[:turn]
