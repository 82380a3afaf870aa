"""A refusal in words, for standard error and beside what could be shown all the same."""

from judge.domain.refusal import FileFaults, Refusal
from judge.locale.findings import FINDINGS
from judge.locale.sentences import Where, say, say_at


def refusal_words(refusal: Refusal) -> tuple[str, ...]:
    """The sentences of a refusal: one, or one for each fault of a file."""
    if isinstance(refusal, FileFaults):
        return tuple(
            say_at(Where(fault.file, row=fault.row, label=fault.key or None), fault.code, fault.params)
            for fault in refusal.faults
        )
    if refusal.code in FINDINGS and "file" in refusal.params:
        return (say_at(Where(str(refusal.params["file"])), refusal.code, refusal.params),)
    return (say(refusal.code, refusal.params),)


def uncounted_data(refusal: Refusal | None) -> dict[str, object] | None:
    """Why a list cannot be counted as it is, for programs; None where it can."""
    return None if refusal is None else {"code": refusal.code, "params": dict(refusal.params)}
