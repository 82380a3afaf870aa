"""What organisations won in earlier years, and what that says of a gate that asks for straight years."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from judge.domain.desk import Outcome
from judge.domain.organisations import Organisations


@dataclass(frozen=True, slots=True)
class PastWin:
    """One line of an earlier year's list."""

    year: int
    award: str
    name: str
    organisation: str


@dataclass(frozen=True, slots=True)
class YearFinding:
    """A year that a gate asks for: whether a list of the award covers it, and the organisation's winners."""

    year: int
    covered: bool
    winners: tuple[str, ...]


class AwardHistory:
    """Earlier years' lists, found by award, year and organisation."""

    def __init__(self, wins: Iterable[PastWin], organisations: Organisations) -> None:
        self._organisations = organisations
        self._years: dict[str, set[int]] = defaultdict(set)
        self._won: Mapping[tuple[str, int, str], dict[str, None]] = defaultdict(dict)
        for win in wins:
            self._years[win.award].add(win.year)
            identity = organisations.identity(win.organisation)
            self._won[win.award, win.year, identity][_winner(win)] = None

    def in_years(self, award: str, organisation: str, years: Sequence[int]) -> tuple[YearFinding, ...]:
        """What the lists say of each year; winners with the name that they had then."""
        identity = self._organisations.identity(organisation)
        return tuple(
            YearFinding(year, year in self._years[award], tuple(self._won.get((award, year, identity), ())))
            for year in years
        )


def _winner(win: PastWin) -> str:
    return f"{win.name}（{win.organisation}）" if win.name else win.organisation


def outcome_of(years: Sequence[YearFinding]) -> Outcome:
    """Met where somebody won in each year; not met only where lists of all the years are there and one lacks.

    As long as the list of a year is missing the history is not complete, and the gate is to verify.
    """
    if all(year.winners for year in years):
        return Outcome.MET
    return Outcome.NOT_MET if all(year.covered for year in years) else Outcome.TO_VERIFY
