"""Conflicts of interest: the one rule for who may not judge what."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from judge.domain.candidacy import Candidacy
from judge.domain.conflict import Conflict, ConflictGround, Interests
from judge.domain.folding import fold_name
from judge.domain.organisations import Organisations
from judge.domain.phones import phone_numbers


def is_own(organisation: str, candidate: str, body: str, organisations: Organisations) -> bool:
    """Whether a reviewer of `organisation` would judge their own: the candidate's organisation, or its body.

    Under whichever of its names; a reviewer without an organisation is in no conflict that names show.
    """
    return organisations.same(organisation, candidate) or organisations.same(organisation, body)


def conflicts(own: Interests, theirs: Candidacy, organisations: Organisations) -> tuple[Conflict, ...]:
    """Everything that ties a reviewer to a nomination, each ground once; () for no conflict that papers show.

    Organisations under whichever of their names; people by name, however it is spelt; telephones by digits.
    """
    return tuple({conflict.ground: conflict for conflict in _found(own, theirs, organisations)}.values())


def _found(own: Interests, theirs: Candidacy, organisations: Organisations) -> Iterator[Conflict]:
    if any(organisations.same(mine, theirs.organisation) for mine in own.organisations):
        yield Conflict(ConflictGround.ORGANISATION, theirs.organisation)
    if any(organisations.same(mine, theirs.body) for mine in own.organisations):
        yield Conflict(ConflictGround.BODY, theirs.body)
    name, numbers = fold_name(own.name), frozenset(phone_numbers(own.phone))
    for person in theirs.people if name else ():
        if fold_name(person.what) == name:
            yield Conflict(ConflictGround.NAME, person.what, person.label)
    for phone in theirs.phones:
        if phone.what in numbers:
            yield Conflict(ConflictGround.PHONE, phone.what, phone.label)


class ConflictIndex:
    """Reviewers by all that can tie them to a nomination: the rule is asked of those whom it can concern."""

    def __init__(self, reviewers: Mapping[str, Interests], organisations: Organisations) -> None:
        """`reviewers` are by key."""
        self._reviewers = reviewers
        self._organisations = organisations
        self._at: defaultdict[str, set[str]] = defaultdict(set)
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        self._reached: defaultdict[str, set[str]] = defaultdict(set)
        for key, own in reviewers.items():
            for name in own.organisations:
                self._at[organisations.identity(name)].add(key)
            self._named[fold_name(own.name)].add(key)
            for number in phone_numbers(own.phone):
                self._reached[number].add(key)
        # Who has no name or no organisation shares neither with anybody.
        self._at.pop("", None)
        self._named.pop("", None)

    def tied(self, theirs: Candidacy) -> dict[str, tuple[Conflict, ...]]:
        """The reviewers who are in conflict with a nomination, by key, and everything that ties them."""
        near: set[str] = set()
        for name in (theirs.organisation, theirs.body):
            near |= self._at.get(self._organisations.identity(name), set())
        for person in theirs.people:
            near |= self._named.get(fold_name(person.what), set())
        for phone in theirs.phones:
            near |= self._reached.get(phone.what, set())
        found = {key: conflicts(self._reviewers[key], theirs, self._organisations) for key in sorted(near)}
        return {key: grounds for key, grounds in found.items() if grounds}
