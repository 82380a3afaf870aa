"""What was done to a workbook of score sheets, and what of it can be taken?"""

from judge.locale import N_

SCORE_SHEETS = {
    # Is it one, and whose?
    "not-a-score-sheet": N_(
        "This is no workbook of score sheets; leave --kind out, and Judge reads it as what it is."
    ),
    "score-sheet-cannot-be": N_(
        "This is a workbook of score sheets and cannot be read as a {kind}; leave --kind out."
    ),
    "score-sheet-binding-gone": N_(
        "This comes from a workbook of score sheets, but the hidden sheet that binds it to the edition is"
        " gone; ask for the whole workbook as .xlsx, or write it anew with judge sheets."
    ),
    "score-sheet-not-xlsx": N_(
        "This workbook of score sheets was saved in another format; open it, and save it as an Excel workbook"
        " (.xlsx)."
    ),
    "score-sheet-newer": N_("A newer Judge wrote this workbook of score sheets; import it with that."),
    "score-sheet-fingerprint": N_(
        "What binds these score sheets to the edition was changed and no longer fits its fingerprint; have"
        " the marks entered into a workbook written anew with judge sheets."
    ),
    "score-sheet-cover-differs": N_(
        "Here stands the fingerprint {shown}, but the workbook is bound to {bound}: this sheet comes from"
        " another workbook; ask for the reviewer's own, whole."
    ),
    "score-sheet-of-another-edition": N_(
        "These score sheets were written from another edition; import them there."
    ),
    "score-sheet-reviewer-unknown": N_(
        "These are the score sheets of {reviewer}, who is no reviewer of this edition; import the reviewer,"
        " or leave the workbook out."
    ),
    "score-sheet-rubric-changed": N_(
        "The rubric of {award} is not the one that this sheet was written for; write the workbook anew with"
        " judge sheets, and have the marks entered there."
    ),
    # What became of its sheets, columns and rows?
    "score-sheet-table-missing": N_(
        "The sheet “{table}” is gone; ask for the whole workbook, or write it anew with judge sheets."
    ),
    "score-sheet-column-moved": N_(
        "These columns are not as they were written: {columns}; put columns and headings back, or write the"
        " workbook anew with judge sheets."
    ),
    "score-sheet-row-missing": N_(
        "The row of {nomination} is gone; put it back, or have its marks entered into a workbook written anew"
        " with judge sheets."
    ),
    "score-sheet-row-added": N_(
        "This row (“{found}”) was added: the reviewer is given no such nomination here; take it out."
    ),
    "score-sheet-row-twice": N_(
        "{nomination} stands here and in row {first_row}; keep one, and put back what was pasted over."
    ),
    "score-sheet-key-changed": N_(
        "Here stood the key {expected}, and now “{found}”: the cell was pasted over; put it back, and make"
        " sure whose marks these are."
    ),
    "score-sheet-name-changed": N_(
        "Beside {nomination} stood “{expected}”, and now “{found}”: cells were pasted over; put them back,"
        " and make sure whose marks these are."
    ),
    "score-sheet-rows-moved": N_(
        "{count} rows stand elsewhere than they were written; they are read by their keys."
    ),
    # What stands in its cells?
    "score-sheet-merged": N_("This cell is merged with another; unmerge them, and fill in each."),
    "score-sheet-formula": N_("A formula stands here; type its result instead."),
    "score-sheet-recusal-word": N_(
        "“{given}” stands where only 回避 or “recused” may; correct it, or empty the cell."
    ),
    "score-sheet-recusal-reason": N_("A recusal needs its reason; write it beside."),
    "score-sheet-reason-alone": N_(
        "There is a reason for a recusal, but no recusal beside it; enter 回避 or “recused”, or take the"
        " reason out."
    ),
    "score-sheet-recusal-marks": N_(
        "{nomination} is given marks and recused from as well; take out the marks or the recusal."
    ),
    "score-sheet-recusal-note": N_(
        "The note beside the recusal from {nomination} is not filed; what is to be kept belongs into the"
        " reason."
    ),
    "score-sheet-emptied": N_(
        "{nomination}: {what} stood here and was emptied; the edition keeps it. To take it back, sit down at"
        " the desk (judge score)."
    ),
    # What does the edition hold?
    "score-sheet-not-assigned": N_(
        "The reviewer is not assigned {nomination}; empty the row, or assign it first."
    ),
    "score-sheet-of-other-copy": N_(
        "{nomination}: the workbook was written from a copy of the edition that went on without this one;"
        " import it there, or write it anew with judge sheets."
    ),
    "score-sheet-changed-meanwhile": N_(
        "{reviewer} on {nomination}, “{title}”: {points} here, but since the workbook was written the edition"
        " holds {first_points}; ask which one holds, and enter it here or at the desk (judge score)."
    ),
    "score-sheet-nomination-revised": N_(
        "{nomination} was judged as revision {judged}, and revision {revision} has been filed since; ask"
        " whether the marks still hold."
    ),
    "score-sheet-notes-joined": N_(
        "The note on {nomination} was changed at the edition as well; both are kept, one beneath the other."
    ),
}
