"""The database's own refusal to change or delete what is append-only, on both engines."""

from collections.abc import Iterable, Iterator

_MESSAGE = "rows of {table} are append-only"


def sqlite_triggers(tables: Iterable[str]) -> Iterator[str]:
    """CREATE TRIGGER statements for SQLite."""
    for table in tables:
        for act in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{_MESSAGE.format(table=table)}'); END"
            )


def postgresql_triggers(tables: Iterable[str]) -> Iterator[str]:
    """CREATE FUNCTION and CREATE TRIGGER statements for PostgreSQL."""
    yield (
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'rows of % are append-only', TG_TABLE_NAME; END $$"
    )
    yield from postgresql_guards(tables)


def postgresql_guards(tables: Iterable[str]) -> Iterator[str]:
    """CREATE TRIGGER statements for PostgreSQL where the function is there; TRUNCATE is refused as well."""
    for table in tables:
        yield (
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
