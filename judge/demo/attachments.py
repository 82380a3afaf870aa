"""What forms ask to be filed beside them: teams' self-ratings and experience, candidates' deeds."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from random import Random

from exports.word import ink, package
from judge.demo.chance import stream
from judge.demo.enterprises import enterprises
from judge.demo.filings import TRUSTED_TEAM, Filing
from judge.demo.narratives import deeds, facts, team_story, work_story
from judge.demo.tables import write_table
from judge.demo.topics import topic

_ITEMS = ("目标与理念", "基础管理", "知识与技能", "改进与创新", "指标与顾客评价", "记录与荣誉")
"""Of a self-rating; the notice has none, so each body makes its own."""
_FULL = (10, 20, 15, 20, 20, 15)

_WORKS = {"qc-enterprise": 6, "team-enterprise": 7}
"""Pieces of work of which a candidate's deeds tell, so that they are as long as their form asks for."""
_FEWEST_WORKS = 5
_NOBODY = ("小组长", "推进员")
"""Who acts in deeds: a name would make them somebody else's, too."""


def write_attachments(folder: Path, filing: Filing, namesakes: Mapping[str, int], seed: int) -> None:
    """Write what the filing's form asks for into `folder`, unless it could be another's of the same name."""
    rng = stream(seed, "attachments", *filing.identity)
    if filing.award == TRUSTED_TEAM:
        owner = f"{filing.name}-{filing.organisation}"
        _self_rating(folder / f"{owner}-班组自我评分表.xlsx", filing.quality, rng)
        _experience(folder / f"{owner}-班组经验总结材料.docx", filing, rng)
    elif not filing.members and namesakes[filing.name] == 1:
        _deeds(folder / f"{filing.name}-主要事迹材料.docx", filing, rng)


def _self_rating(path: Path, quality: float, rng: Random) -> None:
    """A team's table of its own points, which add up."""
    own = [min(full, round(full * (quality + rng.uniform(0.02, 0.12)))) for full in _FULL]
    rows = [
        (f"{number}", item, f"{full}", f"{points}")
        for number, (item, full, points) in enumerate(zip(_ITEMS, _FULL, own, strict=True), start=1)
    ]
    total = ("合计", "", f"{sum(_FULL)}", f"{sum(own)}")
    write_table(path, ("序号", "评分项目", "满分", "自我评分"), [*rows, total])


def _experience(path: Path, filing: Filing, rng: Random) -> None:
    story = team_story(filing.tale, rng)
    chapters = zip(story[::2], story[1::2], strict=True)
    _write(path, "班组经验总结材料", ((heading, (text,)) for heading, text in chapters))


def _deeds(path: Path, filing: Filing, rng: Random) -> None:
    """A candidate's deeds: what was done, and several pieces of work in full."""
    own = {**filing.tale, "leader": _NOBODY[0], "mentor": _NOBODY[1]}
    chapters: list[tuple[str, tuple[str, ...]]] = [("基本情况", (deeds(filing.award, own, rng),))]
    for number in range(1, 1 + _WORKS.get(filing.award, _FEWEST_WORKS)):
        (owner,) = enterprises(filing.body, 1, rng)
        work = topic(owner.industry, filing.quality, rng)
        story = work_story(facts(owner, work, _NOBODY, rng), met=work.met, rng=rng)
        chapters.append((f"实践之{number}：{work.subject}", story))
    _write(path, "主要事迹材料", chapters)


def _write(path: Path, title: str, chapters: Iterable[tuple[str, tuple[str, ...]]]) -> None:
    body = ink.paragraph(ink.run(title), style="Title")
    for heading, paragraphs in chapters:
        body += ink.paragraph(ink.run(heading), style="Heading1")
        body += "".join(ink.paragraph(ink.run(text)) for text in paragraphs)
    package.write(path, body)
