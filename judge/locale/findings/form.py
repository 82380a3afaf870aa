"""What does this form say, and what lies beside it?"""

from judge.locale import N_

FORM = {
    "form-unknown": N_("This is no form that the edition knows; check its title."),
    "form-other-year": N_("The form is of {year}, the edition of {edition}; ask for this year's form."),
    "form-twice": N_("{name} has filed this form in this file already (table {first_table}); keep one."),
    "label-missing": N_("The form has no line “{label}”; check that the right form was used."),
    "cell-unread": N_("“{text}” belongs to no known label and is not read; correct the label."),
    "table-unread": N_(
        "This table is no part of the form and is not read; send it as a file of its own if it is needed."
    ),
    "field-not-of-form": N_("“{column}” is not on the form of {award} and is not read for it."),
    "label-twice": N_("“{label}” is filled in twice, differently; keep one."),
    "field-missing": N_("“{label}” is empty; it must be filled in."),
    "tick-none": N_("Neither 是 nor 否 is ticked; it is left open."),
    "tick-both": N_("Both 是 and 否 are ticked ({written}); ask which holds."),
    "tick-unclear": N_("It is not clear what is ticked ({written}); ask which holds."),
    "choice-none": N_("No box is ticked; it is left open."),
    "choice-unclear": N_("It is not clear which boxes are ticked ({written}); ask which hold."),
    "figure-unclear": N_("“{written}” is no clear figure; it is left open."),
    "figure-implausible": N_("“{written}” is hardly meant so; it is kept as written: please check."),
    "members-too-many": N_("{count} names are given, at most {most} are allowed; have the list shortened."),
    "members-unclear": N_("Each of these may be several names or none: {names}; separate names by “、”."),
    # Papers beside forms.
    "scan-unread": N_("Attached to {nomination} {name} as a scan; what it shows was not read."),
    "scan-unmatched": N_(
        "It cannot be told whose scan this is (candidates: {candidates}); put the name into the file's"
        " name, or say --nomination."
    ),
    "total-missing": N_("No total is found in the self-rating (behind {labels}); look at it by hand."),
    "total-unclear": N_("Several figures could be the self-rating's total ({figures}); none is kept."),
    "report-unmatched": N_(
        "The report cannot be attached to one nomination (candidates: {candidates}); say which with"
        " --nomination."
    ),
    "report-attached-elsewhere": N_(
        "This report is attached to {known} already and stays there; it is attached here as well."
    ),
    "report-empty": N_("The report has no text; ask for it again."),
    "summary-empty": N_("The summary has no text; ask for it again."),
    "summary-length": N_(
        "The summary has {characters} characters where about {about} are asked for; look whether it is whole."
    ),
    "body-paper-known": N_("{body} has filed this before (in {known}), in the same words."),
    "body-paper-replaces": N_(
        "This replaces what {body} filed before (number {number}, in {known}); the earlier one is kept."
    ),
}
