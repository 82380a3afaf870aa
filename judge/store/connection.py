"""A transaction's connection, which services hand on to the store and never speak through themselves."""

from sqlalchemy import Connection

__all__ = ["Connection"]
