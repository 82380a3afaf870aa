"""Which reviewers and nominations a screen of panels shows, and in which order: functions alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from imports.matching import name_key
from judge.ledger.panel_acts import STANDINGS, Section
from judge.services.panels.board import Board, Member, SectionedNomination
from judge.tui.search_term import Term
from judge.tui.spelling import Spelling


class Order(StrEnum):
    """In which order reviewers are shown."""

    APPOINTED = "appointed"
    NAME = "name"
    ORGANISATION = "organisation"
    SHEETS = "sheets"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class Scope:
    """What is shown: an award's panel, or a section of it ("" for none); without an award everything."""

    award: str = ""
    section: str | None = None


@dataclass(frozen=True, slots=True)
class PanelView:
    """What somebody asks the screen for."""

    scope: Scope = Scope()
    order: Order = Order.APPOINTED
    search: str = ""


Spellings = Sequence[Spelling] | None
"""A spelling for each reviewer or nomination, or None while there are none yet."""


def scopes(board: Board) -> list[Scope]:
    """Everything, then each award that has a panel or nominations, each with its sections."""
    found = [Scope()]
    for panel in board.panels:
        if panel.sections:
            found.append(Scope(panel.award))
            found += [Scope(panel.award, name) for name in (panel.sections if panel.named else ())]
    return found


def turned(among: Sequence[Scope], scope: Scope, steps: int) -> Scope:
    """The scope some steps on; from one that is gone, the first."""
    if scope not in among:
        return among[0]
    return among[(among.index(scope) + steps) % len(among)]


def shown_members(members: Sequence[Member], view: PanelView, spellings: Spellings = None) -> list[int]:
    """The places in `members` of those that `view` shows, in its order; equals as they were appointed."""
    terms = [Term(word) for word in view.search.split()]
    places = [
        place
        for place, one in enumerate(members)
        if _sits(one, view.scope) and _has(terms, _texts(one), spellings[place] if spellings else None)
    ]
    return sorted(places, key=_keys(members, spellings)[view.order])


def shown_nominations(
    nominations: Sequence[SectionedNomination],
    view: PanelView,
    dealt: Callable[[SectionedNomination], Section],
    spellings: Spellings = None,
) -> list[int]:
    """The same of nominations, in the order of filing; `dealt` says which section judges one just now."""
    terms = [Term(word) for word in view.search.split()]
    return [
        place
        for place, one in enumerate(nominations)
        if view.scope.award in {"", one.award}
        and view.scope.section in {None, dealt(one).section}
        and _has(
            terms, (one.key, one.name, one.organisation, one.body), spellings[place] if spellings else None
        )
    ]


def _sits(member: Member, scope: Scope) -> bool:
    seat = member.seats.get(scope.award)
    return not scope.award or (seat is not None and scope.section in {None, seat.section})


def _texts(member: Member) -> tuple[str, ...]:
    said = member.detail
    return (member.key, said.name, said.organisation, *said.aliases, said.phone)


def _has(terms: Sequence[Term], texts: Sequence[str], spelling: Spelling | None) -> bool:
    return all(term.finds(texts, spelling) for term in terms)


Key = Callable[[int], tuple[object, ...]]


def _keys(members: Sequence[Member], spellings: Spellings) -> dict[Order, Key]:
    standings = sorted(STANDINGS, key=("serving", "withdrawn", "replaced").index)

    def by_name(place: int) -> tuple[object, ...]:
        return spellings[place].rank if spellings else (name_key(members[place].detail.name),)

    return {
        Order.APPOINTED: lambda _place: (),
        Order.NAME: by_name,
        Order.ORGANISATION: lambda place: (name_key(members[place].detail.organisation),),
        Order.SHEETS: lambda place: (-members[place].sheets,),
        Order.STANDING: lambda place: (standings.index(members[place].standing),),
    }
