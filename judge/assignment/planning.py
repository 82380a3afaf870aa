"""An assignment from beginning to end: sections, anchors, sheets, connectedness, what is short."""

from collections.abc import Iterable, Mapping

import numpy as np

from judge.assignment.arrays import Positions, whole
from judge.assignment.connecting import Connected, connect
from judge.assignment.newcomers import newcomers
from judge.assignment.plan import Bottleneck, Newcomers, Plan, Raise, Short, Wishes
from judge.assignment.sections import choose_anchors, parts_of, split_into_sections
from judge.assignment.sharing import Parts, Shared, share
from judge.assignment.shortage import Shortage, shortage
from judge.assignment.task import Nomination, Reviewer, Task


def plan(
    nominations: Iterable[Nomination], reviewers: Iterable[Reviewer], seed: int, wishes: Wishes | None = None
) -> Plan:
    """A plan for these nominations; the same for the same seed, whatever order they come in.

    Conflicts, sections and limits hold always; as many sheets as can be are given, then loads are as even as
    they can be, those held already counted.
    """
    asked = wishes or Wishes()
    task = Task.drawn(nominations, reviewers, seed)
    sections, given = _sections(task)
    anchors = _anchors(task, sections, asked)
    parts, shared = _shared(task, sections, anchors)
    connected = connect(task, sections, parts, shared, asked)
    short = shortage(parts, shared, task.load, task.room)
    return Plan(
        pairs=_pairs(task, connected.nominations, connected.reviewers),
        joining=_pairs(task, *connected.joining),
        sections=given,
        anchors=tuple(sorted(anchors)),
        load=_load(task, connected),
        connectedness=connected.awards,
        short=_short(task, sections, parts, short),
        bottlenecks=_bottlenecks(task, short),
        raises=_raises(task, short),
        newcomers=_newcomers(task, sections, parts, short),
    )


def _sections(task: Task) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The section of each nomination of a panel that sits in sections, and which of them were given here."""
    given: dict[str, str] = {}
    for award in task.awards:
        given |= split_into_sections(task, award)
    parted = {award for award in task.awards if task.sections(award)}
    stated = {one.key: one.section for one in task.nominations if one.section and one.award in parted}
    return stated | given, given


def _anchors(task: Task, sections: Mapping[str, str], asked: Wishes) -> set[str]:
    chosen: set[str] = set()
    for award in task.awards:
        count = asked.anchors_of(sum(one.award == award for one in task.nominations))
        chosen.update(choose_anchors(task, sections, award, count))
    return chosen


def _shared(task: Task, sections: Mapping[str, str], anchors: set[str]) -> tuple[Parts, Shared]:
    """The sheets. An anchor that limits keep from other sections is none: its own section has it whole."""
    parts = parts_of(task, sections, anchors)
    shared = share(parts, task.load, task.room, task.seed)
    missed = {task.nominations[n].key for n in parts.nomination[shared.lacks > 0].tolist()} & anchors
    if missed:
        anchors -= missed
        parts = parts_of(task, sections, anchors)
        shared = share(parts, task.load, task.room, task.seed)
    return parts, shared


def _pairs(task: Task, nominations: Positions, reviewers: Positions) -> tuple[tuple[str, str], ...]:
    return tuple(
        sorted(
            (task.nominations[row].key, task.reviewers[column].key)
            for row, column in zip(nominations.tolist(), reviewers.tolist(), strict=True)
        )
    )


def _load(task: Task, connected: Connected) -> dict[str, int]:
    after = task.load + np.bincount(connected.reviewers, minlength=len(task.reviewers))
    return dict(sorted(zip((one.key for one in task.reviewers), after.tolist(), strict=True)))


def _short(task: Task, sections: Mapping[str, str], parts: Parts, short: Shortage) -> tuple[Short, ...]:
    few, limited = (
        np.bincount(parts.nomination, column, len(task.nominations)).astype(np.int64)
        for column in (short.too_few, short.limited)
    )
    return tuple(
        sorted(
            (
                Short(
                    one.key,
                    one.award,
                    sections.get(one.key, ""),
                    one.wanted - int(few[n] + limited[n]),
                    one.wanted,
                    int(few[n]),
                    int(limited[n]),
                )
                for n, one in enumerate(task.nominations)
                if few[n] + limited[n]
            ),
            key=lambda one: one.nomination,
        )
    )


def _bottlenecks(task: Task, short: Shortage) -> tuple[Bottleneck, ...]:
    return tuple(
        sorted(
            (
                Bottleneck(
                    tuple(sorted(task.nominations[n].key for n in knot.nominations)),
                    tuple(sorted(task.reviewers[n].key for n in knot.reviewers)),
                    knot.lacks,
                    knot.others,
                )
                for knot in short.knots
            ),
            key=lambda knot: knot.nominations,
        )
    )


def _raises(task: Task, short: Shortage) -> tuple[Raise, ...]:
    raised = [
        (task.reviewers[n], int(task.room[n] + short.raises[n]), int(short.raises[n]))
        for n in np.nonzero(short.raises)[0].tolist()
    ]
    return tuple(
        sorted(
            (Raise(one.key, one.load + given, sheets) for one, given, sheets in raised),
            key=lambda one: one.reviewer,
        )
    )


def _newcomers(
    task: Task, sections: Mapping[str, str], parts: Parts, short: Shortage
) -> tuple[Newcomers, ...]:
    lacks = short.too_few + short.limited
    if not lacks.any():
        return ()
    places = [
        (one.award, sections.get(one.key, ""))
        for one in (task.nominations[n] for n in parts.nomination.tolist())
    ]
    panels = sorted(set(places))
    groups = whole([panels.index(place) for place in places])
    counts = newcomers(parts, short, groups, task.load, task.room)
    found = []
    for group in np.nonzero(counts)[0].tolist():
        here = (groups == group) & (lacks > 0)
        keys = sorted(task.nominations[n].key for n in parts.nomination[here].tolist())
        found.append(Newcomers(*panels[group], int(counts[group]), tuple(keys), int(lacks[here].sum())))
    return tuple(found)
