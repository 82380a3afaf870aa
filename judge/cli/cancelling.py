"""Ctrl+C as a wish that long work looks to, so that it ends where nothing is half done."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def cancelled_by_interrupt() -> Iterator[threading.Event]:
    """A token that Ctrl+C sets; a second Ctrl+C interrupts at once, as everywhere."""
    cancel = threading.Event()

    def wish(_number: int, _frame: FrameType | None) -> None:
        if cancel.is_set():
            raise KeyboardInterrupt
        cancel.set()

    before = signal.signal(signal.SIGINT, wish)
    try:
        yield cancel
    finally:
        signal.signal(signal.SIGINT, before)
