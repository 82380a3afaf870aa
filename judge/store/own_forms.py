"""The organiser's own forms: kept as the text that was written, immutable; of one key the last counts."""

from collections.abc import Mapping

from sqlalchemy import Connection, insert

from judge.ledger import acts
from judge.ledger.canonical import digest
from judge.ledger.chain import Head
from judge.store.batches import next_id
from judge.store.pens import keep
from judge.store.tables import form_definition


def file_forms(
    connection: Connection, head: Head, edition: str, sources: Mapping[str, bytes], at: str
) -> Head:
    """Keep forms' texts by their keys, with the entry that they were taken; the head after it."""
    digests = {key: digest(source) for key, source in sources.items()}
    payload = acts.forms_taken({key: sha256.hex() for key, sha256 in digests.items()})
    written, head = head.next(acts.FORMS_TAKEN, f"edition/{edition}", payload, at)
    keep(connection, [written], head)
    first = next_id(connection, form_definition)
    # By key, as the ledger's projection has the forms of one entry.
    rows = [
        {"id": number, "key": key, "sha256": digests[key], "source": sources[key]}
        for number, key in enumerate(sorted(sources), first)
    ]
    connection.execute(insert(form_definition), rows)
    return head
