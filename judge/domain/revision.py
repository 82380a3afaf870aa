"""How two revisions of one nomination differ, field by field."""

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from imports.records import FormField
from judge.domain.stated import stated


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs: what it said and what it says, as written; "" where it said nothing.

    Of a list, such as members, `added` and `moved` are in the order of the new one, `gone` in that of
    the old.
    """

    key: str
    label: str
    old: str
    new: str
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()

    @property
    def is_list(self) -> bool:
        """True where items of a list were added, have gone or were moved."""
        return bool(self.added or self.gone or self.moved)


def differences(old: Sequence[FormField], new: Sequence[FormField]) -> tuple[FieldChange, ...]:
    """The fields that do not say the same, in the order of the new form, then those that it lacks.

    Two fields say the same where they have the same value, however it is written; where no value could be
    read, as written; empty boxes are no content, and labels are the form's.
    """
    before = {field.key: field for field in old}
    after = {field.key: field for field in new}
    lacking = [field for field in old if field.key not in after]
    changes = (_change(before.get(field.key), field) for field in new)
    return (
        *(change for change in changes if change is not None),
        *(FieldChange(f.key, label_of(f), _shown(f), "") for f in lacking if stated(f) != ""),
    )


def _change(old: FormField | None, new: FormField) -> FieldChange | None:
    if stated(old) == stated(new):
        return None
    plain = FieldChange(new.key, label_of(new), _shown(old), _shown(new))
    before, after = _items(old), _items(new)
    if before is None and after is None:
        return plain
    return _of_lists(plain, before or (), after or ())


def _of_lists(plain: FieldChange, before: Sequence[str], after: Sequence[str]) -> FieldChange:
    return FieldChange(
        plain.key,
        plain.label,
        plain.old,
        plain.new,
        added=_beyond(after, before),
        gone=_beyond(before, after),
        moved=_moved(before, after),
    )


def label_of(field: FormField) -> str:
    """A field's label on one line."""
    return " ".join(field.label.split()).rstrip(":：")


def _shown(field: FormField | None) -> str:
    items = _items(field)
    if items:
        return "、".join(items)
    return field.written.strip() if field else ""


def _items(field: FormField | None) -> tuple[str, ...] | None:
    return field.value if field and isinstance(field.value, tuple) else None


def _beyond(items: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """The items that the others lack, each as often as it is too many; the later ones of equals."""
    there = Counter(others)
    beyond: list[str] = []
    for item in items:
        if there[item]:
            there[item] -= 1
        else:
            beyond.append(item)
    return tuple(beyond)


def _moved(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """The fewest items of both lists without which the rest stand in the same order."""
    places: defaultdict[str, deque[int]] = defaultdict(deque)
    for place, item in enumerate(before):
        places[item].append(place)
    common = [(item, places[item].popleft()) for item in after if places[item]]
    stay = _rising([place for _, place in common])
    return tuple(item for n, (item, _) in enumerate(common) if n not in stay)


def _rising(numbers: Sequence[int]) -> set[int]:
    """The indices of a longest rising subsequence of distinct numbers."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, number in enumerate(numbers):
        at = bisect_left(tails, number)
        tails[at : at + 1] = [number]
        ends[at : at + 1] = [n]
        before.append(ends[at - 1] if at else -1)
    chain: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.add(at)
        at = before[at]
    return chain


def excerpts(change: FieldChange, most: int = 100) -> tuple[str, str]:
    """The old and the new text, of long ones the part from shortly before the first difference on."""
    old, new = change.old, change.new
    if max(len(old), len(new)) <= most:
        return old, new
    pairs = enumerate(zip(old, new, strict=False))
    first = next((n for n, (one, other) in pairs if one != other), min(len(old), len(new)))
    start = max(0, first - most // 5)
    return _cut(old, start, most), _cut(new, start, most)


def _cut(text: str, start: int, most: int) -> str:
    part = text[start : start + most]
    return f"{'…' if start else ''}{part}{'…' if start + most < len(text) else ''}"
