"""Reviewers and their seats as they stand: as imported, or as the office has stated since."""

from typing import cast

from sqlalchemy import ColumnElement, Subquery, and_, exists, func, literal, null, select

from judge.ledger.canonical import decode
from judge.ledger.panel_acts import ROLE_REVIEWER, SERVING
from judge.store.tables import panel_member, reviewer, reviewer_detail, seat


def _current_reviewer() -> Subquery:
    said = reviewer_detail.c
    return (
        select(
            reviewer.c.id,
            reviewer.c.key,
            func.coalesce(said.name, reviewer.c.name).label("name"),
            func.coalesce(said.organisation, reviewer.c.organisation).label("organisation"),
            func.coalesce(said.phone, reviewer.c.phone).label("phone"),
            said.aliases,
            func.coalesce(said.languages, literal("")).label("languages"),
            said.load_limit,
            func.coalesce(said.standing, literal(SERVING)).label("standing"),
            func.coalesce(said.successor, literal("")).label("successor"),
        )
        .outerjoin(reviewer_detail, said.reviewer_id == reviewer.c.id)
        .subquery("current_reviewer")
    )


def _current_seat() -> Subquery:
    imported = (
        select(
            panel_member.c.award,
            panel_member.c.reviewer_id,
            func.coalesce(seat.c.section, literal("")).label("section"),
            func.coalesce(seat.c.role, literal(ROLE_REVIEWER)).label("role"),
        )
        .select_from(panel_member)
        .outerjoin(seat, _same_seat())
    )
    stated = select(seat.c.award, seat.c.reviewer_id, seat.c.section, seat.c.role).where(
        ~exists(select(null()).select_from(panel_member).where(_same_seat()).correlate(seat))
    )
    return imported.union_all(stated).subquery("current_seat")


def _same_seat() -> ColumnElement[bool]:
    return and_(seat.c.award == panel_member.c.award, seat.c.reviewer_id == panel_member.c.reviewer_id)


current_reviewer = _current_reviewer()
"""One row a reviewer: id, key and what holds of them; `aliases` is NULL where nothing was stated."""

current_seat = _current_seat()
"""One row a seat: award, reviewer_id, section and role; whoever left a panel has the role none."""


def other_names(aliases: bytes | None) -> tuple[str, ...]:
    """The other names of a reviewer's organisation, as `current_reviewer` has them."""
    return tuple(cast("list[str]", decode(bytes(aliases)))) if aliases else ()
