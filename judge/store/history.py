"""What is known of organisations beyond this edition: their other names, and what they won before."""

from collections.abc import Sequence

from imports.records import AliasRecord, PastAwardRecord
from judge.store.batches import Batch
from judge.store.tables import organisation_alias, past_award


def add_aliases(batch: Batch, said: Sequence[tuple[int, AliasRecord]]) -> None:
    """Add organisations' other names, each (id of its source, record)."""
    batch.add_rows(
        organisation_alias,
        [{"source_file_id": source, "organisation": r.organisation, "alias": r.alias} for source, r in said],
    )


def add_past_awards(batch: Batch, won: Sequence[tuple[int, PastAwardRecord]]) -> None:
    """Add awards of earlier years, each (id of its source, record)."""
    batch.add_rows(
        past_award,
        [
            {
                "source_file_id": source,
                "source_row": r.place.row,
                "year": r.year,
                "award": r.award,
                "name": r.name,
                "organisation": r.organisation,
                "body": r.body,
            }
            for source, r in won
        ],
    )
