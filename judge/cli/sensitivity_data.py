"""What changes in a list, for programs."""

from judge.locale.sensitivity import refused_words
from judge.scoring.safety.changes import Change
from judge.scoring.safety.turning import Turnings
from judge.services.figures.sensitivity import ListSensitivity


def as_data(one: ListSensitivity) -> dict[str, object]:
    """A list's sensitivity; changes of weights are parts of them, exact."""
    return {
        "list": one.ranked.key,
        "award": one.ranked.award,
        "method": one.ranked.method.to_mapping(),
        "places": "body" if one.by_body else "all",
        "ranked": one.ranked_count,
        "undecided": one.undecided,
        "reviewers": [{"without": key} | _change(one, change) for key, change in one.reviewers.items()],
        "weights": [
            {
                "criterion": key,
                "factors": [{"times": str(factor)} | _change(one, by) for factor, by in changes.items()],
                "turns": _turns(one.turns[key]),
            }
            for key, changes in one.weights.items()
        ],
        "methods": [{"by": name} | _change(one, change) for name, change in one.methods.items()],
    }


def _change(one: ListSensitivity, change: Change) -> dict[str, object]:
    counted = not change.refused
    return {
        "refused": change.refused or None,
        "says": None if counted else refused_words(change.refused),
        "moved": change.moved if counted else None,
        "furthest": change.furthest if counted else None,
        "unplaced": change.unplaced if counted else None,
        "standings": [
            {
                "nomination": one.nominations[shift.nomination].key,
                "before": shift.before,
                "after": shift.after,
            }
            for shift in change.shifts
        ],
    }


def _turns(turns: Turnings) -> list[dict[str, object]]:
    return [
        {"at": str(turning.at), "unchanged_at": str(turning.before), "exact": turning.exact}
        for turning in (turns.less, turns.more)
        if turning
    ]
