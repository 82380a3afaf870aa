"""Who goes on to a later stage of an award, by the rule that the award's method gives."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from judge.domain.refusal import Refusal
from judge.domain.standing import Reason, Standing
from judge.ledger.ruled import ruled
from judge.scoring.method import Method
from judge.scoring.stage_plan import Stage
from judge.services.editions.edition import Edition
from judge.services.lists.methods import method_of
from judge.services.lists.ranking import ListedNomination, RankedList, list_by, lists_of
from judge.store.connection import Connection
from judge.store.queries.frames import Filed
from judge.store.queries.office import rulings

_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Entrants:
    """Whom a stage of an award's list admits, in the order of the list so far."""

    award: str
    stage: Stage
    admitted: tuple[ListedNomination, ...]


def entrants(edition: Edition, connection: Connection, award: str, stage: str) -> Entrants:
    """Whom a later stage admits, as things stand.

    The ineligible are never admitted. Where it is by place, nobody may still be without a score.

    Refusal codes: "check-award-unknown" (award, known), "stage-of-nothing" (award), "stage-not-of-award"
    (award, stage, known), "stage-not-decided" (award, count, names), those of ranking.
    """
    known = tuple(one.key for one in edition.programme.awards)
    if award not in known:
        raise Refusal("check-award-unknown", award=award, known=known)
    method = method_of(edition, ruled(rulings(connection)), award)
    plan = method.stages_of(award)
    at = _position(award, stage, plan)
    ranked = list_by(edition, connection, lists_of(edition, award)[0], _before(method, plan[:at]))
    # Whoever was not admitted to a stage before does not come back in a later one.
    eligible = [
        one
        for one in ranked.lines
        if one.line.standing is not Standing.INELIGIBLE and Reason.NOT_ADMITTED not in one.line.reasons
    ]
    return Entrants(award, plan[at], tuple(_admitted(plan[at], ranked, eligible)))


def _position(award: str, stage: str, plan: tuple[Stage, ...]) -> int:
    if not plan:
        raise Refusal("stage-of-nothing", award=award)
    later = {one.award: at for at, one in enumerate(plan) if at}
    if stage not in later:
        raise Refusal("stage-not-of-award", award=award, stage=stage, known=tuple(later))
    return later[stage]


def _before(method: Method, stages: tuple[Stage, ...]) -> Method:
    """The method by which the list stands before a stage."""
    return replace(method, stages=stages if len(stages) > 1 else ())


def _admitted(
    stage: Stage, ranked: RankedList, eligible: list[ListedNomination]
) -> Iterable[ListedNomination]:
    if stage.applied_by:
        return (one for one in eligible if _says_yes(one.nomination, stage.applied_by))
    if not stage.first:
        return eligible
    undecided = [one.nomination.key for one in eligible if one.line.rank is None]
    if undecided:
        names = ", ".join(undecided[:_EXAMPLES])
        raise Refusal("stage-not-decided", award=ranked.award, count=len(undecided), names=names)
    # Equals share a place, so that all who tie for the last one are admitted.
    return (one for one in eligible if one.line.rank and one.line.rank <= stage.first)


def _says_yes(nomination: Filed, field: str) -> bool:
    return any(one.key == field and one.value is True for one in nomination.fields)
