"""Nominations as they stand now: the last revision's words over those of the first filing."""

from sqlalchemy import ColumnElement, Connection, FromClause, ScalarSelect, and_, func, select

from judge.store.tables import nomination, nomination_revision


def filed_revision(nomination_id: ColumnElement[int]) -> ColumnElement[int]:
    """The number of the nomination's last revision; 1 where nothing was filed after the first."""
    return func.coalesce(_last(nomination_id), 1)


def _last(nomination_id: ColumnElement[int]) -> ScalarSelect[int]:
    revised = nomination_revision.alias()
    return (
        select(func.max(revised.c.number))
        .where(revised.c.nomination_id == nomination_id)
        .correlate_except(revised)
        .scalar_subquery()
    )


def _current() -> FromClause:
    last = nomination_revision.alias("last_revision")
    own = nomination
    joined = own.outerjoin(last, and_(last.c.nomination_id == own.c.id, last.c.number == _last(own.c.id)))
    return (
        select(
            own.c.id,
            own.c.key,
            own.c.award,
            own.c.body_id,
            func.coalesce(last.c.number, 1).label("revision"),
            func.coalesce(last.c.source_file_id, own.c.source_file_id).label("source_file_id"),
            func.coalesce(last.c.name, own.c.name).label("name"),
            func.coalesce(last.c.organisation, own.c.organisation).label("organisation"),
            func.coalesce(last.c.subject, own.c.subject).label("subject"),
            func.coalesce(last.c.filed, own.c.filed).label("filed"),
        )
        .select_from(joined)
        .subquery("current_nomination")
    )


current_nomination = _current()
"""One row a nomination: its id, key, award and body_id, its revision, and what that says and comes from."""


def revision_of_each(connection: Connection) -> dict[str, int]:
    """The number of every nomination's last revision, by key."""
    current = select(current_nomination.c.key, current_nomination.c.revision)
    return dict(connection.execute(current).all())
