"""The award book in words: ranked lists, quotas used, method and digests, ready for `exports`."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from exports.records import (
    RAW_COLUMNS,
    AwardBook,
    Column,
    CriterionColumn,
    Fact,
    Labels,
    ListLine,
    QuotaLine,
    QuotaTable,
    QuotaUse,
)
from exports.records import (
    RankedList as ExportedList,
)
from judge import __version__
from judge.domain.quota import QuotaTable as SeatTable
from judge.domain.standing import Standing
from judge.locale import _, language
from judge.locale.methods import caveats, method_settings, method_words
from judge.locale.standings import (
    STANDINGS,
    open_gate_words,
    quorum_words,
    reason_words,
    stage_score_words,
    tie_words,
)
from judge.scoring.method import Method
from judge.services.audit.auditing import ledger_fingerprint
from judge.services.editions.edition import Edition
from judge.services.lists.adjustments import adjustment_notes, adjustments, calibration_notes
from judge.services.lists.ranking import ListedNomination, RankedList, rank_with_quotas
from rubrics.digest import programme_digest


def award_book(edition: Edition, made_on: date) -> AwardBook:
    """The whole book in the language in force, from one view of the edition."""
    lists, quotas = rank_with_quotas(edition)
    return AwardBook(
        title=edition.title,
        year=edition.year,
        made_on=made_on,
        status=_("draft"),
        draft=True,
        labels=labels(),
        facts=tuple(_facts(edition, lists, ledger_fingerprint(edition))),
        quotas=_quota_table(edition, lists, quotas),
        lists=tuple(exported(ranked) for ranked in lists),
        adjustments=tuple(adjustments(edition, lists)),
        adjustment_notes=adjustment_notes(edition, lists),
    )


def exported(ranked: RankedList) -> ExportedList:
    """One list as `exports` takes it."""
    return ExportedList(
        key=ranked.key,
        title=ranked.title.language(language()),
        lines=_lines(ranked),
        criteria=tuple(
            CriterionColumn(c.title.language(language()), c.full_ticks * ranked.rubric.step)
            for c in ranked.rubric.criteria
        ),
        notes=tuple(_notes(ranked)),
        decimals=ranked.method.decimals,
        columns=tuple(column for column in Column if ranked.calibration or column not in RAW_COLUMNS),
    )


def _lines(ranked: RankedList) -> tuple[ListLine, ...]:
    return tuple(
        ListLine(
            rank=listed.line.rank,
            rank_in_body=listed.line.rank_in_body,
            score=Fraction(listed.line.printed) if listed.line.printed else None,
            standing=_(STANDINGS[listed.line.standing]),
            name=listed.nomination.name,
            organisation=listed.nomination.organisation,
            body=listed.body,
            subject=listed.nomination.subject,
            nomination=listed.nomination.key,
            sheets_counted=listed.line.sheets_counted,
            sheets_expected=listed.line.sheets_expected,
            means=tuple(_rounded(mean, ranked.method) for mean in listed.means),
            remarks=_("; ").join(_remarks(listed, ranked)),
            raw_score=Fraction(raw.printed) if (raw := listed.line.raw) else None,
            raw_rank=raw.rank if raw else None,
            raw_rank_in_body=raw.rank_in_body if raw else None,
        )
        for listed in ranked.lines
    )


def _rounded(mean: Fraction | None, method: Method) -> Fraction | None:
    """A mean as it is to be read: a leaf rounds half up, where a method may have halves go to even."""
    if mean is None or method.rounding == "half-up":
        return mean
    return Fraction(round(mean * 10**method.decimals), 10**method.decimals)


def _remarks(listed: ListedNomination, ranked: RankedList) -> Iterator[str]:
    """The reasons, and the place on the reserve list, without which the standing's column can be filtered."""
    line = listed.line
    if line.reserve_place:
        yield _("no. {place} of the body's reserve").format(place=line.reserve_place)
    yield from reason_words(line, ranked.rubric)
    if tie := tie_words(line, ranked.rubric):
        yield tie
    for stage in line.stages:
        yield stage_score_words(stage, ranked.stages[stage.award])
    yield from open_gate_words(listed.to_verify, ranked.rubric)


def _notes(ranked: RankedList) -> Iterator[str]:
    if ranked.method_ruled:
        yield _("The chair has ruled by which method this list is counted:")
    yield method_words(ranked.method, ranked.rubric)
    yield from caveats(ranked.method, ranked.rubric)
    if ranked.method.combine != "mean" and ranked.method.trim == "total":
        yield _("The criteria's columns are means of all sheets counted; their sum need not be the score.")
    if ranked.quorum is not None:
        yield quorum_words(ranked.quorum)
    if ranked.straddles:
        yield _("Some scores of this list are trimmed and others are not: sheet counts straddle the limit.")
    yield from calibration_notes(ranked)


def _facts(edition: Edition, lists: Iterable[RankedList], fingerprint: str) -> Iterator[Fact]:
    yield Fact(_("Edition"), edition.title)
    yield Fact(_("Made by"), f"Judge {__version__}")
    for setting in method_settings(edition.method):
        yield Fact(*setting)
    for ranked in lists:
        if ranked.method_ruled:
            yield from _ruled_settings(edition, ranked)
    yield Fact(_("Identity of the edition"), edition.id)
    yield Fact(_("Fingerprint of the ledger, as “judge audit” prints it"), fingerprint)
    yield Fact(_("Digest of the programme"), programme_digest(edition.programme))
    for award, digest in dict.fromkeys((ranked.award, ranked.rubric_digest) for ranked in lists):
        title = edition.programme.award(award).title.language(language())
        yield Fact(_("Digest of the rubric “{award}”").format(award=title), digest, award)


def _ruled_settings(edition: Edition, ranked: RankedList) -> Iterator[Fact]:
    """What of a list's method is by ruling another than the edition's."""
    own = set(method_settings(edition.method))
    title = ranked.title.language(language())
    for setting in method_settings(ranked.method, ranked.rubric):
        if setting not in own:
            said = _("{setting}, by ruling for “{list}”").format(setting=setting.meaning, list=title)
            yield Fact(said, setting.value, setting.line)


def _quota_table(edition: Edition, lists: Iterable[RankedList], quotas: SeatTable) -> QuotaTable:
    by_key = {ranked.key: ranked for ranked in lists}
    categories = [category for category in edition.programme.quota_categories if category.key in by_key]
    uses = [
        _uses(by_key[category.key], quotas.seats_of(category.key), quotas.bodies) for category in categories
    ]
    return QuotaTable(
        categories=tuple(category.title.language(language()) for category in categories),
        lines=tuple(
            QuotaLine(number, body, tuple(use[number - 1] for use in uses))
            for number, body in enumerate(quotas.bodies, start=1)
        ),
    )


def _uses(
    ranked: RankedList, seats: tuple[int | None, ...] | None, bodies: tuple[str, ...]
) -> tuple[QuotaUse, ...]:
    standings = Counter((listed.body, listed.line.standing) for listed in ranked.lines)
    filed = Counter(listed.body for listed in ranked.lines)
    return tuple(
        QuotaUse(
            seats=seats[at] if seats else None,
            filed=filed[body],
            awarded=standings[body, Standing.AWARDED],
            undecided=standings[body, Standing.UNDECIDED],
        )
        for at, body in enumerate(bodies)
    )


def labels() -> Labels:
    """Every fixed text of the book in the language in force."""
    return Labels(
        overview=_("Overview"),
        quotas=_("Quotas used"),
        facts=_("Method and digests"),
        ranked_list=_("List"),
        lines=_("Nominations"),
        number=_("No."),
        body=_("Recommending body"),
        seats=_("Seats"),
        filed=_("Filed"),
        awarded=_("Awarded"),
        undecided=_("Undecided"),
        total=_("Total"),
        over_quota=_("▲ more filed than the quota allows"),
        fact=_("What"),
        value=_("Value"),
        setting=_("As files state it"),
        page=_("Page {page} of {pages}"),
        columns={
            Column.RANK: _("Rank"),
            Column.RANK_IN_BODY: _("Rank in body"),
            Column.SCORE: _("Score"),
            Column.RAW_SCORE: _("Score before calibrating"),
            Column.STANDING: _("Standing"),
            Column.NAME: _("Name"),
            Column.ORGANISATION: _("Organisation"),
            Column.BODY: _("Recommending body"),
            Column.SUBJECT: _("Subject"),
            Column.NOMINATION: _("Nomination"),
            Column.SHEETS_COUNTED: _("Sheets counted"),
            Column.SHEETS_EXPECTED: _("Sheets expected"),
            Column.REMARKS: _("Remarks"),
            Column.RAW_RANK: _("Rank before calibrating"),
            Column.RAW_RANK_IN_BODY: _("Rank in body before calibrating"),
        },
        standings=tuple(_(word) for word in STANDINGS.values()),
        calibration=_("Calibration"),
        adjustments=(
            _("Award"),
            _("Reviewer or section"),
            _("Sheets or nominations"),
            _("Mean"),
            _("Standard deviation"),
            _("Points added"),
            _("Standard error"),
        ),
    )
