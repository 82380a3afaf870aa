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
        " nominations first, or with these papers once they have no fault; or, where this table is all there"
        " is, let it name them with --take-names."
    ),
    "score-reviewer-unknown": N_(
        "“{name}” is no reviewer of this edition (rows: {rows}); nearest: {nearest}. Correct the "
        "name or import the reviewer."
    ),
    "score-reviewer-none": N_(
        "The reviewers here cannot be checked (rows: {rows}), since none has been accepted yet; import the"
        " reviewers first, or with these papers once they have no fault; or, where this table is all there"
        " is, let it name them with --take-names."
    ),
    "score-criterion-unknown": N_(
        "“{name}” is no criterion of {rubric} (rows: {rows}); its criteria are {known}."
    ),
    # How a score table is laid out.
    "score-table-unclear": N_(
        "It cannot be told what is what in this table (seen: {seen}); write 申报 (nomination) above the"
        " column of nominations, 评委 (reviewer) above one of reviewers, and above each column of marks its"
        " reviewer or criterion."
    ),
    "score-criterion-untold": N_(
        "The columns {columns} may be reviewers, but the rubric has several criteria ({known}), and nothing"
        " says which is marked; add a column 评分项 (criterion), or write the criterion beside each reviewer."
    ),
    "score-reviewer-untold": N_(
        "The columns {columns} are criteria, but nothing says whose marks these are; add a column 评委"
        " (reviewer), or call each sheet by its reviewer."
    ),
    "score-column-untold": N_(
        "Column “{column}” holds figures, but is no criterion ({known}) and no reviewer; correct its heading,"
        " or take it out."
    ),
    "score-both-told": N_(
        "One column says whose marks a row holds, but the columns {columns} may be reviewers, too; take out"
        " the one or the others."
    ),
    "score-columns-aside": N_(
        "Left aside, since Judge works out the panel's sums and places itself: {columns}."
    ),
    "scores-read-as": N_("Read as: a row is {rows}, a column is {columns}."),
    "scores-read-by-sheet": N_("Read as: a sheet is {sheets}, a row is {rows}, a column is {columns}."),
    "scores-counted": N_(
        "Nominations: {nominations}; reviewers: {reviewers}; marks: {marks}; recusals: {recusals}; places"
        " without a mark: {gaps}."
    ),
    "score-sheet-none": N_(
        "{name}: no mark from {reviewers}, so there is no sheet of theirs; this file gives it only {sheets}."
        " If one is due, open it: `judge assign --per-nomination 0 --pair {nomination}={reviewer}`."
    ),
    "score-sheets-uneven": N_(
        "{count} of {places} times a reviewer gave a nomination no mark at all, and has no sheet of it;"
        " nominations have {fewest} to {most} sheets. First {name}: no mark from {reviewers}. If that was"
        " not meant so, fill the table in, or open the sheets with"
        " `judge assign --per-nomination 0 --pair …`."
    ),
    # Whom a score table is the first to name.
    "scores-names-taken": N_(
        "The edition has none of its own, so these names are taken from here: {nominations} nominations,"
        " {reviewers} reviewers ({names})."
    ),
    "scores-body-none": N_("Nothing says who recommends the nominations; they are filed under “{body}”."),
    "score-award-untold": N_(
        "The programme has several awards, and nothing says which these nominations are for; add a column"
        " 奖项 (award), or call the sheet by it."
    ),
    "score-body-untold": N_(
        "The edition has recommending bodies, and nothing says whose these nominations are; add a column"
        " 推荐单位 (recommending body)."
    ),
    "score-names-differ": N_(
        "{name} has “{written}” under {what} here, but had “{known}” before; correct one, or tell two of the"
        " same name apart."
    ),
    "score-name-too-long": N_("A name has at most {most} characters; shorten it."),
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
