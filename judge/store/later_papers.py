"""Papers that may come again: revisions of nominations, and bodies' own papers; the last one counts."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sqlalchemy import func, select

from imports.records import BodyPaperRecord, NominationRecord
from judge.store.batches import Batch
from judge.store.chunks import chunks
from judge.store.filed import blocks_bytes, fields_bytes, filed_bytes
from judge.store.tables import body, body_paper, nomination, nomination_revision


def add_revisions(batch: Batch, filed: Sequence[tuple[str, int, NominationRecord]]) -> None:
    """Add revisions of nominations that are there, each (key, id of its source, record)."""
    ids = batch.nomination_ids({key for key, _, _ in filed})
    # Whoever is submitting a sheet on one of them has done so, or will see the revision.
    for some in chunks(sorted(ids.values())):
        locked = select(nomination.c.id).where(nomination.c.id.in_(some)).order_by(nomination.c.id)
        batch.connection.execute(locked.with_for_update()).all()
    numbers = dict(
        batch.connection.execute(
            select(nomination_revision.c.nomination_id, func.max(nomination_revision.c.number)).group_by(
                nomination_revision.c.nomination_id
            )
        ).all()
    )
    rows: list[Mapping[str, object]] = []
    for key, source, r in filed:
        numbers[ids[key]] = numbers.get(ids[key], 1) + 1
        rows.append(
            {
                "source_file_id": source,
                "source_table": r.place.table,
                "source_row": r.place.row,
                "nomination_id": ids[key],
                "number": numbers[ids[key]],
                "name": r.name,
                "organisation": r.organisation,
                "subject": r.subject,
                "filed": filed_bytes(r),
            }
        )
    batch.add_rows(nomination_revision, rows)


def add_body_papers(batch: Batch, filed: Sequence[tuple[int, BodyPaperRecord]]) -> None:
    """Add bodies' own papers, each (id of its source, record); a later one of a form counts."""
    bodies = dict(batch.connection.execute(select(body.c.name, body.c.id)).all())
    numbers: Counter[tuple[int, str]] = Counter()
    for body_id, form, last in batch.connection.execute(
        select(body_paper.c.body_id, body_paper.c.form, func.max(body_paper.c.number)).group_by(
            body_paper.c.body_id, body_paper.c.form
        )
    ):
        numbers[body_id, form] = last
    rows: list[Mapping[str, object]] = []
    for source, r in filed:
        numbers[bodies[r.body], r.form] += 1
        rows.append(
            {
                "source_file_id": source,
                "body_id": bodies[r.body],
                "form": r.form,
                "number": numbers[bodies[r.body], r.form],
                "filed": fields_bytes(r.fields),
                "blocks": blocks_bytes(r.blocks),
            }
        )
    batch.add_rows(body_paper, rows)
