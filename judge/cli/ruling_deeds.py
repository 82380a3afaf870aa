"""What `judge rule` rules, by the first word; and what it would say, for a preview."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from judge.locale import _, ngettext
from judge.locale.sheet_states import STATES
from judge.services.editions.edition import Edition
from judge.services.lists import closing, quorum, withdrawing
from judge.services.lists.ruling import Decided, admit
from judge.services.sheets.returning import return_sheet
from judge.services.sheets.settling import Choice, settle
from judge.store.connection import Connection


@dataclass(frozen=True, slots=True)
class Asked:
    """What a ruling is asked for with: its words and options."""

    words: tuple[str, ...]
    reason: str
    nomination: str | None
    take: str
    marks: tuple[str, ...]
    successors: tuple[str, ...]
    leaving_out: bool

    def one(self, wanted: str) -> str:
        """The only word; a usage error that says what is wanted."""
        if len(self.words) != 1:
            raise click.UsageError(wanted)
        return self.words[0]


def _admit(edition: Edition, asked: Asked) -> None:
    file = asked.one(_("Say which file is admitted; one at a time."))
    new = admit(edition, Path(file), asked.reason, asked.nomination)
    said = _("Admitted: {file}. Import it now.") if new else _("{file} is admitted already.")
    click.echo(said.format(file=file), err=True)


def _return(edition: Edition, asked: Asked) -> None:
    if len(asked.words) != 2:
        raise click.UsageError(_("Say which sheet is returned: the nomination, then the reviewer."))
    nomination, reviewer = asked.words
    sheet = return_sheet(edition, nomination, reviewer, asked.reason)
    said = _("Returned to {reviewer}: the sheet on {nomination}. They read the reason on top of it.")
    click.echo(said.format(reviewer=sheet.reviewer, nomination=sheet.nomination), err=True)


def _settle(edition: Edition, asked: Asked) -> None:
    if len(asked.words) != 2:
        raise click.UsageError(_("Say which sheet is settled: the nomination, then the reviewer."))
    nomination, reviewer = asked.words
    sheet = settle(edition, nomination, reviewer, Choice(asked.take, asked.marks), asked.reason)
    said = _("Settled: the sheet of {reviewer} on {nomination} is {state} now.")
    state = _(STATES[sheet.state])
    click.echo(said.format(reviewer=sheet.reviewer, nomination=sheet.nomination, state=state), err=True)


def _close(edition: Edition, asked: Asked) -> None:
    key = _closing_key(asked)
    new, absent = closing.close(edition, key, asked.reason)
    if not new:
        said = _("{key} is closed already, as it stands.")
    elif absent:
        said = ngettext(
            "Closed: {key}, with {count} sheet absent.", "Closed: {key}, with {count} sheets absent.", absent
        )
    else:
        said = _("Closed: {key}; no sheet is absent.")
    click.echo(said.format(key=key, count=absent), err=True)


def _reopen(edition: Edition, asked: Asked) -> None:
    key = _closing_key(asked)
    closing.reopen(edition, key, asked.reason)
    click.echo(_("Open again: {key}.").format(key=key), err=True)


def _quorum(edition: Edition, asked: Asked) -> None:
    award, least = _quorum_words(asked)
    new = quorum.rule_quorum(edition, award, least, asked.reason)
    said = _("Ruled: {least} sheets are enough in {award}.") if new else _("{award} has that quorum already.")
    click.echo(said.format(award=award, least=least), err=True)


def _withdraw(edition: Edition, asked: Asked) -> None:
    done = withdrawing.withdraw(edition, _leaving(asked), asked.reason)
    said = _(
        "Withdrawn: {reviewer}. Of their sheets {submitted}, {absent} are absent, {replaced} handed over."
    )
    if not done.new:
        said = _("{reviewer} is withdrawn already, as their sheets stand.")
    left_out, counting = _("{count} submitted are left out"), _("{count} submitted count")
    submitted = (left_out if asked.leaving_out else counting).format(count=done.submitted)
    click.echo(
        said.format(reviewer=asked.words[0], submitted=submitted, absent=done.absent, replaced=done.replaced),
        err=True,
    )


def _reinstate(edition: Edition, asked: Asked) -> None:
    reviewer = _reviewer(asked)
    withdrawing.reinstate(edition, reviewer, asked.reason)
    click.echo(_("{reviewer} judges again.").format(reviewer=reviewer), err=True)


def _closing_key(asked: Asked) -> str:
    return asked.one(_("Say what is closed or opened: one nomination or one award, by its key."))


def _quorum_words(asked: Asked) -> tuple[str, int]:
    if len(asked.words) == 2 and asked.words[1].isascii() and asked.words[1].isdigit():
        return asked.words[0], int(asked.words[1])
    raise click.UsageError(_("Say the award, then the least number of sheets: quorum qc-group 2."))


def _reviewer(asked: Asked) -> str:
    return asked.one(_("Say which reviewer, by the key; one at a time."))


def _leaving(asked: Asked) -> withdrawing.Leaving:
    return withdrawing.Leaving(_reviewer(asked), asked.successors, asked.leaving_out)


DEEDS: Mapping[str, Callable[[Edition, Asked], None]] = {
    "admit": _admit,
    "return": _return,
    "settle": _settle,
    "close": _close,
    "reopen": _reopen,
    "quorum": _quorum,
    "withdraw": _withdraw,
    "reinstate": _reinstate,
}
"""What may be ruled, by the first word."""

PREVIEWED: Mapping[str, Callable[[Edition, Connection, Asked], Decided]] = {
    "close": lambda edition, connection, asked: closing.decide_closing(
        edition, connection, _closing_key(asked), asked.reason
    ),
    "reopen": lambda edition, connection, asked: closing.decide_reopening(
        edition, connection, _closing_key(asked), asked.reason
    ),
    "quorum": lambda edition, _connection, asked: quorum.decide_quorum(
        edition, *_quorum_words(asked), asked.reason
    ),
    "withdraw": lambda edition, connection, asked: withdrawing.decide_withdrawal(
        edition, connection, _leaving(asked), asked.reason
    ),
    "reinstate": lambda edition, connection, asked: withdrawing.decide_reinstating(
        edition, connection, _reviewer(asked), asked.reason
    ),
}
"""What the rulings that change lists would say."""
