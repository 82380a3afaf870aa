"""What each kind of ruling may be about, and what it may say."""

from collections.abc import Callable, Container, Iterable, Mapping

from judge.ledger import acts
from judge.ledger.canonical import Value
from judge.ledger.closings import (
    is_lifting,
    read_award_closing,
    read_method,
    read_nomination_closing,
    read_quorum,
    read_withdrawal,
)
from judge.ledger.office import RulingMade
from judge.ledger.panel_office import Known
from judge.ledger.particles import Malformed, sha256

Lawful = Callable[[RulingMade, Known], bool]


def is_lawful(ruling: RulingMade, there: Known) -> bool:
    """Whether such a ruling may be made: its kind is known, its subject there, its detail complete."""
    lawful = _KINDS.get(ruling.ruling)
    try:
        return lawful is not None and bool(ruling.reason.strip()) and lawful(ruling, there)
    except Malformed:
        return False


def _late_revision(ruling: RulingMade, there: Known) -> bool:
    sort, key = _subject(ruling)
    return sort == "nomination" and key in there.nominations and _file(ruling.detail) != ""


def _late_nomination(ruling: RulingMade, _there: Known) -> bool:
    file = _file(ruling.detail)
    return file != "" and ruling.subject == acts.paper_subject(file)


def _closed(ruling: RulingMade, there: Known) -> bool:
    match _subject(ruling):
        case "nomination", key if key in there.nominations:
            if is_lifting(ruling.detail):
                return True
            closing = read_nomination_closing(key, ruling.detail)
        case "award", key if key in there.awards:
            if is_lifting(ruling.detail):
                return True
            closing = read_award_closing(ruling.detail)
        case _:
            return False
    judges = (reviewer for heads in closing.absent.values() for reviewer in heads)
    return _all_in(closing.absent, there.nominations) and _all_in(judges, there.reviewers)


def _quorum(ruling: RulingMade, there: Known) -> bool:
    sort, key = _subject(ruling)
    return sort == "award" and key in there.awards and read_quorum(ruling.detail) > 0


def _method(ruling: RulingMade, there: Known) -> bool:
    sort, key = _subject(ruling)
    return sort == "award" and key in there.awards and bool(read_method(ruling.detail))


def _withdrawn(ruling: RulingMade, there: Known) -> bool:
    sort, key = _subject(ruling)
    if sort != "reviewer" or key not in there.reviewers:
        return False
    if is_lifting(ruling.detail):
        return True
    said = read_withdrawal(ruling.detail)
    by = {replacement.by for replacement in said.replaced.values()}
    return (
        _all_in((*said.submitted, *said.absent, *said.replaced), there.nominations)
        and _all_in(by, there.reviewers)
        and key not in by
    )


def _all_in(keys: Iterable[str], there: Container[str]) -> bool:
    return all(key in there for key in keys)


def _subject(ruling: RulingMade) -> tuple[str, str]:
    """The sort of what is ruled on, and its key."""
    sort, _slash, key = ruling.subject.partition("/")
    return sort, key


def _file(detail: Mapping[str, Value]) -> str:
    """The digest of the file that a detail names and nothing else; "" where it names none."""
    try:
        return sha256(detail["sha256"]).hex() if detail.keys() == {"sha256"} else ""
    except Malformed:
        return ""


_KINDS: Mapping[str, Lawful] = {
    acts.LATE_REVISION: _late_revision,
    acts.LATE_NOMINATION: _late_nomination,
    acts.CLOSED: _closed,
    acts.QUORUM: _quorum,
    acts.METHOD: _method,
    acts.WITHDRAWN: _withdrawn,
}
"""By kind; whoever adds a kind says here what it may speak of."""
