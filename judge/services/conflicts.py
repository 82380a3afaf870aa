"""Conflicts of interest: the one rule for who may not judge what."""

from imports.matching import name_key


def is_own(organisation: str, candidate: str, body: str) -> bool:
    """Whether a reviewer of `organisation` would judge their own: the candidate's organisation, or its body.

    Names match on their normalised key. A reviewer without an organisation is in no conflict that names show.
    """
    own = name_key(organisation)
    return bool(own) and own in {name_key(candidate), name_key(body)}
