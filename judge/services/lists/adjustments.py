"""What calibrating did, as the award book shows it: reviewers by numbers that tell nobody's name."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from exports.records import Adjustment
from judge.locale import _, language
from judge.locale.calibrations import caveat_words, variance_words
from judge.scoring.calibration.record import Calibration
from judge.services.editions.edition import Edition
from judge.services.lists.calibrating import named_caveat
from judge.services.lists.ranking import RankedList


def adjustments(edition: Edition, lists: Iterable[RankedList]) -> Iterator[Adjustment]:
    """Every adjustment of the awards that these lists are of, reviewers from the most severe on."""
    for award, record in _records(lists).items():
        yield from _of_record(_title(edition, award), record)


def adjustment_notes(edition: Edition, lists: Iterable[RankedList]) -> tuple[str, ...]:
    """What the columns of adjustments mean, for the kinds of calibration that there are, and variances."""
    records = _records(lists)
    kinds = {record.kind for record in records.values()}
    said = {
        "severity": _(
            "Points added to each total of a reviewer, before totals are combined; the numbers are of this"
            " sheet alone."
        ),
        "z-score": _(
            "Each total is brought from its reviewer's mean and standard deviation to those of all totals,"
            " before totals are combined; the numbers are of this sheet alone."
        ),
        "section": _("Points added to each score of a section, after totals are combined."),
    }
    found = [
        _(": ").join((_title(edition, award), variance_words(v.nomination, v.reviewer, v.error)))
        for award, record in records.items()
        if (v := record.variances) is not None
    ]
    return (*(words for kind, words in said.items() if kind in kinds), *found)


def calibration_notes(ranked: RankedList) -> Iterator[str]:
    """What is to be known of a list's calibration, reviewers by their numbers."""
    if ranked.calibration is None:
        return
    names = _numbered(ranked.calibration)
    for caveat in ranked.calibration.caveats:
        said = named_caveat(caveat, names)
        yield caveat_words(said.code, said.params)


def _title(edition: Edition, award: str) -> str:
    return edition.programme.award(award).title.language(language())


def _records(lists: Iterable[RankedList]) -> dict[str, Calibration]:
    """The record of each award; the lists of one award share it."""
    return {one.award: one.calibration for one in lists if one.calibration is not None}


def _numbered(record: Calibration) -> Mapping[int, str]:
    """Reviewers by code: numbered by their effect or mean, an order that tells nothing of who they are."""
    order = [one.reviewer for one in sorted(record.effects, key=lambda one: (one.effect, one.sheets))]
    order += [one.reviewer for one in sorted(record.scales, key=lambda one: (one.mean, one.sheets))]
    return {code: _("reviewer {number}").format(number=at) for at, code in enumerate(order, start=1)}


def _of_record(title: str, record: Calibration) -> Iterator[Adjustment]:
    names = _numbered(record)
    of_effect = {one.reviewer: one for one in record.effects}
    of_scale = {one.reviewer: one for one in record.scales}
    for code, name in names.items():
        if code in of_effect:
            effect = of_effect[code]
            error = Fraction(effect.standard_error)
            yield Adjustment(title, name, effect.sheets, points=-effect.effect, error=error)
        else:
            scale = of_scale[code]
            yield Adjustment(title, name, scale.sheets, scale.mean, Fraction(scale.deviation))
    for shift in record.shifts:
        yield Adjustment(title, shift.section or _("all"), shift.nominations, shift.mean, points=shift.shift)
