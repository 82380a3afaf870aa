"""Alembic's way in: the migrations run on the connection that `upgrading` hands over."""

from alembic import context

from judge.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
