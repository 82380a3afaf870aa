"""Rulings and what they would change, as tables for people and as JSON for programs."""

from collections.abc import Sequence

import click

from judge.cli.output import print_json
from judge.cli.refused import refusal_words, uncounted_data
from judge.cli.tables import Column, print_table
from judge.domain.standing import RankedLine, Reason
from judge.ledger.acts import (
    CLOSED,
    LATE_NOMINATION,
    LATE_REVISION,
    METHOD,
    QUORUM,
    SHEET_RETURNED,
    SHEET_SETTLED,
    WITHDRAWN,
)
from judge.ledger.closings import is_lifting
from judge.ledger.office_apply import Ruling
from judge.locale import N_, _, language, ngettext
from judge.locale.standings import REASONS, absent_words, standing_words
from judge.services.lists.previewing import Change, Preview
from judge.services.lists.ruling import Made

_KINDS = {
    LATE_REVISION: N_("late revision admitted"),
    LATE_NOMINATION: N_("late nomination admitted"),
    SHEET_RETURNED: N_("sheet returned"),
    SHEET_SETTLED: N_("sheet settled"),
    CLOSED: N_("closed"),
    QUORUM: N_("least number of sheets"),
    METHOD: N_("counted by another method"),
    WITHDRAWN: N_("reviewer withdrawn"),
}
_LIFTED = {CLOSED: N_("opened again"), WITHDRAWN: N_("reviewer reinstated")}


def print_rulings(made: tuple[Made, ...]) -> None:
    """Every ruling, the first first."""
    if not made:
        click.echo(_("The chair has not ruled yet."))
        return
    columns = [
        Column(_("no."), figures=True),
        *(Column(_(w), key=w == "about") for w in (N_("ruling"), N_("about"), N_("file"), N_("reason"))),
    ]
    print_table(
        columns,
        [(one.seq, _word(one), _about(one), file or _no_file(one), one.reason) for one, file in made],
    )


def _word(ruling: Ruling) -> str:
    kinds = _LIFTED if is_lifting(ruling.detail) else _KINDS
    word = _(kinds[ruling.kind]) if ruling.kind in kinds else ruling.kind
    match ruling.kind, ruling.detail:
        case "quorum", {"min_sheets": int(least)}:
            return f"{word}{_(': ')}{least}"
        case "method", {"method": {"title": {"zh": str(zh), "en": str(en)}}}:
            return f"{word}{_(': ')}{en if language() == 'en' else zh}"
        case "closed", {"absent": dict(absent)}:
            count = sum(len(one) if isinstance(one, dict) else 1 for one in absent.values())
            return _("{word}, {count} absent").format(word=word, count=count)
        case "withdrawn", {"left_out": True}:
            return _("{word}, submitted sheets left out").format(word=word)
        case _:
            return word


def _no_file(ruling: Ruling) -> str:
    return _("not imported yet") if "sha256" in ruling.detail else "–"


def _about(ruling: Ruling) -> str:
    """The key of what was ruled on; the beginning of a file's digest tells it from others."""
    sort, _slash, key = ruling.subject.partition("/")
    return key[:12] if sort == "paper" else key


def ruling_json(made: Made) -> dict[str, object]:
    """A ruling for programs."""
    ruling, file = made
    return {
        "number": ruling.seq,
        "kind": ruling.kind,
        "subject": ruling.subject,
        "detail": dict(ruling.detail),
        "file": file,
        "reason": ruling.reason,
    }


def print_preview(shown: Preview, *, as_json: bool) -> None:
    """What a ruling would change."""
    if as_json:
        print_json({"preview": _preview_json(shown)})
        return
    _print_changes([shown])


def _print_changes(shown: Sequence[Preview]) -> None:
    changes = [(change, one.uncounted is None) for one in shown for change in one.changes]
    for said in dict.fromkeys(
        said for one in shown if one.uncounted for said in refusal_words(one.uncounted)
    ):
        click.echo(_("As it is, it cannot be counted: {why}").format(why=said))
    if not changes:
        click.echo(_("No place and no standing would change."))
        return
    columns = [
        Column(_("list"), key=True, spare=1),
        Column(_("nomination"), key=True),
        Column(_("name"), spare=2),
        Column(_("rank")),
        Column(_("now")),
        Column(_("then")),
    ]
    print_table(columns, [_cells(change, counted=counted) for change, counted in changes])
    count = len({change.nomination for change, _counted in changes})
    said = ngettext(
        "{count} nomination would change; nothing is ruled.",
        "{count} nominations would change; nothing is ruled.",
        count,
    )
    click.echo(said.format(count=count))


def print_previews(shown: Sequence[Preview], *, as_json: bool) -> None:
    """What several rulings would change, each of its own lists."""
    if as_json:
        print_json({"previews": [_preview_json(one) for one in shown]})
        return
    _print_changes(shown)


def _cells(change: Change, *, counted: bool) -> tuple[str, ...]:
    """A change in words; not `counted` says that the list has no line to change as it is."""
    ranks = (str(line.rank or "–") if line else "–" for line in (change.before, change.after))
    return (
        change.list,
        change.nomination,
        change.name,
        " → ".join(ranks),
        _said(change.before) if counted else _("not counted"),
        _said(change.after),
    )


def _said(line: RankedLine | None) -> str:
    """Standing and score, why it is undecided, and that some are absent."""
    if line is None:
        return _("not on the list")
    known = [reason for reason in line.reasons if reason in REASONS and reason != Reason.ABSENT_BY_RULING]
    why = [_(REASONS[Reason(reason)]) for reason in known[:1]]
    return _("; ").join(filter(None, (standing_words(line), line.printed, *why, absent_words(line))))


def _preview_json(shown: Preview) -> dict[str, object]:
    kind, subject, detail, reason = shown.decided.decision
    return {
        "kind": kind,
        "subject": subject,
        "detail": dict(detail),
        "reason": reason,
        "uncounted": uncounted_data(shown.uncounted),
        "changes": [
            {
                "list": change.list,
                "nomination": change.nomination,
                "name": change.name,
                "before": line_json(change.before),
                "after": line_json(change.after),
            }
            for change in shown.changes
        ],
    }


def line_json(line: RankedLine | None) -> dict[str, object] | None:
    """Where a nomination stands, for programs; None where it is not on the list."""
    if line is None:
        return None
    return {
        "rank": line.rank,
        "rank_in_body": line.rank_in_body,
        "score": line.printed or None,
        "standing": line.standing,
        "reserve_place": line.reserve_place,
        "reasons": list(line.reasons),
        "sheets": {
            "counted": line.sheets_counted,
            "expected": line.sheets_expected,
            "absent": line.sheets_absent,
        },
    }
