"""Why sheets do not count, in words."""

from judge.domain.left_out import Ground
from judge.locale import N_

GROUNDS = {
    Ground.RECUSED: N_("does not count: the reviewer stepped back{reason}."),
    Ground.EXCLUDED: N_("does not count: the chair excluded it{reason}."),
    Ground.LEFT_OUT: N_(
        "does not count: the reviewer was withdrawn, and by ruling what they had submitted is left out"
        "{reason}."
    ),
    Ground.REPLACED: N_(
        "does not count: the reviewer was withdrawn{reason}, and {by} judges in their place."
    ),
    Ground.SUCCESSOR_AWAITED: N_(
        "does not count: the reviewer was withdrawn{reason}; the sheet of {by}, who judges in their place,"
        " is waited for."
    ),
    Ground.WITHDRAWN: N_("does not count: the reviewer was withdrawn{reason}, and the sheet is absent."),
    Ground.CLOSED: N_("does not count: by ruling it is decided without this sheet, which is absent{reason}."),
    Ground.LATE: N_(
        "does not count yet: it came after the ruling that closes without it{reason}; the chair is to rule"
        " on it."
    ),
    Ground.OPEN: N_("does not count yet: the reviewer has not submitted it."),
    Ground.RETURNED: N_("does not count yet: the chair returned it{reason}, and it has not come back."),
    Ground.FORKED: N_(
        "does not count yet: it was continued in several places that differ; the chair is to settle it."
    ),
    Ground.COUNTS: N_(
        "counts, although the reviewer was withdrawn since: by ruling, what they had submitted counts"
        "{reason}."
    ),
}
"""Sentences that go on after whose sheet it is; `reason` comes with what stands before it, or is "" ."""

NOT_ALL_MARKED = N_("does not count yet: no mark for {criteria} yet.")
"""Of an open sheet that has some marks, in place of what `GROUNDS` says of one that nobody submitted."""
