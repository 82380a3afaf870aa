"""What an audit finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold: `code`, and what it is about."""

    code: str
    subject: str
