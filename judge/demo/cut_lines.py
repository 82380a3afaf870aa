"""Ties across cut lines, for chairs to rule on: chance alone makes them too seldom to count on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from judge.demo.judgement import JudgedSheet, Progress
from rubrics.model import Rubric

Sheets = Sequence[JudgedSheet]


class _Cut(NamedTuple):
    """The nominations on both sides of a body's cut line, and the ticks between their scores."""

    gap: int
    above: str
    below: str


def tie_at_cut_lines(
    sheets: Sheets, bodies: Mapping[str, str], seats: Mapping[str, int], rubric: Rubric, count: int = 2
) -> tuple[JudgedSheet, ...]:
    """The sheets with a few marks raised: in `count` bodies the first reserve ties with the last awarded.

    Those bodies are taken where the least needs raising, among those that filed more than their seats and
    whose sheets are all complete. `bodies` are by nomination, `seats` by body; scores are trimmed means of
    five sheets or more, criteria weighing all alike.
    """
    judged: dict[str, list[JudgedSheet]] = {}
    for sheet in sheets:
        judged.setdefault(sheet.nomination, []).append(sheet)
    raised: dict[tuple[str, str], JudgedSheet] = {}
    for cut in sorted(_cuts(judged, bodies, seats))[:count]:
        for sheet in _raise(judged[cut.below], _score(judged[cut.above]), rubric):
            raised[sheet.nomination, sheet.reviewer] = sheet
    return tuple(raised.get((sheet.nomination, sheet.reviewer), sheet) for sheet in sheets)


def _cuts(judged: Mapping[str, Sheets], bodies: Mapping[str, str], seats: Mapping[str, int]) -> list[_Cut]:
    filed: dict[str, list[str]] = {}
    for nomination in judged:
        filed.setdefault(bodies[nomination], []).append(nomination)
    cuts = []
    for body, nominations in filed.items():
        line = seats.get(body, 0)
        if 0 < line < len(nominations) and all(
            _is_complete(judged[nomination]) for nomination in nominations
        ):
            ranked = sorted(nominations, key=lambda nomination: (-_score(judged[nomination]), nomination))
            above, below = ranked[line - 1 : line + 1]
            cuts.append(_Cut(_score(judged[above]) - _score(judged[below]), above, below))
    return cuts


def _is_complete(sheets: Sheets) -> bool:
    return len(sheets) >= 5 and all(sheet.progress is Progress.COMPLETE for sheet in sheets)


def _total(sheet: JudgedSheet) -> int:
    return sum(sheet.marks.values())


def _score(sheets: Sheets) -> int:
    """What the trimmed mean divides: the sum of totals in ticks without one highest and one lowest."""
    return sum(sorted(map(_total, sheets))[1:-1])


def _raise(sheets: Sheets, score: int, rubric: Rubric) -> list[JudgedSheet]:
    """The sheets with as many ticks more as `score` takes, each on the lowest of those that count."""
    raised = sorted(sheets, key=attrgetter("reviewer"))
    while _score(raised) < score:
        raised.sort(key=_total)
        raised[1] = _one_tick_up(raised[1], rubric)
    return raised


def _one_tick_up(sheet: JudgedSheet, rubric: Rubric) -> JudgedSheet:
    """The sheet with one tick more where it is furthest from full points."""
    rooms = {
        criterion.key: criterion.full_ticks - sheet.marks[criterion.key] for criterion in rubric.criteria
    }
    key = max(rooms, key=rooms.__getitem__)
    return replace(sheet, marks={**sheet.marks, key: sheet.marks[key] + 1})
