"""What a desk shows of a nomination to a reviewer who judges blind."""

from dataclasses import replace

from imports.forms.definition import Identifies
from imports.records import Block, FormField
from judge.domain.conflict import Conflict
from judge.domain.desk import Document, GateFinding, Ground, GroundCode, Page, QueueItem, ShownField
from judge.domain.identifying import Identities, people
from judge.domain.masking import Masking, mask
from judge.domain.revision import FieldChange


def blind_item(item: QueueItem) -> QueueItem:
    """A line of the queue by the nomination's key, with nobody's name."""
    return replace(item, name=item.nomination, organisation="", body="")


def blind_page(page: Page, masking: Masking, identities: Identities) -> Page:
    """The page with every name masked; the reviewer's own sheet is as it is."""
    return replace(
        page,
        name=page.nomination,
        organisation="",
        body="",
        subject=masking.text(page.subject),
        fields=tuple(_field(field, masking, identities) for field in page.fields),
        documents=tuple(_document(document, masking) for document in page.documents),
        gates=tuple(_gate(finding, masking, identities) for finding in page.gates),
        changes=tuple(_change(change, masking, identities) for change in page.changes),
        conflicts=tuple(map(blind_conflict, page.conflicts)),
        closed=masking.text(page.closed),
        panel=replace(page.panel, reason=masking.text(page.panel.reason)) if page.panel else None,
    )


def masked_block(block: Block, masking: Masking) -> Block:
    """A piece of a document, its table's cells each by itself."""
    rows = tuple(tuple(masking.text(cell) for cell in row) for row in block.rows)
    return Block(masking.text(block.text), block.level, rows)


def _field(field: ShownField, masking: Masking, identities: Identities) -> ShownField:
    return replace(field, written=_written(field.key, field.written, masking, identities))


def _written(key: str, written: str, masking: Masking, identities: Identities) -> str:
    """What a field says: all of it masked where it is there to name somebody; blank stays blank."""
    kind = identities.get(key)
    if kind is None or not written.strip():
        return masking.text(written)
    named = people(FormField(key, "", written, None)) if kind is Identifies.PERSON else ()
    return mask(kind, max(1, len(named)))


def _document(document: Document, masking: Masking) -> Document:
    blocks = tuple(masked_block(block, masking) for block in document.blocks)
    return replace(document, title=masking.text(document.title), blocks=blocks)


def _gate(finding: GateFinding, masking: Masking, identities: Identities) -> GateFinding:
    return replace(
        finding,
        evidence=tuple(_field(field, masking, identities) for field in finding.evidence),
        grounds=tuple(_ground(ground, masking) for ground in finding.grounds),
    )


def _ground(ground: Ground, masking: Masking) -> Ground:
    if ground.code is GroundCode.YEAR_WON:
        # Whose names the winners of another year had then, nothing here knows.
        return replace(ground, said=mask(Identifies.GROUP))
    return ground if ground.code is GroundCode.READING else replace(ground, said=masking.text(ground.said))


def _change(change: FieldChange, masking: Masking, identities: Identities) -> FieldChange:
    def hidden(items: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_written(change.key, item, masking, identities) for item in items)

    return replace(
        change,
        old=_written(change.key, change.old, masking, identities),
        new=_written(change.key, change.new, masking, identities),
        added=hidden(change.added),
        gone=hidden(change.gone),
        moved=hidden(change.moved),
    )


def blind_conflict(conflict: Conflict) -> Conflict:
    """That there is one must be said, and by what it shows; not the name by which it does."""
    return replace(conflict, said="", label="")
