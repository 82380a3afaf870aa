"""The sheets and the score of an explanation for programs: every figure exact, as text."""

from judge.cli.explained.teller import Teller
from judge.cli.stage_data import stage_data
from judge.locale.worked import equation_words
from judge.scoring.explaining.combining import Moved, Placed, Row, ScoreSteps
from judge.scoring.explaining.equations import Equation, Rounded
from judge.scoring.explaining.sheets import SheetSteps
from judge.scoring.explaining.staged import StagedSteps
from judge.services.figures.explained import ExplainedNomination, ExplainedSheet

Data = dict[str, object]


def sheet_data(teller: Teller, sheet: ExplainedSheet) -> Data:
    """A sheet with its marks, its total, and why it does not count."""
    explained = teller.explained
    left = sheet.left_out
    return {
        **_who(teller, sheet),
        "state": sheet.state,
        "counts": sheet.steps is not None,
        "ground": left and left.ground,
        "reason": told_reason(teller, left.reason) if left else None,
        "instead": (teller.successor(left.by) or None) if left and left.by else None,
        "judged_revision": sheet.judged or None,
        "marks": _marks(explained, sheet) if teller.tells_marks(sheet) else None,
        "chair": [] if teller.anonymous else [{"act": one.kind, "reason": one.reason} for one in sheet.words],
        "total": sheet.steps and _equation(sheet.steps.total, explained.method.decimals),
        "calibrated": _adjusted(teller, sheet.steps),
        "total_rounded": sheet.steps and _rounded(sheet.steps.rounded),
        "enters": str(sheet.steps.enters) if sheet.steps else None,
    }


def score_data(teller: Teller, score: ScoreSteps) -> Data:
    """The score with what it is made of."""
    decimals = teller.explained.method.decimals
    return {
        "exact": str(score.result),
        "printed": score.printed.text,
        "rows": [_row(teller, row) for row in score.rows],
        "from_means": score.total and _equation(score.total, decimals),
        "section": score.moved and _moved(score.moved, decimals),
        "raw": teller.explained.raw and _raw(teller.explained.raw),
    }


def staged_data(staged: StagedSteps, decimals: int) -> Data:
    """What each stage gave, and what they come to."""
    return {
        "stages": [stage_data(stage) for stage in staged.stages],
        "weighted": staged.equation and _equation(staged.equation, decimals),
        "printed": staged.printed and staged.printed.text,
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


def told_reason(teller: Teller, said: str) -> str | None:
    """A reason as it was given; null where none was, or is to be told."""
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
