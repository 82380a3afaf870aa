"""A nomination's checklist: the seals and attachments that its form asks for, and what is known of each."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from imports.forms.definition import FormDefinition
from rubrics.model import Text


class ItemState(StrEnum):
    """What is known of an item; one that nobody looked at is open, neither there nor missing."""

    PRESENT = "present"
    MISSING = "missing"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A seal or an attachment; `ticked` where a person said so, else the filed document did, or nobody."""

    key: str
    title: Text
    state: ItemState
    ticked: bool = False
    remark: str = ""


def checklist(
    form: FormDefinition, ticks: Mapping[str, tuple[str, str]], attached: Collection[str]
) -> tuple[ChecklistItem, ...]:
    """The form's seals and attachments, in its order.

    A tick, (state, remark) by item, goes before anything else: a person looked. Without one an attachment
    that is among the `attached` documents is present; a seal is open, since no file can show it.
    """
    documents = {one.key for one in form.attachments} & set(attached)
    asked = (*((s.key, s.title) for s in form.seals), *((a.key, a.title) for a in form.attachments))
    return tuple(_item(key, title, ticks, documents) for key, title in asked)


def _item(
    key: str, title: Text, ticks: Mapping[str, tuple[str, str]], documents: Collection[str]
) -> ChecklistItem:
    if key in ticks:
        state, remark = ticks[key]
        return ChecklistItem(key, title, ItemState(state), ticked=True, remark=remark)
    return ChecklistItem(key, title, ItemState.PRESENT if key in documents else ItemState.OPEN)
