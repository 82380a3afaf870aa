"""What does this table say, column by column and cell by cell?"""

from judge.locale import N_

TABLE = {
    "table-empty": N_("There is no filled, visible table in the file."),
    "nothing-filled": N_("Read, but there is nothing to import."),
    "table-too-large": N_(
        "The table reaches row {rows}, column {columns} (at most {most_rows} and {most_columns}); "
        "delete stray cells."
    ),
    "table-too-long": N_("The cells hold more than {most} characters; split the file."),
    "sheet-hidden": N_("This hidden sheet was not read; unhide it if it counts."),
    "sheet-ignored": N_("This sheet is no {kind} and is not read."),
    # Its head.
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
    # Its rows.
    "row-left-out": N_("This row (“{words}”) closes the table and is no nomination."),
    "cell-merged": N_(
        "From here on, cells of this column are covered by a merge ({rows}); unmerge them and fill in each."
    ),
    "cell-error": N_("The formula failed ({shown}); correct it."),
}
