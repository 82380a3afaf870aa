"""What is said of papers, ledgers and workbooks, by code; the place stands before the sentence."""

from judge.locale import N_

FINDINGS = {
    # Any file.
    "kind-unknown": N_(
        "Judge knows too few of the columns to tell what this table is; correct its head, say what it is with"
        " --kind, or leave it out."
    ),
    "file-not-a-paper": N_(
        "Judge reads Word files (.docx) and tables (.xlsx, .xlsm, .xls, .ods, .csv, .tsv, .txt), and this is"
        " neither; leave it out, or save it as one of them."
    ),
    "kind-needs-word": N_("This is a table, but a {kind} must be a Word file."),
    "word-not-a-form": N_(
        "This Word file is none of the known forms ({forms}); for a result report, say --kind report; for"
        " any other award, fill in a nomination table."
    ),
    "file-missing": N_("There is no such file; check the path."),
    "file-name-not-text": N_(
        "The file's name is not in readable characters; rename the file and import it again."
    ),
    "file-empty": N_("The file is empty; ask for it again."),
    "file-too-large": N_(
        "The file, or a part of it, has {megabytes} MB, more than the {limit} that are read; shrink"
        " its pictures or split it."
    ),
    "file-truncated": N_("The file is cut short; ask for it again."),
    "file-encrypted": N_("The file is protected by a password; save it without one."),
    "file-unreadable": N_("The file cannot be read; open it, save it anew and try again."),
    "file-old-format": N_(
        "This is an old Word file (.doc or RTF), and there is no LibreOffice here to convert it; install"
        " LibreOffice and import again, or open the file in Word or WPS and save it as .docx."
    ),
    "file-not-turned": N_("LibreOffice cannot convert this old Word file; open it and save it as .docx."),
    "file-changed-meanwhile": N_("The file changed while it was read; import again."),
    "word-is-web-page": N_(
        "This is a web page under a Word file's name; open it in Word and save it as .docx."
    ),
    "scan-cannot-be": N_("This is a scan, which cannot be read as a {kind}; ask for the Word or Excel file."),
    "not-a-scan": N_("This is no scan; leave --kind out, and Judge reads it as what it is."),
    "archive-not-zip": N_("Of archives only .zip is opened; unpack this one and import its folder."),
    "folder-closed": N_("This folder may not be read; check your rights to it."),
    "folder-empty": N_("There is nothing in this folder; ask for its papers."),
    "folder-of-another": N_(
        "This lies in the folder of {folder} but is recommended by “{written}”; make sure whose it is."
    ),
    "file-is-web-page": N_("This is a web page under a table's name; open it and save it as .xlsx."),
    "file-known": N_("This file has been imported before (as {known}); nothing in it is new."),
    "zip-bomb": N_("The file unpacks to far more than it should and was not opened; ask for a clean copy."),
    "zip-too-many": N_("The archive holds {count} entries, more than the {most} that are opened; split it."),
    "zip-nested": N_("An archive within an archive is not opened; unpack it, and import what it holds."),
    "zip-entry-outside": N_(
        "The entry's name leads out of the archive; it was not opened: ask for a clean copy."
    ),
    "zip-entry-twice": N_("The archive holds two entries of this name; only the first is read: rename one."),
    "zip-names": N_("The file holds parts with unsafe names and was not opened; ask for a clean copy."),
    "xml-entities": N_(
        "The file holds XML entities, which no office program writes, and was not read; ask for a clean copy."
    ),
    "encoding-likely": N_(
        "The encoding cannot be told for certain (perhaps {likely}); save the file as UTF-8 or as .xlsx."
    ),
    "encoding-unknown": N_("The encoding cannot be told; save the file as UTF-8 or as .xlsx."),
    "encoding-gb18030": N_("Read as GB 18030."),
    "quotes-unbalanced": N_("A quotation mark is wrong or never closed; correct it in the file."),
    "alike-left-out": N_(
        "From here on, {count} more findings of the same kind are not listed; settle those that are, and"
        " import again."
    ),
    # Tables.
    "table-empty": N_("There is no filled, visible table in the file."),
    "nothing-filled": N_("Read, but there is nothing to import."),
    "table-too-large": N_(
        "The table reaches row {rows}, column {columns} (at most {most_rows} and {most_columns}); "
        "delete stray cells."
    ),
    "table-too-long": N_("The cells hold more than {most} characters; split the file."),
    "sheet-hidden": N_("This hidden sheet was not read; unhide it if it counts."),
    "sheet-ignored": N_("This sheet is no {kind} and is not read."),
    "head-missing": N_("The columns {columns} are missing; add them or correct their headings."),
    "head-merged": N_("The head has merged cells ({columns}); unmerge them."),
    "head-twice": N_("The same column stands twice ({columns}); keep one."),
    "head-empty": N_("Column {column} has data but no heading and is not read; give it one."),
    "column-unknown": N_("Column “{column}” is not known and not read."),
    "column-unknown-near": N_(
        "Column “{column}” is not known and not read; nearest: {nearest}. Correct the heading if one of them"
        " is meant."
    ),
    "head-proposed": N_(
        "Column “{column}” seems to mean {meant} ({likeness} % alike; first values: {values}) and counts only"
        ' once you confirm it: --map "{map}", or --accept-heads for all that are proposed.'
    ),
    "head-doubtful": N_(
        'Column “{column}” may mean {nearest} and is not read; say which with --map "{column}=…", if any.'
    ),
    "head-rivals": N_("The columns {columns} may each mean {meant}; say which with --map."),
    "heading-confirmed": N_("Column “{column}” is read as {meant}, as confirmed now."),
    "heading-kept": N_(
        "Column “{column}” is read as {meant}, as confirmed in an earlier import; --no-profile leaves that"
        " aside."
    ),
    "award-of-title": N_("The award of every row is {award}, as the sheet's name or the title above says."),
    "body-of-title": N_("The recommending body of every row is {body}, as “{title}” above the head says."),
    "row-left-out": N_("This row (“{words}”) closes the table and is no nomination."),
    "cell-merged": N_(
        "From here on, cells of this column are covered by a merge ({rows}); unmerge them and fill in each."
    ),
    "cell-error": N_("The formula failed ({shown}); correct it."),
    # Quotas.
    "quota-body-missing": N_("No recommending body is named; fill it in."),
    "quota-body-twice": N_("{body} stands here and in table {first_table}, row {first_row}; keep one."),
    "quota-not-a-count": N_("{category} of {body} is “{written}”, not a whole number; write 0 for none."),
    "quota-subset-exceeds": N_("{body}: {category} {seats} exceeds {of} {of_seats}; correct one of them."),
    "quota-total-disagrees": N_(
        "The total of {category} says {said}, but the rows add up to {counted}; correct the row or the total."
    ),
    "quota-total-missing": N_("There is no totals row to check against."),
    "quota-number-gap": N_("Numbered “{written}” where {expected} follows."),
    "quota-known": N_("The quotas of {name} are there already."),
    "quota-differs": N_(
        "{name} has other quotas in the edition or is spelt otherwise there; quotas are not overwritten: "
        "take the row out, or make a new edition."
    ),
    "quota-number-taken": N_(
        "{name} has number {number}, which belongs to {taken_by}; give it a number of its own."
    ),
    # Nominations.
    "award-missing": N_("No award is named; fill it in."),
    "award-unknown": N_("No award is called “{award}”; the awards are {known}."),
    "body-unknown": N_(
        "“{written}” is no recommending body of the quota table; nearest: {nearest}. Correct the "
        "name, or import the quota table first."
    ),
    "bodies-unchecked": N_(
        "The recommending bodies here cannot be checked, since no quota table has been accepted yet; import"
        " the quota table first, or with these papers once it has no fault."
    ),
    "nomination-twice": N_("{name} stands here and in table {first_table}, row {first_row}; keep one."),
    "nomination-known": N_("{name} has been filed before, in the same words."),
    "nomination-differs": N_(
        "{name} stands in {first_file} with other content or in another spelling; import the one that holds."
    ),
    "nomination-renamed": N_(
        "{name} is filed as {nomination}, which is called {now} now; if the old name holds again, say "
        "--nomination {nomination}, otherwise take it out."
    ),
    "nomination-late": N_(
        "{name} is not filed, and filing closed on {deadline}; only the chair can still admit this file: "
        "judge rule EDITION admit {file} --reason TEXT."
    ),
    "revision-new": N_(
        "{name} ({nomination}) is filed and is changed here; this becomes its revision {number}."
    ),
    "revision-field": N_("“{old}” becomes “{new}”."),
    "revision-list": N_("The list changes: added {added}; gone {gone}; moved {moved}."),
    "revision-late": N_(
        "{nomination} may no longer be changed: filing closed on {deadline}; only the chair can still admit "
        "this file: judge rule EDITION admit {file} --nomination {nomination} --reason TEXT."
    ),
    "revision-of-several": N_(
        "The file holds {count} nominations, but only {nomination} is named; give a file with that one alone."
    ),
    "revision-of-another": N_(
        "This is no paper of {nomination}: its award or its recommending body is another; check the key."
    ),
    "revision-named-alike": N_(
        "{name} is what {nomination} is called already; two nominations cannot be one: check the name."
    ),
    "nomination-unknown": N_("There is no nomination “{nomination}”; check the key."),
    "field-not-of-form": N_("“{column}” is not on the form of {award} and is not read for it."),
    "label-twice": N_("“{label}” is filled in twice, differently; keep one."),
    "field-missing": N_("“{label}” is empty; it must be filled in."),
    # Documents beside forms.
    "scan-unread": N_("Attached to {nomination} {name} as a scan; what it shows was not read."),
    "scan-unmatched": N_(
        "It cannot be told whose scan this is (candidates: {candidates}); put the name into the file's"
        " name, or say --nomination."
    ),
    "total-missing": N_("No total is found in the self-rating (behind {labels}); look at it by hand."),
    "total-unclear": N_("Several figures could be the self-rating's total ({figures}); none is kept."),
    # Reviewers.
    "reviewer-unnamed": N_("The reviewer has no name; fill it in."),
    "reviewer-twice": N_("{name} stands here and in table {first_table}, row {first_row}; keep one."),
    "reviewer-key-twice": N_(
        "Number {key} is given in table {first_table}, row {first_row} already; give each reviewer their own."
    ),
    "reviewer-key-taken": N_("Number {key} belongs to {known}; give {name} another."),
    "reviewer-key-malformed": N_(
        "“{key}” cannot be a reviewer's number: use letters, digits, points and dashes, at most 32."
    ),
    "reviewer-no-awards": N_("{name} is given no awards; fill them in, or write “all”."),
    "reviewers-known": N_("{count} reviewers are registered already."),
    "reviewer-known": N_("Reviewer {name} is registered already."),
    "reviewer-differs": N_(
        "Reviewer {name} is registered with other particulars or in another spelling, which are not"
        " overwritten; correct the row or take it out."
    ),
    "reviewer-known-as": N_(
        "{name} of the same organisation is registered as {known}, not {key}; correct the number, or take"
        " the row out."
    ),
    "reviewer-in-conflict": N_(
        "{reviewer} is of {organisation}, as {nomination} is, and may not mark it; take the marks out, or"
        " enter a recusal."
    ),
    "sheet-not-assigned-in-papers": N_(
        "Marked without being assigned: {count} in all, in {rows} rows, first {nomination} by {reviewer};"
        " check the numbers."
    ),
    # Scores.
    "score-incomplete": N_(
        "There are points in this row, but nothing under {columns}; fill it in, or take the points out."
    ),
    "score-nomination-unknown": N_(
        "“{name}” is no nomination of this edition (rows: {rows}); nearest: {nearest}. Correct the "
        "name or write the key."
    ),
    "score-nomination-none": N_(
        "The nominations here cannot be checked (rows: {rows}), since none has been accepted yet; import the"
        " nominations first, or with these papers once they have no fault."
    ),
    "score-reviewer-unknown": N_(
        "“{name}” is no reviewer of this edition (rows: {rows}); nearest: {nearest}. Correct the "
        "name or import the reviewer."
    ),
    "score-reviewer-none": N_(
        "The reviewers here cannot be checked (rows: {rows}), since none has been accepted yet; import the"
        " reviewers first, or with these papers once they have no fault."
    ),
    "score-criterion-unknown": N_(
        "“{name}” is no criterion of {rubric} (rows: {rows}); its criteria are {known}."
    ),
    "nomination-ambiguous": N_("“{name}” may be any of {keys} (rows: {rows}); write the key."),
    "reviewer-ambiguous": N_("“{name}” may be any of {keys} (rows: {rows}); write the number."),
    "score-names-disagree": N_("{key} is {known}, but the row says {written}; correct one of them."),
    "mark-must-apply": N_("“{title}” cannot be marked “not applicable”; give it points."),
    "marks-repeated": N_("{count} marks stand twice with the same value; each counts once."),
    "marks-known": N_("{count} marks are known already with the same value."),
    "mark-twice": N_(
        "{reviewer} gives {nomination} two marks for “{title}”: {points} here, {first_points} "
        "in {first_file}, table {first_table}, row {first_row}; keep one."
    ),
    "mark-differs": N_(
        "{reviewer} on {nomination}, “{title}”: {points} here, but the edition holds "
        "{first_points}; take the row out, or have the sheet returned."
    ),
    "recusal-with-marks": N_(
        "{reviewer} recuses from {nomination} here, yet gives marks in table {marked_table}, row "
        "{marked_row}; keep one."
    ),
    # What a ledger or a workbook says.
    "digest-differs": N_("Entry {subject}: its bytes are not those that were chained."),
    "not-canonical": N_("Entry {subject}: its bytes are no entry."),
    "column-differs": N_("Entry {subject}: a column says something else than the entry."),
    "gap": N_("Before entry {subject}, entries are missing."),
    "prev-differs": N_("Entry {subject} does not follow the one before."),
    "entry-unreadable": N_("Entry {subject} cannot be understood."),
    "head-differs": N_("The last entries of pen {subject} are missing or foreign."),
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
    "row-repeated": N_("{subject}: the row stands in the table more than once."),
    "value-foreign": N_("{subject}: the value is of a kind that this column never holds."),
    "batch-pinned-twice": N_("Batch {subject} is pinned a second time; only the first counts."),
    "sheet-assigned-twice": N_("{subject}: the sheet is opened a second time; only the first counts."),
    "act-by-foreign-pen": N_("Entry {subject}: only the secretary may do this."),
    "act-missing": N_("Entry {subject} follows an act that is not there."),
    "act-misplaced": N_("Entry {subject} was slipped in beside acts that the sheet had seen already."),
    "act-not-allowed": N_("Entry {subject}: the act was not allowed to this pen, or not at that point."),
    "control-character-shown": N_(
        "Invisible characters are shown as visible signs; correct the source if they matter."
    ),
    "text-cut": N_("The text is longer than a cell holds and was cut at “…”; the edition keeps it whole."),
    "file-not-word": N_("The file holds no Word document; give a .docx file."),
    "form-unknown": N_("This is no form that the edition knows; check its title."),
    "form-other-year": N_("The form is of {year}, the edition of {edition}; ask for this year's form."),
    "form-twice": N_("{name} has filed this form in this file already (table {first_table}); keep one."),
    "summary-empty": N_("The summary has no text; ask for it again."),
    "summary-length": N_(
        "The summary has {characters} characters where about {about} are asked for; look whether it is whole."
    ),
    "body-paper-known": N_("{body} has filed this before (in {known}), in the same words."),
    "body-paper-replaces": N_(
        "This replaces what {body} filed before (number {number}, in {known}); the earlier one is kept."
    ),
    "label-missing": N_("The form has no line “{label}”; check that the right form was used."),
    "cell-unread": N_("“{text}” belongs to no known label and is not read; correct the label."),
    "table-unread": N_(
        "This table is no part of the form and is not read; send it as a file of its own if it is needed."
    ),
    "tick-none": N_("Neither 是 nor 否 is ticked; it is left open."),
    "tick-both": N_("Both 是 and 否 are ticked ({written}); ask which holds."),
    "tick-unclear": N_("It is not clear what is ticked ({written}); ask which holds."),
    "choice-none": N_("No box is ticked; it is left open."),
    "choice-unclear": N_("It is not clear which boxes are ticked ({written}); ask which hold."),
    "figure-unclear": N_("“{written}” is no clear figure; it is left open."),
    "figure-implausible": N_("“{written}” is hardly meant so; it is kept as written: please check."),
    "members-too-many": N_("{count} names are given, at most {most} are allowed; have the list shortened."),
    "alias-without-organisation": N_("“{alias}” stands beside no organisation; say whose other name it is."),
    "alias-is-name": N_("“{name}” is the organisation's own name; nothing is to be kept."),
    "alias-known": N_("{count} other names of this file are known already and stay as they are."),
    "alias-of-two": N_(
        "“{alias}” would be another name of {organisation} and of {other}; find out whose it is, or say that"
        " the two are one."
    ),
    "history-year-missing": N_(
        "Neither the row nor the title names one year; add a column 年度, or name the sheet by its year."
    ),
    "history-year-unclear": N_("“{written}” is no year; write it as 2018."),
    "history-year-not-before": N_(
        "{year} is not before the edition's year {edition}; only earlier years' awards are history."
    ),
    "history-award-missing": N_("Neither the row nor the title names an award; add a column 奖项."),
    "history-organisation-missing": N_("The winner's organisation is missing; add it."),
    "history-twice": N_("{name} stands in row {first_row} already; it is taken once."),
    "past-award-known": N_("{count} awards of this file are known already and stay as they are."),
    "tick-state-unclear": N_("“{written}” is no result; write 有 or 缺, or 清除 to take a tick back."),
    "tick-nomination-missing": N_("The nomination's number is missing; “judge check” shows it."),
    "tick-item-missing": N_("It is not said which seal or attachment is meant; name it."),
    "members-unclear": N_("Each of these may be several names or none: {names}; separate names by “、”."),
    "report-unmatched": N_(
        "The report cannot be attached to one nomination (candidates: {candidates}); say which with"
        " --nomination."
    ),
    "report-attached-elsewhere": N_(
        "This report is attached to {known} already and stays there; it is attached here as well."
    ),
    "report-empty": N_("The report has no text; ask for it again."),
}
