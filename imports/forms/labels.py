"""Finding a form's labels: as cells of their own, and in front of their content."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from imports.forms.definition import FieldDefinition, FieldType, FormDefinition, Seat
from imports.grid import Grid
from imports.matching import label_key

_LONGEST_LABEL = 64
_LONGEST_PRINT = 200
_STAMP_LINES = 10
_DATES = {"年月日"}
_DIGITS = re.compile(r"[0-9]")
_REMARK = re.compile(r"[（(【\[〔][^（()）]*[）)】\]〕]")
_BEFORE_LABEL = " \t\r\n\u3000\xa0*＊★●"
_BLANKS = r"[\s\u200b\ufeff]*"
_REMARK_BEHIND = rf"(?:{_BLANKS}[（(【\[][^（()）\n]{{0,30}}[）)】\]])?"
_COLON = rf"(?:{_BLANKS}[:：])"
_COLONS = (":", "：")
_BRACKETS_BEHIND_COLON = re.compile(rf"[:：]{_BLANKS}[（(【\[〔]")


class Labelled(NamedTuple):
    """A field met in running text: its label as written, and what follows up to the next label."""

    field: FieldDefinition
    label: str
    content: str


class Labels:
    """The labels of one form."""

    def __init__(self, form: FormDefinition) -> None:
        self._fields = {key_of(label): field for field in form.fields for label in field.labels}
        self._initials = {initial for key in self._fields for initial in _either_width(key[0])}
        running = [field for field in form.fields if field.at is not Seat.CELL]
        spelled = [(label, field) for field in running for label in field.labels]
        # The longest first: one label may begin another.
        spelled.sort(key=lambda pair: -len(pair[0]))
        self._running = [field for _, field in spelled]
        # The empty group behind each label tells which it was. Around the label it would hide its first
        # character, by which the search passes over all places where no label can begin.
        self._pattern = re.compile("|".join(f"{_spelling(label)}()" for label, _ in spelled) or "(?!)")

    def field(self, text: str) -> FieldDefinition | None:
        """The field whose label is all that `text` says."""
        # Most cells hold content, and most content begins as no label does.
        if len(text) > _LONGEST_LABEL or text.lstrip(_BEFORE_LABEL)[:1] not in self._initials:
            return None
        field = self._fields.get(key_of(text))
        return None if field is not None and _is_answered(field, text) else field

    def are_in(self, table: Grid, at_least: int = 1) -> bool:
        """True where at least so many different labels stand in `table`."""
        met: set[tuple[str, ...]] = set()
        for text in (text for row in table.rows for text in row if text):
            field = self.field(text)
            if field is not None or self.begins(text):
                met.add(() if field is None else field.labels)
            if len(met) >= at_least:
                return True
        return False

    def running(self, text: str) -> list[Labelled]:
        """The labels in a head line or in a cell with its content; text before the first is left out.

        A long text runs to the end, whatever words it has in common with a label.
        """
        met: list[Labelled] = []
        found = self._pattern.search(text)
        while found is not None:
            field = self._running[(found.lastindex or 1) - 1]
            following = None if field.type is FieldType.LONG_TEXT else self._pattern.search(text, found.end())
            end = len(text) if following is None else following.start()
            met.append(Labelled(field, found[0].strip(), text[found.end() : end]))
            found = following
        return met

    def begins(self, text: str) -> bool:
        """True where `text` begins with a label that its content follows."""
        return self._pattern.match(text.lstrip()) is not None


@lru_cache(maxsize=4096)
def key_of(text: str) -> str:
    """A label or title without remarks in brackets, blanks and punctuation."""
    return label_key(_REMARK.sub("", text))


@cache
def labels_of(form: FormDefinition) -> Labels:
    """The labels of a form, worked out once."""
    return Labels(form)


@cache
def printed_on(form: FormDefinition) -> frozenset[str]:
    """What the blank form prints besides its labels, as compared with a cell's text."""
    layout = form.layout
    said = (*layout.column_heads, *layout.prompt, *layout.stamp, *layout.below, "\n".join(layout.stamp))
    return frozenset(filter(None, map(key_of, said))) | _stamps_on(form)


@cache
def _stamps_on(form: FormDefinition) -> frozenset[str]:
    stamps = (*form.layout.stamp, *(seal.title.zh for seal in form.seals))
    return frozenset(key for key in map(key_of, stamps) if key and key not in _DATES)


def without_print(text: str, form: FormDefinition) -> str:
    """A long text without the form's room for seals and date at its end; nothing where all of it is print."""
    lines = text.split("\n")
    printed = printed_on(form)
    if all(not line.strip() or key_of(line[:_LONGEST_PRINT]) in printed for line in lines):
        return ""
    end, stamps = len(lines), _stamps_on(form)
    for at in range(len(lines) - 1, max(len(lines) - _STAMP_LINES, 0), -1):
        if len(lines[at]) > _LONGEST_LABEL:
            break
        key = _DIGITS.sub("", key_of(lines[at]))
        if key in stamps:
            end = at
        elif key and key not in _DATES:
            break
    return "\n".join(lines[:end])


def _is_answered(field: FieldDefinition, text: str) -> bool:
    """Whether what stands in brackets behind a short text's label and colon is its content, and no remark.

    A label that is defined with a remark behind its colon has one there.
    """
    if field.type is not FieldType.TEXT or field.at is Seat.CELL or not _BRACKETS_BEHIND_COLON.search(text):
        return False
    return not any(_BRACKETS_BEHIND_COLON.search(label) for label in field.labels)


def _spelling(label: str) -> str:
    """A pattern for a label in running text: spaced, full-width, with or without remark and colon.

    A label that is defined with a colon at its end needs one: a short word such as 邮编： may stand anywhere.
    One that is defined with a remark behind its colon may have one there.
    """
    plain = _REMARK.sub("", label)
    colon = _COLON if label.endswith(_COLONS) else f"{_COLON}?"
    behind = _REMARK_BEHIND if plain.endswith(_COLONS) and plain != label else ""
    characters = (_character(c) for c in plain.rstrip(":： ") if not c.isspace())
    return _BLANKS.join(characters) + _REMARK_BEHIND + colon + behind


def _character(character: str) -> str:
    if not character.isalnum():
        return r"[^\w\s]"
    return f"[{_either_width(character)}]"


def _either_width(character: str) -> str:
    """A letter in both cases and widths; any other character as it is."""
    if not character.isascii():
        return character
    cases = character.lower() + character.upper()
    return cases + "".join(chr(ord(c) + 0xFEE0) for c in cases)
