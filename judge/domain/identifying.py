"""What a nomination's papers say of whose it is: names, people, telephones, addresses."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from imports.forms.definition import Identifies
from imports.records import FormField
from imports.values.people import names
from judge.domain.common_words import is_word
from judge.domain.folding import fold_name
from judge.domain.masking import Term
from judge.domain.phones import phone_numbers
from judge.domain.short_names import short_group_names, short_organisation_names

Identities = Mapping[str, Identifies]
"""By a field's key, what it gives away."""

_BETWEEN = re.compile(r"[：:/；;|（）()\[\]【】]|\d{2,}")
"""What separates a person's name from a post, a number or another name, beside what a list is split at."""
_DOT = re.compile(r"\s*[·•‧∙⋅・･]\s*")
_POST_BEFORE = re.compile("^(?:副?班?组长|副?班长|副?队长|组员|成员|副?主任|副?经理|联系人|指导者|负责人)+")
_TOWN = re.compile("[省市县区州镇乡]")
_STREET = re.compile("[路街巷道号]")
_LEAST_PART = 2
_LEAST_CONTACT = 4
"""Characters of a part of a name, and of an address, that are looked for in a text."""


def people(field: FormField) -> tuple[str, ...]:
    """The people whom a field names, in its order: without posts and numbers beside them."""
    written = field.value if isinstance(field.value, tuple) else (field.written,)
    pieces = (piece for one in written for piece in _BETWEEN.split(unicodedata.normalize("NFKC", one)))
    found = (_POST_BEFORE.sub("", name.strip()) for piece in pieces for name in names(piece))
    return tuple(dict.fromkeys(name for name in found if name and not is_word(fold_name(name))))


def terms_of_fields(fields: Iterable[FormField], identities: Identities) -> Iterator[Term]:
    """What a form's identifying fields say, to be masked wherever else it stands.

    Of people with a dotted name each part by itself, too. A postcode is masked in its field alone: as a bare
    figure it would take figures with it.
    """
    for field in fields:
        match identities.get(field.key):
            case None:
                pass
            case Identifies.PERSON:
                yield from (Term(Identifies.PERSON, part) for name in people(field) for part in _parts(name))
            case Identifies.PHONE:
                yield from (Term(Identifies.PHONE, number) for number in phone_numbers(field.written))
            case Identifies.CONTACT:
                yield from (Term(Identifies.CONTACT, part) for part in _whereabouts(field.written))
                yield from (Term(Identifies.PHONE, number) for number in phone_numbers(field.written))
            case kind:
                yield from terms_of_name(kind, field.written)


def terms_of_name(kind: Identifies, name: str) -> Iterator[Term]:
    """A group's, an organisation's or a body's name as written, and as people shorten it."""
    yield Term(kind, name)
    shorten = short_group_names if kind is Identifies.GROUP else short_organisation_names
    yield from (Term(kind, short) for short in shorten(name))


def _whereabouts(written: str) -> Iterator[str]:
    """An address whole, and its street without the town; a figure is none."""
    *_, street = _TOWN.split(written)
    for said in (written, street if _STREET.search(street) else ""):
        folded = fold_name(said)
        if len(folded) >= _LEAST_CONTACT and not folded.isdigit():
            yield said


def _parts(name: str) -> Iterator[str]:
    yield name
    parts = _DOT.split(name)
    if len(parts) > 1:
        yield from (part for part in parts if len(part) >= _LEAST_PART)
