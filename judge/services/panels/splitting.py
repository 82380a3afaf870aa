"""Split an award's nominations among the sections in which its panel sits, and state it."""

from judge.assignment.sections import split_into_sections
from judge.assignment.task import Task
from judge.domain.refusal import Refusal
from judge.ledger.panel_acts import Section
from judge.services.editions.edition import Edition
from judge.services.panels.stating import state_sections
from judge.services.sheets.assignable import gather


def split_award(edition: Edition, award: str, seed: int = 0, reason: str = "") -> dict[str, str]:
    """Give each of the award's nominations without a section one, evenly; the new sections by nomination.

    Who holds sheets already decides it; conflicts and bodies are looked at. Same edition, same seed, same
    split.

    Refusal codes: "check-award-unknown" (award, known), "panel-without-sections" (award).
    """
    known = tuple(one.key for one in edition.programme.awards)
    if award not in known:
        raise Refusal("check-award-unknown", award=award, known=known)
    with edition.store.read() as connection:
        found = gather(edition, connection, 1, None).of(award)
    if not found.has_sections:
        raise Refusal("panel-without-sections", award=award)
    given = split_into_sections(Task.drawn(found.nominations, found.reviewers, seed), award)
    anchors = {one.key for one in found.nominations if one.anchor}
    state_sections(edition, {key: Section(name, key in anchors) for key, name in given.items()}, reason)
    return given
