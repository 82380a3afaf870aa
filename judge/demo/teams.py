"""Quality-trusted teams: the nominations that a body files on form 附件8."""

from random import Random

from judge.demo.chance import near, stream
from judge.demo.enterprises import Enterprise, enterprises, landline, phone
from judge.demo.filings import TRUSTED_TEAM, Filing
from judge.demo.names import people, person
from judge.demo.narratives import facts, team_story
from judge.demo.plan import BodyPlan
from judge.demo.topics import topic
from judge.demo.words import stock

_PER_ENTERPRISE = 1.6
_ACCIDENTS = 0.035
"""Share of teams that admit an accident, and so are not eligible."""

_LISTED = 15
"""How many members the form has room for; a team may be larger."""

_NUMERALS = "一二三四五六七八九"


def teams(body: BodyPlan, seed: int) -> tuple[Filing, ...]:
    """Every team that `body` files, in filed order."""
    rng = stream(seed, TRUSTED_TEAM, body.body)
    owners = enterprises(body.body, max(1, round(body.teams / _PER_ENTERPRISE)), rng)
    found: dict[tuple[str, str], Enterprise] = {}
    while len(found) < body.teams:
        owner = rng.choice(owners)
        found[_name(owner, rng), owner.name] = owner
    return tuple(
        _team(body.body, name, owner, stream(seed, TRUSTED_TEAM, body.body, name, owner.name))
        for (name, _), owner in found.items()
    )


def _name(owner: Enterprise, rng: Random) -> str:
    crew, stem = rng.choice(owner.industry.crews), rng.choice(stock("stems")["groups"])
    if crew.endswith("班") and rng.random() < 0.5:
        return f"{crew[:-1]}{rng.choice(_NUMERALS)}班"
    return f"“{stem}”{crew}组" if crew.endswith("班") else f"{stem}{crew}班组"


def _team(body: str, name: str, owner: Enterprise, rng: Random) -> Filing:
    quality = near(rng, 0.80, 0.06, 0.5, 0.97)
    crew = people(rng, rng.randint(8, 22))
    work = topic(owner.industry, quality, rng)
    tale = {**facts(owner, work, crew, rng), "team": name, "work": "、".join(owner.industry.crews[:2])}
    entries = {
        "body": body,
        "presents": rng.random() < 0.5,
        "name": name,
        "organisation": owner.name,
        "address": owner.address,
        "postcode": owner.postcode,
        "supervising_department": rng.choice(stock("stems")["departments"]),
        "contact": person(rng),
        "mobile": phone(rng),
        "fax": landline(rng),
        "leader": crew[0],
        "headcount": str(len(crew)),
        "plaque": rng.random() < 0.4,
        "members": crew[:_LISTED],
        **_performance(quality, len(crew), rng),
        "narrative": "\n".join(team_story(tale, rng)),
    }
    return Filing(TRUSTED_TEAM, body, name, owner.name, "", crew[:_LISTED], entries, quality, tale)


def _performance(quality: float, crew: int, rng: Random) -> dict[str, str]:
    """The form's rates in percent and counts a year; better teams have better ones, mostly."""
    faulty = near(rng, (1 - quality) * 4, 0.3, 0.05, 4.0)
    trainings = rng.randint(1, 6) * crew
    return {
        "work_completion_rate": f"{near(rng, 96 + 4 * quality, 0.5, 95, 100):.1f}",
        "quality_pass_rate": f"{near(rng, 95 + 5 * quality, 0.5, 94, 100):.1f}",
        "defect_rate": f"{faulty:.2f}",
        "accidents": "1" if rng.random() < _ACCIDENTS else "0",
        "complaints": str(rng.choice((0, 0, 0, 1, 2)) if quality < 0.85 else 0),
        "first_pass_rate": f"{100 - faulty:.2f}",
        "training_attendances": f"{trainings}/{trainings * rng.randint(2, 6)}",
        "improvement_participation_rate": f"{near(rng, 60 + 40 * quality, 4, 50, 100):.1f}",
        "quality_cost": f"{rng.uniform(0.8, 36):.2f}",
    }
