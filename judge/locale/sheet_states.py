"""What the states of sheets are called, those that a ruling makes of them included."""

from collections.abc import Mapping

from judge.domain.sheet import ByRuling, SheetState
from judge.locale import N_

STATES: Mapping[str, str] = {
    SheetState.OPEN: N_("open"),
    SheetState.SUBMITTED: N_("submitted"),
    SheetState.RETURNED: N_("returned"),
    SheetState.RECUSED: N_("recused"),
    SheetState.EXCLUDED: N_("excluded"),
    SheetState.FORKED: N_("forked"),
    ByRuling.ABSENT: N_("absent"),
    ByRuling.LATE: N_("late"),
}
