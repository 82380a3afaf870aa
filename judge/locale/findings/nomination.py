"""Who files which nomination, within which quota, and what is changed of it?"""

from judge.locale import N_

NOMINATION = {
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
        "{name} differs from {others} in {fields}; correct the paper that is wrong, or import only the one"
        " that holds."
    ),
    "differs-field": N_("“{here}” here, “{there}” in {other}."),
    "differs-list": N_(
        "The list differs from that in {other}: only here {added}; only there {gone}; in another place"
        " {moved}."
    ),
    "nomination-joined": N_("{name} stands in {foremost} too, which says the same; it is filed once."),
    "nominations-joined": N_(
        "{count} nominations here stand in other papers of this import too, which say the same; each is filed"
        " once."
    ),
    "nomination-completed": N_(
        "{name} stands in {foremost} too, and nothing here contradicts that; it is filed once, with {fields}"
        " from here."
    ),
    "nomination-left-open": N_(
        "{name} has {fields} empty here, and what is filed stays; to empty it, import this paper alone with"
        " --nomination {nomination}."
    ),
    "nomination-renamed": N_(
        "{name} is filed as {nomination}, which is called {now} now; if the old name holds again, say "
        "--nomination {nomination}, otherwise take it out."
    ),
    "nomination-late": N_(
        "{name} is not filed, and filing closed on {deadline}; only the chair can still admit this file: "
        "judge rule EDITION admit {file} --reason TEXT."
    ),
    "nomination-unknown": N_("There is no nomination “{nomination}”; check the key."),
    # Revisions.
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
}
