"""The edition as readers of new papers need to know it."""

from dataclasses import replace

from sqlalchemy import Connection, select

from imports.register import KnownNomination, KnownReviewer, Register
from judge.store.current import current_nomination
from judge.store.current_panels import current_reviewer, other_names
from judge.store.tables import body, mark, nomination, reviewer, sheet


def register(connection: Connection, known: Register, *, with_marks: bool) -> Register:
    """`known`, with bodies, nominations and reviewers; filed marks only where score tables are to be read."""
    bodies = connection.execute(select(body.c.name).order_by(body.c.number)).scalars()
    nominations = connection.execute(
        select(
            current_nomination.c.key,
            current_nomination.c.award,
            body.c.name.label("body"),
            current_nomination.c.name,
            current_nomination.c.organisation,
        )
        .join(body, body.c.id == current_nomination.c.body_id)
        .order_by(current_nomination.c.id)
    )
    who = current_reviewer.c
    reviewers = connection.execute(
        select(who.key, who.name, who.organisation, who.phone, who.aliases).order_by(who.id)
    )
    return replace(
        known,
        bodies=tuple(bodies),
        nominations=tuple(KnownNomination(*row) for row in nominations),
        reviewers=tuple(KnownReviewer(*row[:-1], other_names(row.aliases)) for row in reviewers),
        marks=_marks(connection) if with_marks else {},
    )


def _marks(connection: Connection) -> dict[tuple[str, str, str], int | None]:
    rows = connection.execute(
        select(nomination.c.key, reviewer.c.key, mark.c.criterion, mark.c.ticks)
        .join(sheet, sheet.c.id == mark.c.sheet_id)
        .join(nomination, nomination.c.id == sheet.c.nomination_id)
        .join(reviewer, reviewer.c.id == sheet.c.reviewer_id)
    )
    return {(n, r, criterion): ticks for n, r, criterion, ticks in rows}
