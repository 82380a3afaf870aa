"""The panels' work away from the screen: one thread, in order; what was asked for is done before it ends."""

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from judge.domain.refusal import Param, Refusal
from judge.services.panels.board import Board
from judge.services.panels.desk import PanelDesk
from judge.tui.panel_words import NOT_DONE


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a deed: its value, and the panels as they stand, or the code of why it was not done.

    There are no panels where more is waiting to be done, which will show them.
    """

    value: object = None
    board: Board | None = None
    code: str = ""
    params: Mapping[str, Param] = field(default_factory=dict)


class PanelWork:
    """One thing at a time, each in its turn."""

    def __init__(self, desk: PanelDesk) -> None:
        self.desk = desk
        self.edition_title = desk.edition_title
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="judge-panels")
        self._lock = threading.Lock()
        self._waiting = 0

    def begin(self, deed: Callable[[], object] = lambda: None) -> "Future[Outcome]":
        """Have a deed done, and the panels looked at again; by itself, only that."""
        with self._lock:
            self._waiting += 1
        return self._thread.submit(self._do, deed)

    @property
    def idle(self) -> bool:
        """Whether nothing waits to be done."""
        with self._lock:
            return self._waiting == 0

    def close(self) -> None:
        """Wait until all that was asked for is done."""
        self._thread.shutdown(wait=True)

    def _do(self, deed: Callable[[], object]) -> Outcome:
        try:
            value = deed()
            code, params = "", dict[str, Param]()
        except Refusal as refusal:
            value, code, params = None, refusal.code, dict(refusal.params)
        except Exception as error:  # noqa: BLE001 - whoever asked gets a sentence, whatever failed
            value, code, params = None, NOT_DONE, {"reason": str(error) or type(error).__name__}
        with self._lock:
            self._waiting -= 1
            last = self._waiting == 0
        try:
            return Outcome(value, self.desk.look() if last else None, code, params)
        except Exception as error:  # noqa: BLE001 - likewise
            return Outcome(value, None, code or NOT_DONE, params or {"reason": str(error)})
