"""What came of a return, in sentences."""

from collections.abc import Mapping

from judge.domain.merge_report import MergedFile, Sender
from judge.locale import _
from judge.locale.sentences import Where, on_one_line, say_there
from judge.locale.sheet_states import STATES


def remarks(file: MergedFile) -> list[str]:
    """What there is to say of a file beyond its figures, a sentence each; a refusal too."""
    if file.refusal:
        name = on_one_line(str(file.path))
        return [_("Refused: {file}: {reason}").format(file=name, reason=refused_words(file))]
    if not file.sender or not file.brought:
        return []
    who = sender_words(file.sender)
    said = []
    if file.brought.confirmed:
        confirmed = _("The key {fingerprint} is confirmed as that of {who}.")
        said.append(confirmed.format(fingerprint=file.sender.fingerprint, who=who))
    said += _of_standing(file.sender, who)
    if file.brought.forked:
        forked = _(
            "{who} judged these sheets twice and differently; they do not count until the chair settles them:"
            " {nominations}"
        )
        said.append(forked.format(who=who, nominations=_(", ").join(file.brought.forked)))
    for state, nominations in sorted(file.brought.apart.items()):
        ruled = _("By the chair's rulings these sheets of {who} count as {state}: {nominations}")
        said.append(ruled.format(who=who, state=_(STATES[state]), nominations=_(", ").join(nominations)))
    return said


def _of_standing(sender: Sender, who: str) -> list[str]:
    if sender.standing == "withdrawn":
        said = _(
            "{who} has withdrawn: what they sent is kept, and the chair's rulings say what of it counts."
        )
        return [said.format(who=who)]
    if sender.standing == "replaced":
        said = _(
            "{who} was replaced by {successor}: what they sent is kept, and the chair's rulings say what"
            " of it counts."
        )
        return [said.format(who=who, successor=on_one_line(sender.successor))]
    return []


def sender_words(sender: Sender) -> str:
    """Key and name of who sent a return."""
    return on_one_line(f"{sender.reviewer} {sender.name}".strip())


def refused_words(file: MergedFile, instead: Mapping[str, str] | None = None) -> str:
    """Why a file was refused; the file itself is named elsewhere."""
    if file.refusal is None:
        return ""
    return say_there(Where(str(file.path)), file.refusal.code, file.refusal.params, instead)
