"""What people are called on panels, and how they stand; English, for `_`."""

from judge.ledger.panel_acts import REPLACED, ROLE_CHAIR, ROLE_REVIEWER, ROLE_SECRETARY, SERVING, WITHDRAWN
from judge.locale import N_

ROLE_WORDS = {ROLE_REVIEWER: N_("reviewer"), ROLE_CHAIR: N_("chair"), ROLE_SECRETARY: N_("secretary")}
STANDING_WORDS = {SERVING: N_("serves"), WITHDRAWN: N_("withdrawn"), REPLACED: N_("replaced")}
