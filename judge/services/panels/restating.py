"""State all that a reviewer's card says in one go: particulars and every seat, or nothing of it."""

from collections.abc import Mapping

from judge.domain.refusal import Refusal
from judge.domain.reviewer_keys import find_reviewer
from judge.ledger.panel_acts import ROLE_NONE, ReviewerDetail, Seat
from judge.services.editions.edition import Edition
from judge.services.panels.standing import Member
from judge.services.panels.stating import begin, check_detail, check_seat
from judge.services.texts import check_text
from judge.store.pens import keep
from judge.store.queries.known import held_reviewers, ids


def restate_reviewer(
    edition: Edition, seen: Member, detail: ReviewerDetail, seats: Mapping[str, Seat], reason: str = ""
) -> int:
    """State what of `detail` and `seats` differs from what holds, in one transaction; how many statements.

    `seen` is the reviewer as whoever states it saw them. A seat that `seats` does not name is left.

    Refusal codes: "edition-changed-meanwhile" where the reviewer stands otherwise than was seen, those of
    `find_reviewer`, "reviewer-nameless", "load-limit-negative" (limit), "check-award-unknown" (award, known),
    "role-unknown" (role), those of `check_text`.
    """
    check_text(reason)
    check_detail(detail)
    for award, seat in seats.items():
        check_seat(edition, award, seat.role)
        check_text(seat.section)
    with edition.store.write() as connection:
        statements = begin(edition, connection, reason)
        held = {one.key: one for one in held_reviewers(connection)}
        now = held[find_reviewer(seen.key, tuple(held))]
        if now.detail != seen.detail or dict(now.seats) != dict(seen.seats):
            raise Refusal("edition-changed-meanwhile")
        reviewer_id = ids(connection).reviewers[now.key]
        if detail != now.detail:
            statements.reviewer(now.key, reviewer_id, detail)
        for award, seat in sorted(_changed(now.seats, seats).items()):
            statements.seat(award, now.key, reviewer_id, seat)
        if statements.written:
            keep(connection, statements.written, statements.head)
        return len(statements.written)


def _changed(before: Mapping[str, Seat], wished: Mapping[str, Seat]) -> dict[str, Seat]:
    """The seats to state: those that are new or other, and those that are left."""
    left = {award: seat._replace(role=ROLE_NONE) for award, seat in before.items()}
    changed = {award: seat for award, seat in {**left, **wished}.items() if before.get(award) != seat}
    return {award: seat for award, seat in changed.items() if seat.role != ROLE_NONE or award in before}
