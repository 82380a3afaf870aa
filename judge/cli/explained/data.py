"""An explanation for programs: every figure exact, as text; null for what there is not, never 0."""

from judge.cli.explained.calibrated import calibration_words
from judge.cli.explained.conditions import gate_evidence
from judge.cli.explained.teller import Teller
from judge.domain.standing import RankedLine
from judge.locale.methods import method_words
from judge.locale.worked import equation_words
from judge.scoring.explaining.combining import Moved, Placed, Row, ScoreSteps
from judge.scoring.explaining.equations import Equation, Rounded
from judge.scoring.explaining.placing import Beside, Place, Placing
from judge.scoring.explaining.sheets import SheetSteps
from judge.scoring.explaining.ties import Tie
from judge.services.figures.explained import ExplainedList, ExplainedNomination, ExplainedSheet
from rubrics.model import Text

Data = dict[str, object]


def as_data(explained: ExplainedNomination, *, anonymous: bool) -> Data:
    """A nomination with all of its steps; names of reviewers are null where it is anonymous."""
    teller = Teller(explained, anonymous)
    own, rubric = explained.nomination, explained.rubric
    return {
        "nomination": own.key,
        "name": own.name,
        "organisation": own.organisation,
        "subject": own.subject,
        "body": explained.body,
        "revision": explained.revision,
        "edition": {"id": explained.edition_id, "title": explained.edition, "year": explained.year},
        "award": {"key": explained.award, "title": _text(explained.award_title)},
        "rubric": {
            "key": rubric.key,
            "version": rubric.version,
            "title": _text(rubric.title),
            "digest": explained.rubric_digest,
            "step": str(rubric.step),
            "full_points": str(rubric.full_points),
            "criteria": [
                {
                    "criterion": one.key,
                    "title": _text(one.title),
                    "full": str(one.full_ticks * rubric.step),
                    "weight": str(one.weight),
                }
                for one in rubric.criteria
            ],
        },
        "method": explained.method.to_mapping(),
        "method_words": method_words(explained.method, rubric),
        "method_ruled": explained.method_ruled is not None,
        "calibration": explained.calibration
        and {"kind": explained.calibration.kind, "caveats": list(calibration_words(teller))},
        "quorum_ruled": explained.quorum
        and {"sheets": explained.quorum.least, "reason": _reason(teller, explained.quorum.reason)},
        "blind": explained.blind,
        "sheets": [_sheet(teller, sheet) for sheet in teller.sheets],
        "score": explained.score and _score(teller, explained.score),
        "gates": [
            {"gate": one.gate, "outcome": one.outcome, "evidence": list(gate_evidence(one))}
            for one in explained.gates
        ],
        "lists": [_listed(teller, listed) for listed in explained.lists],
    }


def _sheet(teller: Teller, sheet: ExplainedSheet) -> Data:
    explained = teller.explained
    left = sheet.left_out
    return {
        **_who(teller, sheet),
        "state": sheet.state,
        "counts": sheet.steps is not None,
        "ground": left and left.ground,
        "reason": _reason(teller, left.reason) if left else None,
        "instead": (teller.successor(left.by) or None) if left and left.by else None,
        "judged_revision": sheet.judged or None,
        "marks": _marks(explained, sheet) if teller.tells_marks(sheet) else None,
        "chair": [] if teller.anonymous else [{"act": one.kind, "reason": one.reason} for one in sheet.words],
        "total": sheet.steps and _equation(sheet.steps.total, explained.method.decimals),
        "calibrated": _adjusted(teller, sheet.steps),
        "total_rounded": sheet.steps and _rounded(sheet.steps.rounded),
        "enters": str(sheet.steps.enters) if sheet.steps else None,
    }


def _adjusted(teller: Teller, steps: SheetSteps | None) -> Data | None:
    """What is taken off by severity; or, on a common scale, the mean of all and how far this is from it."""
    if steps is None or steps.adjusted is None:
        return None
    adjusted, scale = steps.adjusted, steps.adjusted.scale
    return {
        **_equation(adjusted.equation, teller.explained.method.decimals),
        "effect": str(adjusted.effect.effect) if adjusted.effect else None,
        "standard_error": adjusted.effect.standard_error if adjusted.effect else None,
        "own_mean": str(scale.mean) if scale else None,
        "own_deviation": scale.deviation if scale else None,
        "mean": str(adjusted.every.mean) if adjusted.every else None,
        "deviation": adjusted.every.deviation if adjusted.every else None,
    }


def _who(teller: Teller, sheet: ExplainedSheet) -> Data:
    return {"reviewer": None if teller.anonymous else sheet.reviewer, "number": sheet.number}


def _marks(explained: ExplainedNomination, sheet: ExplainedSheet) -> list[Data]:
    """A mark that is not applicable is one, and has no points; where nothing was marked there is none."""
    step = explained.rubric.step
    return [
        {
            "criterion": criterion.key,
            "marked": mark is not None,
            "ticks": mark.ticks if mark else None,
            "points": None if mark is None or mark.ticks is None else str(mark.ticks * step),
        }
        for criterion, mark in zip(explained.rubric.criteria, sheet.marks, strict=True)
    ]


def _reason(teller: Teller, said: str) -> str | None:
    return None if teller.anonymous or not said else said


def _equation(equation: Equation, decimals: int) -> Data:
    return {
        "words": equation_words(equation, decimals),
        "terms": [{"value": str(term.value), "weight": str(term.weight)} for term in equation.terms],
        "sum": str(equation.sum),
        "times": str(equation.times),
        "by": str(equation.by),
        "result": str(equation.result),
    }


def _rounded(rounded: Rounded | None) -> Data | None:
    return None if rounded is None else {"exact": str(rounded.exact), "printed": rounded.text}


def _score(teller: Teller, score: ScoreSteps) -> Data:
    decimals = teller.explained.method.decimals
    return {
        "exact": str(score.result),
        "printed": score.printed.text,
        "rows": [_row(teller, row) for row in score.rows],
        "from_means": score.total and _equation(score.total, decimals),
        "section": score.moved and _moved(score.moved, decimals),
        "raw": teller.explained.raw and _raw(teller.explained.raw),
    }


def _moved(moved: Moved, decimals: int) -> Data:
    shift = moved.shift
    named = {"section": shift.section, "nominations": shift.nominations, "mean": str(shift.mean)}
    return {**named, **_equation(moved.equation, decimals)}


def _raw(raw: ScoreSteps) -> Data:
    return {"exact": str(raw.result), "printed": raw.printed.text}


def _row(teller: Teller, row: Row) -> Data:
    criteria = teller.explained.rubric.criteria
    return {
        "criterion": None if row.criterion is None else criteria[row.criterion].key,
        "values": [_placed(teller, one) for one in row.values],
        "chosen_among_equals": row.is_chosen_among_equals,
        "mean": row.mean and _equation(row.mean, teller.explained.method.decimals),
        "mean_rounded": _rounded(row.rounded),
    }


def _placed(teller: Teller, one: Placed) -> Data:
    sheets = teller.explained.sheets
    sheet = next(each for each in sheets if each.steps and each.steps.reviewer == one.reviewer)
    return {**_who(teller, sheet), "value": str(one.value), "fate": one.fate}


def _listed(teller: Teller, listed: ExplainedList) -> Data:
    placing = listed.placing
    return {
        "list": listed.key,
        "title": _text(listed.title),
        "filled_from": listed.parent and _text(listed.parent),
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


def _text(text: Text) -> Data:
    return {"zh": text.zh, "en": text.en}
