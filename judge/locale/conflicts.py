"""Conflicts of interest in words, for the reviewer at the desk and for the office alike."""

from collections.abc import Iterable

from judge.domain.conflict import Conflict, ConflictGround
from judge.locale import N_, _
from judge.locale.grounds import bracketed

GROUNDS = {
    ConflictGround.ORGANISATION: N_("the reviewer's own organisation"),
    ConflictGround.BODY: N_("the reviewer's organisation recommends it"),
    ConflictGround.NAME: N_("the reviewer's name on the form"),
    ConflictGround.PHONE: N_("the reviewer's telephone number on the form"),
}


def conflict_words(conflicts: Iterable[Conflict]) -> str:
    """What shows conflicts, with the names as far as they may be said."""
    return _("; ").join(map(_words, conflicts))


def _words(conflict: Conflict) -> str:
    said = _(": ").join(part for part in (conflict.label, conflict.said) if part)
    return bracketed(_(GROUNDS[conflict.ground]), said)
