"""What is to be said where several papers are of one nomination, or one leaves empty what is filed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from imports.findings import Finding, Place, Severity
from imports.records import FormField, NominationRecord
from imports.remarks import Param
from judge.domain.revision import differences, excerpts, label_of
from judge.domain.stated import stated
from judge.services.papers.joining import Contradiction, Joint, Saying

_MOST_NAMED = 3
"""Other files that a finding names."""


def contradicted(record: NominationRecord, found: Sequence[Contradiction]) -> Iterator[Finding]:
    """Blocking "nomination-differs" (name, fields, others), and for each field what stands here and there.

    Those are warnings: "differs-field" (here, there, other), "differs-list" (other, added, gone, moved).
    """
    fields = tuple(label_of(one.here) for one in found)
    others = tuple(dict.fromkeys(one.other.file for one in found))[:_MOST_NAMED]
    params: dict[str, Param] = {"name": record.name, "fields": fields, "others": others}
    yield Finding("nomination-differs", Severity.BLOCKING, record.place, params)
    for here, there, other in found:
        place = replace(record.place, label=label_of(here))
        # Under one key, and never the same.
        (change,) = differences((there,), (here,))
        told: dict[str, Param] = {"other": other.file}
        if change.is_list:
            told |= {"added": change.added, "gone": change.gone, "moved": change.moved}
            yield Finding("differs-list", Severity.WARNING, place, told)
        else:
            told["there"], told["here"] = excerpts(change)
            yield Finding("differs-field", Severity.WARNING, place, told)


def known(saying: Saying) -> Finding:
    """Note "nomination-known" (name)."""
    record = saying.record
    return Finding("nomination-known", Severity.NOTE, record.place, {"name": record.name})


def also_filed(joint: Joint, saying: Saying) -> Finding:
    """Note "nomination-joined" (name, foremost), or "nomination-completed" (also fields, those from here)."""
    record, foremost = saying.record, joint.sayings[0].file
    fields = tuple(label_of(field) for field in record.fields if joint.givers.get(field.key) is saying)
    params: dict[str, Param] = {"name": record.name, "foremost": foremost}
    if not fields:
        return Finding("nomination-joined", Severity.NOTE, record.place, params)
    params["fields"] = fields
    return Finding("nomination-completed", Severity.NOTE, record.place, params)


def counted(found: Sequence[Finding]) -> list[Finding]:
    """The findings of one file, with several "nomination-joined" as one note "nominations-joined" (count).

    A body's whole table may say nothing but what the forms say.
    """
    same = [finding for finding in found if finding.code == "nomination-joined"]
    if len(same) < 2:
        return list(found)
    place = Place(same[0].place.file)
    note = Finding("nominations-joined", Severity.NOTE, place, {"count": len(same)})
    return [note, *(finding for finding in found if finding.code != "nomination-joined")]


def left_open(
    saying: Saying, joint: Joint, held: Sequence[FormField], nomination: str, *, has_form: bool
) -> Iterator[Finding]:
    """Finding "nomination-left-open" (name, nomination, fields): empty here, and left as it is filed.

    A warning where a form comes after a form, which may be meant to take something back; else a note.
    """
    filed = {field.key for field in held if stated(field) != ""} - set(joint.givers)
    fields = tuple(label_of(field) for field in saying.record.fields if field.key in filed)
    if fields and not saying.is_named:
        severity = Severity.WARNING if has_form and saying.is_form else Severity.NOTE
        params: dict[str, Param] = {"name": saying.record.name, "nomination": nomination, "fields": fields}
        yield Finding("nomination-left-open", severity, saying.record.place, params)
