"""How safe places are, for programs: parts of the draws as fractions, no figure as null."""

from fractions import Fraction

from judge.locale.safety import caveat_words, refused_words
from judge.scoring.safety.contested import Safeness
from judge.services.figures.safety import ListSafety, Reach, SafeLine


def as_data(one: ListSafety, *, contested_only: bool = False) -> dict[str, object]:
    """A list's places and how safe they are, in the list's order."""
    lines = [line for line in one.lines if not contested_only or is_contested(line)]
    return {
        "list": one.ranked.key,
        "award": one.ranked.award,
        "method": one.ranked.method.to_mapping(),
        "places": "body" if one.by_body else "all",
        "seed": one.asked.seed,
        "level": str(one.asked.level),
        "reviewers": one.reviewers,
        "draws": one.draws,
        "chances": one.chances,
        "exhaustive": one.exhaustive,
        "caveats": [
            {"caveat": said.code, "count": said.count, "of": said.of, "says": caveat_words(said)}
            for said in one.caveats
        ],
        "model": _model(one),
        "lines": [_line(line) for line in lines],
    }


def is_contested(line: SafeLine) -> bool:
    """Whether its place is contested in the draws."""
    return line.drawn is not None and line.drawn.word is Safeness.CONTESTED


def _model(one: ListSafety) -> dict[str, object] | None:
    if not one.asked.posterior:
        return None
    says = refused_words(one.refused) if one.refused else None
    return {
        "variances": dict(one.variances) or None,
        "refused": one.refused or None,
        "detail": one.detail or None,
        "says": says,
    }


def _line(line: SafeLine) -> dict[str, object]:
    return {
        "nomination": line.listed.nomination.key,
        "name": line.listed.nomination.name,
        "body": line.listed.body,
        "place": line.place,
        "score": line.line.printed,
        "standing": line.line.standing,
        "sheets": line.line.sheets_counted,
        "drawn": _reach(line.drawn),
        "model": _reach(line.modelled),
    }


def _reach(reach: Reach | None) -> dict[str, object] | None:
    if reach is None:
        return None
    return {
        "low": reach.low,
        "high": reach.high,
        "above": _part(reach.above),
        "tied": _part(reach.tied),
        "word": reach.word,
    }


def _part(part: Fraction | None) -> str | None:
    return None if part is None else str(part)
