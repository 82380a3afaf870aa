"""What rulings on panels are asked of the database: the sheets that they may speak of, and who they bar."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from judge.ledger.acts import CLOSED, LIFTED, WITHDRAWN, award_subject, nomination_subject, reviewer_subject
from judge.ledger.canonical import encode
from judge.ledger.ruled import Version
from judge.store.tables import nomination, reviewer, ruling, sheet


class PanelSheet(NamedTuple):
    """A sheet by its ids, and as it stands."""

    nomination_id: int
    reviewer_id: int
    award: str
    version: Version


_SHEETS = (
    select(
        sheet.c.nomination_id,
        sheet.c.reviewer_id,
        nomination.c.award,
        nomination.c.key.label("nomination"),
        reviewer.c.key.label("reviewer"),
        sheet.c.state,
        sheet.c.head,
    )
    .join(nomination, nomination.c.id == sheet.c.nomination_id)
    .join(reviewer, reviewer.c.id == sheet.c.reviewer_id)
    .order_by(sheet.c.nomination_id, sheet.c.reviewer_id)
)


def panel_sheets(
    connection: Connection, award: str = "", *, nomination_key: str = ""
) -> Iterator[PanelSheet]:
    """Every sheet of an award, of a nomination, or of all, nomination by nomination."""
    asked = _SHEETS
    if award:
        asked = asked.where(nomination.c.award == award)
    if nomination_key:
        asked = asked.where(nomination.c.key == nomination_key)
    for row in connection.execute(asked):
        version = Version(row.nomination, row.reviewer, row.state, bytes(row.head))
        yield PanelSheet(row.nomination_id, row.reviewer_id, row.award, version)


def lock_sheets(connection: Connection, *, award: str = "", nomination_key: str = "", of: str = "") -> None:
    """Let nobody write on the sheets of an award, a nomination or a reviewer until the transaction ends."""
    asked = (
        select(sheet.c.id)
        .join(nomination, nomination.c.id == sheet.c.nomination_id)
        .join(reviewer, reviewer.c.id == sheet.c.reviewer_id)
        .order_by(sheet.c.id)
        .with_for_update(of=sheet)
    )
    wanted = ((nomination.c.award, award), (nomination.c.key, nomination_key), (reviewer.c.key, of))
    for column, value in wanted:
        if value:
            asked = asked.where(column == value)
    connection.execute(asked).all()


_BARRING = (
    select(ruling.c.subject, (ruling.c.detail != bindparam("lifted")).label("bars"))
    .where(
        ruling.c.subject.in_([bindparam("award"), bindparam("nomination"), bindparam("reviewer")]),
        ruling.c.kind.in_([CLOSED, WITHDRAWN]),
    )
    .order_by(ruling.c.pen, ruling.c.seq)
)
_LIFTED = encode(LIFTED)


def barred_by(connection: Connection, award: str, nomination_key: str, reviewer_key: str) -> str | None:
    """What a ruling that holds closes a sheet to its reviewer by: "award", "nomination" or "reviewer"."""
    subjects = {
        "reviewer": reviewer_subject(reviewer_key),
        "award": award_subject(award),
        "nomination": nomination_subject(nomination_key),
    }
    rows = connection.execute(_BARRING, {**subjects, "lifted": _LIFTED})
    last: dict[str, bool] = {row.subject: row.bars for row in rows}
    return next((sort for sort, subject in subjects.items() if last.get(subject)), None)


def has_closings(connection: Connection) -> bool:
    """Whether any ruling closed anything, or withdrew anybody, whether or not it holds."""
    asked = select(ruling.c.seq).where(ruling.c.kind.in_([CLOSED, WITHDRAWN])).limit(1)
    return connection.execute(asked).first() is not None
