"""What a report asks about headings of nomination tables, each heading once, and what may be answered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from imports.findings import Finding, Severity
from imports.matching import label_key
from judge.services.papers.kept_headings import HeadingChoices


@dataclass(frozen=True, slots=True)
class HeadingQuestion:
    """One heading whose column is not certain.

    `proposed` is the label of the likest column ("" where several are as like) and `likeness` how like it
    is, in percent; `nearest` are others worth offering; `values` stand below it in the first rows. Where it
    is `needed`, its files stay out until it is answered.
    """

    heading: str
    proposed: str = ""
    likeness: int = 0
    nearest: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    needed: bool = False
    files: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What tells this heading from others, however it is spelt."""
        return label_key(self.heading)


def heading_questions(findings: Iterable[Finding]) -> tuple[HeadingQuestion, ...]:
    """The questions in the order in which they came up; one about the same heading is asked once."""
    asked: dict[str, HeadingQuestion] = {}
    for finding in findings:
        for question in _asked(finding):
            first = asked.get(question.key)
            asked[question.key] = _together(first, question) if first else question
    return tuple(asked.values())


def _asked(finding: Finding) -> Iterator[HeadingQuestion]:
    params, files = finding.params, (finding.place.file,)
    match finding.code:
        case "head-proposed":
            yield HeadingQuestion(
                str(params["column"]),
                str(params["meant"]),
                int(str(params["likeness"])),
                values=_words(params["values"]),
                needed=finding.severity is Severity.BLOCKING,
                files=files,
            )
        case "head-doubtful":
            yield HeadingQuestion(str(params["column"]), nearest=_words(params["nearest"]), files=files)
        case "head-rivals":
            meant = (str(params["meant"]),)
            for heading in _words(params["columns"]):
                yield HeadingQuestion(heading, nearest=meant, needed=True, files=files)
        case _:
            return


def _together(first: HeadingQuestion, again: HeadingQuestion) -> HeadingQuestion:
    return replace(
        first,
        proposed=first.proposed or again.proposed,
        likeness=first.likeness or again.likeness,
        nearest=tuple(dict.fromkeys((*first.nearest, *again.nearest))),
        values=first.values or again.values,
        needed=first.needed or again.needed,
        files=tuple(dict.fromkeys((*first.files, *again.files))),
    )


def _words(value: str | int | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def choices(answers: Mapping[str, str]) -> HeadingChoices:
    """What the answers say: the label of a column by its heading; "" leaves a heading unread."""
    return HeadingChoices(tuple((heading, label) for heading, label in answers.items() if label))
