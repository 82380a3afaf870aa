"""What people call what an import brings, and how grave its findings are."""

from imports.findings import Severity
from imports.records import (
    AliasRecord,
    BodyPaperRecord,
    DocumentRecord,
    FilledSheetRecord,
    NominationRecord,
    PastAwardRecord,
    QuotaRecord,
    RecusalRecord,
    ReviewerRecord,
    ScoreRecord,
)
from judge.locale import N_

RECORDS = (
    (QuotaRecord, N_("recommending bodies")),
    (ReviewerRecord, N_("reviewers")),
    (NominationRecord, N_("nominations")),
    (BodyPaperRecord, N_("papers of recommending bodies")),
    (DocumentRecord, N_("documents")),
    (AliasRecord, N_("other names")),
    (PastAwardRecord, N_("earlier awards")),
    (ScoreRecord, N_("marks")),
    (RecusalRecord, N_("recusals")),
    (FilledSheetRecord, N_("score sheets")),
)
"""Every sort of record that is filed, in the order in which people ask for it."""
REVISIONS = N_("revisions")
RESTATED = N_("reviewers with other particulars")
SEVERITIES = {
    Severity.BLOCKING: N_("fault"),
    Severity.WARNING: N_("warning"),
    Severity.NOTE: N_("note", "finding"),
}
