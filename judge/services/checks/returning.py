"""Send what is missing or unclear back to each recommending body, as a workbook in words it can act on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from exports.names import file_name
from exports.records import Alteration
from exports.returns import ReturnBook, ReturnLine, ReturnSheet, write_returns
from judge.domain.checking import CheckedBody, CheckedNomination, CheckReport
from judge.domain.double_filing import DoubleFiling
from judge.domain.refusal import Refusal
from judge.domain.setting import NONE
from judge.locale import _, language
from judge.locale.matters import KINDS, MatterKind, body_matters, nomination_matters, pair_words
from judge.services.editions.edition import Edition
from judge.services.editions.settings import FILING_DEADLINE, setting
from judge.services.targets import told_of_targets


def write_return_book(
    edition: Edition, report: CheckReport, target: Path, *, replace: bool = False
) -> tuple[Alteration, ...]:
    """Write one workbook with a sheet for each body of the report that has anything to mend.

    A report of one body alone gives its sheet also where nothing is to be mended.

    Raises:
        Refusal: with the codes of `exports.refusal.ExportRefused`; "nothing-to-return" where no body has
            anything to mend.
    """
    sheets = _sheets(edition, report)
    if not sheets:
        raise Refusal("nothing-to-return")
    return _write(_book(edition, sheets), target, replace=replace)


def write_return_folder(
    edition: Edition, report: CheckReport, folder: Path, *, replace: bool = False
) -> tuple[Path, ...]:
    """Write a workbook of its own for each body that has anything to mend, in a folder that is there or made.

    Raises:
        Refusal: as `write_return_book`.
    """
    sheets = _sheets(edition, report)
    if not sheets:
        raise Refusal("nothing-to-return")
    folder.mkdir(parents=True, exist_ok=True)
    written: dict[str, Path] = {}
    for sheet in sheets:
        name = file_name(sheet.body, {*written})
        written[name.casefold()] = target = folder / f"{name}.xlsx"
        _write(_book(edition, (sheet,)), target, replace=replace)
    return tuple(written.values())


def _write(book: ReturnBook, target: Path, *, replace: bool) -> tuple[Alteration, ...]:
    with told_of_targets():
        return write_returns(book, target, replace=replace)


def _book(edition: Edition, sheets: tuple[ReturnSheet, ...]) -> ReturnBook:
    return ReturnBook(
        title=_book_title(edition),
        made_on=_today(edition),
        heads=(
            _("No."),
            _("Nomination"),
            _("Award"),
            _("Name"),
            _("Organisation"),
            _("State"),
            _("What to do"),
        ),
        nothing=_("Nothing is to be mended."),
        page=_("Page {page} of {pages}"),
        sheets=sheets,
    )


def _book_title(edition: Edition) -> str:
    return _("{edition}: to be mended").format(edition=edition.title)


def _today(edition: Edition) -> date:
    return edition.clock().date()


def _sheets(edition: Edition, report: CheckReport) -> tuple[ReturnSheet, ...]:
    deadline = setting(edition, FILING_DEADLINE).value
    notes = [_book_title(edition)]
    if deadline != NONE:
        notes.append(_("Mended papers must arrive by {deadline}.").format(deadline=deadline))
    by_body: dict[str, list[CheckedNomination]] = defaultdict(list)
    for one in report.nominations:
        by_body[one.body].append(one)
    alone = len(report.bodies) == 1
    sheets = (
        ReturnSheet(body.name, tuple(notes), tuple(_lines(body, by_body[body.name], report.pairs)))
        for body in report.bodies
    )
    return tuple(sheet for sheet in sheets if sheet.lines or alone)


def _lines(
    body: CheckedBody, nominations: Iterable[CheckedNomination], pairs: Iterable[DoubleFiling]
) -> Iterator[ReturnLine]:
    for matter in body_matters(body):
        deed = _(": ").join((matter.what, matter.deed))
        yield ReturnLine("", "", "", "", _(KINDS[matter.kind]), deed)
    for one in nominations:
        for matter in nomination_matters(one):
            if matter.deed:
                said = matter.deed if matter.what in matter.deed else _(": ").join((matter.what, matter.deed))
                title = one.award_title.language(language())
                yield ReturnLine(one.key, title, one.name, one.organisation, _(KINDS[matter.kind]), said)
    yield from _twice(body.name, nominations, pairs)


def _twice(
    body: str, nominations: Iterable[CheckedNomination], pairs: Iterable[DoubleFiling]
) -> Iterator[ReturnLine]:
    titles = {one.key: one.award_title.language(language()) for one in nominations}
    for pair in pairs:
        for own, other in ((pair.first, pair.second), (pair.second, pair.first)):
            if own.body == body and own.key in titles:
                said = _(
                    "{body} has filed {name} of {organisation} too ({alike}). Agree on who recommends it, or"
                    " say that they are two."
                ).format(
                    body=other.body, name=other.name, organisation=other.organisation, alike=pair_words(pair)
                )
                kind = _(KINDS[MatterKind.UNUSUAL])
                yield ReturnLine(own.key, titles[own.key], own.name, own.organisation, kind, said)
