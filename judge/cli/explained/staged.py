"""The stages of an explanation: what each gave, what it weighs, and what they come to."""

from collections.abc import Iterator

from judge.cli.explained.paper import Item, Line
from judge.cli.explained.teller import Teller
from judge.locale import _
from judge.locale.standings import stage_score_words
from judge.locale.worked import equation_words, rounded_words
from judge.scoring.explaining.staged import StagedSteps


def stage_items(teller: Teller, staged: StagedSteps) -> Iterator[Item]:
    """Each stage in a line, then the weighted mean."""
    for stage in staged.stages:
        yield Line(stage_score_words(stage, teller.explained.stages[stage.award]))
    if staged.equation is None or staged.printed is None:
        yield Line(_("There is no score of all stages yet. That is no score of zero."))
        return
    said = equation_words(staged.equation, teller.explained.method.decimals)
    yield Line(f"{said} {rounded_words(staged.printed)}")
