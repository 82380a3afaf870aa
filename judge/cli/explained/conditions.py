"""The conditions of an explanation: every gate with what is known of it, and what that rests on."""

from collections.abc import Iterator

from judge.cli.explained.paper import Item, Line
from judge.cli.explained.teller import Teller, titled
from judge.domain.desk import GateFinding, Outcome
from judge.locale import _
from judge.locale.grounds import OUTCOMES, bracketed, evidence_words, ground_words
from judge.locale.sentences import on_one_line
from judge.tui.cells import cut

_LONGEST = 150
"""Cells of what a form says that are shown of it; a narrative can have a thousand, and is on the form."""


def condition_items(teller: Teller) -> Iterator[Item]:
    """A line a gate."""
    findings = teller.explained.gates
    if not findings:
        yield Line(_("The rubric sets no conditions."))
        return
    gates = {gate.key: gate for gate in teller.explained.rubric.gates}
    for finding in findings:
        gate = gates[finding.gate]
        title = bracketed(titled(gate.title), on_one_line(gate.clause))
        yield Line(_(": ").join((title, _(OUTCOMES[finding.outcome]))))
        yield from (Line(cut(on_one_line(said), _LONGEST), 1) for said in gate_evidence(finding))
    if any(finding.outcome is Outcome.TO_VERIFY for finding in findings):
        yield Line(
            _("What is to verify is not met and not missed; it bars from nothing until it is checked.")
        )


def gate_evidence(finding: GateFinding) -> Iterator[str]:
    """What the outcome rests on: the form's words, then other grounds."""
    yield from map(evidence_words, finding.evidence)
    yield from map(ground_words, finding.grounds)
