"""Reviewers, which of them judges what, and how severe each is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from judge.demo.chance import near, stream
from judge.demo.enterprises import phone
from judge.demo.filings import QC_GROUP, TRUSTED_TEAM
from judge.demo.names import people
from judge.demo.tables import write_table
from rubrics.model import Programme

_HEADING = ("编号", "姓名", "单位", "手机", "评审奖项")
_SPREAD = 0.03
"""Standard deviation of severity, as a share of full points."""

_PANELS: tuple[tuple[frozenset[str], int], ...] = (
    (frozenset({QC_GROUP}), 22),
    (frozenset({TRUSTED_TEAM}), 11),
    (frozenset({"qc-enterprise", "team-enterprise"}), 6),
    (frozenset({"qc-promoter", "team-individual"}), 6),
)
"""How many reviewers judge which awards: 45 together."""

_INSTITUTES = ("示例大学管理学院", "虚拟质量研究院", "样本认证中心", "演示职业技术学院", "模型计量测试所")
_FROM_A_BODY = 0.2
"""Share of reviewers who work for a recommending body, and so must not judge its nominations."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A reviewer. `severity` is the share of full points by which they mark below a fair reviewer."""

    key: str
    name: str
    organisation: str
    phone: str
    awards: tuple[str, ...]
    severity: float


def panel(bodies: Sequence[str], programme: Programme, seed: int) -> tuple[Reviewer, ...]:
    """The edition's 45 reviewers, R01 to R45; some work for one of the `bodies`."""
    rng = stream(seed, "panel")
    awards = [
        tuple(award.key for award in programme.awards if award.key in judged)
        for judged, count in _PANELS
        for _ in range(count)
    ]
    return tuple(
        Reviewer(
            key=f"R{number:02d}",
            name=name,
            organisation=rng.choice(bodies if rng.random() < _FROM_A_BODY else _INSTITUTES),
            phone=phone(rng),
            awards=judged,
            severity=near(rng, 0, _SPREAD, -3 * _SPREAD, 3 * _SPREAD),
        )
        for number, (name, judged) in enumerate(zip(people(rng, len(awards)), awards, strict=True), start=1)
    )


def write_reviewers(path: Path, reviewers: Sequence[Reviewer], programme: Programme) -> None:
    """Write the reviewers' workbook at `path`, awards by their Chinese titles."""
    rows = (
        (
            one.key,
            one.name,
            one.organisation,
            one.phone,
            "、".join(programme.award(key).title.zh for key in one.awards),
        )
        for one in reviewers
    )
    write_table(path, _HEADING, rows)


def assignments(
    nominations: Sequence[tuple[str, str]], reviewers: Sequence[Reviewer], per_nomination: int, seed: int
) -> Mapping[str, tuple[str, ...]]:
    """Reviewers of each nomination's award, `per_nomination` of them, chosen so that loads stay even.

    `nominations` are (key, award) pairs.
    """
    rng = stream(seed, "assignments")
    loads = dict.fromkeys((reviewer.key for reviewer in reviewers), 0)
    chosen: dict[str, tuple[str, ...]] = {}
    for nomination, award in nominations:
        able = [reviewer.key for reviewer in reviewers if award in reviewer.awards]
        rng.shuffle(able)
        chosen[nomination] = tuple(sorted(sorted(able, key=loads.__getitem__)[:per_nomination]))
        for key in chosen[nomination]:
            loads[key] += 1
    return chosen
