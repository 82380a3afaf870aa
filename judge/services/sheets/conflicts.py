"""Conflicts of interest: the one rule for who may not judge what."""

from collections.abc import Iterator

from judge.domain.conflict import Candidacy, Conflict, ConflictGround, Interests
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
    if organisations.same(own.organisation, theirs.organisation):
        yield Conflict(ConflictGround.ORGANISATION, theirs.organisation)
    if organisations.same(own.organisation, theirs.body):
        yield Conflict(ConflictGround.BODY, theirs.body)
    name, numbers = fold_name(own.name), frozenset(phone_numbers(own.phone))
    for person in theirs.people if name else ():
        if fold_name(person.what) == name:
            yield Conflict(ConflictGround.NAME, person.what, person.label)
    for phone in theirs.phones:
        if phone.what in numbers:
            yield Conflict(ConflictGround.PHONE, phone.what, phone.label)
