"""Candidates that two bodies seem to have filed: found and shown with what is alike, never merged."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from rapidfuzz import fuzz

from imports.matching import name_key
from judge.domain.organisations import Organisations

_NEAR = 80
"""Percent of likeness of two names, their common words left out, from which they are near."""
_FEWEST_SHARED = 3
"""Members shared from which two lists overlap, where they are half of the shorter list at least."""
_MOST_OF_A_NAME = 50
"""A member that more nominations name than this tells nobody apart."""

_COMMON_WORDS = re.compile(r"qc小组|质量管理小组|质量信得过班组|小组|班组|qc", re.IGNORECASE)
_NUMERALS = re.compile(r"[0-9一二三四五六七八九十甲乙丙丁]+")


class Alike(StrEnum):
    """What two nominations have in common."""

    NAME = "same-name"
    NEAR_NAME = "near-name"
    ORGANISATION = "same-organisation"
    MEMBERS = "shared-members"


@dataclass(frozen=True, slots=True)
class FiledCandidate:
    """A nomination as far as it takes to find it twice; `body` is the recommending body's name."""

    key: str
    award: str
    body: str
    name: str
    organisation: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoubleFiling:
    """Two nominations of different bodies for one award, in the order of filing, and what is alike.

    `members` are the names that both lists have, as the first one spells them.
    """

    first: FiledCandidate
    second: FiledCandidate
    alike: tuple[Alike, ...]
    members: tuple[str, ...] = ()


def double_filings(
    candidates: Sequence[FiledCandidate], organisations: Organisations
) -> tuple[DoubleFiling, ...]:
    """Every pair that two bodies filed for one award and that may be one candidate, in the order of filing.

    That is: the same organisation by any of its names, and the same or a near name (for a person: the same);
    or member lists that overlap.
    """
    order = {candidate.key: n for n, candidate in enumerate(candidates)}
    pairs: dict[tuple[int, int], None] = {}
    for one, other in (*_of_one_organisation(candidates, organisations), *_of_one_member(candidates)):
        if one.body != other.body:
            pairs[order[one.key], order[other.key]] = None
    found = (_compared(candidates[a], candidates[b], organisations) for a, b in sorted(pairs))
    return tuple(pair for pair in found if pair is not None)


def _of_one_organisation(
    candidates: Iterable[FiledCandidate], organisations: Organisations
) -> Iterator[tuple[FiledCandidate, FiledCandidate]]:
    groups: dict[tuple[str, str], list[FiledCandidate]] = defaultdict(list)
    for candidate in candidates:
        groups[candidate.award, organisations.identity(candidate.organisation)].append(candidate)
    for (_, identity), group in groups.items():
        if identity:
            yield from combinations(group, 2)


def _of_one_member(
    candidates: Iterable[FiledCandidate],
) -> Iterator[tuple[FiledCandidate, FiledCandidate]]:
    """Pairs whose lists share a name, of those names that are rare enough to say anything."""
    groups: dict[tuple[str, str], list[FiledCandidate]] = defaultdict(list)
    for candidate in candidates:
        for key in dict.fromkeys(map(name_key, candidate.members)):
            groups[candidate.award, key].append(candidate)
    for group in groups.values():
        if len(group) <= _MOST_OF_A_NAME:
            yield from combinations(group, 2)


def _compared(
    one: FiledCandidate, other: FiledCandidate, organisations: Organisations
) -> DoubleFiling | None:
    same_organisation = organisations.same(one.organisation, other.organisation)
    name = _names_alike(one.name, other.name)
    shared = _shared(one.members, other.members)
    # An enterprise is its own candidate, so that its other names are names of the candidate.
    same_candidate = same_organisation and (name or organisations.same(one.name, other.name))
    if not same_candidate and not shared:
        return None
    alike = (
        *((name,) if name else ()),
        *((Alike.ORGANISATION,) if same_organisation else ()),
        *((Alike.MEMBERS,) if shared else ()),
    )
    return DoubleFiling(one, other, alike, shared)


def _names_alike(one: str, other: str) -> Alike | None:
    if name_key(one) == name_key(other):
        return Alike.NAME
    first, second = (_COMMON_WORDS.sub("", name_key(name)) for name in (one, other))
    if not first or not second or _NUMERALS.findall(first) != _NUMERALS.findall(second):
        # 一班 and 二班 are two teams, however alike the rest is.
        return None
    near = first == second or fuzz.ratio(first, second) >= _NEAR
    return Alike.NEAR_NAME if near else None


def _shared(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """The members that both lists have, where they are enough to say that the lists overlap."""
    theirs = set(map(name_key, other))
    shared = tuple(dict.fromkeys(member for member in one if name_key(member) in theirs))
    shorter = min(len(set(map(name_key, one))), len(theirs))
    return shared if len(shared) >= _FEWEST_SHARED and 2 * len(shared) >= shorter else ()
