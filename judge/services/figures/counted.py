"""A list as it is shown, and the way to count it again with something changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from judge.domain.quota import QuotaTable, Seats
from judge.domain.refusal import Refusal
from judge.domain.standing import Standing
from judge.ledger.ruled import Ruled, ruled
from judge.scoring.award import list_of, subset_list
from judge.scoring.award_list import AwardList
from judge.scoring.calibration.record import CalibrationRefused
from judge.scoring.codes import Codes
from judge.scoring.method import Method
from judge.scoring.panel import Panel
from judge.scoring.safety.compared import settled
from judge.scoring.safety.sensitivity import CannotCountError, Count
from judge.scoring.stage_plan import Stage
from judge.scoring.stages import StageScores
from judge.scoring.weighing import weighed_panel
from judge.services.editions.edition import Edition
from judge.services.lists.applicants import applicants
from judge.services.lists.entered import Entered, entered
from judge.services.lists.methods import method_of
from judge.services.lists.ranking import RankedList, list_keys, rank_supposing
from judge.services.lists.staging import entered_stages, later_stages
from judge.store.connection import Connection
from judge.store.queries.frames import quota_table
from judge.store.queries.office import rulings
from rubrics.model import Award, QuotaCategory


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """A list (`ranked`), its award as it entered the counting, and how it is counted.

    `panel` has the method's weights in its rubric and is settled; `method` has no weights and asks for one
    sheet only. `rank` ranks the award, `count` makes the list of it. `seats` are by body, None where no line
    is looked at; `seated` says whether the list has seats at all.
    """

    ranked: RankedList
    entered: Entered
    panel: Panel
    method: Method
    rank: Count
    count: Count
    by_body: bool
    seats: Seats | None
    seated: bool

    @property
    def undecided(self) -> int:
        """How many of the list have no place and may still get one."""
        lines = (one.line for one in self.ranked.lines)
        return sum(line.rank is None and line.standing is Standing.UNDECIDED for line in lines)

    def award_list(self) -> AwardList:
        """The list, counted."""
        return self.count(self.panel, self.method)


def counted(edition: Edition, keys: Sequence[str]) -> tuple[Counted, ...]:
    """The lists named, or all, from one view of the edition.

    Refusal codes: "list-unknown" (key, known), and those of `entered`.
    """
    known = list_keys(edition)
    for key in keys:
        if key not in known:
            raise Refusal("list-unknown", key=key, known=known)
    with edition.store.read() as connection:
        quotas, holding = quota_table(connection), ruled(rulings(connection))
        return tuple(_counted(edition, connection, key, quotas, holding) for key in keys or known)


def _counted(
    edition: Edition, connection: Connection, key: str, quotas: QuotaTable, holding: Ruled
) -> Counted:
    programme = edition.programme
    category = next((one for one in programme.quota_categories if one.key == key), None)
    award = _award_of(programme.awards, key)
    there = entered(edition, connection, award.key, holding)
    method = method_of(edition, holding, award.key)
    (ranked,) = rank_supposing(edition, connection, [key], ())
    subset = category is not None and category.subset_of is not None
    root = (category.subset_of or category.key) if category else None
    seats = quotas.seats_of(root) if root else None
    panel = settled(weighed_panel(there.panel, method), method.min_sheets)
    plan = method.stages_of(award.key)
    enter = partial(entered, edition, connection, ruled=holding)
    stages = entered_stages(edition, enter, plan, partial(method_of, edition, holding))
    rank = _ranking(there, seats, tuple(later_stages(there, stages)), plan)
    own = quotas.seats_of(key) if category else None
    return Counted(
        ranked=ranked,
        entered=there,
        panel=panel,
        method=replace(method, min_sheets=1, weights={}, stages=plan),
        rank=rank,
        count=_counting(there, rank, category, own) if category and subset else rank,
        by_body=category is not None,
        seats=None if subset else seats,
        seated=any(given is not None for given in own or ()),
    )


def _award_of(awards: Sequence[Award], key: str) -> Award:
    return next(one for one in awards if key == one.key or key in one.quota_categories)


def _ranking(
    there: Entered, seats: Seats | None, later: Sequence[StageScores], plan: tuple[Stage, ...]
) -> Count:
    """Ranks a panel of the award, or of some of its nominations; later stages stay what they are."""
    everybody = Codes(there.panel.nominations)

    def rank(panel: Panel, method: Method) -> AwardList:
        at = everybody.positions(panel.nominations)
        stages = [stage.take(at) for stage in later]
        method = replace(method, stages=plan)
        known = set(panel.nominations.tolist())
        barred = {code: gates for code, gates in there.barred.items() if code in known}
        try:
            return list_of(
                panel, method=method, seats=seats, ineligible=barred, sections=there.sections, later=stages
            )
        except CalibrationRefused as refused:
            raise CannotCountError(refused.code) from refused

    return rank


def _counting(there: Entered, rank: Count, subset: QuotaCategory, own: Seats | None) -> Count:
    applied = applicants(subset, there.filed.values())

    def count(panel: Panel, method: Method) -> AwardList:
        return subset_list(rank(panel, method), applied, own)

    return count
