"""What the import screen calls things: severities by glyph and word, steps, places, findings."""

from collections.abc import Mapping
from enum import IntEnum

from imports.findings import Finding, Place, Severity
from judge.domain.refusal import Param
from judge.locale import N_, _, ngettext
from judge.locale.papers import SEVERITIES
from judge.locale.sentences import Where, say, say_there
from judge.services.papers.concerns import Concern
from judge.tui.import_keyboard import IMPORT_DEEDS
from judge.tui.import_sentences import SENTENCES
from judge.tui.keymap import keymap

GLYPHS = {Severity.BLOCKING: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}
_NAMED = ("select-paper", "read-papers", "read-again", "ask-headings", "quit")
INKS = {Severity.BLOCKING: "refused", Severity.WARNING: "strong", Severity.NOTE: "dim"}


class Step(IntEnum):
    """The steps of an import, in their order."""

    PICK = 0
    READ = 1
    FINDINGS = 2
    HEADINGS = 3
    CONSENT = 4
    FILE = 5
    DONE = 6


STEPS: Mapping[int, str] = {
    Step.PICK: N_("select"),
    Step.READ: N_("read"),
    Step.FINDINGS: N_("findings"),
    Step.HEADINGS: N_("headings"),
    Step.CONSENT: N_("consent"),
    Step.DONE: N_("done"),
}
"""The steps as the title line names them; filing is on the way from consent to done."""


def import_sentence(code: str, params: Mapping[str, Param]) -> str:
    """The sentence for a code: the screen's own, or the house's."""
    return say(code, _with_keys(code, params), SENTENCES)


def severity_word(severity: Severity) -> str:
    """What one finding of a severity is called."""
    return _(SEVERITIES[severity])


def severity_count(severity: Severity, count: int) -> str:
    """How many findings of a severity there are, in words."""
    said = {
        Severity.BLOCKING: ngettext("{count} fault", "{count} faults", count),
        Severity.WARNING: ngettext("{count} warning", "{count} warnings", count),
        Severity.NOTE: ngettext("{count} note", "{count} notes", count),
    }
    return said[severity].format(count=count)


def body_word(body: str) -> str:
    """A recommending body, or that there is none."""
    return body or _("no body")


def where(place: Place) -> Where:
    """A finding's place for the house's sentences."""
    return Where(place.file, place.table, place.row, place.label)


def told(finding: Finding) -> str:
    """A finding in words, without its place."""
    return say_there(where(finding.place), finding.code, _with_keys(finding.code, finding.params), SENTENCES)


def _with_keys(code: str, params: Mapping[str, Param]) -> Mapping[str, Param]:
    """The particulars, and for a sentence of the screen's the keys that it may name."""
    return {**{name: _key_of(name) for name in _NAMED}, **params} if code in SENTENCES else params


def with_keys(text: str, **shown: str) -> str:
    """A translated text with what is `shown` in it; deeds in braces stand for their keys."""
    return text.format_map({**{name: _key_of(name) for name in IMPORT_DEEDS}, **shown})


def _key_of(name: str) -> str:
    return keymap().shown(IMPORT_DEEDS[name])


def in_brief(concern: Concern) -> str:
    """A finding on one line of a list: the sentence, the file's name, the row."""
    row = concern.finding.place.row
    at = "" if row is None else f" {row}"
    return f"{told(concern.finding)} · {concern.paper.path.name}{at}"
