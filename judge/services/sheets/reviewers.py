"""Reviewers by their keys, in whichever spelling."""

from imports.matching import name_key, nearest
from judge.domain.refusal import Refusal


def known_reviewer(reviewer: str, known: tuple[str, ...]) -> str:
    """The key that is meant; Refusals "reviewer-unknown-but-near" and "reviewer-unknown" for none known."""
    keys = {name_key(key): key for key in known}
    if key := keys.get(name_key(reviewer)):
        return key
    if near := nearest(reviewer, known):
        raise Refusal("reviewer-unknown-but-near", reviewer=reviewer, nearest=near)
    raise Refusal("reviewer-unknown", reviewer=reviewer, known=known)
