"""The import screen's sentences: its own, and those that name its keys where the house's name commands."""

from judge.locale import N_

NOT_DONE = "import-not-done"
STALE = "edition-changed-meanwhile"
CHANGED = "file-changed"
CANCELLED = "import-cancelled"

_OWN = {
    NOT_DONE: N_("This could not be done ({reason}); nothing was filed."),
    "import-nothing-selected": N_("Nothing is selected: {select-paper} selects what is under the cursor."),
    "import-no-files": N_("There is no paper in what is selected."),
    "import-no-path": N_("There is no {path}."),
    "import-no-folder": N_("{folder} cannot be looked into ({reason})."),
    "import-no-viewer": N_("No program here opens files; the paper is {path}."),
}
_INSTEAD = {
    CANCELLED: N_("Cancelled; the edition is as it was."),
    STALE: N_(
        "The edition was changed while you looked, so that this report is out of date; nothing was filed."
        " {read-again} reads the papers again."
    ),
    CHANGED: N_(
        "{file} was changed since it was read; nothing was filed. {read-again} reads the papers again."
    ),
    "heading-unmet": N_(
        "No nomination table among these papers has the headings {headings} any more; what you said of them"
        " is dropped. {read-papers} reads the papers as they are."
    ),
    # What is this file, and can it be read?
    "kind-unknown": N_(
        "Judge knows too few of the columns to tell what this table is; correct its head, after which"
        " {read-again}"
        " reads it again, or leave it out."
    ),
    "word-not-a-form": N_(
        "This Word file is none of the known forms ({forms}); put 报告 into the name of a result report,"
        " after which {read-again} reads it again; for any other award, fill in a nomination table."
    ),
    "not-a-scan": N_(
        "This is no scan; leave with {quit} and begin again without --kind, and Judge reads it as what it is."
    ),
    "not-a-score-sheet": N_(
        "This is no workbook of score sheets; leave with {quit} and begin again without --kind, and Judge"
        " reads it as what it is."
    ),
    "score-sheet-cannot-be": N_(
        "This is a workbook of score sheets and cannot be read as a {kind}; leave with {quit} and begin again"
        " without --kind."
    ),
    "file-name-not-text": N_(
        "The file's name is not in readable characters; rename the file, after which {read-again} reads"
        " it again."
    ),
    "file-old-format": N_(
        "This is an old Word file (.doc or RTF), and there is no LibreOffice here to convert it; install"
        " LibreOffice, or open the file in Word or WPS and save it as .docx, after which {read-again}"
        " reads it again."
    ),
    "file-changed-meanwhile": N_("The file changed while it was read; {read-again} reads it again."),
    "alike-left-out": N_(
        "From here on, {count} more findings of the same kind are not listed; settle those that are, after"
        " which {read-again} reads the file again."
    ),
    # What does this table say?
    "head-proposed": N_(
        "Column “{column}” seems to mean {meant} ({likeness} % alike; first values: {values}) and counts only"
        " once you confirm it: {ask-headings} asks about headings."
    ),
    "head-doubtful": N_(
        "Column “{column}” may mean {nearest} and is not read; say which with {ask-headings}, if any."
    ),
    "head-rivals": N_("The columns {columns} may each mean {meant}; say which with {ask-headings}."),
    "heading-kept": N_(
        "Column “{column}” is read as {meant}, as confirmed in an earlier import; if that is wrong, leave"
        " with {quit} and let “judge set” forget it."
    ),
    "score-nomination-none": N_(
        "The nominations here cannot be checked (rows: {rows}), since none has been accepted yet; import the"
        " nominations first, or with these papers; or, where this table is all there is, leave with {quit}"
        " and begin again with --take-names."
    ),
    "score-reviewer-none": N_(
        "The reviewers here cannot be checked (rows: {rows}), since none has been accepted yet; import the"
        " reviewers first, or with these papers; or, where this table is all there is, leave with {quit}"
        " and begin again with --take-names."
    ),
    # Who files which nomination?
    "score-sheet-none": N_(
        "{name}: no mark from {reviewers}, so there is no sheet of theirs; this file gives it only {sheets}."
        " If one is due, file this, leave with {quit} and open it: judge assign EDITION --per-nomination 0"
        " --pair {nomination}={reviewer}."
    ),
    "score-sheets-uneven": N_(
        "{count} of {places} times a reviewer gave a nomination no mark at all, and has no sheet of it;"
        " nominations have {fewest} to {most} sheets. First {name}: no mark from {reviewers}. If that was"
        " not meant so, fill the table in, or file this, leave with {quit} and open sheets by “judge assign”."
    ),
    "nomination-left-open": N_(
        "{name} has {fields} empty here, and what is filed stays; to empty it, leave with {quit} and import"
        " this paper alone with --nomination {nomination}."
    ),
    "nomination-renamed": N_(
        "{name} is filed as {nomination}, which is called {now} now; take it out, or, if the old name holds"
        " again, leave with {quit} and import this file with --nomination {nomination}."
    ),
    "nomination-late": N_(
        "{name} is not filed, and filing closed on {deadline}; only the chair can still admit this file"
        " (judge rule EDITION admit {file} --reason TEXT), after which {read-again} reads it again."
    ),
    "revision-late": N_(
        "{nomination} may no longer be changed: filing closed on {deadline}; only the chair can still admit"
        " this file (judge rule EDITION admit {file} --nomination {nomination} --reason TEXT), after"
        " which {read-again}"
        " reads it again."
    ),
    # Papers beside forms.
    "scan-unmatched": N_(
        "It cannot be told whose scan this is (candidates: {candidates}); put the nomination's name into the"
        " file's name, after which {read-again} reads it again."
    ),
    "report-unmatched": N_(
        "The report cannot be attached to one nomination (candidates: {candidates}); let the file's name and"
        " the report's first lines name one alone, after which {read-again} reads it again."
    ),
}
SENTENCES = {**_OWN, **_INSTEAD}
"""By code; whatever is not here is said in the house's words, which are true on the screen as well."""
