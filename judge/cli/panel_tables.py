"""Panels as a table and as data."""

from collections.abc import Sequence

from judge.cli.tables import Column, print_table
from judge.domain.reviewer_keys import find_reviewer
from judge.ledger.panel_acts import ROLE_REVIEWER
from judge.locale import _
from judge.locale.panels import ROLE_WORDS, STANDING_WORDS
from judge.services.panels.standing import Member, Panels


def chosen(standing: Panels, asked: Sequence[str], award: str | None) -> tuple[Member, ...]:
    """Those who are asked for: one by key, those of one panel, or all."""
    members = standing.members
    if asked:
        key = find_reviewer(asked[0], [one.key for one in members])
        members = tuple(one for one in members if one.key == key)
    return tuple(one for one in members if award is None or award in one.seats)


def print_panels(standing: Panels, asked: Sequence[str], award: str | None) -> None:
    """One line a reviewer."""
    columns = [
        Column(_("key"), key=True),
        Column(_("name")),
        Column(_("organisation"), spare=1),
        Column(_("phone"), key=True, spare=4),
        Column(_("panels")),
        Column(_("limit"), figures=True, spare=2),
        Column(_("sheets"), figures=True),
        Column(_("languages"), spare=3),
        Column(_("standing"), spare=2),
    ]
    print_table(columns, [_row(one) for one in chosen(standing, asked, award)])


def _row(one: Member) -> tuple[str | int, ...]:
    said = one.detail
    organisation = " = ".join((said.organisation, *said.aliases))
    stands = " → ".join((_(STANDING_WORDS.get(one.standing, one.standing)), *one.successors))
    limit = "" if said.load_limit is None else said.load_limit
    return (
        one.key,
        said.name,
        organisation,
        said.phone,
        _seats(one),
        limit,
        one.sheets,
        said.languages,
        stands,
    )


def _seats(one: Member) -> str:
    words = []
    for award, seat in sorted(one.seats.items()):
        role = "" if seat.role == ROLE_REVIEWER else _(ROLE_WORDS.get(seat.role, seat.role))
        words.append(" ".join(part for part in (award, seat.section, role) if part))
    return "; ".join(words)


def as_data(standing: Panels, asked: Sequence[str], award: str | None) -> dict[str, object]:
    """The same for programs, with the sections that judge nominations."""
    return {
        "reviewers": [
            {
                "key": one.key,
                **_detail(one),
                "standing": one.standing,
                "successors": list(one.successors),
                "sheets": one.sheets,
                "seats": {key: seat._asdict() for key, seat in sorted(one.seats.items())},
            }
            for one in chosen(standing, asked, award)
        ],
        "sections": {key: section._asdict() for key, section in sorted(standing.sections.items())},
    }


def _detail(one: Member) -> dict[str, object]:
    """What was stated; how they stand follows, since rulings say that, too."""
    said = one.detail._asdict()
    return {key: value for key, value in said.items() if key not in {"standing", "successor"}}
