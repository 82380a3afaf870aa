"""A nomination's files as they were sent, for the reviewers who judge it."""

from imports.records import Kind
from judge.domain.desk import Original, OriginalRole
from judge.domain.refusal import Refusal
from judge.services.editions.edition import Edition
from judge.services.editions.settings import BLIND, value_of
from judge.services.sheets.acts import read_sheet
from judge.store.connection import Connection
from judge.store.queries import originals as queries

_ROLES = {Kind.FORM: OriginalRole.FORM, Kind.REPORT: OriginalRole.DOCUMENT, Kind.SCAN: OriginalRole.SCAN}
"""The kinds of files that speak of one nomination; no table does, whatever is in it."""


def originals(edition: Edition, nomination: str, reviewer: str) -> tuple[Original, ...]:
    """The nomination's own files: its form, the last revision first, and its documents.

    Refusal codes: "sheet-not-assigned", "originals-blind" (the edition masks names, which no file does),
    "originals-with-others" (all there is was filed for other nominations, too), "originals-not-in-packet".
    """
    with edition.store.read() as connection:
        return _originals(edition, connection, nomination, reviewer)


def original(edition: Edition, nomination: str, reviewer: str, number: int) -> bytes:
    """The bytes of one of `originals`, by its number; Refusal "original-unknown" besides those."""
    with edition.store.read() as connection:
        if number not in {one.number for one in _originals(edition, connection, nomination, reviewer)}:
            raise Refusal("original-unknown", nomination=nomination)
        return queries.content(connection, number)


def _originals(
    edition: Edition, connection: Connection, nomination: str, reviewer: str
) -> tuple[Original, ...]:
    read_sheet(connection, nomination, reviewer)
    if value_of(connection, BLIND) != "no":
        raise Refusal("originals-blind")
    own = {
        kept.id: Original(kept.id, _ROLES[Kind(kept.kind)], last_part(kept.path), kept.size, kept.revision)
        for kept in own_files(connection, nomination)
    }
    if not own:
        raise Refusal(_why_none(edition), nomination=nomination)
    return tuple(own.values())


def own_files(connection: Connection, nomination: str) -> tuple[queries.KeptOriginal, ...]:
    """The files that speak of this nomination alone, its form first."""
    kept = queries.originals(connection, nomination)
    return tuple(file for file in kept if file.kind in _ROLES and not file.shared)


def _why_none(edition: Edition) -> str:
    return "originals-not-in-packet" if edition.packet else "originals-with-others"


def last_part(path: str) -> str:
    """A file's name; the path may be of another system than this one."""
    return path.replace("\\", "/").rsplit("/", 1)[-1]
