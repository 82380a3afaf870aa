"""What is known of a nomination that can show a conflict of interest."""

from collections.abc import Iterable
from dataclasses import dataclass

from imports.forms.definition import Identifies
from imports.records import FormField
from judge.domain.identifying import Identities, people
from judge.domain.phones import phone_numbers


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
