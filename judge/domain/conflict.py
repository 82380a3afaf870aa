"""Conflicts of interest: what ties a reviewer to a nomination, and what is known of both that can show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from imports.forms.definition import Identifies
from imports.records import FormField
from judge.domain.identifying import Identities, people
from judge.domain.phones import phone_numbers


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


@dataclass(frozen=True, slots=True)
class Said:
    """A name or a number that a form says, and the label of its field."""

    what: str
    label: str


@dataclass(frozen=True, slots=True)
class Candidacy:
    """What is known of a nomination that can show a conflict; `phones` are digits alone."""

    organisation: str
    body: str
    people: tuple[Said, ...] = ()
    phones: tuple[Said, ...] = ()


def candidacy(organisation: str, body: str, fields: Iterable[FormField], identities: Identities) -> Candidacy:
    """What a nomination's form says of whose it is."""
    named: list[Said] = []
    reached: list[Said] = []
    for field in fields:
        label = " ".join(field.label.split()).rstrip(":：")
        match identities.get(field.key):
            case Identifies.PERSON:
                named += [Said(name, label) for name in people(field)]
            case Identifies.PHONE | Identifies.CONTACT:
                reached += [Said(number, label) for number in phone_numbers(field.written)]
            case _:
                pass
    return Candidacy(organisation, body, tuple(named), tuple(reached))
