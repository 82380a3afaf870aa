"""Why a return is refused, by code; the file's name stands before the sentence."""

from judge.locale import N_

RETURN_REFUSALS = {
    # The file.
    "return-missing": N_("There is no file {file}; check the path."),
    "returns-none-in-folder": N_(
        "There is no return in {folder}; name the folder that holds what came back."
    ),
    "return-unreadable": N_("This file cannot be read ({reason}); check your rights to it."),
    "return-is-packet": N_(
        "This is a packet or an edition, and no return; have one made of the packet with “judge return”."
    ),
    "return-sealed": N_("This return is sealed with a passphrase; give it with --passphrase-file."),
    "return-not-opened": N_(
        "This return does not open: the passphrase is another one, or the file was damaged; ask its sender"
        " for both once more."
    ),
    "return-foreign": N_("This is no return; choose the file that “judge return” made of the packet."),
    "return-too-large": N_("This is larger than any return and was not read; have the return made anew."),
    "return-truncated": N_(
        "The file ends too early: part of it was lost on its way; have it sent once more."
    ),
    "return-trailing": N_("Something follows the end of the return; have it sent once more."),
    "return-newer": N_("A newer version of Judge wrote this return; update Judge to merge it."),
    "return-older": N_(
        "A version of Judge too old for this one wrote this return; update Judge where the packet is, and"
        " have the return made anew."
    ),
    "return-header-malformed": N_("The head of this return cannot be read; have the return made anew."),
    "return-record-unknown": N_("This return holds something that none may hold; have it made anew."),
    "return-entry-too-long": N_("Part {entry} is longer than any entry; have the return made anew."),
    "return-seal-malformed": N_("Part {entry} is no seal; have the return made anew."),
    "return-count-differs": N_(
        "This return holds more or fewer entries than its head says; have it made anew."
    ),
    "return-key-foreign": N_("The pen is not named after this reviewer and key; have the return made anew."),
    "return-signature-wrong": N_(
        "The signature does not hold: the file was changed after it was written; have it sent once more."
    ),
    # Its entries.
    "return-entry-unreadable": N_("Entry {entry} cannot be read; have the return made anew."),
    "return-entry-of-another-pen": N_("Entry {entry} is by another pen; have the return made anew."),
    "return-entry-out-of-place": N_(
        "Entry {entry} has not the number that it should have; have the return made anew."
    ),
    "return-chain-broken": N_(
        "Entry {entry} does not follow what stands before it; have the return made anew."
    ),
    "return-not-a-sheet": N_(
        "Entry {entry} is on something else than the reviewer's own sheets; have the return made anew."
    ),
    "return-act-unknown": N_(
        "Entry {entry} records nothing that this version of Judge knows; update Judge and merge it again."
    ),
    "return-seal-foreign": N_("Seal {entry} is on no entry of this return; have the return made anew."),
    "return-unsealed": N_("The last entry of this return has no seal; have the return made anew."),
    "return-seal-wrong": N_("Seal {entry} does not hold; have the return made anew."),
    # Whose it is.
    "return-of-another-edition": N_(
        "This return is for another edition; merge it into the one that its packet came from."
    ),
    "return-reviewer-unknown": N_(
        "This edition has no reviewer “{reviewer}”; merge the return into the one that its packet came from."
    ),
    "return-packet-unknown": N_(
        "This edition issued no such packet to {reviewer}; merge the return into the copy of it that did."
    ),
    "return-key-differs": N_(
        "The pen {pen} was confirmed with another key; ask its reviewer which packet this return is from."
    ),
    "return-key-of-another": N_(
        "The key of this return was confirmed as another reviewer's, not as that of {reviewer}; ask them"
        " whose packet they opened."
    ),
    "return-key-unconfirmed": N_(
        "The key of {reviewer} {name} is not confirmed yet. Ask them for the fingerprint on their packet's"
        " desk: if it is {fingerprint}, merge again with --confirm {bare}."
    ),
    # What it does.
    "return-gap": N_(
        "This return goes on after entry {entry} of its pen, which is not here; merge the earlier one, too."
    ),
    "return-sheet-unassigned": N_(
        "Entry {entry} is on {nomination}, which is not assigned to its reviewer; assign it, or have the"
        " packet issued anew."
    ),
    "return-act-missing": N_(
        "Entry {entry} on {nomination} follows something that is not here; merge the reviewer's other"
        " returns, too."
    ),
    "return-act-misplaced": N_(
        "Entry {entry} on {nomination} does not follow what the same pen did there before; have the return"
        " made anew."
    ),
    "return-rubric-differs": N_(
        "Entry {entry} judges {nomination} by another rubric than its sheet is pinned to; issue a new packet."
    ),
    "return-act-not-allowed": N_(
        "Entry {entry} on {nomination} ({kind}) is nothing that its reviewer could do there; have the return"
        " made anew."
    ),
    "merge-cancelled": N_("Merging was cancelled before it came to this file; merge it again."),
}
