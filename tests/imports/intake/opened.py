"""Files sent, opened and read in one go, for tests."""

from pathlib import Path

from imports.intake.cancelling import NEVER, Cancel
from imports.intake.gathering import gather
from imports.intake.opening import open_files
from imports.intake.sent import Said
from imports.intake.spool import Spool
from imports.records import FileReading, Kind
from imports.register import Register
from tests.imports.forms.filled import REGISTER


def read_all(
    *paths: Path, register: Register = REGISTER, kind: Kind | None = None, cancel: Cancel = NEVER
) -> dict[str, FileReading]:
    """What each file gives, by the name that an edition would know it by."""
    spool = Spool()
    found = gather(paths, spool, cancel)
    opened = open_files(found, register, Said(kind), spool, cancel)
    files = [one.file.take() for one in opened]
    return {file.sent.name: file.read(register) for file in files}


def codes(readings: dict[str, FileReading]) -> dict[str, list[str]]:
    """The codes of what was found in each file."""
    return {name: [finding.code for finding in reading.findings] for name, reading in readings.items()}
