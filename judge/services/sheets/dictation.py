"""Marks and notes dictated without a screen: read against the sheet's rubric, all faults at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from imports.matching import label_key
from judge.domain.desk import Page, ReviewerDesk
from judge.domain.refusal import Fault, FileFaults, Refusal
from judge.domain.sheet import Mark, Sheet
from rubrics.model import Criterion, Rubric
from rubrics.scale import MarkRefused, read_points

_NOT_APPLICABLE = {"x", "n/a", "na", "不适用"}


@dataclass(frozen=True, slots=True)
class Dictated:
    """A criterion's mark, None to take it away; or a `note`, of a criterion or of the sheet ("")."""

    criterion: str
    mark: Mark | None = None
    note: str | None = None


def dictated(rubric: Rubric, marks: Iterable[str], notes: Iterable[str]) -> tuple[Dictated, ...]:
    """What "criterion=points" and "criterion=note" mean; a criterion by its key, its title or its number.

    "x" or "n/a" is not applicable, nothing behind "=" takes mark or note away, "=text" is the sheet's note.

    Raises:
        FileFaults: with every fault, each at what was given: "criterion-not-there" (criterion, known),
            "mark-not-a-number", "mark-negative" (given), "mark-out-of-range" (points, full),
            "mark-off-step" (points, step), "criterion-always-applies" (criterion),
            "dictation-without-equals".
    """
    taken: list[Dictated] = []
    faults: list[Fault] = []
    for given, is_note in (*((mark, False) for mark in marks), *((note, True) for note in notes)):
        try:
            taken.append(_read(rubric, given, is_note=is_note))
        except (MarkRefused, Refusal) as refused:
            faults.append(Fault(given, "", refused.code, dict(refused.params)))
    if faults:
        raise FileFaults(tuple(faults))
    return tuple(taken)


def write_down(desk: ReviewerDesk, page: Page, what: Sequence[Dictated]) -> Sheet:
    """Write what was dictated on a sheet that was read, one entry each; the sheet as it is then.

    What the sheet says already is not written again. Refusals: as those of the desk.
    """
    sheet = page.sheet
    for one in what:
        if one.note is not None:
            if sheet.notes.get(one.criterion, "") != one.note:
                sheet = desk.set_note(page.nomination, one.criterion, one.note, sheet.revision)
        elif sheet.marks.get(one.criterion) != one.mark:
            sheet = desk.set_mark(page.nomination, one.criterion, one.mark, sheet.revision)
    return sheet


def _read(rubric: Rubric, given: str, *, is_note: bool) -> Dictated:
    named, equals, content = given.partition("=")
    if not equals:
        raise Refusal("dictation-without-equals")
    if is_note and not named.strip():
        return Dictated("", note=content.strip())
    criterion = _named(rubric, named)
    if is_note:
        return Dictated(criterion.key, note=content.strip())
    typed = content.strip()
    if not typed:
        return Dictated(criterion.key)
    if typed.casefold() in _NOT_APPLICABLE:
        if not criterion.may_not_apply:
            raise Refusal("criterion-always-applies", criterion=named.strip())
        return Dictated(criterion.key, Mark(None))
    return Dictated(criterion.key, Mark(read_points(typed, rubric.step, criterion.full_ticks)))


def _named(rubric: Rubric, named: str) -> Criterion:
    wanted = label_key(named)
    for number, criterion in enumerate(rubric.criteria, start=1):
        if wanted and wanted in _names(criterion, number):
            return criterion
    raise Refusal("criterion-not-there", criterion=named.strip(), known=_known(rubric))


def _names(criterion: Criterion, number: int) -> Iterator[str]:
    yield str(number)
    yield from map(label_key, (criterion.key, criterion.title.zh, criterion.title.en))


def _known(rubric: Rubric) -> tuple[str, ...]:
    return tuple(criterion.key for criterion in rubric.criteria)
