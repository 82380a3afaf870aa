"""Blind review: what of a nomination's papers must be masked, and whether the edition is judged blind."""

from collections.abc import Iterable, Iterator

from imports.forms.definition import Identifies
from imports.forms.identifying import identifying_fields
from imports.records import FormField
from judge.domain.identifying import Identities, terms_of_fields, terms_of_name
from judge.domain.masking import Masking, Term
from judge.domain.organisations import Organisations
from judge.services.editions.edition import Edition
from judge.services.editions.settings import BLIND, value_of
from judge.services.forms.held import edition_form
from judge.store.connection import Connection
from judge.store.queries.revisions import KeptRevision

YES = "yes"


def is_blind(connection: Connection) -> bool:
    """Whether reviewers read papers with names masked."""
    return value_of(connection, BLIND) == YES


def identities_of(edition: Edition, connection: Connection, award: str) -> Identities:
    """What the fields of an award's form give away, by key."""
    return identifying_fields(edition_form(connection, edition.programme.award(award).form))


def masking(
    body: str, revisions: Iterable[KeptRevision], identities: Identities, organisations: Organisations
) -> Masking:
    """What masks a nomination's papers: everybody whom any revision names, by every known name."""
    return Masking(_terms(body, revisions, identities, organisations))


def _terms(
    body: str, revisions: Iterable[KeptRevision], identities: Identities, organisations: Organisations
) -> Iterator[Term]:
    for name in (body, *organisations.names(body)):
        yield from terms_of_name(Identifies.BODY, name)
    for revision in revisions:
        named = FormField("name", "", revision.name, None)
        for name in (revision.organisation, *organisations.names(revision.organisation)):
            yield from terms_of_name(Identifies.ORGANISATION, name)
        # A table of nominations need not have a field for the name.
        yield from terms_of_fields([named], {"name": _kind_of_name(revision, identities)})
        yield from terms_of_fields(revision.fields, identities)


def _kind_of_name(revision: KeptRevision, identities: Identities) -> Identifies:
    """What the nomination's name is the name of: of an enterprise or a person where a field says so."""
    said = (field for field in revision.fields if field.key in identities)
    return next((identities[f.key] for f in said if f.written.strip() == revision.name), Identifies.GROUP)
