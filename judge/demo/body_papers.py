"""A recommending body's own papers: the year's statistics (附件7, 12) and summaries (附件6, 11)."""

from collections.abc import Iterator
from random import Random

from judge.demo.chance import stream
from judge.demo.enterprises import enterprises, phone
from judge.demo.filings import SUMMARY_TEXT, YEAR, Entries
from judge.demo.forms import form_called
from judge.demo.names import person
from judge.demo.plan import BodyPlan
from judge.demo.words import stock

_MISCOUNTED = 0.1
"""Share of bodies whose statistics recommend a team more than they file."""


def body_papers(body: BodyPlan, seed: int) -> Iterator[tuple[str, Entries]]:
    """The forms that `body` sends of its own, by key, each with its entries."""
    rng = stream(seed, "body papers", body.body)
    office = _office(body.body, rng)
    years = {"qc": _year_of_groups(body.groups, rng), "team": _year_of_teams(body.teams, rng)}
    for kind, year in years.items():
        if body.statistics:
            yield f"{kind}-statistics", {**office, **year}
        if body.summaries:
            text = _summary(f"{kind}-summary", {**office, **year})
            yield f"{kind}-summary", {"body": body.body, SUMMARY_TEXT: text}


def _office(body: str, rng: Random) -> Entries:
    """Who is in charge at the body, and its own conference, which both statistics ask for."""
    (seat,) = enterprises(body, 1, rng)
    day = f"{YEAR}年{rng.randint(3, 5)}月{rng.randint(1, 28)}日"
    return {
        "body": body,
        "sealed_by": "",
        "conference": True,
        "presenters": f"{rng.randint(8, 30)}",
        "conference_time_place": f"{day}，{rng.choice(stock('stems')['buildings'])}会议室",
        "attendance": f"{rng.randint(60, 240)}",
        "in_charge": f"{rng.choice(stock('stems')['departments'])} {person(rng)}",
        "contact": person(rng),
        "mobile": phone(rng),
        "email": f"office{rng.randrange(1000):03d}@example.com",
        "address": seat.address,
        "postcode": seat.postcode,
    }


def _year_of_groups(filed: int, rng: Random) -> Entries:
    registered = filed * rng.randint(6, 14) + rng.randint(3, 9)
    active = round(registered * rng.uniform(0.86, 0.99))
    return {
        "groups_ever": f"{registered * rng.randint(6, 15)}",
        "groups_registered": f"{registered}",
        "participation_rate": f"{rng.uniform(18, 72):.1f}",
        "groups_active": f"{active}",
        "benefit": f"{active * rng.randint(4, 22) * 10_000}",
        "result_rate": f"{rng.uniform(62, 95):.1f}",
        "spending": f"{registered * rng.randint(6, 40) * 100}",
        "rewards": f"{registered * rng.randint(6, 40) * 100}",
        "diagnosticians_national": f"{rng.randint(0, 6)}/{rng.randint(2, 30)}",
        "notes": rng.choice(stock("summaries")["notes"]["groups"]),
    }


def _year_of_teams(filed: int, rng: Random) -> Entries:
    active = max(1, filed) * rng.randint(4, 12)
    return {
        "teams_active": f"{active}",
        "teams_ever": f"{active * rng.randint(3, 9)}",
        "participants": f"{active * rng.randint(9, 16)}",
        "teams_recommended": f"{filed + (rng.random() < _MISCOUNTED)}",
        "spending": f"{active * rng.randint(5, 30) * 100}",
        "rewards": f"{active * rng.randint(5, 30) * 100}",
        "notes": rng.choice(stock("summaries")["notes"]["teams"]),
        "reviews": ("现场评审", rng.choice(("发表评审", "与QC小组合开", "单独举办"))),
    }


def _summary(form: str, said: Entries) -> str:
    """The lines that the form prints, each with its paragraph; the first only says what to write."""
    paragraphs = stock("summaries")[form]
    definition = form_called(form)
    lines = (
        (line, str(paragraphs.get(line, "")).strip().format_map(said))
        for line in definition.layout.prompt[1:]
    )
    return "\n".join(text for pair in lines for text in pair if text)
