"""The places of an explanation: who is above, level and below, what a seat takes, and the standing."""

from collections.abc import Iterator

from judge.cli.explained.beside import beside_items, scores
from judge.cli.explained.paper import Item, Line
from judge.cli.explained.teller import Teller, titled
from judge.domain.standing import RankedLine, Reason, Standing
from judge.locale import _, ngettext
from judge.locale.grounds import bracketed
from judge.locale.standings import absent_words, reason_words, standing_words
from judge.scoring.explaining.placing import Place, Placing
from judge.services.figures.explained import ExplainedList


def list_items(teller: Teller, listed: ExplainedList) -> Iterator[Item]:
    """Where the nomination stands on one list, and how that comes about."""
    if listed.parent is not None:
        said = _("This list is filled from those that “{parent}” awards and that applied, ranked anew.")
        yield Line(said.format(parent=titled(listed.parent)))
    if listed.placing is None:
        yield Line(_not_listed(listed))
        return
    yield from _places(teller, listed, listed.placing)
    if listed.straddles and listed.parent is None:
        yield Line(
            _("Some scores of this list are trimmed and others are not: sheet counts straddle the limit.")
        )
    yield from (Line(said) for said in _seats(teller, listed.placing))
    yield Line(_("Standing: {standing}.").format(standing=standing(teller, listed.placing.line)))


def _not_listed(listed: ExplainedList) -> str:
    if listed.parent is not None and listed.applied:
        return _("It applied, but is not among the awarded there, so that it is not on this list.")
    return _("It did not apply, so that it is not on this list.")


def standing(teller: Teller, line: RankedLine) -> str:
    """The standing, and every reason that a list gives for it."""
    reasons = reason_words(line, teller.explained.rubric)
    said = standing_words(line)
    return bracketed(said, _("; ").join(reasons))


def _places(teller: Teller, listed: ExplainedList, placing: Placing) -> Iterator[Line]:
    line = placing.line
    if placing.overall is None or placing.in_body is None:
        yield Line(_placeless(line))
        return
    if teller.explained.method.rank_on == "printed":
        yield Line(_("By its rules this list compares the printed figures, not the exact ones."))
    overall, within = placing.overall, placing.in_body
    yield Line(_("Among all bodies: {said}").format(said=_place(overall)))
    yield from beside_items(teller, listed, overall, line)
    if overall.of == within.of:
        yield Line(_("All that are ranked are of its body, so that its place there is the same."))
        return
    yield Line(_("Within its body: {said}").format(said=_place(within)))
    yield from beside_items(teller, listed, within, line)


def _placeless(line: RankedLine) -> str:
    if line.standing is Standing.INELIGIBLE:
        return _("A condition is not met: whatever its score, it takes neither a place nor a seat.")
    if Reason.PARENT_UNDECIDED in line.reasons:
        return _("It has no place here before it is decided there.")
    return _("It has no place yet, and stands behind none and before none of those that have.")


def _place(place: Place) -> str:
    return ngettext(
        "{higher} of the {of} ranked stands before it: its place is {higher} + 1 = {place}.",
        "{higher} of the {of} ranked stand before it: its place is {higher} + 1 = {place}.",
        place.higher,
    ).format(higher=place.higher, of=place.of, place=place.place)


def _seats(teller: Teller, placing: Placing) -> Iterator[str]:
    """The body's seats, its cut line, and what that means for this nomination."""
    seating, line = placing.seating, placing.line
    body = teller.body
    if seating.seats is None:
        yield _("No seats are set for its body on this list, so that there is no cut line to stand above.")
    elif seating.seats == 0:
        yield _("{body} has no seats on this list, so that nobody of it is awarded or reserve.").format(
            body=body
        )
    else:
        yield ngettext(
            "{body} has {seats} seat on this list; it is given out to its best, ties together.",
            "{body} has {seats} seats on this list; they are given out to its best, ties together.",
            seating.seats,
        ).format(body=body, seats=seating.seats)
        yield from _cut(teller, placing)
    if Reason.BODY_INCOMPLETE in line.reasons:
        said = _(
            "Still without a score in this body, and may yet take a seat: {others}."
            " Until then this standing is provisional."
        )
        yield said.format(others=teller.nominations(seating.waiting))
    if absent := absent_words(line):
        yield _("Not all who were to judge it have: {said}.").format(said=absent)


def _cut(teller: Teller, placing: Placing) -> Iterator[str]:
    """What the place comes to beside so many seats."""
    seating, line, place = placing.seating, placing.line, placing.in_body
    if seating.last_awarded:
        yield _("Last above the cut line, place {place} in the body: {others}, {score}.").format(
            place=seating.last_awarded[0].place,
            others=teller.beside(seating.last_awarded),
            score=scores(seating.last_awarded),
        )
    if place is None or seating.seats is None:
        return
    sharing = len(place.level) + 1
    match line.standing:
        case Standing.AWARDED:
            yield _(
                "Before it in its body: {higher}; at its place: {sharing}. {higher} + {sharing} = {reach} is"
                " not more than {seats}: it has a seat."
            ).format(higher=place.higher, sharing=sharing, reach=place.higher + sharing, seats=seating.seats)
        case Standing.RESERVE:
            yield _(
                "Above or across the cut line in its body: {before}. {place} − {before} = {reserve}: it is"
                " no. {reserve} of the body's reserve."
            ).format(
                before=place.place - (line.reserve_place or 0), place=place.place, reserve=line.reserve_place
            )
        case Standing.UNDECIDED if Reason.TIE_AT_CUT in line.reasons:
            yield _(
                "Before it in its body: {higher}, which leaves {seats} − {higher} = {left} of the seats; at"
                " its place: {sharing}. A tie across the cut line is not split: the chair rules."
            ).format(
                higher=place.higher, seats=seating.seats, left=seating.seats - place.higher, sharing=sharing
            )
        case _:
            return
