"""One award's sheets and marks as the frames that `judge.scoring` counts."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import pandas as pd
from sqlalchemy import Connection, case, func, select

from imports.records import FormField
from judge.domain.quota import QuotaTable
from judge.domain.sheet import SheetState
from judge.store.current import current_nomination
from judge.store.driver import fetch
from judge.store.filed import filed_fields
from judge.store.tables import body, mark, nomination, quota, sheet


@dataclass(frozen=True, slots=True)
class Filed:
    """A nomination of the award; `code` is its number in the frames, `body` its body's position."""

    code: int
    key: str
    body: int
    name: str
    organisation: str
    subject: str
    fields: tuple[FormField, ...]


def filed(connection: Connection, award: str) -> tuple[Filed, ...]:
    """The award's nominations in the order of filing."""
    position = {body_id: n for n, body_id in enumerate(connection.execute(_BODY_IDS).scalars())}
    rows = connection.execute(
        select(current_nomination)
        .where(current_nomination.c.award == award)
        .order_by(current_nomination.c.id)
    )
    return tuple(
        Filed(
            r.id, r.key, position[r.body_id], r.name, r.organisation, r.subject, filed_fields(bytes(r.filed))
        )
        for r in rows
    )


_BODY_IDS = select(body.c.id).order_by(body.c.number)


def quota_table(connection: Connection) -> QuotaTable:
    """Every recommending body in the order of the quota table, with its seats by category."""
    bodies = connection.execute(select(body.c.id, body.c.name).order_by(body.c.number)).all()
    seats: dict[str, dict[int, int]] = defaultdict(dict)
    for body_id, category, count in connection.execute(select(quota)):
        seats[category][body_id] = count
    return QuotaTable(
        bodies=tuple(name for _, name in bodies),
        seats={
            category: tuple(by_body.get(body_id) for body_id, _ in bodies)
            for category, by_body in seats.items()
        },
    )


def sheets_frame(connection: Connection, award: str) -> pd.DataFrame:
    """Columns nomination, reviewer (int64 codes), state (a category) and rubric (text); one row a sheet."""
    states = [state.value for state in SheetState]
    # A state that none knows becomes -1, no category, which scoring refuses by name.
    position = case({state: n for n, state in enumerate(states)}, value=sheet.c.state, else_=-1)
    query = (
        select(sheet.c.nomination_id, sheet.c.reviewer_id, position, sheet.c.rubric)
        .join(nomination, nomination.c.id == sheet.c.nomination_id)
        .where(nomination.c.award == award)
    )
    columns = ["nomination", "reviewer", "state", "rubric"]
    frame = pd.DataFrame.from_records(list(fetch(connection, query)), columns=columns)
    frame = frame.astype({"nomination": "int64", "reviewer": "int64", "state": "int64"})
    known = pd.Index(states)
    return frame.assign(state=pd.Categorical.from_codes(frame["state"].to_numpy(), categories=known))


def marks_frame(connection: Connection, award: str, criteria: Sequence[str]) -> pd.DataFrame:
    """One row a mark of the award's sheets.

    Columns nomination, reviewer, criterion (its position in `criteria`), ticks (all int64) and
    applicable (bool). A mark "not applicable" has ticks 0 and applicable False; NULL ends here.
    """
    # A criterion that the rubric lacks becomes -1, which scoring refuses by name.
    position = case({key: n for n, key in enumerate(criteria)}, value=mark.c.criterion, else_=-1)
    columns = {
        "nomination": sheet.c.nomination_id,
        "reviewer": sheet.c.reviewer_id,
        "criterion": position,
        "ticks": func.coalesce(mark.c.ticks, 0),
        "applicable": mark.c.ticks.is_not(None),
    }
    query = (
        select(*columns.values())
        .join_from(mark, sheet, sheet.c.id == mark.c.sheet_id)
        .join(nomination, nomination.c.id == sheet.c.nomination_id)
        .where(nomination.c.award == award)
    )
    # Whole numbers all, so that they go from the driver into one array and never lie about as a list.
    flat = np.fromiter(chain.from_iterable(fetch(connection, query)), np.int64)
    by_column = np.ascontiguousarray(flat.reshape(-1, len(columns)).T)
    return pd.DataFrame(dict(zip(columns, by_column, strict=True))).astype({"applicable": "bool"})
