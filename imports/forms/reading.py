"""A Word form read as one nomination."""

from itertools import chain
from pathlib import Path

from imports.forms.bodies import LONGEST_BODY, UNKNOWN, body_called
from imports.forms.contents import Contents
from imports.forms.definition import FormSort
from imports.forms.fields import read_field
from imports.forms.finding import FoundForm, forms_in
from imports.matching import nearest
from imports.records import FileReading, FormField, Kind, NominationRecord
from imports.register import Register
from imports.remarks import Remarks
from imports.word.package import WordFile, open_word


def recognise(path: Path, register: Register) -> str | None:
    """The key of the first form in a Word file, None where it holds no form that the edition takes.

    Raises:
        FileRefused: where `path` is no readable Word file (`imports.guards`).
    """
    return next((form.definition.key for form in forms_of(open_word(path), register)), None)


def forms_of(word: WordFile, register: Register) -> list[FoundForm]:
    """The forms in an opened Word file that nominate for an award of the programme, or are a body's own."""
    known = {award.form for award in register.programme.awards}
    return [
        form
        for form in forms_in(word.body, register.forms)
        if form.definition.sort is not FormSort.NOMINATION or form.definition.key in known
    ]


def read(path: Path, register: Register) -> FileReading:
    """One form as one nomination, with every finding at once.

    The record is given even where a blocking finding refuses the file, so that the report can name it.

    Raises:
        FileRefused: where `path` is no readable Word file (`imports.guards`).
    """
    word = open_word(path)
    return read_found(path, word, forms_of(word, register), register)


def read_found(path: Path, word: WordFile, forms: list[FoundForm], register: Register) -> FileReading:
    """Like `read`, for a file that is open and whose forms are found."""
    remarks = Remarks(str(path))
    records: tuple[NominationRecord, ...] = ()
    if not forms:
        remarks.block("form-unknown")
    elif len(forms) > 1:
        remarks.block("form-several", forms=tuple(form.definition.titles[0] for form in forms))
    else:
        awards = {award.form: award.key for award in register.programme.awards}
        records = (_nomination(forms[0], awards[forms[0].definition.key], register, remarks),)
    return FileReading(str(path), Kind.FORM, word.sha256, records, remarks.findings)


def _nomination(form: FoundForm, award: str, register: Register, remarks: Remarks) -> NominationRecord:
    definition = form.definition
    contents = Contents(form, remarks)
    fields = list(
        chain.from_iterable(read_field(field, contents.of(field), remarks) for field in definition.fields)
    )
    by_key = {field.key: field for field in fields}
    columns = {column: by_key[key] for column, key in definition.record.items()}
    members = columns["members"].value if "members" in columns else ()
    return NominationRecord(
        award=award,
        body=_body(columns["body"], register, remarks),
        name=_text(columns["name"]),
        organisation=_text(columns["organisation"]),
        subject=_text(columns.get("subject")),
        members=members if isinstance(members, tuple) else (),
        fields=tuple(field for field in fields if field is not columns["body"]),
        place=remarks.place(form.tables[0].name, None, definition.titles[0]),
    )


def _text(field: FormField | None) -> str:
    return field.value if field is not None and isinstance(field.value, str) else ""


def _body(field: FormField, register: Register, remarks: Remarks) -> str:
    """The recommending body as the quota table spells it; as written where that does not know it."""
    written = _text(field)
    if not written:
        return ""
    body = body_called(written, register)
    if body is not None:
        return body
    shown = written[:LONGEST_BODY]
    place = remarks.place(label=field.label)
    remarks.block(UNKNOWN, place, written=shown, nearest=nearest(shown, register.bodies))
    return written
