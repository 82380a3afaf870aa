"""A nomination as people name it: by its key, or by a name that only one has."""

from collections.abc import Sequence
from typing import Protocol

from imports.matching import name_key, nearest
from judge.domain.refusal import Refusal


class Named(Protocol):
    """What a nomination can be named by."""

    @property
    def key(self) -> str:
        """Its key."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def organisation(self) -> str:
        """Whose it is."""


def find_nomination(given: str, known: Sequence[Named]) -> str:
    """The key of the nomination that is meant, in whichever spelling.

    Refusal codes: "nomination-name-shared" (name, known) where several have the name,
    "nomination-name-unknown" (name, near) where none has the key or name, and "nomination-unknown"
    (nomination) where none is near either.
    """
    wanted = name_key(given)
    keys = {name_key(one.key): one.key for one in known}
    if wanted and wanted in keys:
        return keys[wanted]
    found = [one for one in known if wanted and name_key(one.name) == wanted]
    if len(found) == 1:
        return found[0].key
    if found:
        raise Refusal("nomination-name-shared", name=given, known=tuple(map(_told, found)))
    near = set(nearest(given, [*(one.name for one in known), *(one.key for one in known)]))
    told = tuple(_told(one) for one in known if one.name in near or one.key in near)
    if not told:
        raise Refusal("nomination-unknown", nomination=given)
    raise Refusal("nomination-name-unknown", name=given, near=told)


def _told(one: Named) -> str:
    return f"{one.key} {one.name} {one.organisation}".strip()
