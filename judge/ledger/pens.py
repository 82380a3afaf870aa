"""Pens: one author in one place."""

SECRETARY = "@secretary"
"""Writes what the organiser's office does: import, assignment. No reviewer's pen can be spelled like it."""


CHAIR = "@chair"
"""Writes rulings."""


def reviewer_pen(reviewer: str) -> str:
    """The pen of a reviewer who scores at the edition itself."""
    return f"{reviewer}@edition"
