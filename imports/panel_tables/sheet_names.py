"""What the names of a workbook's sheets say: a criterion, a reviewer, or nothing."""

import re
from collections.abc import Sequence

from imports.grid import Grid
from imports.panel_tables.vocabulary import Vocabulary
from imports.panel_tables.words import CRITERION, REVIEWER

NUMBER = re.compile(r"[A-Za-z]{0,4}[-_.]?[0-9]{1,6}")
"""What a reviewer's number looks like: R07, J-3, 12."""
_UNNAMED = re.compile(r"(?:sheet|tabelle|feuil\w*|table|工作表|表|页)?\s*[0-9]*", re.IGNORECASE)
_SEVERAL = 2


class SheetNames:
    """The sheets of one file: names that nobody gave, or one sheet alone, name no new reviewer."""

    def __init__(self, grids: Sequence[Grid], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._are_several = len(grids) >= _SEVERAL

    def of(self, grid: Grid) -> str:
        """`CRITERION`, `REVIEWER`, or "" for a name that says neither."""
        name = grid.name.strip()
        if self._vocabulary.is_criterion(name):
            return CRITERION
        if self._vocabulary.is_reviewer(name):
            return REVIEWER
        if _UNNAMED.fullmatch(name) or not self._vocabulary.takes_reviewers:
            return ""
        return REVIEWER if self._are_several or NUMBER.fullmatch(name) else ""
