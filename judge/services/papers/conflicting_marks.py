"""Marks in score tables by reviewers with a conflict of interest; they may recuse themselves instead."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from imports.findings import Finding, Place, Severity
from imports.forms.identifying import identifying_fields
from imports.records import FormField
from imports.register import Register
from imports.remarks import Param
from judge.domain.candidacy import Candidacy, candidacy
from judge.domain.conflict import Conflict, ConflictGround, Interests
from judge.domain.organisations import Organisations
from judge.services.sheets.conflicts import conflicts
from judge.services.sheets.denying import without_denied
from judge.services.sheets.filing import Pair
from judge.store.connection import Connection

FieldsOf = Callable[[str], Sequence[FormField]]
"""The form of a nomination by its key, as it stands."""

_OWN = {ConflictGround.ORGANISATION, ConflictGround.BODY}


def conflicting_marks(
    connection: Connection,
    places: Mapping[Pair, Place],
    register: Register,
    organisations: Organisations,
    fields_of: FieldsOf,
) -> Iterator[Finding]:
    """One finding a ground, at the place where the sheet is first spoken of; none for what a reviewer denied.

    Blocking: "reviewer-in-conflict" (nomination, reviewer, organisation), "reviewer-phone-on-form"
    (nomination, reviewer, label). Warning: "reviewer-name-on-form" (nomination, reviewer, label, name), since
    two people may have one name.
    """
    nominations = {known.key: known for known in register.nominations}
    reviewers = {
        one.key: Interests(one.name, one.organisation, one.phone, one.others) for one in register.reviewers
    }
    forms = {award.key: register.forms.form(award.form) for award in register.programme.awards}

    @cache
    def theirs(nomination: str) -> Candidacy:
        known = nominations[nomination]
        identities = identifying_fields(forms[known.award])
        return candidacy(known.organisation, known.body, fields_of(nomination), identities)

    for pair, place in places.items():
        nomination, reviewer = pair
        own = reviewers[reviewer]
        found = conflicts(own, theirs(nomination), organisations)
        for conflict in _told(without_denied(connection, nomination, reviewer, found)):
            params: dict[str, Param] = {"nomination": nomination, "reviewer": reviewer}
            yield _finding(conflict, own, params, place)


def _told(found: Sequence[Conflict]) -> Iterator[Conflict]:
    """Of the reviewer's own organisation one is enough, whether it is the candidate or the body."""
    yield from [conflict for conflict in found if conflict.ground in _OWN][:1]
    yield from (conflict for conflict in found if conflict.ground not in _OWN)


def _finding(conflict: Conflict, own: Interests, params: dict[str, Param], place: Place) -> Finding:
    match conflict.ground:
        case ConflictGround.NAME:
            params |= {"label": conflict.label, "name": conflict.said}
            return Finding("reviewer-name-on-form", Severity.WARNING, place, params)
        case ConflictGround.PHONE:
            params["label"] = conflict.label
            return Finding("reviewer-phone-on-form", Severity.BLOCKING, place, params)
        case _:
            params["organisation"] = own.organisation
            return Finding("reviewer-in-conflict", Severity.BLOCKING, place, params)
