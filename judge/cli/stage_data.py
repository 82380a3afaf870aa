"""A stage of a list for programs."""

from judge.domain.standing import StageLine


def stage_data(stage: StageLine) -> dict[str, object]:
    """What a stage gave a nomination: exact, as text; null where there is no score, never 0."""
    return {
        "award": stage.award,
        "weight": str(stage.weight),
        "full_points": str(stage.full_points),
        "admitted": stage.admitted,
        "exact": None if stage.score is None else str(stage.score),
    }
