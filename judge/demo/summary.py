"""The awards without quota: candidates whom bodies name in one summary workbook (汇总表)."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

from judge.demo.chance import near, stream
from judge.demo.enterprises import enterprises, phone
from judge.demo.filings import Filing
from judge.demo.names import people, person
from judge.demo.narratives import deeds, facts
from judge.demo.tables import write_table
from judge.demo.topics import topic
from judge.demo.words import stock
from rubrics.model import Award, Programme

_PERSONS = {"qc-promoter", "team-individual"}
"""Awards whose candidate is a person; the others' candidate is the enterprise itself."""

_HEADING = ("序号", "奖项", "推荐单位", "名称", "企业名称", "岗位", "职务", "是否加做奖牌", "手机", "事迹")
_MARKED = 2
"""Columns before those that a filing's entries fill: the number and the award's title."""


def candidates(bodies: Sequence[str], programme: Programme, seed: int, scale: float) -> tuple[Filing, ...]:
    """Ten to twenty candidates (times `scale`, at least two) for each award without quota."""
    awards = (award for award in programme.awards if not award.quota_categories)
    return tuple(filing for award in awards for filing in _candidates(award, bodies, seed, scale))


def write_summary(path: Path, filings: Sequence[Filing], programme: Programme) -> None:
    """Write the summary workbook at `path`."""
    rows = (
        (
            str(number),
            programme.award(filing.award).title.zh,
            *(str(filing.entries[label]) for label in _HEADING[_MARKED:]),
        )
        for number, filing in enumerate(filings, start=1)
    )
    write_table(path, _HEADING, rows)


def _candidates(award: Award, bodies: Sequence[str], seed: int, scale: float) -> list[Filing]:
    rng = stream(seed, award.key)
    wanted = max(2, round(rng.randint(10, 20) * scale))
    found: dict[tuple[str, str, str, str], Filing] = {}
    while len(found) < wanted:
        filing = _candidate(award.key, rng.choice(bodies), rng)
        found.setdefault(filing.identity, filing)
    return list(found.values())


def _candidate(award: str, body: str, rng: Random) -> Filing:
    (enterprise,) = enterprises(body, 1, rng)
    quality = near(rng, 0.82, 0.06, 0.55, 0.97)
    is_person = award in _PERSONS
    name = person(rng) if is_person else enterprise.name
    tale = facts(enterprise, topic(enterprise.industry, quality, rng), people(rng, 3), rng)
    post = rng.choice(stock("stems")["posts"]) if is_person else ""
    entries = {
        "推荐单位": body,
        "名称": name,
        "企业名称": enterprise.name,
        "岗位": "质量管理" if is_person else "",
        "职务": post,
        "是否加做奖牌": "" if is_person else rng.choice("是否"),
        "手机": phone(rng),
        "事迹": deeds(award, tale, rng),
    }
    return Filing(award, body, name, enterprise.name, "", (), entries, quality, tale)
