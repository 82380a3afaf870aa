"""Who stands next to a nomination on a list, and what keeps those apart whose figures are equal."""

from collections.abc import Iterator, Sequence

from judge.cli.explained.paper import Line
from judge.cli.explained.teller import Teller
from judge.domain.standing import RankedLine
from judge.locale import _, ngettext
from judge.locale.methods import breaker_words
from judge.locale.worked import equation_words, figure
from judge.scoring.explaining.placing import Beside, Place
from judge.scoring.explaining.ties import Compared, Measured, Tie
from judge.services.figures.explained import ExplainedList


def beside_items(teller: Teller, listed: ExplainedList, place: Place, line: RankedLine) -> Iterator[Line]:
    """The nearest above and below, and those level with it."""
    ties = {tie.other: tie for tie in listed.ties}
    for others, said in (
        (place.above, _("Next above, place {place}: {others}, {score}.")),
        (place.below, _("Next below, place {place}: {others}, {score}.")),
    ):
        if others:
            yield Line(said.format(place=others[0].place, others=teller.beside(others), score=scores(others)))
            tied = next((ties[one.nomination] for one in others if one.nomination in ties), None)
            if tied:
                yield from (Line(told, 1) for told in _told(teller, tied))
            else:
                yield from (Line(told, 1) for told in _printed_alike(teller, line, others))
    if place.level:
        others = place.level
        yield Line(
            _("Level with it: {others}, {score}.").format(others=teller.beside(others), score=scores(others))
        )
        tied = next((ties[one.nomination] for one in others if one.nomination in ties), None)
        if tied:
            yield from (Line(told, 1) for told in _told(teller, tied))
        yield Line(_shared(place, has_breakers=tied is not None), 1)


def scores(others: Sequence[Beside]) -> str:
    """The printed scores of those at one place; nearly always one."""
    return _(" or ").join(dict.fromkeys(one.printed for one in others))


def _printed_alike(teller: Teller, line: RankedLine, others: Sequence[Beside]) -> Iterator[str]:
    """That a neighbour's score looks the same in print and is not."""
    if teller.explained.method.rank_on == "printed":
        return
    for one in others[:1]:
        if one.printed == line.printed and line.score is not None and one.score != line.score:
            yield _("Printed alike, but not equal: {other} there, {own} here; exact figures decide.").format(
                other=figure(one.score), own=figure(line.score)
            )


def _shared(place: Place, *, has_breakers: bool) -> str:
    count = len(place.level) + 1
    if has_breakers:
        return _("None of the breakers tells them apart: {count} share place {place}.").format(
            count=count, place=place.place
        )
    return ngettext(
        "The figures are equal, and the method breaks no ties: the two share place {place}.",
        "The figures are equal, and the method breaks no ties: all {count} share place {place}.",
        len(place.level),
    ).format(count=count, place=place.place)


def _told(teller: Teller, tie: Tie) -> Iterator[str]:
    """The chain of breakers with one of those beside it, up to the one that decides."""
    yield _("The figures are equal; the method breaks the tie with {other}:").format(
        other=teller.nomination(tie.other)
    )
    for one in tie.compared:
        yield _compared(teller, one)


def _compared(teller: Teller, one: Compared) -> str:
    said = _("{breaker}: {own} here, {other} there – equal.")
    if not one.is_equal:
        said = _("{breaker}: {own} here, {other} there – this decides.")
    return said.format(
        breaker=breaker_words(one.breaker, teller.explained.rubric),
        own=_worked(teller, one.own),
        other=_value(one.other),
    )


def _worked(teller: Teller, one: Measured) -> str:
    """The value with what it is made of."""
    if one.equation is None or len(one.equation.terms) < 2:
        return _value(one)
    return equation_words(one.equation, teller.explained.method.decimals)


def _value(one: Measured) -> str:
    return _("no mark") if one.value is None else figure(one.value)
