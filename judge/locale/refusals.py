"""What is refused, by code."""

from judge.locale import N_

REFUSALS = {
    # Opening and making an edition.
    "edition-url-unknown": N_(
        "“{edition}” is neither a path nor a PostgreSQL URL; give a .judge file or postgresql://host/database."
    ),
    "edition-missing": N_("There is no edition at {edition}; check the path, or make one with “judge new”."),
    "edition-unreadable": N_("{edition} cannot be read; check that it is a file and that you may open it."),
    "not-an-edition": N_("{edition} is not a Judge edition; nothing in it was touched."),
    "edition-newer": N_("{edition} was written by a newer version of Judge; update Judge to open it."),
    "edition-exists": N_("There is an edition at {edition} already; give the new one another name."),
    "edition-locked": N_(
        "{edition} is being written by someone else and did not come free in time; try again in a moment."
    ),
    "edition-read-only": N_("{edition} may not be written; check the rights on the file and its folder."),
    "edition-damaged": N_("{edition} is damaged; go back to your last copy of it."),
    "edition-unreachable": N_("The database at {edition} does not answer; check the address and the server."),
    "edition-changed-meanwhile": N_(
        "The edition has changed since this was worked out; nothing was written; run the command again."
    ),
    "postgres-driver-missing": N_(
        "PostgreSQL needs an extra; install it with: pip install “judge-awards[postgres]”."
    ),
    "disk-full": N_("The disk with {edition} is full; nothing was written; make room and try again."),
    "disk-failed": N_(
        "The disk with {edition} failed; nothing was written; copy the edition to another disk."
    ),
    "folder-missing": N_("There is no folder {folder}; make it first, or give another path."),
    "edition-unnamed": N_("Say which edition: give its path, or set JUDGE_EDITION."),
    # Sheets.
    "reviewer-unknown": N_(
        "There is no reviewer {reviewer} in this edition; “judge score --list” names them."
    ),
    "sheet-not-assigned": N_("{nomination} is not assigned to {reviewer}."),
    "sheet-changed-elsewhere": N_(
        "This sheet has been changed in another window; it was loaded anew and your draft is kept."
    ),
    "sheet-closed": N_("This sheet is closed ({state}) and takes no more changes."),
    "sheet-closed-in-papers": N_(
        "The sheet of {reviewer} on {nomination} is closed ({state}); take it out of the table, or have the"
        " chair return the sheet."
    ),
    "sheet-incomplete": N_("These criteria have no mark yet: {missing}."),
    "criterion-unknown": N_("The rubric of this sheet has no criterion “{criterion}”."),
    "criterion-always-applies": N_("“{criterion}” cannot be marked as not applicable; give it points."),
    "reason-missing": N_("Give the reason; it is kept with the decision."),
    "note-too-long": N_("A note may have at most {limit} characters."),
    "mark-not-a-number": N_("“{text}” is no number of points."),
    "mark-off-step": N_("{points} is off the step: points go in steps of {step}."),
    "mark-out-of-range": N_("{points} is out of range: points go from 0 to {full}."),
    # Papers.
    "papers-refused": N_(
        "Nothing was filed: {count} of the files have faults; mend them, or file the others with"
        " --accept-good."
    ),
    "file-missing": N_("There is no file or folder {file}; check the path."),
    "file-changed": N_("{file} has changed since it was read; nothing was filed; run the command again."),
    # Lists.
    "list-unknown": N_("There is no list “{key}”; the lists are {known}."),
    "panel-refused": N_("The sheets of {award} contradict each other ({problems}); run “judge audit”."),
    "method-refused": N_("{file}: {problems}"),
}
