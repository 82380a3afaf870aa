"""Pens: one author in one place."""

SECRETARY = "secretary@edition"
"""Writes what the organiser's office does at the edition itself: import, assignment."""


def reviewer_pen(reviewer: str) -> str:
    """The pen of a reviewer who scores at the edition itself."""
    return f"{reviewer}@edition"
