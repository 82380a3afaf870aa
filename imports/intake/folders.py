"""One folder for each body: what a folder's name says of the papers in it."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from imports.findings import Finding, Severity
from imports.forms.bodies import bodies_by_key
from imports.matching import name_key
from imports.records import BodyPaperRecord, FileReading, NominationRecord
from imports.register import Register


def others_papers(reading: FileReading, folders: Sequence[str], register: Register) -> Iterator[Finding]:
    """Warning "folder-of-another" (folder, written): a form names another body than its folder is called by.

    The innermost folder or archive whose name is that of a body counts; any other name says nothing.
    """
    if not reading.records:
        return
    folder = _body(folders, register)
    for record in reading.records if folder else ():
        if isinstance(record, NominationRecord | BodyPaperRecord) and _is_another(record.body, folder):
            params = MappingProxyType({"folder": folder, "written": record.body})
            yield Finding("folder-of-another", Severity.WARNING, record.place, params)


def _is_another(body: str, folder: str) -> bool:
    return bool(body) and name_key(body) != name_key(folder)


def _body(folders: Sequence[str], register: Register) -> str:
    """The body that the innermost folder of a body's name is called by; "" where none is."""
    bodies = bodies_by_key(register.bodies)
    return next((bodies[key] for name in reversed(folders) if (key := name_key(name)) in bodies), "")
