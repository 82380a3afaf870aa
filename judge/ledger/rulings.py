"""What each kind of ruling may be about, and what it may say."""

from collections.abc import Callable, Container, Mapping

from judge.ledger import acts
from judge.ledger.canonical import Value
from judge.ledger.office import RulingMade
from judge.ledger.particles import Malformed, sha256

Lawful = Callable[[RulingMade, Container[str]], bool]


def is_lawful(ruling: RulingMade, nominations: Container[str]) -> bool:
    """Whether such a ruling may be made: its kind is known, its subject there, its detail complete."""
    lawful = _KINDS.get(ruling.ruling)
    return lawful is not None and bool(ruling.reason.strip()) and lawful(ruling, nominations)


def _late_revision(ruling: RulingMade, nominations: Container[str]) -> bool:
    sort, _, key = ruling.subject.partition("/")
    return sort == "nomination" and key in nominations and _file(ruling.detail) != ""


def _late_nomination(ruling: RulingMade, _nominations: Container[str]) -> bool:
    file = _file(ruling.detail)
    return file != "" and ruling.subject == acts.paper_subject(file)


def _file(detail: Mapping[str, Value]) -> str:
    """The digest of the file that a detail names and nothing else; "" where it names none."""
    try:
        return sha256(detail["sha256"]).hex() if detail.keys() == {"sha256"} else ""
    except Malformed:
        return ""


_KINDS: Mapping[str, Lawful] = {
    acts.LATE_REVISION: _late_revision,
    acts.LATE_NOMINATION: _late_nomination,
}
"""By kind; whoever adds a kind says here what it may speak of."""
