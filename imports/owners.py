"""To which nomination a document belongs: the one that its name, its folders or its opening names."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from imports.attachments import Told
from imports.matching import name_key
from imports.records import REPORT
from imports.register import KnownNomination, Register
from imports.remarks import Remarks


def owner_said(nomination: str, register: Register, remarks: Remarks) -> KnownNomination | None:
    """The nomination that the user says a document belongs to, if it is filed."""
    for known in register.nominations:
        if known.key == nomination:
            return known
    remarks.block("nomination-unknown", nomination=nomination)
    return None


def owner_found(
    lines: Iterable[str], told: Sequence[Told], register: Register, beside: Sequence[str] = ()
) -> tuple[KnownNomination, ...]:
    """The nominations that `lines` name; of namesakes those whose organisation stands there too.

    What was `told` of the document leaves only nominations whose form asks for it, if any of them is named.
    `beside` are the keys to look to where none is named.
    """
    text = "\n".join(map(name_key, lines))
    named = _named_in(text, register.nominations)
    asked = {award.key for award in register.programme.awards if any(t.form == award.form for t in told)}
    candidates = tuple(known for known in named if known.award in asked) or named
    if not candidates and beside:
        candidates = tuple(known for known in register.nominations if known.key in beside)
    return candidates


def attachment_of(
    owner: KnownNomination, told: Sequence[Told], register: Register, otherwise: str = REPORT
) -> str:
    """The key of what a document is to its nomination."""
    form = register.programme.award(owner.award).form
    return next((t.attachment.key for t in told if t.form == form), otherwise)


def names_of(candidates: Iterable[KnownNomination]) -> tuple[str, ...]:
    """Nominations as a finding offers them."""
    return tuple(f"{known.key} {known.name}" for known in candidates)


def _named_in(text: str, nominations: tuple[KnownNomination, ...]) -> tuple[KnownNomination, ...]:
    """The nominations whose names stand in the normalised `text`, but not merely within a longer name."""
    met: list[KnownNomination] = []
    left = text
    for key, namesakes in _by_name(nominations):
        if key in left:
            met += _of_organisation(text, namesakes) if len(namesakes) > 1 else namesakes
            left = left.replace(key, "\n")
    return tuple(met)


@lru_cache(maxsize=2)
def _by_name(
    nominations: tuple[KnownNomination, ...],
) -> tuple[tuple[str, tuple[KnownNomination, ...]], ...]:
    """Nominations by their names' keys, the longest first; kept while documents are read against them."""
    by_key: dict[str, list[KnownNomination]] = {}
    for known in nominations:
        by_key.setdefault(name_key(known.name), []).append(known)
    return tuple(
        (key, tuple(by_key[key])) for key in sorted(filter(None, by_key), key=lambda key: (-len(key), key))
    )


def _of_organisation(text: str, namesakes: tuple[KnownNomination, ...]) -> tuple[KnownNomination, ...]:
    """Of nominations of one name, those whose organisation stands in `text`; all where none does."""
    left = text
    met: list[KnownNomination] = []
    organisations = {name_key(known.organisation) for known in namesakes} - {""}
    for key in sorted(organisations, key=len, reverse=True):
        if key in left:
            met += [known for known in namesakes if name_key(known.organisation) == key]
            left = left.replace(key, "\n")
    return tuple(met) or namesakes
