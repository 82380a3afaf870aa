"""Every fixed text of a workbook of score sheets, in the language in force."""

from exports.score_sheets.records import Labels
from judge.locale import N_, _

_WHOLE = N_("complete", "score sheet")
_RECUSED = N_("recused", "score sheet")


def score_labels() -> Labels:
    """The workbook's words; `imports.score_sheets` reads the two that cells may hold in either language."""
    return Labels(
        cover=_("Cover"),
        rubrics=_("Rubrics"),
        reviewer=_("Reviewer"),
        made_on=_("Written on"),
        fingerprint=_("Fingerprint"),
        award=_("Award"),
        nominations=_("Nominations"),
        complete=_("Complete"),
        still_open=_("Still open"),
        number=_("No."),
        nomination=_("Nomination"),
        name=_("Name"),
        organisation=_("Organisation"),
        head=_("{title}\n0 to {full}"),
        total=_("Total so far"),
        status=_("Status"),
        note=_("Note"),
        recuse=_("Recusal"),
        reason=_("Reason of recusal"),
        remark=_("From the office"),
        unmarked=_("unmarked"),
        missing=_("{count} missing"),
        wrong=_("{count} wrong"),
        whole=_(_WHOLE),
        recused=_(_RECUSED),
        not_applicable=_("n/a"),
        score_range=_("0 to {full} points in steps of {step}"),
        or_not_applicable=_(", or “{word}”"),
        wrong_mark=_("Give {scale}; leave the cell empty for no mark."),
        wrong_recusal=_(
            "Choose the word to step back from this nomination, and give the reason beside it; marks on it"
            " then count nowhere. Leave it empty otherwise."
        ),
        criterion=_("Criterion"),
        full=_("Full"),
        clauses=_("Clause"),
        level_head=_("Level"),
        level="L{rank}",
        lowest=_("From"),
        meaning=_("What it means"),
        page=_("Page {page} of {pages}"),
    )


def guide() -> tuple[str, ...]:
    """How to fill the sheets in, for the cover."""
    return (
        _("How to fill these sheets in"),
        _(
            "1. Each award has its sheet, each nomination its row. Type points into the white and yellow"
            " cells alone."
        ),
        _("2. An empty cell is no mark, and 0 is a mark of zero. Yellow cells still lack their mark."),
        _("3. Where a criterion may not apply, the message beside the cell names the word to type."),
        _(
            "4. If you have an interest in a nomination, choose the word under “Recusal” and give the reason;"
            " give it no marks."
        ),
        _("5. Every level of every criterion is explained on the sheet “Rubrics”."),
        _(
            "6. Leave rows, columns, keys and grey cells as they are, and paste nothing over them: what does"
            " not fit the fingerprint is refused."
        ),
        _(
            "7. Save as an Excel workbook (.xlsx) and send it back; you may do so as often as you like. A"
            " complete row counts as submitted once the office has read it in."
        ),
    )


def brief() -> tuple[str, ...]:
    """The same in one line, above each table."""
    return (_("White and yellow cells are yours to fill in; an empty cell is no mark, 0 is a mark of zero."),)
