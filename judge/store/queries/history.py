"""What is known of organisations beyond this edition: their other names, and what they won before."""

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, select

from imports.matching import name_key
from judge.domain.award_history import PastWin
from judge.domain.organisations import Organisations
from judge.store.tables import organisation_alias, past_award


def aliases(connection: Connection) -> list[tuple[str, str]]:
    """Every (organisation, other name), in the order of filing."""
    rows = select(organisation_alias.c.organisation, organisation_alias.c.alias)
    return [(r.organisation, r.alias) for r in connection.execute(rows.order_by(organisation_alias.c.id))]


def organisations(connection: Connection) -> Organisations:
    """All organisations by every name that the edition knows of them."""
    return Organisations(aliases(connection))


def past_wins(connection: Connection, awards: Collection[str] | None = None) -> Iterator[PastWin]:
    """Earlier years' winners, of some awards or of all, in the order of filing."""
    rows = select(past_award.c.year, past_award.c.award, past_award.c.name, past_award.c.organisation)
    if awards is not None:
        rows = rows.where(past_award.c.award.in_(awards))
    for row in connection.execute(rows.order_by(past_award.c.id)):
        yield PastWin(*row)


def held_past_awards(connection: Connection) -> Iterator[tuple[int | str, ...]]:
    """What makes each earlier award itself: year and award, and the keys of name, organisation and body."""
    columns = (past_award.c.year, past_award.c.award)
    names = (past_award.c.name, past_award.c.organisation, past_award.c.body)
    for year, award, *written in connection.execute(select(*columns, *names)):
        yield year, award, *map(name_key, written)
