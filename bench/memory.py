"""How much memory a piece of work takes at its peak, beyond what was held before it."""

import gc
import resource
from collections.abc import Callable
from pathlib import Path

_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")


def taken(work: Callable[[], object]) -> float:
    """The megabytes that `work` adds to what this process holds, at most; what it returns is among them.

    Linux forgets the peak of whatever came before. Elsewhere the process's peak counts, which is less than
    the truth where making the input took more than the work.
    """
    gc.collect()
    if not _CLEAR.exists():
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        made = work()
        del made
        return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    _CLEAR.write_text("5", encoding="ascii")
    before = _held("VmRSS")
    made = work()
    del made
    return (_held("VmHWM") - before) / 1024


def _held(name: str) -> int:
    """A line of what Linux says of this process, in kB."""
    (line,) = (line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith(name))
    return int(line.split()[1])
