"""Conflicts of interest: what ties a reviewer to a nomination, and what of a reviewer shows it."""

from dataclasses import dataclass
from enum import StrEnum


class ConflictGround(StrEnum):
    """What shows a conflict."""

    ORGANISATION = "organisation"
    """The candidate's organisation is the reviewer's."""
    BODY = "body"
    """The recommending body is the reviewer's organisation."""
    NAME = "name"
    """Somebody on the form has the reviewer's name; it may be somebody else."""
    PHONE = "phone"
    """A telephone number on the form is the reviewer's."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One ground of a conflict: what is said on the form, and the label of its field ("" of no field's)."""

    ground: ConflictGround
    said: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Interests:
    """What is known of a reviewer that can show a conflict; `others` are more names of their organisation."""

    name: str
    organisation: str
    phone: str = ""
    others: tuple[str, ...] = ()

    @property
    def organisations(self) -> tuple[str, ...]:
        """Every name of the reviewer's organisation."""
        return (self.organisation, *self.others)
