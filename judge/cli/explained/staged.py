"""The stages of an explanation: what each gave, what it weighs, and what they come to."""

from collections.abc import Iterator

from judge.cli.explained.paper import Item, Line
from judge.cli.explained.teller import Teller, titled
from judge.domain.standing import StageLine
from judge.locale import _
from judge.locale.worked import equation_words, figure, rounded_words
from judge.scoring.explaining.staged import StagedSteps


def stage_items(teller: Teller, staged: StagedSteps) -> Iterator[Item]:
    """Each stage in a line, then the weighted mean."""
    for stage in staged.stages:
        yield Line(_of_stage(teller, stage))
    if staged.equation is None or staged.printed is None:
        yield Line(_("There is no score of all stages yet. That is no score of zero."))
        return
    said = equation_words(staged.equation, teller.explained.method.decimals)
    yield Line(f"{said} {rounded_words(staged.printed)}")


def _of_stage(teller: Teller, stage: StageLine) -> str:
    if not stage.admitted:
        given = _("not admitted")
    elif stage.score is None:
        given = _("no score yet")
    else:
        given = _("{score} of {full}").format(score=figure(stage.score), full=figure(stage.full_points))
    title = titled(teller.explained.stages[stage.award])
    return _("{stage} (weight {weight}): {given}").format(
        stage=title, weight=figure(stage.weight), given=given
    )
