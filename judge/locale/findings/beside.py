"""What do the tables beside the nominations say: other names, earlier awards, ticks?"""

from judge.locale import N_

BESIDE = {
    # Other names.
    "alias-without-organisation": N_("“{alias}” stands beside no organisation; say whose other name it is."),
    "alias-is-name": N_("“{name}” is the organisation's own name; nothing is to be kept."),
    "alias-known": N_("{count} other names of this file are known already and stay as they are."),
    "alias-of-two": N_(
        "“{alias}” would be another name of {organisation} and of {other}; find out whose it is, or say that"
        " the two are one."
    ),
    # Earlier awards.
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
    # Ticks of a checklist.
    "tick-state-unclear": N_("“{written}” is no result; write 有 or 缺, or 清除 to take a tick back."),
    "tick-nomination-missing": N_("The nomination's number is missing; “judge check” shows it."),
    "tick-item-missing": N_("It is not said which seal or attachment is meant; name it."),
}
