"""QC groups: the nominations that a body files on form 附件3."""

from random import Random

from judge.demo.chance import near, stream
from judge.demo.enterprises import Enterprise, enterprises, landline, phone
from judge.demo.filings import QC_GROUP, Filing
from judge.demo.names import people, person
from judge.demo.narratives import facts, group_story
from judge.demo.plan import BodyPlan
from judge.demo.topics import topic
from judge.demo.words import stock

_PER_ENTERPRISE = 2.4
"""Groups that one enterprise files, on average."""


def groups(body: BodyPlan, seed: int) -> tuple[Filing, ...]:
    """Every group that `body` files, in filed order."""
    rng = stream(seed, QC_GROUP, body.body)
    owners = enterprises(body.body, max(1, round(body.groups / _PER_ENTERPRISE)), rng)
    names = _names(body.groups, rng)
    presenting = set(rng.sample(range(body.groups), body.presenting))
    return tuple(
        _group(body.body, name, rng.choice(owners), presents=index in presenting, rng=stream(seed, *key))
        for index, (name, key) in enumerate((name, (QC_GROUP, body.body, name)) for name in names)
    )


def _names(count: int, rng: Random) -> list[str]:
    """Different group names; a second round through the stock is numbered."""
    words = stock("stems")
    stems = rng.sample(words["groups"], len(words["groups"]))
    rounds = (divmod(index, len(stems)) for index in range(count))
    return [
        f"{stems[at]}{f'{lap + 1}号' if lap else ''}{rng.choice(words['group_suffixes'])}"
        for lap, at in rounds
    ]


def _group(body: str, name: str, owner: Enterprise, *, presents: bool, rng: Random) -> Filing:
    quality = near(rng, 0.80, 0.06, 0.5, 0.97)
    members = people(rng, rng.randint(5, 10))
    work = topic(owner.industry, quality, rng)
    tale = {**facts(owner, work, members, rng), "group": name}
    entries = {
        "body": body,
        "presents": presents,
        "name": name,
        "organisation": owner.name,
        "address": owner.address,
        "postcode": owner.postcode,
        "department": rng.choice(stock("stems")["departments"]),
        "contact": person(rng),
        "mobile": phone(rng),
        "adviser": person(rng),
        "phone": landline(rng),
        "headcount": str(len(members)),
        "subject": work.subject,
        "plaque": rng.random() < 0.4,
        "members": members,
        "narrative": "\n".join(group_story(tale, met=work.met, rng=rng)),
    }
    return Filing(QC_GROUP, body, name, owner.name, work.subject, members, entries, quality, tale)
