"""The lists of an explanation for programs: places, neighbours, ties and seats."""

from judge.cli.explained.figure_data import Data
from judge.cli.explained.teller import Teller
from judge.domain.standing import RankedLine
from judge.scoring.explaining.placing import Beside, Place, Placing
from judge.scoring.explaining.ties import Tie
from judge.services.figures.explained import ExplainedList
from rubrics.model import Text


def listed_data(teller: Teller, listed: ExplainedList) -> Data:
    """Where the nomination stands on a list."""
    placing = listed.placing
    return {
        "list": listed.key,
        "title": text_data(listed.title),
        "filled_from": listed.parent and text_data(listed.parent),
        "applied": listed.applied if listed.parent else None,
        "on_list": placing is not None,
        "straddles": listed.straddles,
        **(_placing(teller, placing) if placing else {}),
        "ties": [_tie(teller, tie) for tie in listed.ties],
    }


def _tie(teller: Teller, tie: Tie) -> Data:
    return {
        "nomination": teller.explained.filed[tie.other].key,
        "compared": [
            {
                "breaker": one.breaker,
                "here": None if one.own.value is None else str(one.own.value),
                "there": None if one.other.value is None else str(one.other.value),
                "decides": not one.is_equal,
            }
            for one in tie.compared
        ],
    }


def _placing(teller: Teller, placing: Placing) -> Data:
    line, seating = placing.line, placing.seating
    return {
        "standing": line.standing,
        "reasons": list(line.reasons),
        "reserve_place": line.reserve_place,
        "sheets": _sheets(line),
        "place": _place(teller, placing.overall),
        "place_in_body": _place(teller, placing.in_body),
        "raw_place": line.raw.rank if line.raw else None,
        "raw_place_in_body": line.raw.rank_in_body if line.raw else None,
        "seats": {
            "seats": seating.seats,
            "ranked": seating.ranked,
            "awarded": seating.awarded,
            "last_awarded": _beside(teller, seating.last_awarded),
            "waiting": [teller.explained.filed[code].key for code in seating.waiting],
        },
    }


def _sheets(line: RankedLine) -> Data:
    return {"counted": line.sheets_counted, "expected": line.sheets_expected, "absent": line.sheets_absent}


def _place(teller: Teller, place: Place | None) -> Data | None:
    if place is None:
        return None
    return {
        "place": place.place,
        "of": place.of,
        "higher": place.higher,
        "above": _beside(teller, place.above),
        "level": _beside(teller, place.level),
        "below": _beside(teller, place.below),
    }


def _beside(teller: Teller, others: tuple[Beside, ...]) -> list[Data]:
    filed = teller.explained.filed
    return [
        {
            "nomination": filed[one.nomination].key,
            "name": filed[one.nomination].name,
            "place": one.place,
            "exact": str(one.score),
            "score": one.printed,
        }
        for one in others
    ]


def text_data(text: Text) -> Data:
    """A title in both languages."""
    return {"zh": text.zh, "en": text.en}
