"""What is refused, by code."""

from judge.locale import N_
from judge.locale.return_refusals import RETURN_REFUSALS

REFUSALS = {
    # Opening and making an edition.
    "edition-url-unknown": N_(
        "“{edition}” is neither a path nor a PostgreSQL URL; give a .judge file or "
        "postgresql://host/database."
    ),
    "edition-missing": N_("There is no edition at {edition}; check the path, or make one with “judge new”."),
    "edition-is-folder": N_("{edition} is a folder; give the path of the .judge file itself."),
    "edition-unreadable": N_("{edition} cannot be opened; check that it is a file and that you may read it."),
    "not-an-edition": N_("{edition} is not a Judge edition and was left as it is; check the path."),
    "edition-newer": N_("{edition} was written by a newer version of Judge; update Judge to open it."),
    "database-in-use": N_(
        "The database {edition} holds other tables already; give the edition a database of its own."
    ),
    "edition-exists": N_("There is something at {edition} already; give the new edition another name."),
    "edition-locked": N_(
        "{edition} is being written by someone else and did not come free in time; try again in a moment."
    ),
    "edition-read-only": N_("{edition} may not be written; check the rights on the file and its folder."),
    "edition-damaged": N_("{edition} is damaged; go back to your last copy of it."),
    "edition-unreachable": N_("The database at {edition} does not answer; check the address and the server."),
    "edition-changed-meanwhile": N_(
        "The edition has changed since this was worked out; nothing was written; run the command again."
    ),
    "edition-unnamed": N_("Say which edition: give its path, or set JUDGE_EDITION."),
    "postgres-driver-missing": N_(
        'PostgreSQL needs an extra; install it with: pip install "judge-awards[postgres]".'
    ),
    "disk-full": N_("There is no room left for {edition}; nothing was written; make room and try again."),
    "target-disk-full": N_("There is no room left for {path}; nothing was written; make room and try again."),
    "disk-failed": N_(
        "The disk with {edition} failed; nothing was written; copy the edition to another disk."
    ),
    "edition-folder-missing": N_("There is no folder {folder}; make it first, or give another path."),
    "folder-missing": N_("There is no such folder; check the path."),
    "demo-folder-used": N_("{folder} holds files already; give the demo a folder of its own."),
    # Rules.
    "programme-unknown": N_(
        "“{name}” is neither a folder, nor a rubric's .toml file, nor a built-in programme; built in:"
        " {known}."
    ),
    "folder-unreadable": N_("This cannot be read as a folder; name the folder that holds programme.toml."),
    "file-not-utf8": N_("Line {line} is not UTF-8; save the file as UTF-8."),
    "line-too-long": N_("Line {line} is longer than {limit} characters; break it up."),
    "toml-syntax": N_("Line {line} is not valid TOML; correct it."),
    "toml-nested-too-deep": N_("Lists or tables are nested too deeply; flatten them."),
    "key-missing": N_("It is missing; add it."),
    "key-unknown": N_("It is not known; use one of {known}, or remove it."),
    "wrong-type": N_("It must be of type {expected}, not {given}."),
    "text-empty": N_("It is empty; write a text."),
    "text-control-character": N_("It holds a control character; retype it."),
    "key-malformed": N_("It is “{given}”; use small letters, digits, - and _, at most 64."),
    "list-empty": N_("It is empty and needs at least one entry."),
    "number-out-of-range": N_("It must be from {least} to {most}."),
    "number-too-fine": N_("It may have at most {decimals} decimals."),
    "duplicate": N_("It repeats “{given}” of {first}; give each its own."),
    "points-off-step": N_("{points} points are no multiple of the step {step}; change one of them."),
    "scale-not-from-zero": N_(
        "Points always begin at 0; take this key out and state as points what the scale spans, with the marks"
        " moved to begin at 0 (1 to 5 may stay as it is, with points = 5)."
    ),
    "levels-too-many": N_("There are more than {most} levels; merge some."),
    "level-floor-not-zero": N_("It is {given}; the lowest level begins at 0."),
    "level-floor-not-rising": N_(
        "It is {given}, not above the {below} before; list levels from lowest to highest."
    ),
    "level-without-marks": N_(
        "No mark can fall in the level that begins at {floor} %; use a finer step or fewer levels."
    ),
    "gate-without-evidence": N_("It is empty, but not_met_when needs a form field to look at; name one."),
    "choice-unknown": N_("It is “{given}”; use one of {known}."),
    "rubric-unknown": N_("No file states a rubric “{given}”; use one of {known}."),
    "rubric-in-two-files": N_("Rubric “{given}” is stated in {first} already; rename or remove one."),
    "category-unknown": N_("Quota category “{given}” cannot stand here; use one of {known}."),
    "category-lacks-whole": N_("“{given}” is part of “{whole}”; add “{whole}” to the award too."),
    # Forms.
    "title-with-year": N_("It names a year; leave the year out, Judge prints and checks the edition's."),
    "label-without-letters": N_("It has no letter or digit to be known by; write the label as published."),
    "pair-without-two-parts": N_("A pair has two parts, not {count}; state both."),
    "field-unknown": N_("There is no field “{given}” here; use one of {known}."),
    "field-in-no-row": N_("These fields stand in no row: {missing}; give each its place."),
    "row-too-wide": N_("The boxes take more than the {columns} columns of a page; make one narrower."),
    "form-in-two-files": N_("Form “{given}” is stated in {first} already; rename or remove one."),
    "title-in-two-files": N_(
        "“{given}” is the title of the form in {first} too, and the two could not be told apart; change one."
    ),
    "title-taken": N_(
        "“{given}” is the title of the form {taken_by} too, and the two could not be told apart; change it."
    ),
    "form-of-no-award": N_(
        "No award of this edition takes a form “{given}”, and nothing would be read by it; use one of"
        " {known}."
    ),
    "form-damaged": N_(
        "The own form {form} of this edition cannot be read; go back to your last copy of it."
    ),
    "forms-missing": N_("There is no form in {folder}; name TOML files, or the folder that holds them."),
    "form-not-there": N_("There is no form “{key}”; the forms are {known}."),
    "method-file-too-large": N_(
        "A method file has a dozen lines; this one has more than {limit} bytes: check the path."
    ),
    "method-unknown": N_("There is no method “{name}”, and no such file; the methods are {known}."),
    "method-setting-unknown": N_("The method has no setting “{setting}”; check its spelling, or remove it."),
    "method-word-unknown": N_("“{setting}” cannot be “{given}”; use one of {choices}."),
    "method-not-whole-number": N_("“{setting}” must be a whole number, not “{given}”."),
    "method-number-out-of-range": N_("“{setting}” is {given}; give a number from {smallest} to {largest}."),
    "method-drops-every-sheet": N_(
        "Dropping {dropped} of {trim_from} sheets leaves none; raise trim_from, or drop fewer."
    ),
    "method-title-not-both": N_(
        "“title” needs a “zh” and an “en” of one line each, at most {longest} characters, and nothing else."
    ),
    "method-ties-no-list": N_(
        '“ties” must be a list of names, such as ["median", "top-marks"], not “{given}”.'
    ),
    "method-breaker-unknown": N_("No tie can be broken by “{given}”; use one of {known}."),
    "method-breaker-repeated": N_("“{given}” stands in “ties” twice; the second time it breaks nothing."),
    "method-breaker-idle": N_(
        "A list ranked on exact scores cannot break ties by “{given}”: who is tied has the same;"
        ' leave it out, or rank on "printed".'
    ),
    "method-weighs-nothing-of-sheet": N_(
        "With these weights nothing is left of {count} counted sheets: whatever weighs more than 0 is not"
        " applicable on them; give other weights, or exclude these sheets."
    ),
    "method-weights-no-table": N_("“weights” must be a table of numbers by criterion, not “{given}”."),
    "method-weight-not-exact": N_(
        "The weight of “{criterion}” must be a whole number, a decimal or a text such as"
        ' "3/2", not “{given}”.'
    ),
    "method-weight-negative": N_(
        "The weight of “{criterion}” is {given}; give 0 to leave it out, or a number above."
    ),
    "method-weight-out-of-range": N_(
        "The weight of “{criterion}” is {given}; it and the denominator of it can be {largest} at most."
    ),
    "method-weights-all-zero": N_(
        "With these weights no criterion counts at all; give one of {known} a weight above 0."
    ),
    "method-stages-no-list": N_(
        "“stages” must be a list of tables with award, weight and entrants, not “{given}”."
    ),
    "method-stages-count": N_(
        "“stages” names {count}; name the award itself and what comes after it, two to {largest} in all."
    ),
    "method-stage-repeated": N_("“stages” names “{award}” twice; each stage has an award of its own."),
    "method-stage-first-admits-all": N_(
        "The first of the “stages” is the award itself and admits everybody, not “{given}”."
    ),
    "method-stage-award": N_("Stage {number} needs the key of an award, not “{given}”."),
    "method-stage-weighs-nothing": N_("Stage {number} has a weight of 0; leave it out, or weigh it."),
    "method-stage-entrants": N_(
        'The entrants of stage {number} are "all", a number from 1 on, or "applicants:" and a form\'s field,'
        " not “{given}”."
    ),
    "method-stage-unknown": N_(
        "The method's stage “{given}” is no award of this edition; its awards are {known}."
    ),
    "stage-entrants-unknown": N_(
        "The stage “{stage}” has {count} nominations that are not of “{award}”, such as {names}: their"
        " body, name and organisation must be the same."
    ),
    "stage-of-nothing": N_("No method plans stages for “{award}”; see “judge method”."),
    "stage-not-of-award": N_("“{stage}” is no later stage of “{award}”; its later stages are {known}."),
    "stage-not-decided": N_(
        "{count} nominations of “{award}” have no score yet, such as {names}: who comes first cannot be said."
    ),
    "method-criterion-unknown": N_(
        "“{setting}” names the criterion “{given}”, which the rubric “{rubric}” does not have;"
        " it has {known}."
    ),
    "method-rounds-no-criterion": N_(
        'round_at = "criterion" needs a trimmed mean with trim = "criterion":'
        " otherwise no criterion's mean enters the score."
    ),
    "method-rounds-no-sheet": N_(
        'round_at = "sheet" cannot stand beside trim = "criterion": no sheet\'s total enters the score there.'
    ),
    "method-calibrates-no-total": N_(
        'calibrate = "{calibrate}" cannot stand beside trim = "criterion": it corrects sheets\' totals,'
        " of which the score is not made there."
    ),
    # Sheets.
    "reviewer-unknown": N_("There is no reviewer “{reviewer}” in this edition; its reviewers are {known}."),
    "reviewer-unknown-but-near": N_(
        "There is no reviewer “{reviewer}” in this edition; the nearest keys are {nearest}."
    ),
    "reviewer-nameless": N_("A reviewer needs a name."),
    "reviewer-held-already": N_("{key} {name} is a reviewer already; nothing was added."),
    "reviewer-unreadable": N_(
        "“{name}” cannot be written into a reviewers' table as it stands; nothing was added; write it in"
        " plain letters."
    ),
    "load-limit-negative": N_("{limit} sheets is less than none; give 0 or more."),
    "role-unknown": N_("“{role}” is nothing that one is on a panel; say reviewer, chair, secretary or none."),
    "panel-without-sections": N_(
        "The panel of {award} sits in no sections; give its reviewers sections first: judge panel EDITION"
        " REVIEWER --award {award} --seat-section NAME."
    ),
    "screen-without-terminal": N_(
        "The screen needs a terminal: run this in one, not in a pipe, or leave out --screen."
    ),
    "desk-without-terminal": N_(
        "The desk needs a terminal for its keys and its screen; run “judge score” in one, without pipes "
        "or redirections."
    ),
    "originals-blind": N_(
        "Names are masked in this edition, so no original file is shown: it would tell them."
    ),
    "originals-with-others": N_(
        "{nomination} was filed in a table together with others, which only the office may open."
    ),
    "original-unknown": N_("{nomination} has no such file."),
    "no-sheets-assigned": N_("There is no sheet to write for {reviewers}; assign nominations first."),
    "anchors-without-sections": N_(
        "No panel sits in sections, so that there is nothing to connect by anchors; leave out --anchors."
    ),
    "pair-not-on-panel": N_(
        "{reviewer} does not sit on the panel that judges {nomination}; nothing was assigned; name somebody "
        "who does."
    ),
    "pair-held": N_("{reviewer} has the sheet of {nomination} already; leave out this pair."),
    "pair-recused": N_(
        "{reviewer} has stepped back from {nomination}; nothing was assigned; name somebody else."
    ),
    "pair-in-conflict": N_(
        "{reviewer} must not judge {nomination} ({grounds}); nothing was assigned; name somebody else."
    ),
    "pair-over-limit": N_(
        "With {nomination}, {reviewer} would have more than {limit} sheets, the limit; nothing was assigned; "
        "raise it, or name somebody else."
    ),
    "sheet-not-assigned": N_("{nomination} is not assigned to {reviewer}."),
    "sheet-changed-elsewhere": N_(
        "This sheet has been changed in another window; it was loaded anew and your draft is kept."
    ),
    "award-closed": N_(
        "The chair has closed {award}: its sheets take no more changes; what is missing yet, tell the chair,"
        " who can open it again."
    ),
    "nomination-closed": N_(
        "The chair has closed {nomination}: its sheets take no more changes; what is missing yet, tell the"
        " chair, who can open it again."
    ),
    "reviewer-withdrawn": N_(
        "The chair has ruled that {reviewer} judges no more: their sheets take no more changes; only the"
        " chair can reinstate them."
    ),
    "sheet-closed": N_("This sheet is closed ({state}) and takes no more changes."),
    "sheet-not-submitted": N_("This sheet is not submitted ({state}), so there is nothing to give back."),
    "sheet-not-forked": N_("This sheet is not forked ({state}), so there is nothing to settle."),
    "side-unknown": N_("No side of this sheet is called “{side}”; its sides are {known}."),
    "side-ambiguous": N_("“{side}” wrote several sides of this sheet; name one by its key: {known}."),
    "settling-not-contested": N_("Nobody contests the mark of {criterion}, so there is nothing to settle."),
    "settling-leaves-open": N_("Say what holds for {criteria}: take a side, or give the mark."),
    "settling-leaves-state-open": N_(
        "The sides differ in what became of the sheet itself: take one of them besides."
    ),
    "take-back-not-allowed": N_(
        "Submitted sheets are not taken back in this edition; ask the chair to return it to you."
    ),
    "no-conflict-to-deny": N_("Nothing shows a conflict of interest here, so there is none to deny."),
    "nothing-to-undo": N_("There is nothing of your own on this sheet to take back."),
    "nothing-to-redo": N_("Nothing was taken back last, so there is nothing to do again."),
    "sheet-closed-in-papers": N_(
        "The sheet of {reviewer} on {nomination} is closed ({state}); take it out of the table."
    ),
    "sheet-incomplete": N_("These criteria have no mark yet: {missing}."),
    "criterion-unknown": N_("The rubric of this sheet has no criterion “{criterion}”."),
    "criterion-not-there": N_(
        "The rubric of this sheet has no criterion “{criterion}”; its criteria are {known}."
    ),
    "dictation-without-equals": N_("Put “=” between the criterion and what it is given: process=21."),
    "criterion-always-applies": N_("“{criterion}” cannot be marked “not applicable”; give it points."),
    "reason-missing": N_("Give the reason; it is kept with the decision."),
    "note-not-text": N_("The note holds characters that are no text; type it instead of pasting."),
    "note-too-long": N_("A note may have at most {limit} characters."),
    "mark-not-a-number": N_("“{given}” is not a number of points; type one such as 12.5."),
    "mark-negative": N_("{given} is below 0, where points begin; correct it."),
    "mark-off-step": N_("{points} is off the step: points go in steps of {step}."),
    "mark-out-of-range": N_("{points} is out of range: points go from 0 to {full}."),
    "nomination-revised": N_(
        "Revision {revision} of this nomination has been filed; it is loaded now and your marks stay: look "
        "at what changed, then submit again."
    ),
    # Packets.
    "edition-is-packet": N_(
        "{edition} is a packet of {reviewer}, not an edition; score in it with “judge score”, and let the"
        " office do this at the edition."
    ),
    "not-a-packet": N_("{edition} is an edition, not a packet; what is scored in it is there already."),
    "packet-of-another": N_(
        "{edition} is a packet of {reviewer}, not of {given}; leave --as out, or ask the office for yours."
    ),
    "packet-read-only": N_(
        "The packet {edition} may not be written where it lies; copy it into a folder of your own and open it"
        " there."
    ),
    "packet-unopened": N_(
        "Nobody has opened the packet {edition} yet, so nothing can go back; open it with “judge score”."
    ),
    "packet-without-sheets": N_("{reviewer} has no sheet, so there is nothing to pack; assign some first."),
    "reviewer-left": N_("{reviewer} has left the panel; issue the packet to who judges instead."),
    "packets-for-nobody": N_("No reviewer has a sheet yet; run “judge assign” first."),
    "packet-in-use": N_(
        "{path} is a packet that has been opened and may hold work; move it away, or name another folder."
    ),
    "packet-not-opened": N_(
        "{packet} does not open: the passphrase is another one, or the file was damaged on its way."
    ),
    "packet-too-large": N_(
        "{packet} is larger than the {most} MB that are unpacked; ask for one without files."
    ),
    "passphrase-needed": N_("A passphrase is needed: run this in a terminal, or give --passphrase-file."),
    "passphrase-empty": N_("The first line of the passphrase file is empty; write the passphrase there."),
    "return-empty": N_("Nothing was written in this packet yet, so there is nothing to send back."),
    "originals-not-in-packet": N_(
        "No file of {nomination} as it was sent is in this packet; ask the office."
    ),
    # Settings.
    "setting-unknown": N_("There is no setting {key}; the settings are {known}."),
    "setting-not-a-date": N_(
        "{key} cannot be “{given}”: give a day such as 2019-07-20, a moment such as {moment}, or none."
    ),
    "setting-is-heading": N_(
        "{key} is kept when an import confirms a heading (judge import --map “{heading}=…”); here it can only"
        " be set to none."
    ),
    # Headings.
    "heading-label-unknown": N_(
        "“{heading}” cannot mean “{label}”, which is no column of nomination tables; nearest: {nearest}."
    ),
    "heading-said-twice": N_("“{heading}” is said to mean two columns; say one."),
    "heading-unmet": N_(
        "No nomination table among these papers has the headings {headings}; write them as the tables do."
    ),
    # Papers.
    "papers-refused": N_(
        "Nothing was filed: {count} of the files have faults; mend them, or file the others with "
        "--accept-good."
    ),
    "import-cancelled": N_("The import was cancelled; the edition is as it was before."),
    "file-changed": N_("{file} has changed since it was read; nothing was filed; run the command again."),
    # Checks.
    "check-body-unknown": N_("There is no recommending body “{body}”; near names are {nearest}."),
    "check-award-unknown": N_("There is no award “{award}”; the awards are {known}."),
    "item-unknown": N_("The form of {nomination} asks for no “{item}”; it asks for {known}."),
    "tick-state-unknown": N_("“{given}” is no state of an item; use one of {known}."),
    "nothing-to-return": N_("No body has anything to mend; no workbook was written."),
    "setting-not-a-choice": N_("“{key}” cannot be “{given}”; use one of {known}."),
    "setting-not-a-percentage": N_("“{key}” cannot be “{given}”; give a whole percentage from 0 to 100."),
    "setting-not-years": N_("“{key}” cannot be “{given}”; give “before” or years such as 2016-2018."),
    # Rulings on panels.
    "closing-unknown": N_(
        "“{key}” is neither a nomination nor an award; give a nomination's key, or one of {known}."
    ),
    "closing-not-there": N_("{key} is not closed; there is nothing to open again."),
    "closing-by-award": N_("{nomination} is closed with its award; open {award} again instead."),
    "quorum-out-of-range": N_("{given} sheets are no quorum; give a number from {smallest} to {largest}."),
    "reviewer-serves": N_("{reviewer} was not withdrawn; there is nothing to reinstate."),
    "successor-themselves": N_("{reviewer} cannot judge in their own place; name somebody else."),
    "successor-withdrawn": N_("{reviewer} was withdrawn, too; name somebody else."),
    "successor-unfit": N_(
        "Of {reviewers} nobody is both on the panel and without a conflict of interest for {nominations};"
        " name a further reviewer with --replaced-by."
    ),
    # Lists and exports.
    "list-unknown": N_("There is no list “{key}”; the lists are {known}."),
    "list-not-theirs": N_("{nomination} is not of the list “{key}”; its award has {known}."),
    "nomination-name-shared": N_("“{name}” is the name of several nominations: {known}; give the key."),
    "nomination-name-unknown": N_(
        "There is no nomination with the key or the name “{name}”; near ones are: {near}."
    ),
    "explanation-differs": N_(
        "The steps to the score of {nomination} do not come to what the list says, which is a fault of Judge:"
        " nothing is explained; run “judge audit”, and report it."
    ),
    "sheets-of-other-rubric": N_(
        "Some sheets of {award} are pinned to another rubric than the edition's; run “judge audit”."
    ),
    "panel-refused": N_("The sheets of {award} contradict each other ({problems}); run “judge audit”."),
    "panel-not-connected": N_(
        "The panel of {award} falls into {count} parts that share no reviewer and no nomination, such as"
        " {examples}: their severity cannot be compared, so nothing was ranked; let some nominations be"
        ' judged across them, or take a method with calibrate = "section" or "none".'
    ),
    "severity-unsettled": N_(
        "The severity of the reviewers of {award} cannot be told from chance ({reason}), so nothing was"
        ' ranked; take a method with calibrate = "none".'
    ),
    "reviewers-not-standardised": N_(
        "These reviewers of {award} have a single sheet or gave all the same total, so that their totals have"
        ' no scale of their own: {reviewers}; nothing was ranked; take a method with calibrate = "severity"'
        ' or "none".'
    ),
    "nominations-without-section": N_(
        "Of {award} {count} nominations with a score are in no section while others are: {nominations};"
        " nothing was ranked; give them sections (judge panel EDITION --section NOMINATION=SECTION), or take"
        ' a method with calibrate = "none".'
    ),
    "target-exists": N_("There is a file at {path} already; give another name, or replace it with --force."),
    "target-folder-missing": N_("The folder for {path} does not exist; make it, or name another place."),
    "target-is-folder": N_("{path} is a folder; give the name of a file in it."),
    "target-not-writable": N_(
        "{path} cannot be written ({reason}); close it if it is open elsewhere, or choose another place."
    ),
    "too-many-rows": N_("“{title}” has more lines than the {most} that a sheet holds; export it as CSV."),
    # Returns.
    **RETURN_REFUSALS,
}
