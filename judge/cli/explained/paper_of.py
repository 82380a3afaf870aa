"""An explanation as a page to be read: from the marks to the places, in the order in which they are made."""

from collections.abc import Iterator

from judge.cli.explained.calibrated import calibration_words
from judge.cli.explained.conditions import condition_items
from judge.cli.explained.lists import list_items, standing
from judge.cli.explained.paper import AT_THE_EDGE, Heading, Item, Line, page
from judge.cli.explained.score import score_items
from judge.cli.explained.sheets import sheet_items
from judge.cli.explained.staged import stage_items
from judge.cli.explained.teller import Teller, titled
from judge.locale import _, ngettext
from judge.locale.grounds import bracketed
from judge.locale.methods import caveats, method_words
from judge.locale.sentences import on_one_line
from judge.locale.worked import figure
from judge.services.figures.explained import ExplainedList, ExplainedNomination


def explained_page(explained: ExplainedNomination, *, anonymous: bool) -> Iterator[str]:
    """The page's lines."""
    return page(explained_items(explained, anonymous=anonymous))


def explained_items(explained: ExplainedNomination, *, anonymous: bool) -> Iterator[Item]:
    """What stands on the page, before it is broken into lines."""
    teller = Teller(explained, anonymous)
    yield from _about(teller)
    yield Heading(_("Result"))
    yield Line(_score(teller))
    yield from (Line(_result(teller, listed)) for listed in explained.lists)
    yield Heading(_("Method"))
    yield from _method(teller)
    yield Heading(_("Sheets"))
    yield from sheet_items(teller)
    yield Heading(_("Score"))
    yield from score_items(teller)
    if explained.staged is not None:
        yield Heading(_("Stages"))
        yield from stage_items(teller, explained.staged)
    yield Heading(_("Conditions"))
    yield from condition_items(teller)
    for listed in explained.lists:
        yield Heading(_("List “{title}”").format(title=titled(listed.title)))
        yield from list_items(teller, listed)
    yield Heading(_("What this rests on"))
    yield from _basis(teller)


def _about(teller: Teller) -> Iterator[Item]:
    """Which nomination of whom, and of which edition."""
    explained, own = teller.explained, teller.explained.nomination
    yield Line(bracketed(on_one_line(own.name), on_one_line(own.key)), AT_THE_EDGE)
    told = (titled(explained.award_title), own.organisation, explained.body, own.subject)
    yield Line(" · ".join(on_one_line(said) for said in told if said), AT_THE_EDGE)
    edition = bracketed(on_one_line(explained.edition), str(explained.year))
    said = _("Edition {edition}; revision {revision} of the nomination")
    yield Line(said.format(edition=edition, revision=explained.revision), AT_THE_EDGE)


def _score(teller: Teller) -> str:
    explained = teller.explained
    last = explained.staged or explained.score
    printed = last.printed if last else None
    if printed is None:
        return _("No score yet.")
    said = _("Score {score}").format(score=printed.text)
    return bracketed(said, _("exactly {figure}").format(figure=figure(printed.exact)))


def _result(teller: Teller, listed: ExplainedList) -> str:
    """The list's line in a sentence."""
    placing = listed.placing
    title = titled(listed.title)
    if placing is None:
        return _(": ").join((title, _("not on this list")))
    line = placing.line
    if placing.overall is None or placing.in_body is None:
        said = _("no place")
    else:
        said = _("place {place} of {of}, in its body {within} of {within_of}").format(
            place=placing.overall.place,
            of=placing.overall.of,
            within=placing.in_body.place,
            within_of=placing.in_body.of,
        )
    return _(": ").join((title, _("; ").join((said, standing(teller, line)))))


def _method(teller: Teller) -> Iterator[Item]:
    explained = teller.explained
    if explained.method.title is not None:
        yield Line(_("“{label}”").format(label=titled(explained.method.title)))
    yield Line(method_words(explained.method, explained.rubric))
    yield from (Line(said) for said in caveats(explained.method, explained.rubric))
    yield from (Line(said) for said in calibration_words(teller))
    if explained.method_ruled is not None:
        said = _("By ruling of the chair this award is counted by this method{reason}.")
        yield Line(said.format(reason=teller.reason(explained.method_ruled)))
    if explained.quorum is not None:
        said = ngettext(
            "By ruling of the chair {count} sheet is enough for a score{reason}.",
            "By ruling of the chair {count} sheets are enough for a score{reason}.",
            explained.quorum.least,
        )
        yield Line(said.format(count=explained.quorum.least, reason=teller.reason(explained.quorum.reason)))
    if explained.blind:
        yield Line(_("Reviewers judge papers in which names are masked."))


def _basis(teller: Teller) -> Iterator[Item]:
    """By which the figures can be proved: rubric, edition, and how to check both."""
    explained = teller.explained
    rubric = _("Rubric “{title}”, version {version}, digest {digest}")
    yield Line(
        rubric.format(
            title=titled(explained.rubric.title),
            version=explained.rubric.version,
            digest=explained.rubric_digest,
        )
    )
    yield Line(_("Identity of the edition: {id}").format(id=explained.edition_id))
    yield Line(
        _(
            "Every figure is exact; a fraction stands where no decimal ends, and “…” where one is cut short."
            " Nothing is rounded but where an arrow says so. “judge audit” proves the marks."
        )
    )
    if teller.anonymous:
        yield Line(
            _("Reviewers go by numbers, drawn anew for each nomination. What does not count is not shown.")
        )
