"""How each reviewer of an award judges beside the others, with their names and the order of their sheets."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from judge.ledger.ruled import ruled
from judge.scoring.exact import Positions
from judge.scoring.panel import Panel
from judge.scoring.problems import MethodRefused
from judge.scoring.reviewers.drift import UNKNOWN
from judge.scoring.reviewers.profiles import Profile, profiles
from judge.scoring.reviewers.shrunken import Shrunken, shrunken
from judge.scoring.weighing import weighed_panel
from judge.services.editions.edition import Edition
from judge.services.figures.panels import award_of
from judge.services.lists.entered import entered
from judge.services.lists.methods import method_faults, method_of
from judge.store.connection import Connection
from judge.store.queries.known import held_reviewers
from judge.store.queries.office import rulings
from judge.store.queries.submissions import Submission, submissions
from rubrics.model import Criterion, Text


@dataclass(frozen=True, slots=True)
class AwardReviewers:
    """The reviewers of an award who have counted sheets, by their keys.

    `nominations` have at least one counted sheet; `keys` and `names` are by the codes in `profiles`;
    `shrunken` is what the crossed model says of severity.
    """

    award: str
    title: Text
    criteria: tuple[Criterion, ...]
    nominations: int
    profiles: tuple[Profile, ...]
    shrunken: Shrunken
    keys: Mapping[int, str]
    names: Mapping[int, str]

    @property
    def figures(self) -> int:
        """Of how many figures it was asked whether they stand out."""
        return sum(one.chance is not None for profile in self.profiles for one in profile.asked)


def reviewers(edition: Edition, key: str) -> AwardReviewers:
    """The reviewers of an award, by the sheets that count under the rulings that hold.

    Refusal codes: "list-unknown", and those of `entered`.
    """
    award = award_of(edition, key)
    with edition.store.read() as connection:
        holding = ruled(rulings(connection))
        there = entered(edition, connection, award, holding)
        method = method_of(edition, holding, award)
        handed_in = _handed_in(there.panel, submissions(connection, award))
        names = _names(connection)
    try:
        panel = weighed_panel(there.panel, method)
    except MethodRefused as refused:
        raise method_faults(refused, method, award) from refused
    found = profiles(panel, handed_in)
    return AwardReviewers(
        award,
        edition.programme.award(award).title,
        there.rubric.criteria,
        int((there.panel.counted > 0).sum()),
        tuple(sorted(found, key=lambda one: there.reviewers[one.reviewer])),
        shrunken(panel),
        there.reviewers,
        {code: names.get(there.reviewers[code], "") for code in there.reviewers},
    )


def _names(connection: Connection) -> dict[str, str]:
    return {one.key: one.detail.name for one in held_reviewers(connection)}


def _handed_in(panel: Panel, known: Iterable[Submission]) -> Positions:
    """Of each counted sheet its place in the chain of its reviewer's pen.

    Who wrote with several pens has several chains, and nothing but clocks, which prove nothing, says how they
    lie beside each other: of them the pen with the most sheets is read.
    """
    there = tuple(known)
    most: dict[int, str] = {}
    for (reviewer, pen), _sheets in sorted(
        Counter((one.reviewer, one.pen) for one in there).items(), key=lambda item: (-item[1], item[0])
    ):
        most.setdefault(reviewer, pen)
    seq = {(one.nomination, one.reviewer): one.seq for one in there if most[one.reviewer] == one.pen}
    pairs = zip(
        panel.nominations[panel.sheet_nomination].tolist(), panel.sheet_reviewer.tolist(), strict=True
    )
    return np.array([seq.get(pair, UNKNOWN) for pair in pairs], np.int64)
