"""What a nomination's own form says of its award's gates; nothing missing is ever met."""

from collections.abc import Sequence

from imports.records import FormField
from judge.domain.desk import GateFinding, Outcome
from rubrics.model import Gate, NotMetWhen, Rubric


def gate_findings(rubric: Rubric, fields: Sequence[FormField]) -> tuple[GateFinding, ...]:
    """One finding a gate, in the rubric's order, with the form's own words as evidence."""
    by_key = {field.key: field for field in fields}
    return tuple(
        _finding(gate, [by_key[key] for key in gate.evidence if key in by_key]) for gate in rubric.gates
    )


def gates_not_met(rubric: Rubric, fields: Sequence[FormField]) -> tuple[str, ...]:
    """The keys of the gates that the form itself shows as not met."""
    return tuple(f.gate for f in gate_findings(rubric, fields) if f.outcome is Outcome.NOT_MET)


def _finding(gate: Gate, evidence: Sequence[FormField]) -> GateFinding:
    shown = tuple(f"{field.label}: {field.written.strip()}" for field in evidence if field.written.strip())
    failed = gate.not_met_when is NotMetWhen.POSITIVE and any(_positive(field) for field in evidence)
    return GateFinding(gate.key, Outcome.NOT_MET if failed else Outcome.TO_VERIFY, shown)


def _positive(field: FormField) -> bool:
    value = field.value
    return isinstance(value, int) and not isinstance(value, bool) and value > 0
