"""Who marks what, and with how many points?"""

from judge.locale import N_

PANEL = {
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
    "reviewer-restated": N_("{name}, {what}: “{old}” becomes “{new}”."),
    "reviewer-role-unknown": N_(
        "“{role}” is nothing that one is on a panel; write 评委, 组长 or 秘书 (reviewer, chair, secretary)."
    ),
    "reviewer-limit-malformed": N_(
        "“{limit}” cannot be the most sheets that somebody takes; write a whole number, or leave it empty."
    ),
    "reviewer-known-as": N_(
        "{name} of the same organisation is registered as {known}, not {key}; correct the number, or take"
        " the row out."
    ),
    "reviewer-in-conflict": N_(
        "{reviewer} is of {organisation}, as {nomination} is, and may not mark it; take the marks out, or"
        " enter a recusal."
    ),
    "reviewer-phone-on-form": N_(
        "The telephone number of {reviewer} stands on the form of {nomination} ({label}), which they may not"
        " mark; take the marks out, or enter a recusal."
    ),
    "reviewer-name-on-form": N_(
        "{reviewer} marks {nomination}, whose form names {name} ({label}); if that is the reviewer, take the"
        " marks out, or enter a recusal."
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
}
