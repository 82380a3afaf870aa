"""The merge screen's sentences: its own, and those that name its keys where the house's name commands."""

from judge.locale import N_
from judge.tui.import_sentences import SENTENCES as AT_IMPORTS

NOT_DONE = "merge-not-done"
NOTHING_SELECTED = "merge-nothing-selected"

_OWN = {
    NOT_DONE: N_("This could not be done ({reason}); what was merged before stays."),
    NOTHING_SELECTED: N_("Nothing is selected: Space selects what is under the cursor."),
}
_INSTEAD = {
    "return-key-unconfirmed": N_(
        "The key of {reviewer} {name} is not confirmed yet. Ask them for the fingerprint on their packet's"
        " desk: if it is {fingerprint}, F4 confirms it."
    ),
    "return-sealed": N_("This return is sealed with a passphrase; F6 takes it."),
    "return-not-opened": N_(
        "This return does not open with this passphrase, or the file was damaged; F6 takes another one."
    ),
    "edition-changed-meanwhile": N_(
        "The edition was changed while you looked; nothing of this file was merged. F5 looks again."
    ),
    "merge-cancelled": N_("Merging was cancelled before it came to this file; F5 looks again."),
}
SENTENCES = {
    **{code: AT_IMPORTS[code] for code in ("import-no-path", "import-no-folder")},
    **_OWN,
    **_INSTEAD,
}
"""By code."""
