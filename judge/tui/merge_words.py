"""What the merge screen calls things: its steps, the signs before files, its sentences."""

from collections.abc import Mapping
from enum import IntEnum

from judge.domain.merge_report import MergedFile
from judge.domain.refusal import Param
from judge.locale import N_, _
from judge.locale.sentences import say
from judge.tui.merge_sentences import SENTENCES

UNCONFIRMED, SEALED = "return-key-unconfirmed", "return-sealed"


class Step(IntEnum):
    """The steps of a merge, in their order; looking and merging are on the way from one to the next."""

    PICK = 0
    LOOK = 1
    REPORT = 2
    MERGE = 3
    DONE = 4


STEPS: Mapping[int, str] = {Step.PICK: N_("select"), Step.REPORT: N_("what came"), Step.DONE: N_("done")}
"""The steps as the title line names them."""


def merge_sentence(code: str, params: Mapping[str, Param]) -> str:
    """The sentence for a code: the screen's own, or the house's."""
    return say(code, params, SENTENCES)


def sign(file: MergedFile) -> tuple[str, str]:
    """A file's glyph and its ink; `signs` says what each means."""
    if file.refusal and file.refusal.code in {UNCONFIRMED, SEALED}:
        return "?", "strong"
    if file.refusal:
        return "✗", "refused"
    if file.brought and file.brought.forked:
        return "⑂", "strong"
    return ("✓", "accent") if file.new else ("·", "dim")


def signs() -> list[tuple[str, str]]:
    """Every glyph before a file, and what it says."""
    return [
        ("✓", _("brings new entries")),
        ("·", _("brings nothing new")),
        ("⑂", _("brings sheets that were judged twice and differently")),
        ("?", _("waits for a fingerprint to be confirmed, or for a passphrase")),
        ("✗", _("is refused whole")),
    ]
