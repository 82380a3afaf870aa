"""What the screen of panels calls things: roles and standings by glyph and word, scopes, sentences."""

from collections.abc import Mapping

from judge.domain.refusal import Param
from judge.ledger.panel_acts import (
    REPLACED,
    ROLE_CHAIR,
    ROLE_NONE,
    ROLE_REVIEWER,
    ROLE_SECRETARY,
    SERVING,
    WITHDRAWN,
)
from judge.locale import N_, _
from judge.locale.panels import ROLE_WORDS, STANDING_WORDS
from judge.locale.sentences import say
from judge.services.panels.board import Board
from judge.tui.cells import clean_line
from judge.tui.keymap import told
from judge.tui.panel_view import Order, Scope

ROLE_GLYPHS = {ROLE_REVIEWER: "●", ROLE_CHAIR: "◆", ROLE_SECRETARY: "▪", ROLE_NONE: "○"}
STANDING_GLYPHS = {SERVING: " ", WITHDRAWN: "✗", REPLACED: "→"}
ANCHOR = "◇"
NOT_DONE = "panels-not-done"
LIMIT_MALFORMED = "panels-limit"

_ORDERS = {
    Order.APPOINTED: N_("as appointed"),
    Order.NAME: N_("by name"),
    Order.ORGANISATION: N_("by organisation"),
    Order.SHEETS: N_("most sheets first"),
    Order.STANDING: N_("by standing"),
}
_SENTENCES = {
    "edition-changed-meanwhile": N_(
        "This was changed elsewhere in the meantime; nothing was stated. {close-card} leaves the card: look"
        " what holds now, and state it again."
    ),
    "panel-without-sections": N_(
        "Nobody who judges {award} sits in a section; give its reviewers sections on their cards first."
    ),
    "role-unknown": N_("“{role}” is nothing that one is on a panel."),
    NOT_DONE: N_("This could not be done ({reason}); nothing was stated."),
    LIMIT_MALFORMED: N_("Give a whole number of sheets, or nothing for no limit."),
}


def sentence(code: str, params: Mapping[str, Param]) -> str:
    """The sentence for a code: the screen's own with its keys, or the house's."""
    said = _SENTENCES.get(code)
    if said is None:
        return say(code, params)
    return told(_(said), **{name: clean_line(str(value))[:120] for name, value in params.items()})


def role_word(role: str) -> str:
    """What a role is called."""
    return _(ROLE_WORDS[role]) if role in ROLE_WORDS else _("not on it")


def standing_word(standing: str) -> str:
    """How somebody stands, in a word."""
    return _(STANDING_WORDS.get(standing, standing))


def order_word(order: Order) -> str:
    """An order in words."""
    return _(_ORDERS[order])


def section_word(section: str) -> str:
    """A section by its name, or that there is none."""
    return clean_line(section) or _("no section")


def scope_words(scope: Scope, board: Board) -> str:
    """What is shown, in words."""
    titles = {panel.award: clean_line(panel.title) for panel in board.panels}
    if not scope.award:
        return _("all awards")
    title = titles.get(scope.award, scope.award)
    return title if scope.section is None else f"{title} · {section_word(scope.section)}"
