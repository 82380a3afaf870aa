"""What people write for the ledger: notes and reasons."""

from judge.domain.refusal import Refusal

NOTE_LIMIT = 5000
"""Characters of a note or reason; far beyond what anyone writes, short of what hurts a screen."""


def check_text(text: str) -> None:
    """Refusal "note-too-long" (limit); "note-not-text" where neither database keeps it."""
    if len(text) > NOTE_LIMIT:
        raise Refusal("note-too-long", limit=NOTE_LIMIT)
    if any(c == "\0" or "\ud800" <= c <= "\udfff" for c in text):
        # No keyboard types them.
        raise Refusal("note-not-text")


def given_reason(reason: str) -> str:
    """A reason that must be given, without blanks around it; Refusal "reason-missing"."""
    check_text(reason)
    if not reason.strip():
        raise Refusal("reason-missing")
    return reason.strip()
