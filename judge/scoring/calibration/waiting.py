"""That sheets are still to come, which moves whatever is worked out from all of them."""

from collections.abc import Iterator

from judge.scoring.calibration.record import Caveat
from judge.scoring.panel import Panel


def still_to_come(panel: Panel) -> Iterator[Caveat]:
    """That sheets are waited for: with each that comes, every adjustment moves."""
    pending = int(panel.pending.sum())
    if pending:
        yield Caveat("sheets-to-come", {"count": pending})
