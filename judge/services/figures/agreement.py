"""How far an award's reviewers agree, criterion by criterion and in total."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from judge.scoring.agreement.alpha import Level, alpha
from judge.scoring.agreement.concordance import Concordance, concordance
from judge.scoring.agreement.intraclass import Estimate, Form, intraclass
from judge.scoring.agreement.ratings import Ratings, crossed
from judge.scoring.exact import SAFE, Exact, Flags, Positions, distinct, largest
from judge.scoring.panel import Panel
from judge.scoring.totals import sheet_totals
from judge.services.editions.edition import Edition
from judge.services.figures.panels import NamedPanel, award_of, read_award
from rubrics.model import Text

_FINE = 10**6
"""Totals whose exact numerators are too large for these figures are taken to a millionth of a point."""


@dataclass(frozen=True, slots=True)
class BlockAgreement:
    """Nominations that the very same reviewers scored: how many, by whom, and their figures."""

    nominations: int
    reviewers: tuple[str, ...]
    intraclass: Mapping[Form, Estimate]
    concordance: Concordance | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one criterion, or in total (key "").

    `ratings` counts the marks or totals, `alpha` has Krippendorff's by level, None where there is none;
    `blocks` come with the one of most ratings first.
    """

    key: str
    title: Text | None
    ratings: int
    alpha: Mapping[Level, float | None]
    blocks: tuple[BlockAgreement, ...]


@dataclass(frozen=True, slots=True)
class AwardAgreement:
    """An award's agreement: `nominations` have at least one counted sheet, `shared` at least two."""

    award: str
    title: Text
    nominations: int
    shared: int
    reviewers: int
    total: Agreement
    criteria: tuple[Agreement, ...]


def agreement(edition: Edition, key: str) -> AwardAgreement:
    """The agreement on an award's submitted sheets; of sheets that do not count nothing is read.

    Refusal codes: "list-unknown", and those of `read_award`.
    """
    award = award_of(edition, key)
    with edition.store.read() as connection:
        named = read_award(edition, connection, award)
    panel = named.panel
    totals = _whole_totals(sheet_totals(panel))
    everything: Flags = np.ones(len(totals), np.bool_)
    return AwardAgreement(
        award,
        edition.programme.award(award).title,
        int((panel.counted > 0).sum()),
        int((panel.counted > 1).sum()),
        len(distinct(panel.sheet_reviewer)),
        _agreement("", None, _ratings(panel, totals, everything), named),
        tuple(_of_criteria(named)),
    )


def _of_criteria(named: NamedPanel) -> Iterator[Agreement]:
    panel = named.panel
    for at, criterion in enumerate(panel.rubric.criteria):
        ratings = _ratings(panel, panel.ticks[:, at], panel.applicable[:, at])
        yield _agreement(criterion.key, criterion.title, ratings, named)


def _ratings(panel: Panel, values: Positions, chosen: Flags) -> Ratings:
    return Ratings(panel.sheet_nomination[chosen], panel.sheet_reviewer[chosen], values[chosen])


def _whole_totals(totals: Exact) -> Positions:
    """Totals as whole numbers of one unit, whichever."""
    if largest(totals.numerators) < SAFE:
        return totals.numerators.astype(np.int64)
    scaled = [int(one) * _FINE // totals.denominator for one in totals.numerators]
    return np.array(scaled, np.int64)


def _agreement(key: str, title: Text | None, ratings: Ratings, named: NamedPanel) -> Agreement:
    blocks = tuple(
        BlockAgreement(
            len(block.units),
            tuple(named.reviewers[code] for code in block.raters),
            intraclass(block),
            concordance(block),
        )
        for block in crossed(ratings)
    )
    levels = (Level.INTERVAL, Level.ORDINAL)
    return Agreement(key, title, len(ratings.values), {one: alpha(ratings, one) for one in levels}, blocks)
