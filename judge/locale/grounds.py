"""What a gate's outcome rests on, in words."""

from judge.domain.desk import Ground, GroundCode, Outcome, ShownField
from judge.locale import N_, _, language

GROUNDS = {
    GroundCode.YEAR_WON: N_("{what}: won by {said}"),
    GroundCode.YEAR_NOT_WON: N_("{what}: nobody of the organisation is on the list"),
    GroundCode.YEAR_NOT_COVERED: N_("{what}: no list of that year was imported"),
    GroundCode.ITEM_PRESENT: N_("{what}: there"),
    GroundCode.ITEM_MISSING: N_("{what}: missing"),
    GroundCode.ITEM_OPEN: N_("{what}: not checked yet"),
    GroundCode.READING: N_("read by the setting {what}: {said}"),
}

OUTCOMES = {
    Outcome.MET: N_("met"),
    Outcome.NOT_MET: N_("not met"),
    Outcome.TO_VERIFY: N_("to verify"),
}


def ground_words(ground: Ground) -> str:
    """One ground as a short text, with the secretary's remark where there is one."""
    what = ground.what if isinstance(ground.what, str) else ground.what.language(language())
    words = _(GROUNDS[ground.code]).format(what=what, said=ground.said)
    of_item = ground.code in {GroundCode.ITEM_PRESENT, GroundCode.ITEM_MISSING}
    return bracketed(words, ground.said) if of_item else words


def evidence_words(field: ShownField) -> str:
    """What stands in a form's field, behind its label; a colon that the form prints is not said twice."""
    return _(": ").join((field.label.rstrip(" :："), field.written))


def bracketed(text: str, more: str) -> str:
    """A text with something more behind it in brackets, where there is something more."""
    if not more:
        return text
    return f"{text}（{more}）" if language() == "zh" else f"{text} ({more})"
