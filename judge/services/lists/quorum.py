"""Rule how many sheets are enough for a score in one award."""

from judge.domain.refusal import Refusal
from judge.ledger import acts
from judge.ledger.closings import FEWEST, MOST
from judge.services.editions.edition import Edition
from judge.services.lists.ruling import Decided, Decision, rule
from judge.services.texts import given_reason


def rule_quorum(edition: Edition, award: str, least: int, reason: str) -> bool:
    """Rule that `least` sheets are enough in an award, instead of the method's `min_sheets`; fewer or more.

    False where that holds already. Refusal codes: "reason-missing", "check-award-unknown" (award, known),
    "quorum-out-of-range" (given, smallest, largest).
    """
    decided = decide_quorum(edition, award, least, given_reason(reason))
    with edition.store.write() as connection:
        return rule(edition, connection, decided.decision)


def decide_quorum(edition: Edition, award: str, least: int, reason: str) -> Decided:
    """What the ruling says."""
    known = tuple(one.key for one in edition.programme.awards)
    if award not in known:
        raise Refusal("check-award-unknown", award=award, known=known)
    if not FEWEST <= least <= MOST:
        raise Refusal("quorum-out-of-range", given=least, smallest=FEWEST, largest=MOST)
    subject = acts.award_subject(award)
    return Decided(Decision(acts.QUORUM, subject, {"min_sheets": least}, reason), (award,))
