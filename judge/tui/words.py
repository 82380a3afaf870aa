"""What the desk calls things: every state by glyph and word, and the sentences of its own hints."""

from collections.abc import Mapping
from fractions import Fraction

from judge.domain.desk import Outcome
from judge.domain.refusal import Param
from judge.domain.sheet import SheetState
from judge.locale import N_, _
from judge.locale.sentences import say
from judge.tui.changes import CHANGED_ELSEWHERE, MarkChange
from judge.tui.draft import Kept, Saving, SheetDraft
from judge.tui.keymap import told
from rubrics.model import Criterion
from rubrics.scale import plain_decimal, points_text

_STATES = {
    SheetState.SUBMITTED: ("●", N_("submitted")),
    SheetState.RECUSED: ("⊘", N_("recused")),
    SheetState.RETURNED: ("↩", N_("returned")),
    SheetState.EXCLUDED: ("⊗", N_("excluded")),
    SheetState.FORKED: ("≠", N_("forked")),
}
_OPEN = ("◐", N_("open"))
_UNTOUCHED = ("○", N_("untouched"))
STATES = (_STATES[SheetState.SUBMITTED], _OPEN, _UNTOUCHED, *list(_STATES.values())[1:])
"""Every state's glyph and (untranslated) word, for the help page."""

_SAVINGS = {
    Saving.NOTHING: (" ", ""),
    Saving.UNDER_WAY: ("…", N_("saving")),
    Saving.SAVED: ("✓", N_("saved")),
    Saving.REFUSED: ("✗", N_("refused")),
}
_OUTCOMES = {
    Outcome.MET: ("✓", N_("met")),
    Outcome.NOT_MET: ("✗", N_("not met")),
    Outcome.TO_VERIFY: ("?", N_("to verify")),
}

_HINTS = {
    "desk-may-take-back": N_("This sheet is submitted; {take-back} takes it back."),
    "desk-read-only": N_("This sheet is closed; only the chair can return it to you."),
    "desk-nothing-to-nudge": N_("There is no mark to raise or lower yet: type the points first."),
    "desk-end-of-scale": N_("The scale ends here: marks go from 0 to {full}."),
    "desk-always-applies": N_("This criterion applies to every nomination; give it points, 0 included."),
    "desk-no-such-level": N_(
        "{given} is no level: digits give levels 1 to {levels} now; {digits} makes them points again."
    ),
    "desk-nothing-to-read": N_("No note was written here, and this sheet is closed."),
    "desk-not-written": N_("This could not be saved ({reason}). It is kept here: {retry} tries again."),
    "desk-incomplete": N_("Not submitted: no mark yet for {criteria}."),
    "desk-unsaved": N_(
        "Not submitted: something on this sheet was refused. {retry} tries again, Esc lets it go."
    ),
    "desk-not-read": N_("This could not be opened ({reason})."),
    "originals-no-viewer": N_("No program can show files here (over SSH, say); S saves a copy in a folder."),
    "originals-no-program": N_("No program here opens {name}; S saves a copy in a folder."),
    "originals-not-written": N_("The copy could not be written ({reason})."),
    "desk-no-evidence": N_("The rubric names no field of the form as evidence for this criterion."),
    "desk-all-clear": N_("Nothing waits to be saved again."),
}


def state_glyph(state: SheetState, marked: int) -> str:
    """The glyph of a sheet's state; an open one shows whether it has marks."""
    return _state(state, marked)[0]


def state_word(state: SheetState, marked: int) -> str:
    """The word of a sheet's state."""
    return _(_state(state, marked)[1])


def _state(state: SheetState, marked: int) -> tuple[str, str]:
    return _STATES.get(state) or (_OPEN if marked else _UNTOUCHED)


def saving(state: Saving) -> tuple[str, str]:
    """Glyph and word of how far a cell has come."""
    glyph, word = _SAVINGS[state]
    return glyph, _(word) if word else ""


def outcome(found: Outcome) -> tuple[str, str]:
    """Glyph and word of a gate's outcome."""
    glyph, word = _OUTCOMES[found]
    return glyph, _(word)


def sentence(code: str, params: Mapping[str, Param]) -> str:
    """The sentence for a code: the desk's own hints here, all else from the house's sentences."""
    if code not in _HINTS:
        return say(code, dict(params))
    shown = {key: _listed(value) for key, value in params.items()}
    return told(_(_HINTS[code]), **shown)


def refusal(draft: SheetDraft, criterion: Criterion, kept: Kept) -> str:
    """Why something was refused at a criterion, and what becomes of what was typed."""
    said = sentence(kept.code, kept.params)
    if kept.code != CHANGED_ELSEWHERE or not isinstance(kept.change, MarkChange):
        return said
    now = mark_text(draft, criterion)
    return told(_("{said} It says {now} now: {retry} saves yours, Esc takes that."), said=said, now=now)


def refusal_in_brief(draft: SheetDraft, criterion: Criterion, kept: Kept) -> str:
    """The same for the little room behind a mark."""
    if kept.code != CHANGED_ELSEWHERE or not isinstance(kept.change, MarkChange):
        return sentence(kept.code, kept.params)
    return told(_("{now} elsewhere: {retry} keeps yours, Esc takes it"), now=mark_text(draft, criterion))


def mark_text(draft: SheetDraft, criterion: Criterion) -> str:
    """The committed mark of a criterion as read: points, "n/a", or "–" where there is none."""
    mark = draft.sheet.marks.get(criterion.key)
    if mark is None:
        return "–"
    return _("n/a") if mark.ticks is None else points_text(mark.ticks, draft.rubric.step)


def _listed(value: Param) -> str:
    return _(", ").join(value) if isinstance(value, tuple) else str(value)


def points(value: Fraction, least_decimals: int = 0) -> str:
    """Points as an exact decimal; a sum that no decimal can write is shown with "≈" and two places."""
    try:
        return plain_decimal(value, least_decimals)
    except ValueError:
        return f"≈{float(value):.2f}"
