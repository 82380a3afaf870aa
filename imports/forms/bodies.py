"""The recommending body that a form names, found in the quota table."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from imports.findings import Finding
from imports.matching import name_key, nearest
from imports.records import BodyPaperRecord, FileReading, NominationRecord, Record
from imports.register import Register

UNKNOWN = "body-unknown"
UNCHECKED = "bodies-unchecked"
"""Said where no body is known at all."""
LONGEST_BODY = 80
"""Characters of a body's name that are compared and shown; a longer text is none."""
_UNSETTLED = {UNKNOWN, UNCHECKED}


def body_called(written: str, register: Register) -> str | None:
    """The recommending body as the quota table spells it; None where that does not know it."""
    return bodies_by_key(register.bodies).get(name_key(written[:LONGEST_BODY]))


@lru_cache(maxsize=8)
def bodies_by_key(bodies: tuple[str, ...]) -> Mapping[str, str]:
    """Recommending bodies by what their names say; of several that say the same, the first."""
    return MappingProxyType({name_key(body): body for body in reversed(bodies)})


def with_bodies(reading: FileReading, register: Register) -> FileReading:
    """A form's reading with the bodies that the register did not know when the form was read."""
    if not any(finding.code in _UNSETTLED for finding in reading.findings):
        return reading
    findings = tuple(f for f in (_again(f, register) for f in reading.findings) if f is not None)
    return replace(
        reading,
        records=tuple(_with_body(record, register) for record in reading.records),
        findings=findings,
    )


def _again(finding: Finding, register: Register) -> Finding | None:
    if finding.code not in _UNSETTLED:
        return finding
    written = str(finding.params["written"])
    if body_called(written, register) is not None:
        return None
    if not register.bodies:
        return replace(finding, code=UNCHECKED, params={"written": written})
    near = nearest(written, register.bodies)
    return replace(finding, code=UNKNOWN, params={"written": written, "nearest": near})


def _with_body(record: Record, register: Register) -> Record:
    if not isinstance(record, NominationRecord | BodyPaperRecord):
        return record
    return replace(record, body=body_called(record.body, register) or record.body)
