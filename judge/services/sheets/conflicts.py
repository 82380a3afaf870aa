"""Conflicts of interest: the one rule for who may not judge what."""

from judge.domain.organisations import Organisations


def is_own(organisation: str, candidate: str, body: str, organisations: Organisations) -> bool:
    """Whether a reviewer of `organisation` would judge their own: the candidate's organisation, or its body.

    Under whichever of its names; a reviewer without an organisation is in no conflict that names show.
    """
    return organisations.same(organisation, candidate) or organisations.same(organisation, body)
