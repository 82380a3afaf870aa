"""Which of a reviewer's sheets were handed in before which."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, and_, literal, select

from judge.ledger.acts import SHEET_SUBMITTED
from judge.store.tables import entry, nomination, reviewer, sheet


class Submission(NamedTuple):
    """A sheet by its ids, and the entry that submitted it: whose pen's, and its place in that pen's chain."""

    nomination: int
    reviewer: int
    pen: str
    seq: int


_SUBJECT = literal("sheet/") + nomination.c.key + literal("/") + reviewer.c.key


def submissions(connection: Connection, award: str) -> Iterator[Submission]:
    """Every sheet of the award whose last act is its submission by a pen.

    Sheets that were filed from tables or settled by the chair are not among them: nobody noted when their
    reviewer came to them.
    """
    query = (
        select(sheet.c.nomination_id, sheet.c.reviewer_id, entry.c.pen, entry.c.seq)
        .join(nomination, nomination.c.id == sheet.c.nomination_id)
        .join(reviewer, reviewer.c.id == sheet.c.reviewer_id)
        .join(entry, and_(entry.c.subject == _SUBJECT, entry.c.digest == sheet.c.head))
        .where(nomination.c.award == award, entry.c.kind == SHEET_SUBMITTED)
    )
    for row in connection.execute(query):
        yield Submission(*row)
