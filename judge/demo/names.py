"""Names of people as they stand on forms: Chinese, Uygur, Kazakh, some in characters that few fonts have."""

from functools import cache
from random import Random

from judge.demo.words import stock

_CHINESE, _UYGUR, _KAZAKH = 0.72, 0.20, 0.08
_RARE = 0.03
"""Share of Chinese names with a character outside the basic plane, or near its rim."""

_ONE_CHARACTER = 0.25


def person(rng: Random) -> str:
    """One person's name, as written on a form."""
    (make,) = rng.choices((_chinese, _uygur, _kazakh), weights=(_CHINESE, _UYGUR, _KAZAKH))
    return make(rng)


def people(rng: Random, count: int) -> tuple[str, ...]:
    """`count` people of different names, in filed order."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[person(rng)] = None
    return tuple(found)


@cache
def _surnames() -> tuple[tuple[str, ...], tuple[int, ...]]:
    pairs = [(name, group["per_mille"]) for group in stock("names")["surnames"] for name in group["names"]]
    return tuple(name for name, _ in pairs), tuple(weight for _, weight in pairs)


def _chinese(rng: Random) -> str:
    words = stock("names")
    surnames, weights = _surnames()
    (surname,) = rng.choices(surnames, weights=weights)
    if rng.random() < _RARE:
        return _rare(rng, surname)
    if rng.random() < _ONE_CHARACTER:
        return surname + str(rng.choice(words["given"]["one"]))
    return surname + str(rng.choice(words["given"]["first"])) + str(rng.choice(words["given"]["second"]))


def _rare(rng: Random, surname: str) -> str:
    words = stock("names")
    if rng.random() < 0.2:
        return str(rng.choice(words["rare"]["surnames"])) + str(rng.choice(words["given"]["one"]))
    first = str(rng.choice(words["given"]["first"])) if rng.random() < 0.5 else ""
    return surname + first + str(rng.choice(words["rare"]["given"]))


def _uygur(rng: Random) -> str:
    words = stock("names")["uygur"]
    return f"{rng.choice(words['men'] + words['women'])}·{rng.choice(words['men'])}"


def _kazakh(rng: Random) -> str:
    words = stock("names")["kazakh"]
    return f"{rng.choice(words['men'] + words['women'])}·{rng.choice(words['fathers'])}"
