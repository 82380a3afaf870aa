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
        "是否参加发布会": rng.random() < 0.5,
        "质量信得过班组名称": name,
        "企业名称（公章为准）": owner.name,
        "详细通讯地址": owner.address,
        "邮编": owner.postcode,
        "主管部门": rng.choice(stock("stems")["departments"]),
        "直接联系人": person(rng),
        "手机": phone(rng),
        "传真": landline(rng),
        "班组长": crew[0],
        "班组人数": str(len(crew)),
        "是否加做奖牌": rng.random() < 0.4,
        "小组成员名单（前15名）": crew[:_LISTED],
        **_performance(quality, len(crew), rng),
        "质量信得过班组简介及活动结果（另附纸）": "\n".join(team_story(tale, rng)),
    }
    return Filing(TRUSTED_TEAM, body, name, owner.name, "", crew[:_LISTED], entries, quality, tale)


def _performance(quality: float, crew: int, rng: Random) -> dict[str, str]:
    """The form's rates in percent and counts a year; better teams have better ones, mostly."""
    faulty = near(rng, (1 - quality) * 4, 0.3, 0.05, 4.0)
    trainings = rng.randint(1, 6) * crew
    return {
        "班组工作完成率%": f"{near(rng, 96 + 4 * quality, 0.5, 95, 100):.1f}",
        "质量考核合格率%": f"{near(rng, 95 + 5 * quality, 0.5, 94, 100):.1f}",
        "产品/服务不合格率%": f"{faulty:.2f}",
        "年质量、安全事故数": "1" if rng.random() < _ACCIDENTS else "0",
        "年顾客投诉数": str(rng.choice((0, 0, 0, 1, 2)) if quality < 0.85 else 0),
        "产品/服务一次合格率%": f"{100 - faulty:.2f}",
        "年培训人数/时数": f"{trainings}/{trainings * rng.randint(2, 6)}",
        "成员参与改进活动率%": f"{near(rng, 60 + 40 * quality, 4, 50, 100):.1f}",
        "质量成本（万元/年）": f"{rng.uniform(0.8, 36):.2f}",
    }
