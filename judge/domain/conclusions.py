"""What is concluded from a nomination's papers, beside what they say themselves."""

from dataclasses import dataclass

from judge.domain.conflict import Conflict
from judge.domain.desk import GateFinding
from judge.domain.revision import FieldChange


@dataclass(frozen=True, slots=True)
class Conclusions:
    """Of one revision, for one reviewer: its gates, what changed, what ties the reviewer to whoever filed it.

    `conflicts` are all that papers show, also those that the reviewer has said to be none.
    """

    gates: tuple[GateFinding, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
