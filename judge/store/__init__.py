"""The edition file: tables, engine, migrations and queries, on SQLite and PostgreSQL alike."""
