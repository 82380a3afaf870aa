"""Close a nomination or an award with absentees, and open it again."""

from collections import defaultdict

from judge.domain.refusal import Refusal
from judge.domain.sheet import SETTLED
from judge.ledger import acts
from judge.ledger.ruled import Ruled, ruled
from judge.services.editions.edition import Edition
from judge.services.lists.ruling import Decided, Decision, rule
from judge.services.texts import given_reason
from judge.store.connection import Connection
from judge.store.queries.closings import lock_sheets, panel_sheets
from judge.store.queries.known import award_of_each
from judge.store.queries.office import rulings


def close(edition: Edition, key: str, reason: str) -> tuple[bool, int]:
    """Rule that a nomination or an award, by its key, is decided without the sheets that have not come.

    Nobody writes on its sheets any more. The ruling names the sheets that are absent as they stand; closed
    again, it names those that still are, and what came meanwhile counts.

    Returns:
        Whether that is new, and how many sheets are absent.

    Refusal codes: "reason-missing", "closing-unknown" (key, known).
    """
    said = given_reason(reason)
    with edition.store.write() as connection:
        decided = decide_closing(edition, connection, key, said, locked=True)
        new = rule(edition, connection, decided.decision)
    return new, absentees(decided.decision)


def reopen(edition: Edition, key: str, reason: str) -> bool:
    """Rule that a nomination or an award that was closed is open again; False where that holds already.

    Refusal codes: as `close`; "closing-by-award" (nomination, award) for a nomination that its award closes.
    """
    said = given_reason(reason)
    with edition.store.write() as connection:
        decided = decide_reopening(edition, connection, key, said)
        return rule(edition, connection, decided.decision)


def decide_closing(
    edition: Edition, connection: Connection, key: str, reason: str, *, locked: bool = False
) -> Decided:
    """What closing it would say now; `locked`, in a transaction that writes, until that ends."""
    subject, award = _subject(edition, connection, key)
    whole = key == award
    if locked:
        lock_sheets(connection, award=award if whole else "", nomination_key="" if whole else key)
    held = ruled(rulings(connection))
    absent = _absent(connection, award, held)
    detail = absent if whole else absent.get(key, {})
    return Decided(Decision(acts.CLOSED, subject, {"absent": detail}, reason), (award,))


def decide_reopening(edition: Edition, connection: Connection, key: str, reason: str) -> Decided:
    """What opening it again would say; Refusal "closing-not-there" (key) where nothing closes it."""
    subject, award = _subject(edition, connection, key)
    held = ruled(rulings(connection))
    if key not in held.nominations and key not in held.awards:
        if key != award and award in held.awards:
            raise Refusal("closing-by-award", nomination=key, award=award)
        raise Refusal("closing-not-there", key=key)
    return Decided(Decision(acts.CLOSED, subject, dict(acts.LIFTED), reason), (award,))


def absentees(decision: Decision) -> int:
    """How many sheets the decision to close something says to be absent."""
    absent = decision.detail["absent"]
    heads = absent.values() if isinstance(absent, dict) else ()
    return sum(len(one) if isinstance(one, dict) else 1 for one in heads)


def _subject(edition: Edition, connection: Connection, key: str) -> tuple[str, str]:
    """The subject of rulings on what the key names, and the award it belongs to."""
    awards = tuple(award.key for award in edition.programme.awards)
    if key in awards:
        return acts.award_subject(key), key
    award = award_of_each(connection).get(key)
    if award is None:
        raise Refusal("closing-unknown", key=key, known=awards)
    return acts.nomination_subject(key), award


def _absent(connection: Connection, award: str, held: Ruled) -> dict[str, dict[str, str]]:
    """The heads of the sheets that are waited for, by nomination and reviewer.

    Those of withdrawn reviewers are not: of them another ruling speaks.
    """
    absent: dict[str, dict[str, str]] = defaultdict(dict)
    for sheet in panel_sheets(connection, award):
        version = sheet.version
        if version.state not in SETTLED and version.reviewer not in held.withdrawn:
            absent[version.nomination][version.reviewer] = version.head.hex()
    return dict(absent)
