"""Candidates for the awards without quota: enterprises, and persons who promote or build."""

from collections.abc import Sequence
from random import Random

from judge.demo.chance import near, stream
from judge.demo.enterprises import enterprises, phone
from judge.demo.filings import Entries, Filing
from judge.demo.names import people, person
from judge.demo.narratives import deeds, facts
from judge.demo.plan import BodyPlan
from judge.demo.topics import topic
from judge.demo.words import stock
from rubrics.model import Award, Programme

_PERSONS = {"qc-promoter", "team-individual"}
"""Awards whose candidate is a person; the others' candidate is the enterprise itself."""


def candidates_on_forms(body: BodyPlan, programme: Programme, seed: int) -> tuple[Filing, ...]:
    """One candidate for each award without quota, if the body files them on Word forms."""
    if not body.on_forms:
        return ()
    return tuple(
        _candidate(award.key, body.body, stream(seed, award.key, body.body))
        for award in _without_quota(programme)
    )


def candidates_in_workbook(
    bodies: Sequence[str], programme: Programme, seed: int, scale: float, on_forms: Sequence[Filing]
) -> tuple[Filing, ...]:
    """The others, which make ten to twenty (times `scale`) of each award together with those `on_forms`."""
    return tuple(
        filing
        for award in _without_quota(programme)
        for filing in _others(award, bodies, seed, scale, on_forms)
    )


def _without_quota(programme: Programme) -> tuple[Award, ...]:
    return tuple(award for award in programme.awards if not award.quota_categories)


def _others(
    award: Award, bodies: Sequence[str], seed: int, scale: float, on_forms: Sequence[Filing]
) -> list[Filing]:
    rng = stream(seed, award.key)
    known = {filing.identity for filing in on_forms if filing.award == award.key}
    wanted = max(1, round(rng.randint(10, 20) * scale) - len(known))
    found: dict[tuple[str, str, str, str], Filing] = {}
    while len(found) < wanted:
        filing = _candidate(award.key, rng.choice(bodies), rng)
        if filing.identity not in known:
            found.setdefault(filing.identity, filing)
    return list(found.values())


def _candidate(award: str, body: str, rng: Random) -> Filing:
    (enterprise,) = enterprises(body, 1, rng)
    quality = near(rng, 0.82, 0.06, 0.55, 0.97)
    name = person(rng) if award in _PERSONS else enterprise.name
    tale = facts(enterprise, topic(enterprise.industry, quality, rng), people(rng, 3), rng)
    entries: Entries = {
        "body": body,
        "name": name,
        "organisation": enterprise.name,
        "post": "质量管理",
        "position": rng.choice(stock("stems")["posts"]),
        "contact": person(rng),
        "address": enterprise.address,
        "postcode": enterprise.postcode,
        "mobile": phone(rng),
        "plaque": rng.random() < 0.5,
        "narrative": deeds(award, tale, rng),
    }
    return Filing(award, body, name, enterprise.name, "", (), entries, quality, tale)
