"""All that a screen of panels shows, of one moment: who sits where, what each section judges, and sums."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from judge.ledger.panel_acts import ROLE_REVIEWER, SERVING
from judge.locale import language
from judge.services.editions.edition import Edition
from judge.services.panels.standing import Member, members
from judge.store.queries.panels import SectionedNomination, sectioned_nominations, sheets_at_work

__all__ = ["Board", "Member", "Panel", "SectionedNomination", "Tally", "board"]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many judge, how many sheets count or may yet, how many nominations, and how many are anchors."""

    reviewers: int = 0
    sheets: int = 0
    nominations: int = 0
    anchors: int = 0


@dataclass(frozen=True, slots=True)
class Panel:
    """An award's panel: in all, and by section; "" is who sits in all of it, and what no section judges."""

    award: str
    title: str
    whole: Tally
    sections: Mapping[str, Tally]

    @property
    def named(self) -> tuple[str, ...]:
        """Its sections, in their order."""
        return tuple(name for name in self.sections if name)


@dataclass(frozen=True, slots=True)
class Board:
    """Reviewers in the order of appointment, nominations in that of filing, panels in the programme's."""

    members: tuple[Member, ...]
    nominations: tuple[SectionedNomination, ...]
    panels: tuple[Panel, ...]

    def panel(self, award: str) -> Panel:
        """An award's panel; KeyError where there is none."""
        for panel in self.panels:
            if panel.award == award:
                return panel
        raise KeyError(award)


def board(edition: Edition) -> Board:
    """The panels of an edition."""
    with edition.store.read() as connection:
        sheets = [(nomination, reviewer) for nomination, reviewer, _ in sheets_at_work(connection)]
        nominations = sectioned_nominations(connection)
        seated = members(connection, Counter(reviewer for _, reviewer in sheets))
    counted = _counted(seated, nominations, Counter(nomination for nomination, _ in sheets))
    return Board(
        seated,
        nominations,
        tuple(
            Panel(one.key, one.title.language(language()), *_tallies(counted[one.key]))
            for one in edition.programme.awards
        ),
    )


_Sums = defaultdict[str, Counter[str]]
"""Counts of the fields of a `Tally`, by section."""


def _counted(
    seated: Iterable[Member], nominations: Iterable[SectionedNomination], sheets: Mapping[str, int]
) -> defaultdict[str, _Sums]:
    """The sums by award and section."""
    counted: defaultdict[str, _Sums] = defaultdict(lambda: defaultdict(Counter))
    for member in seated:
        for award, seat in member.seats.items():
            judges = seat.role == ROLE_REVIEWER and member.standing == SERVING
            counted[award][seat.section]["reviewers"] += judges
    for one in nominations:
        sums = counted[one.award][one.section]
        sums["nominations"] += 1
        sums["anchors"] += one.anchor
        sums["sheets"] += sheets.get(one.key, 0)
    return counted


def _tallies(counted: _Sums) -> tuple[Tally, Mapping[str, Tally]]:
    whole: Counter[str] = Counter()
    for sums in counted.values():
        whole.update(sums)
    return Tally(**whole), {name: Tally(**counted[name]) for name in sorted(counted)}
