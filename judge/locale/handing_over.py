"""What a return holds, in sentences."""

from collections.abc import Iterator

from judge.domain.packet import Handover
from judge.locale import _


def handover_lines(told: Handover) -> Iterator[str]:
    """How far the sheets are, and by which fingerprint the office knows the key."""
    counted = _("Sheets submitted {submitted} · recused {recused} · yet to do {left} · entries {entries}")
    yield counted.format(submitted=told.submitted, recused=told.recused, left=told.left, entries=told.entries)
    yield _("Fingerprint of your key: {fingerprint}").format(fingerprint=told.fingerprint)
