"""How safe each place of a list is: by other reviewers, and by the model's posterior."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from judge.domain.standing import RankedLine
from judge.scoring.allocation import NOT_SET
from judge.scoring.codes import Codes
from judge.scoring.counting import count
from judge.scoring.exact import Exact
from judge.scoring.safety.bootstrap import REPLICATES, SEED, bootstrap
from judge.scoring.safety.caveats import Caveat, caveats, nothing_to_draw
from judge.scoring.safety.compared import Compared, compared
from judge.scoring.safety.contested import Safeness, safeness
from judge.scoring.safety.posterior import NoPosterior, NoPosteriorError, Posterior, posterior
from judge.scoring.safety.tally import LEVEL, Tally
from judge.scoring.totals import sheet_totals
from judge.services.editions.edition import Edition
from judge.services.figures.counted import Counted, counted
from judge.services.lists.ranking import ListedNomination, RankedList


@dataclass(frozen=True, slots=True)
class Asked:
    """How many draws, by which lot, how much of them a range takes in, and whether the model is asked."""

    replicates: int = REPLICATES
    seed: int = SEED
    level: Fraction = LEVEL
    posterior: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a place reaches, and in which part of the draws it is above the line.

    `above` and `tied` as in `Tally`, parts of 1; they and `word` are None where there is no line. `exact`
    says that they are no estimates: every draw was counted, or there are seats for all, or none.
    """

    low: int
    high: int
    above: Fraction | None
    tied: Fraction | None
    word: Safeness | None
    exact: bool


@dataclass(frozen=True, slots=True)
class SafeLine:
    """A ranked nomination: its `place` in the body (over all, in a list without bodies), and its reaches.

    `drawn` is None where there was nothing to draw; `modelled` where the model was not asked or has none.
    """

    listed: ListedNomination
    place: int
    drawn: Reach | None
    modelled: Reach | None

    @property
    def line(self) -> RankedLine:
        """The line of the ranked list."""
        return self.listed.line


@dataclass(frozen=True, slots=True)
class ListSafety:
    """A list's places and how safe they are.

    `draws` different draws stand for `chances` equally likely ones; `exhaustive` where these are all there
    are. `refused` says why the model has no figures ("" for: it was not asked, or has them).
    """

    ranked: RankedList
    asked: Asked
    by_body: bool
    has_line: bool
    reviewers: int
    draws: int
    chances: int
    exhaustive: bool
    lines: tuple[SafeLine, ...]
    caveats: tuple[Caveat, ...] = ()
    refused: str = ""
    detail: str = ""
    variances: Mapping[str, float] = field(default_factory=dict)


def safety(edition: Edition, keys: Sequence[str], asked: Asked | None = None) -> tuple[ListSafety, ...]:
    """How safe the places of the lists named are, or of all.

    Refusal codes: "list-unknown" (key, known), and those of `entered`.
    """
    return tuple(_safety(one, asked or Asked()) for one in counted(edition, keys))


def _safety(one: Counted, asked: Asked) -> ListSafety:
    there = compared(one.panel, one.award_list(), by_body=one.by_body, seats=one.seats)
    has_line = bool((there.seats != NOT_SET).any())
    if not len(there):
        left = caveats(there, None, one.method, one.undecided)
        return ListSafety(
            one.ranked, asked, one.by_body, has_line, 0, 0, 0, exhaustive=True, lines=(), caveats=left
        )
    found = bootstrap(
        there,
        one.method,
        _totals(one, there),
        rank=one.rank,
        replicates=asked.replicates,
        seed=asked.seed,
        level=asked.level,
    )
    model, refusal = _modelled(one, there, asked)
    drawn = None if nothing_to_draw(there) else _reaches(there, found.tally, asked, exact=found.exhaustive)
    modelled = _reaches(there, model.tally, asked, exact=False) if model else None
    return ListSafety(
        one.ranked,
        asked,
        one.by_body,
        has_line,
        len(found.circles.codes),
        found.draws,
        found.tally.chances,
        found.exhaustive,
        tuple(_lines(one, there, drawn, modelled)),
        caveats(there, found, one.method, one.undecided),
        *refusal,
        _variances(model),
    )


def _totals(one: Counted, there: Compared) -> Exact:
    """Those of the compared nominations' sheets, as the method combines them."""
    chosen = Codes(there.panel.nominations).positions(one.panel.nominations[one.panel.sheet_nomination]) >= 0
    return count(one.panel, one.method, one.entered.sections).totals.take(np.flatnonzero(chosen))


def _modelled(one: Counted, there: Compared, asked: Asked) -> tuple[Posterior | None, tuple[str, str]]:
    if not asked.posterior:
        return None, ("", "")
    if one.method.stages:
        return None, (NoPosterior.IN_STAGES.value, "")
    totals = sheet_totals(one.panel)
    draws = {"replicates": asked.replicates, "seed": asked.seed}
    try:
        return posterior(one.panel, totals, there, **draws, level=asked.level), ("", "")
    except NoPosteriorError as refused:
        return None, (refused.reason.value, refused.detail)


def _variances(model: Posterior | None) -> Mapping[str, float]:
    if model is None:
        return {}
    found = model.variances
    return {"nomination": found.nomination, "reviewer": found.reviewer, "error": found.error}


def _reaches(there: Compared, tally: Tally, asked: Asked, *, exact: bool) -> Mapping[int, Reach]:
    """By nomination code."""
    sizes = np.bincount(there.groups)
    settled = (there.seats == 0) | (there.seats >= sizes[there.groups])
    return {
        int(code): _reach(there, tally, asked.level, at, exact=exact or bool(settled[at]))
        for at, code in enumerate(there.panel.nominations)
    }


def _reach(there: Compared, tally: Tally, level: Fraction, at: int, *, exact: bool) -> Reach:
    low, high = int(tally.low[at]), int(tally.high[at])
    if there.seats[at] == NOT_SET:
        return Reach(low, high, None, None, None, exact)
    above, tied = (Fraction(int(count[at]), tally.chances) for count in (tally.above, tally.tied))
    return Reach(low, high, above, tied, safeness(above, tied, level), exact)


def _lines(
    one: Counted, there: Compared, drawn: Mapping[int, Reach] | None, modelled: Mapping[int, Reach] | None
) -> Iterator[SafeLine]:
    place = dict(zip(there.panel.nominations.tolist(), there.place.tolist(), strict=True))
    for listed in one.ranked.lines:
        code = listed.line.nomination
        if code in place:
            yield SafeLine(
                listed,
                place[code],
                drawn[code] if drawn else None,
                modelled[code] if modelled else None,
            )
