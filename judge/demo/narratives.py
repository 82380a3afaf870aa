"""The long texts of forms, composed paragraph by paragraph, with figures that fit each other."""

from collections.abc import Mapping
from dataclasses import asdict
from random import Random

from judge.demo.chance import some
from judge.demo.enterprises import Enterprise
from judge.demo.topics import Topic
from judge.demo.words import stock

Facts = Mapping[str, str]

_RANGES: Mapping[str, tuple[int, int]] = {
    "founded": (2009, 2018),
    "age": (26, 45),
    "age_work": (5, 22),
    "share": (55, 84),
    "hours": (24, 96),
    "start": (1, 6),
    "finish": (1, 4),
    "meetings": (9, 28),
    "attendance": (91, 100),
    "records": (24, 260),
    "months": (6, 14),
    "pareto": (61, 88),
    "ideas": (4, 12),
    "causes": (7, 14),
    "minor": (2, 6),
    "minor_few": (1, 3),
    "sample": (20, 90),
    "days": (7, 30),
    "days2": (30, 90),
    "cost": (1, 6),
    "money": (7, 68),
    "money_large": (80, 960),
    "standards": (1, 4),
    "spread": (2, 9),
    "years": (5, 22),
    "completion": (96, 100),
    "first_pass": (96, 100),
}
"""What a figure may be, by its place in the paragraphs, both ends included."""

_STORY = ("reason", "cause", "measure")


def facts(enterprise: Enterprise, topic: Topic, crew: tuple[str, ...], rng: Random) -> dict[str, str]:
    """Everything that paragraphs about one piece of work may mention; `crew` are its people, leader first."""
    said = {name: str(rng.randint(*bounds)) for name, bounds in _RANGES.items()}
    said |= {name: str(value) for name, value in asdict(topic).items()}
    remedies = some(rng, tuple(zip(enterprise.industry.causes, enterprise.industry.measures, strict=True)), 2)
    for number, (cause, measure) in enumerate(remedies, start=1):
        said |= {f"cause{number}": cause, f"measure{number}": measure}
    for number, purpose in enumerate(("finding", "proving", "showing"), start=1):
        said[f"tool{number}"] = rng.choice(stock("narratives")["tools"][purpose])
    said |= {"org": enterprise.name, "people": str(len(crew)), "leader": crew[0], "mentor": crew[-1]}
    return said


def group_story(said: Facts, *, met: bool, rng: Random) -> tuple[str, ...]:
    """A QC group's introduction, course and effect in six paragraphs; `met`: its goal was reached."""
    return (
        _filled(rng.choice(stock("narratives")["group"]["origin"]), said),
        *work_story(said, met=met, rng=rng),
    )


def work_story(said: Facts, *, met: bool, rng: Random) -> tuple[str, ...]:
    """One piece of work from its reason to its effect in five paragraphs, without who did it."""
    words = stock("narratives")["group"]
    parts = (*_STORY, "met" if met else "missed", "consolidate")
    return tuple(_filled(rng.choice(words[part]), said) for part in parts)


def team_story(said: Facts, rng: Random) -> tuple[str, ...]:
    """A team's introduction and results: the form's six headings, each followed by a paragraph."""
    words = stock("narratives")["team"]
    told = {**said, "motto": rng.choice(words["mottos"])}
    texts = (_filled(rng.choice(words[f"part{number}"]), told) for number in range(1, 7))
    return tuple(text for pair in zip(words["prompts"], texts, strict=True) for text in pair)


def deeds(award: str, said: Facts, rng: Random) -> str:
    """What an enterprise or a person of one of the awards without quota has done, in one paragraph."""
    return _filled(rng.choice(stock("narratives")["deeds"][award]), said)


def _filled(template: str, said: Facts) -> str:
    return template.format_map(said)
