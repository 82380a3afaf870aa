"""Enterprises that a recommending body could stand for: its own units, or companies of its place."""

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from judge.demo.words import stock

_MOST = 30
"""Enterprises of one body; the smallest industry has as many names."""


@dataclass(frozen=True, slots=True)
class Industry:
    """What enterprises of one kind are called, work with and worry about."""

    units: tuple[str, ...]
    companies: tuple[str, ...]
    crews: tuple[str, ...]
    faults: tuple[str, ...]
    yields: tuple[str, ...]
    times: tuple[str, ...]
    devices: tuple[str, ...]
    causes: tuple[str, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Enterprise:
    """An invented enterprise and where its letters go; telephone numbers start with 000 and reach nobody."""

    name: str
    industry: Industry
    address: str
    postcode: str


def enterprises(body: str, count: int, rng: Random) -> tuple[Enterprise, ...]:
    """`count` enterprises of different names that `body` recommends, or as many as the stock names apart."""
    found: dict[str, Enterprise] = {}
    while len(found) < min(count, _MOST):
        made = _enterprise(body, rng)
        found.setdefault(made.name, made)
    return tuple(found.values())


def phone(rng: Random) -> str:
    """A mobile number that nobody can have."""
    return f"000{rng.randrange(10**8):08d}"


def landline(rng: Random) -> str:
    """A landline number that nobody can have."""
    return f"000-{rng.randrange(10**7):07d}"


def _enterprise(body: str, rng: Random) -> Enterprise:
    profile = _first("bodies", body)
    place = str(_first("places", body)["name"])
    industry = _industry(rng.choice(profile["industries"]))
    stem = rng.choice(stock("stems")["enterprises"])
    if profile["own_units"]:
        name = f"{body}{stem}{rng.choice(industry.units)}"
    else:
        name = f"{place}{stem}{rng.choice(industry.companies)}"
    return Enterprise(name, industry, _address(place, rng), f"000{rng.randrange(1000):03d}")


def _first(table: str, body: str) -> dict[str, Any]:
    """The first profile whose keyword is in the body's name; the last, without keyword, fits all."""
    profiles: list[dict[str, Any]] = stock("industries")[table]
    return next(profile for profile in profiles if profile["keyword"] in body)


@cache
def _industry(key: str) -> Industry:
    words = stock("industries")["industries"][key]
    return Industry(**{name: tuple(values) for name, values in words.items()})


def _address(place: str, rng: Random) -> str:
    words = stock("stems")
    street, building = rng.choice(words["streets"]), rng.choice(words["buildings"])
    return f"{place}{street}{rng.randint(1, 399)}号{building}{rng.randint(1, 9)}{rng.randint(1, 20):02d}室"
