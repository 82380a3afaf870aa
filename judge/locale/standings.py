"""Standings and their reasons in words."""

from collections.abc import Sequence

from judge.domain.standing import RankedLine, Reason, StageLine, Standing
from judge.locale import N_, _, language, ngettext
from judge.locale.methods import breaker_words
from judge.locale.sentences import on_one_line
from judge.locale.worked import figure
from rubrics.model import Rubric, Text

STANDINGS = {
    Standing.AWARDED: N_("awarded"),
    Standing.RESERVE: N_("reserve"),
    Standing.NOT_AWARDED: N_("not awarded"),
    Standing.UNDECIDED: N_("undecided"),
    Standing.INELIGIBLE: N_("ineligible"),
}

REASONS = {
    Reason.TOO_FEW_SHEETS: N_("too few sheets"),
    Reason.SHEET_OPEN: N_("a sheet is still open"),
    Reason.SHEET_RETURNED: N_("a returned sheet has not come back"),
    Reason.SHEET_FORKED: N_("a forked sheet waits for the chair"),
    Reason.SHEET_LATE: N_("a sheet came after it was closed: rule on it"),
    Reason.ABSENT_BY_RULING: N_("closed by ruling with {count} absent"),
    Reason.TIE_AT_CUT: N_("tied across the cut line"),
    Reason.NO_SEATS_SET: N_("no seats set"),
    Reason.BODY_HAS_NO_SEATS: N_("the body has no seats"),
    Reason.BODY_INCOMPLETE: N_("provisional: the body has incomplete nominations"),
    Reason.PARENT_UNDECIDED: N_("not decided in the group list"),
    Reason.STAGE_INCOMPLETE: N_("a later stage has not scored it yet"),
    Reason.STAGE_AWAITED: N_("a later stage has not begun"),
    Reason.NOT_ADMITTED: N_("not admitted to a later stage"),
}


def standing_words(line: RankedLine) -> str:
    """The standing in a word, with the place on the reserve list: "reserve 2"."""
    word = _(STANDINGS[line.standing])
    return f"{word} {line.reserve_place}" if line.reserve_place else word


def reason_words(line: RankedLine, rubric: Rubric) -> tuple[str, ...]:
    """Every reason of the standing in words; a gate that is not met by its own title."""
    gates = {gate.key: gate.title.language(language()) for gate in rubric.gates}
    return tuple(_reason(reason, gates, line) for reason in line.reasons)


def open_gate_words(gates: Sequence[str], rubric: Rubric) -> tuple[str, ...]:
    """That gates are still to verify, each by its own title."""
    titles = {gate.key: gate.title.language(language()) for gate in rubric.gates}
    return tuple(_("to verify: {gate}").format(gate=titles.get(key, key)) for key in gates)


def stage_score_words(stage: StageLine, title: Text) -> str:
    """What a stage gave: "Presentation (weight 0.4): 60 of 100", or that it gave nothing, and why."""
    if not stage.admitted:
        given = _("not admitted")
    elif stage.score is None:
        given = _("no score yet")
    else:
        given = _("{score} of {full}").format(score=figure(stage.score), full=figure(stage.full_points))
    return _("{stage} (weight {weight}): {given}").format(
        stage=on_one_line(title.language(language())), weight=figure(stage.weight), given=given
    )


def absent_words(line: RankedLine) -> str:
    """That the line is decided without absent sheets, and how many; "" where it is not."""
    return _(REASONS[Reason.ABSENT_BY_RULING]).format(count=line.sheets_absent) if line.sheets_absent else ""


def tie_words(line: RankedLine, rubric: Rubric) -> str:
    """What separates the line from those around it that have the same score; "" where nothing had to."""
    names = dict.fromkeys(name for name in (line.ahead_by, line.behind_by) if name)
    if not names:
        return ""
    said = _("tie broken by {metric}")
    return said.format(metric=_("; ").join(breaker_words(name, rubric) for name in names))


def quorum_words(least: int) -> str:
    """That the chair has ruled how many sheets are enough."""
    return ngettext(
        "By ruling of the chair {count} sheet is enough for a score.",
        "By ruling of the chair {count} sheets are enough for a score.",
        least,
    ).format(count=least)


def _reason(reason: str, gates: dict[str, str], line: RankedLine) -> str:
    if reason in gates:
        return _("not met: {gate}").format(gate=gates[reason])
    return absent_words(line) if reason == Reason.ABSENT_BY_RULING else _(REASONS[Reason(reason)])
