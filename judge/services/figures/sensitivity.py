"""What of a list changes without a reviewer, with other weights, by another method."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from judge.scoring.safety.changes import Change
from judge.scoring.safety.sensitivity import Base, with_methods, with_weights, without_reviewers
from judge.scoring.safety.turning import Turnings, turnings
from judge.services.editions.edition import Edition
from judge.services.figures.counted import Counted, counted
from judge.services.lists.ranking import RankedList
from judge.store.queries.frames import Filed


@dataclass(frozen=True, slots=True)
class ListSensitivity:
    """A list and what changes in it.

    `reviewers` by key, `weights` by criterion and what its weight is multiplied by, `turns` by criterion,
    `methods` by name. `nominations` has who the codes of changes stand for. `ranked_count` is how many have a
    place; where the list is not `seated`, no standing can change.
    """

    ranked: RankedList
    by_body: bool
    seated: bool
    ranked_count: int
    undecided: int
    reviewers: Mapping[str, Change]
    weights: Mapping[str, Mapping[Fraction, Change]]
    turns: Mapping[str, Turnings]
    methods: Mapping[str, Change]
    nominations: Mapping[int, Filed]


def sensitivity(edition: Edition, keys: Sequence[str]) -> tuple[ListSensitivity, ...]:
    """What changes in the lists named, or in all.

    Refusal codes: "list-unknown" (key, known), and those of `entered`.
    """
    return tuple(_sensitivity(one) for one in counted(edition, keys))


def _sensitivity(one: Counted) -> ListSensitivity:
    base = Base.of(one.panel, one.method, one.count, by_body=one.by_body, seats=one.seats)
    places = int((base.ranked.rank > 0).sum())
    keys = one.entered.reviewers
    weights = with_weights(base) if places else {}
    return ListSensitivity(
        ranked=one.ranked,
        by_body=one.by_body,
        seated=one.seated,
        ranked_count=places,
        undecided=one.undecided,
        reviewers={keys[code]: change for code, change in without_reviewers(base).items()} if places else {},
        weights=weights,
        turns={key: turnings(base, key) for key in weights},
        methods=with_methods(base) if places else {},
        nominations=one.entered.filed,
    )
