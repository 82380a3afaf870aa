"""Reviewers named by their keys, in whichever spelling."""

from collections.abc import Sequence

from imports.matching import name_key, nearest
from judge.domain.refusal import Refusal


def find_reviewer(given: str, known: Sequence[str]) -> str:
    """The key that was meant.

    Refusals "reviewer-unknown-but-near" (reviewer, nearest) and "reviewer-unknown" (reviewer, known).
    """
    keys = {name_key(key): key for key in known}
    if key := keys.get(name_key(given)):
        return key
    if near := nearest(given, known):
        raise Refusal("reviewer-unknown-but-near", reviewer=given, nearest=near)
    raise Refusal("reviewer-unknown", reviewer=given, known=tuple(known))
