"""The forms of a Word file, each read as one nomination or one paper of a recommending body."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from imports.findings import Place
from imports.forms.bodies import LONGEST_BODY, UNCHECKED, UNKNOWN, body_called
from imports.forms.contents import Contents
from imports.forms.definition import FormSort
from imports.forms.fields import read_field
from imports.forms.finding import FoundForm, forms_in
from imports.forms.summary import Summary
from imports.forms.years import year_of
from imports.matching import name_key, nearest
from imports.records import Block, BodyPaperRecord, FileReading, FormField, Kind, NominationRecord
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
    """Every form as a nomination or a body's paper, with every finding at once.

    The records are given even where a blocking finding refuses the file, so that the report can name them.

    Raises:
        FileRefused: where `path` is no readable Word file (`imports.guards`).
    """
    word = open_word(path)
    forms = forms_of(word, register)
    if need_styles(forms):
        word = open_word(path, with_styles=True)
    return read_found(path, word, forms, register)


def need_styles(forms: Iterable[FoundForm]) -> bool:
    """True where a form cannot be read without the style sheet: only a summary's text has headings."""
    return any(form.definition.sort is FormSort.SUMMARY for form in forms)


def read_found(path: Path, word: WordFile, forms: list[FoundForm], register: Register) -> FileReading:
    """Like `read`, for a file that is open, with its style sheet where they `need_styles`.

    `path` only names the file, which may lie elsewhere: in an archive, or turned by a word processor.
    """
    remarks = Remarks(str(path))
    if not forms:
        remarks.block("form-unknown")
    reader = _Reader(register, remarks, word)
    records = tuple(reader.record(form) for form in forms)
    _say_filed_twice(records, remarks)
    return FileReading(str(path), Kind.FORM, word.sha256, records, remarks.findings)


class _Reader:
    """The forms of one file on their way to records."""

    def __init__(self, register: Register, remarks: Remarks, word: WordFile) -> None:
        self._register = register
        self._remarks = remarks
        self._styles = word.styles
        self._awards = {award.form: award.key for award in register.programme.awards}

    def record(self, form: FoundForm) -> NominationRecord | BodyPaperRecord:
        """One form as its record; whatever is to be said of it is said."""
        self._check_year(form)
        if form.definition.sort is FormSort.NOMINATION:
            return self._nomination(form)
        return self._summary(form) if form.definition.sort is FormSort.SUMMARY else self._statistics(form)

    def _check_year(self, form: FoundForm) -> None:
        named = year_of(form.definition, form.title, form.head)
        wanted = self._register.year
        if named is not None and wanted is not None and named != wanted:
            place = self._remarks.place(form.table, None, form.definition.titles[0])
            self._remarks.block("form-other-year", place, year=f"{named}", edition=f"{wanted}")

    def _nomination(self, form: FoundForm) -> NominationRecord:
        definition = form.definition
        fields = self._fields(form, Contents(form, self._remarks))
        columns = {column: fields[key] for column, key in definition.record.items()}
        members = columns["members"].value if "members" in columns else ()
        return NominationRecord(
            award=self._awards[definition.key],
            body=self._body(columns["body"]),
            name=_text(columns["name"]),
            organisation=_text(columns["organisation"]),
            subject=_text(columns.get("subject")),
            members=members if isinstance(members, tuple) else (),
            fields=tuple(field for field in fields.values() if field is not columns["body"]),
            place=self._place(form),
        )

    def _statistics(self, form: FoundForm) -> BodyPaperRecord:
        return self._paper(form, self._fields(form, Contents(form, self._remarks)), ())

    def _summary(self, form: FoundForm) -> BodyPaperRecord:
        summary = Summary(form, self._styles)
        about, characters = form.definition.about_characters, summary.characters
        if not characters:
            self._remarks.block("summary-empty", self._place(form))
        elif about is not None and not about * 0.5 <= characters <= about * 1.5:
            self._remarks.warn("summary-length", self._place(form), characters=characters, about=about)
        return self._paper(form, self._fields(form, summary), summary.blocks)

    def _paper(
        self, form: FoundForm, fields: dict[str, FormField], blocks: tuple[Block, ...]
    ) -> BodyPaperRecord:
        body = fields[form.definition.record["body"]]
        others = tuple(field for field in fields.values() if field is not body)
        return BodyPaperRecord(form.definition.key, self._body(body), others, blocks, self._place(form))

    def _fields(self, form: FoundForm, contents: Contents | Summary) -> dict[str, FormField]:
        """Every field of the form by its key, in the form's order."""
        read = (
            read_field(field, contents.of(field), self._remarks, form.table)
            for field in form.definition.fields
        )
        return {field.key: field for field in chain.from_iterable(read)}

    def _place(self, form: FoundForm) -> Place:
        return self._remarks.place(form.table, None, form.definition.titles[0])

    def _body(self, field: FormField) -> str:
        """The recommending body as the quota table spells it; as written where that does not know it."""
        written = _text(field)
        if not written:
            return ""
        body = body_called(written, self._register)
        if body is not None:
            return body
        place, shown = self._remarks.place(label=field.label), written[:LONGEST_BODY]
        if self._register.bodies:
            self._remarks.block(UNKNOWN, place, written=shown, nearest=nearest(shown, self._register.bodies))
        else:
            self._remarks.block(UNCHECKED, place, written=shown)
        return written


def _text(field: FormField | None) -> str:
    return field.value if field is not None and isinstance(field.value, str) else ""


def _say_filed_twice(records: Iterable[NominationRecord | BodyPaperRecord], remarks: Remarks) -> None:
    """One file may not hold one candidate's form, or one body's paper, twice."""
    met: dict[tuple[str, ...], Place] = {}
    for record in records:
        if isinstance(record, NominationRecord):
            said = record.award, record.body, record.name, record.organisation
        else:
            said = record.form, record.body, record.body, ""
        identity = record.__class__.__name__, *map(name_key, said)
        first = met.setdefault(identity, record.place)
        if first is not record.place and said[2]:
            remarks.block("form-twice", record.place, name=said[2], first_table=first.table or "1")
