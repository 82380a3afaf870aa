"""By which method each award of an edition is counted."""

from dataclasses import dataclass

from judge.domain.refusal import Refusal
from judge.ledger.ruled import ruled
from judge.scoring.method import Method
from judge.services.editions.edition import Edition
from judge.services.lists.methods import method_of, ruled_method
from judge.store.queries.office import rulings
from rubrics.model import Rubric, Text


@dataclass(frozen=True, slots=True)
class HeldMethod:
    """The method that counts an award, with what was ruled on it.

    `ruled` says that the chair has ruled the method, `quorum` is the least number of sheets where that was.
    """

    award: str
    title: Text
    rubric: Rubric
    method: Method
    ruled: bool
    quorum: int | None


def held_methods(edition: Edition) -> tuple[HeldMethod, ...]:
    """What counts each award, in the order of the programme."""
    with edition.store.read() as connection:
        held = ruled(rulings(connection))
    return tuple(
        HeldMethod(
            award=award.key,
            title=award.title,
            rubric=edition.programme.rubric_of(award.key),
            method=method_of(edition, held, award.key),
            ruled=ruled_method(edition, held, award.key) is not None,
            quorum=held.quorums.get(award.key),
        )
        for award in edition.programme.awards
    )


def held_method(edition: Edition, award: str) -> HeldMethod:
    """What counts one award; Refusal "check-award-unknown" (award, known)."""
    by_award = {held.award: held for held in held_methods(edition)}
    if award not in by_award:
        raise Refusal("check-award-unknown", award=award, known=tuple(by_award))
    return by_award[award]
