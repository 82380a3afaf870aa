"""When two organisations are the same: the one rule for candidates, reviewers and earlier years' winners.

Names are the same on their normalised key (`imports.matching.name_key`), or because somebody said so in a
table of other names. Nothing is guessed: 有限公司 and 有限责任公司 are two until a table makes them one.
"""

from collections.abc import Iterable

from imports.matching import name_key


class Organisations:
    """Organisations by every name they are known to have; what two names share is passed on to a third."""

    def __init__(self, said: Iterable[tuple[str, str]] = ()) -> None:
        """`said` are pairs of names, organisation and other name, of one organisation each."""
        self._above: dict[str, str] = {}
        self._written: dict[str, str] = {}
        for organisation, alias in said:
            self.join(organisation, alias)

    def join(self, organisation: str, alias: str) -> None:
        """Take two names for one organisation's from now on."""
        for name in (organisation, alias):
            self._written.setdefault(name_key(name), name)
        one, other = self.identity(organisation), self.identity(alias)
        if one and other and one != other:
            self._above[other] = one

    def identity(self, name: str) -> str:
        """A key that all names of one organisation share, and no other's; "" for no name at all."""
        key = name_key(name)
        while key in self._above:
            key = self._above[key]
        return key

    def same(self, one: str, other: str) -> bool:
        """Whether both name one organisation; a blank names none."""
        identity = self.identity(one)
        return bool(identity) and identity == self.identity(other)

    def names(self, name: str) -> tuple[str, ...]:
        """Every name of the organisation that has this one, as first written; () for a blank."""
        identity = self.identity(name)
        others = (other for key, other in self._written.items() if self.identity(key) == identity)
        return tuple(dict.fromkeys((name, *others))) if identity else ()


def rival_owner(pairs: Iterable[tuple[str, str]], organisation: str, alias: str) -> str | None:
    """Another organisation that has the alias too and is not said to be the same; None where there is none.

    `pairs` are all (organisation, alias) that are known. That both have this very alias does not make them
    one: it is the contradiction.
    """
    shared = name_key(alias)
    known = [*pairs]
    owners = [owner for owner, other in known if name_key(other) == shared]
    if not owners:
        return None
    apart = Organisations((owner, other) for owner, other in known if name_key(other) != shared)
    return next((owner for owner in owners if not apart.same(owner, organisation)), None)
