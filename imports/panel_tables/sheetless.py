"""Who gave a nomination no mark at all: no sheet follows from that, and nothing later would miss one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from imports.findings import Place
from imports.records import NominationRecord, RecusalRecord, ScoreRecord
from imports.register import Register
from imports.remarks import Remarks

_SPARSE = 5
"""Where more than one place in so many has no sheet, nominations were dealt out, or are not done."""

_Pair = tuple[str, str]


class _Panel(NamedTuple):
    """An award's nominations and reviewers in a file; `lacking` by nomination, those who gave it no mark."""

    nominations: Sequence[str]
    reviewers: Sequence[str]
    lacking: Mapping[str, Sequence[str]]


def say_sheetless(
    named: Iterable[object],
    records: Sequence[ScoreRecord | RecusalRecord],
    register: Register,
    remarks: Remarks,
) -> None:
    """Say of tables that name whom they mark which nominations have fewer sheets than their panel could give.

    Warnings, of each award: "score-sheet-none" (name, reviewers, sheets, nomination, reviewer: the keys of
    the first pair), at every nomination to which somebody on the panel gave no mark and no recusal. Where
    more than a fifth of the award's places are so, "score-sheets-uneven" (count, places, name, reviewers: of
    the first; fewest, most) once, and that only where nominations differ in their number of sheets.
    """
    given = {(record.nomination, record.reviewer): record for record in reversed(records)}
    names = {known.key: known.name for known in register.nominations}
    places = _places(named, given.values(), register)
    called = {
        one.key: one.name if one.name == one.key else f"{one.key} {one.name}" for one in register.reviewers
    }
    for panel in _panels(places, given, register):
        if not panel.lacking:
            continue
        sheets = {key: len(panel.reviewers) - len(panel.lacking.get(key, ())) for key in panel.nominations}
        absent, full = sum(map(len, panel.lacking.values())), len(panel.nominations) * len(panel.reviewers)
        is_sparse = absent * _SPARSE > full
        fewest, most = min(sheets.values()), max(sheets.values())
        for key, reviewers in panel.lacking.items():
            whose = tuple(called[reviewer] for reviewer in reviewers)
            if not is_sparse:
                recused = sum(
                    (key, one) in given and isinstance(given[key, one], RecusalRecord)
                    for one in panel.reviewers
                )
                remarks.warn(
                    "score-sheet-none",
                    places[key],
                    name=names[key],
                    reviewers=whose,
                    sheets=sheets[key] - recused,
                    nomination=key,
                    reviewer=reviewers[0],
                )
            elif sheets[key] == fewest < most:
                params = {"count": absent, "places": full, "fewest": fewest, "most": most}
                remarks.warn("score-sheets-uneven", places[key], name=names[key], reviewers=whose, **params)
                break


def _places(
    named: Iterable[object], records: Iterable[ScoreRecord | RecusalRecord], register: Register
) -> dict[str, Place]:
    """Where each nomination of the file stands: where it is named, or else where it is first marked."""
    keys = {(known.award, known.name): known.key for known in register.nominations}
    places = {
        keys[one.award, one.name]: one.place
        for one in named
        if isinstance(one, NominationRecord) and (one.award, one.name) in keys
    }
    for record in records:
        places.setdefault(record.nomination, record.place)
    return places


def _panels(places: Iterable[str], given: Iterable[_Pair], register: Register) -> Iterator[_Panel]:
    """By award, in the register's orders."""
    pairs = set(given)
    here, awards = set(places), {known.key: known.award for known in register.nominations}
    for award in register.programme.awards:
        nominations = [
            known.key for known in register.nominations if known.award == award.key and known.key in here
        ]
        marking = {reviewer for nomination, reviewer in pairs if awards[nomination] == award.key}
        reviewers = [known.key for known in register.reviewers if known.key in marking]
        lacking = {
            key: absent
            for key in nominations
            if (absent := [one for one in reviewers if (key, one) not in pairs])
        }
        yield _Panel(nominations, reviewers, lacking)
