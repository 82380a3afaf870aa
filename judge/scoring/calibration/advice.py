"""Whether severity is worth calibrating, by what its fits came with."""

from collections.abc import Sequence

from judge.scoring.calibration.severity import NOTHING_TO_TELL, PartSeverity

_CHANGES_NOTHING = frozenset({"reviewers-alike", "severity-small", "everybody-scored-all"})
_DOUBTFUL = frozenset({"few-sheets", "assignment-unbalanced", "thinly-connected"})


def advice(parts: Sequence[PartSeverity]) -> str:
    """A code for what to do: "cannot", "not-connected", "changes-nothing", "doubtful" or "worthwhile".

    docs/calibrating.md, "When to calibrate", has the reasons.
    """
    if len(parts) > 1:
        return "not-connected"
    if not parts or (parts[0].unsettled and parts[0].unsettled not in NOTHING_TO_TELL):
        return "cannot"
    caveats = {caveat.code for caveat in parts[0].caveats}
    if parts[0].unsettled or caveats & _CHANGES_NOTHING:
        return "changes-nothing"
    return "doubtful" if caveats & _DOUBTFUL else "worthwhile"
