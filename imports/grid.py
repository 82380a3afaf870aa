"""A table as a reader sees it, whatever file it came from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cell texts. A cell covered by a merge (from its left or from above) is None, never a copy.

    `name` is the sheet's name, or the Word table's number from 1; `first_row` is the number that a user
    would give the first row kept. Text is as written: not stripped, not normalised.
    """

    name: str
    rows: tuple[tuple[str | None, ...], ...]
    first_row: int = 1
