"""Bring a database to the schema that this program writes."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from judge.store.engine import begin


def upgrade(engine: Engine, to: str = "head") -> None:
    """Run the migrations that are missing, in one transaction."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    with engine.connect() as connection, connection.begin():
        begin(connection, writes=True)
        config.attributes["connection"] = connection
        command.upgrade(config, to)
