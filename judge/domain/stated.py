"""What a field of a paper states: a value, words that are no clear value, or nothing."""

from collections.abc import Hashable

from imports.records import FormField
from imports.values.ticks import yes_or_no
from imports.values.written import RULED, Unclear


def stated(field: FormField | None) -> Hashable:
    """Equal for fields that say the same, however it is written; "" for one that says nothing.

    Where no value could be read, what is written counts, unless that is empty room or boxes of which none
    is ticked.
    """
    if field is None:
        return ""
    if field.value is None or field.value == ():
        written = field.written.strip(RULED)
        return "" if _is_open(written) else written
    # Yes and 1 are equal to Python, and not on a form.
    return (isinstance(field.value, bool), field.value)


def _is_open(written: str) -> bool:
    try:
        yes_or_no(written)
    except Unclear as unclear:
        return unclear.code == "tick-none"
    return False
