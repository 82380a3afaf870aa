"""Every gate of an edition, decided from the form, the checklist, the award history and the settings."""

from collections.abc import Sequence
from functools import cached_property

from imports.forms.definition import FormDefinition
from imports.records import FormField
from judge.domain.award_history import AwardHistory
from judge.domain.checklist import ChecklistItem, checklist
from judge.domain.desk import GateFinding, Outcome
from judge.domain.gates import GateCase, GateRules
from judge.domain.organisations import Organisations
from judge.services.editions.edition import Edition
from judge.services.editions.settings import values_of
from judge.services.forms.held import edition_form
from judge.store.connection import Connection
from judge.store.queries import checklists
from judge.store.queries.history import organisations, past_wins
from rubrics.model import Rubric


class Gates:
    """The gates in one view of the edition; what several nominations need is read once, when it is needed."""

    def __init__(self, edition: Edition, connection: Connection, nomination: str | None = None) -> None:
        """With a key, checklists are read for that nomination alone."""
        self._edition = edition
        self._connection = connection
        self._nomination = nomination
        self._forms: dict[str, FormDefinition | None] = {}

    def findings(
        self, rubric: Rubric, award: str, nomination: str, organisation: str, fields: Sequence[FormField]
    ) -> tuple[GateFinding, ...]:
        """One finding a gate, in the rubric's order."""
        case = GateCase(organisation, fields, self.checklist(award, nomination))
        rules = self._rules_with_history if any(gate.won for gate in rubric.gates) else self._rules
        return tuple(rules.decide(gate, case) for gate in rubric.gates)

    def checklist(self, award: str, nomination: str) -> tuple[ChecklistItem, ...]:
        """The seals and attachments of a nomination; none where its form is not known."""
        form = self._form(self._edition.programme.award(award).form)
        if form is None:
            return ()
        attached = self._attached.get(nomination, frozenset())
        return checklist(form, self._ticks.get(nomination, {}), attached)

    def _form(self, key: str) -> FormDefinition | None:
        if key not in self._forms:
            self._forms[key] = edition_form(self._connection, key)
        return self._forms[key]

    @cached_property
    def organisations(self) -> Organisations:
        """All organisations by every name that is known of them."""
        return organisations(self._connection)

    @cached_property
    def readings(self) -> dict[str, str]:
        """Every setting's value by key."""
        return values_of(self._connection)

    @cached_property
    def _rules(self) -> GateRules:
        return GateRules(self._edition.year, AwardHistory((), Organisations()), self.readings)

    @cached_property
    def _rules_with_history(self) -> GateRules:
        asked = {
            gate.won.award
            for rubric in self._edition.programme.rubrics.values()
            for gate in rubric.gates
            if gate.won
        }
        history = AwardHistory(past_wins(self._connection, asked), self.organisations)
        return GateRules(self._edition.year, history, self.readings)

    @cached_property
    def _ticks(self) -> dict[str, dict[str, tuple[str, str]]]:
        return checklists.ticks(self._connection, self._nomination)

    @cached_property
    def _attached(self) -> dict[str, frozenset[str]]:
        return checklists.attached(self._connection, self._nomination)


def with_outcome(findings: Sequence[GateFinding], outcome: Outcome) -> tuple[str, ...]:
    """The keys of the gates that have this outcome."""
    return tuple(finding.gate for finding in findings if finding.outcome is outcome)
