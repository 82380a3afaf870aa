"""How a long reading is told to stop."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818  someone asked for it; nothing went wrong
    """The reading was told to stop; nothing of it is kept."""


class Cancel(Protocol):
    """Says whether to stop; a `threading.Event` does."""

    def is_set(self) -> bool:
        """True once the work is to stop."""


class _Never:
    def is_set(self) -> bool:
        return False


NEVER: Cancel = _Never()
"""The token of who never cancels."""


def check(cancel: Cancel) -> None:
    """Stop here if told to.

    Raises:
        Cancelled: where `cancel` is set.
    """
    if cancel.is_set():
        raise Cancelled
