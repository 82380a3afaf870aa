"""SQLAlchemy's own words for each engine, loaded for the one at hand: each takes a tenth of a second."""

from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import Dialect, Table

SQLITE = "sqlite"

Insert = Any
"""An insert that can say what to do on a conflict; SQLAlchemy has a type of its own for each engine."""


@cache
def insert_for(engine: str) -> Callable[[Table], Insert]:
    """What makes inserts that can say what to do on a conflict."""
    if engine == SQLITE:
        from sqlalchemy.dialects.sqlite import insert  # noqa: PLC0415 - see the module
    else:
        from sqlalchemy.dialects.postgresql import insert  # type: ignore[assignment]  # noqa: PLC0415 - likewise
    return insert


@cache
def by_place(engine: str) -> Dialect:
    """The dialect whose statements take parameters by place, as rows that are tuples want them."""
    if engine == SQLITE:
        from sqlalchemy.dialects.sqlite import pysqlite  # noqa: PLC0415 - see the module

        return pysqlite.dialect()
    from sqlalchemy.dialects.postgresql import psycopg  # noqa: PLC0415 - likewise

    # psycopg's own way names them.
    return psycopg.dialect(paramstyle="format")  # type: ignore[no-untyped-call]  # SQLAlchemy types few
