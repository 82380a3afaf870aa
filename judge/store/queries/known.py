"""What the edition holds of each thing that papers may bring again."""

from collections import defaultdict

from sqlalchemy import Connection, select

from judge.store.tables import body, nomination, panel_member, quota, reviewer

Identity = tuple[str, str, str, str]
"""What makes a nomination the same one: award, body, name and organisation."""


def known_quotas(connection: Connection) -> dict[str, dict[str, int]]:
    """Seats by category by body."""
    seats: dict[str, dict[str, int]] = {
        name: {} for name in connection.execute(select(body.c.name)).scalars()
    }
    rows = connection.execute(
        select(body.c.name, quota.c.category, quota.c.seats).join(quota, quota.c.body_id == body.c.id)
    )
    for name, category, count in rows:
        seats[name][category] = count
    return seats


def known_reviewers(connection: Connection) -> dict[str, tuple[object, ...]]:
    """Name, organisation, phone and awards by reviewer key."""
    awards: dict[int, set[str]] = defaultdict(set)
    for award, reviewer_id in connection.execute(select(panel_member)):
        awards[reviewer_id].add(award)
    return {
        r.key: (r.name, r.organisation, r.phone, frozenset(awards[r.id]))
        for r in connection.execute(select(reviewer))
    }


def known_nominations(connection: Connection) -> dict[Identity, bytes]:
    """What each nomination says, as `judge.store.filed.filed_bytes` spells it."""
    rows = connection.execute(
        select(
            nomination.c.award,
            body.c.name.label("body"),
            nomination.c.name,
            nomination.c.organisation,
            nomination.c.filed,
        ).join(body, body.c.id == nomination.c.body_id)
    )
    return {(r.award, r.body, r.name, r.organisation): bytes(r.filed) for r in rows}
