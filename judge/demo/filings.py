"""One nomination as its recommending body means it, before anyone writes it on a form."""

from collections.abc import Mapping
from dataclasses import dataclass

Entry = str | bool | tuple[str, ...]
"""What a form's box holds: text, a tick (yes or no), or a list of names or of choices ticked."""
Entries = Mapping[str, Entry]
"""By the field's key, a pair's two figures by its first."""

YEAR = 2019
SUMMARY_TEXT = "text"
"""Where entries keep the text of a summary, which is in no field."""

QC_GROUP = "qc-group"
QC_PRESENTING = "qc-presenting"
TRUSTED_TEAM = "trusted-team"


@dataclass(frozen=True, slots=True)
class Filing:
    """A nomination and the truth behind it.

    `quality` is the share of full points that a fair reviewer would give, 0 to 1. `tale` is what a result
    report is written from.
    """

    award: str
    body: str
    name: str
    organisation: str
    subject: str
    members: tuple[str, ...]
    entries: Entries
    quality: float
    tale: Mapping[str, str]

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What tells it from every other: (body, award, name, organisation)."""
        return self.body, self.award, self.name, self.organisation
