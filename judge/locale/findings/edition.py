"""Is the edition what its ledger says, and does a workbook say all of it?"""

from judge.locale import N_

EDITION = {
    "digest-differs": N_("Entry {subject}: its bytes are not those that were chained."),
    "not-canonical": N_("Entry {subject}: its bytes are no entry."),
    "column-differs": N_("Entry {subject}: a column says something else than the entry."),
    "gap": N_("Before entry {subject}, entries are missing."),
    "prev-differs": N_("Entry {subject} does not follow the one before."),
    "entry-unreadable": N_("Entry {subject} cannot be understood."),
    "head-differs": N_("The last entries of pen {subject} are missing or foreign."),
    "chain-forked": N_("The chain of pen {subject}, which writes here alone, was continued twice."),
    "pen-forked": N_("Pen {subject}: its packet was copied and scored twice; both continuations are kept."),
    "seal-broken": N_("The seal on entry {subject} is not one by the pen's key."),
    "seal-missing": N_("No seal covers entry {subject}, with which the chain of a packet's pen ends."),
    "pen-missing": N_("Pen {subject} is missing; its holder can save nothing."),
    "pen-unknown": N_("Pen {subject} belongs to no reviewer of the edition."),
    "batch-unpinned": N_("Batch {subject} is pinned by no entry."),
    "rows-differ": N_("Batch {subject}: its rows are not those that were imported."),
    "rows-unpinned": N_(
        "Batch {subject}: it holds rows that its entry, of an early version, does not cover."
    ),
    "office-differs": N_("{subject}: the tables say something else than the ledger."),
    "file-differs": N_("{subject}: the kept file is not the one that was imported."),
    "sheet-missing": N_("{subject}: the sheet was opened in the ledger but is not in the tables."),
    "rubric-differs": N_("{subject}: the sheet is pinned to another rubric than the ledger says."),
    "sheet-differs": N_("{subject}: the tables say something else than the ledger."),
    "sheet-without-entry": N_("{subject}: there is a sheet that the ledger does not know."),
    "edition-differs": N_(
        "Edition {subject}: title, year, rubrics or method are not those it was made with."
    ),
    "row-without-batch": N_("{subject}: the row belongs to nothing that was imported."),
    "packet-row-in-edition": N_("A row says that this edition were the packet {subject}; it is none."),
    "row-repeated": N_("{subject}: the row stands in the table more than once."),
    "value-foreign": N_("{subject}: the value is of a kind that this column never holds."),
    "batch-pinned-twice": N_("Batch {subject} is pinned a second time; only the first counts."),
    "sheet-assigned-twice": N_("{subject}: the sheet is opened a second time; only the first counts."),
    "act-by-foreign-pen": N_("Entry {subject}: only the secretary may do this."),
    "act-missing": N_("Entry {subject} follows an act that is not there."),
    "act-misplaced": N_("Entry {subject} was slipped in beside acts that the sheet had seen already."),
    "act-not-allowed": N_("Entry {subject}: the act was not allowed to this pen, or not at that point."),
    "packet-key-differs": N_("The pen {subject} is not named after the key that this packet holds."),
    "packet-differs": N_("Packet {subject}: what is in it is not what it was issued with."),
    "seal-differs": N_("The seal over entry {subject} was not made by this packet's key over what is there."),
    # What a workbook shows otherwise.
    "control-character-shown": N_(
        "Invisible characters are shown as visible signs; correct the source if they matter."
    ),
    "text-cut": N_("The text is longer than a cell holds and was cut at “…”; the edition keeps it whole."),
}
