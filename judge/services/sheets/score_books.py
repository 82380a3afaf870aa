"""A reviewer's sheets as a workbook to be filled in; in a blind edition without anybody's name."""

from collections.abc import Iterable, Mapping
from datetime import date

from exports.score_sheets.records import Award, Criterion, Level, Row, ScoreWorkbook
from judge.domain.desk import QueueItem
from judge.domain.refusal import Refusal
from judge.domain.sheet import AT_WORK, SheetState
from judge.locale import _, language
from judge.locale.particulars import PARTICULARS
from judge.services.editions.edition import Edition
from judge.services.sheets.blinding import is_blind
from judge.services.sheets.desk import Desk
from judge.services.sheets.filing import Pair
from judge.services.sheets.score_labels import brief, guide, score_labels
from judge.store.queries.known import held_reviewers
from judge.store.sheets import SheetRow, load_many
from rubrics.model import Rubric
from rubrics.scale import lowest_ticks

_STATES = PARTICULARS["sheet-closed"]["state"]


def reviewer_names(edition: Edition) -> dict[str, str]:
    """The name of every reviewer by key, in the order of registration."""
    with edition.store.read() as connection:
        return {held.key: held.detail.name for held in held_reviewers(connection)}


def score_book(edition: Edition, reviewer: str, name: str, made_on: date) -> ScoreWorkbook:
    """The workbook of the reviewer of that key and name, in the language in force.

    It has no awards where nothing is assigned. Refusals "reviewer-unknown-but-near" and "reviewer-unknown";
    "sheets-of-other-rubric" (award).
    """
    desk = Desk(edition, reviewer)
    items = desk.queue()
    pairs = [(item.nomination, desk.reviewer) for item in items]
    with edition.store.read() as connection:
        rows = load_many(connection, pairs)
        blind = is_blind(connection)
    return ScoreWorkbook(
        edition=edition.id,
        title=_("{edition}: score sheets").format(edition=edition.title),
        reviewer=desk.reviewer,
        reviewer_name=name,
        made_on=made_on,
        awards=_awards(edition, items, rows, desk.reviewer),
        labels=score_labels(),
        guide=guide(),
        notes=brief(),
        named=not blind,
    )


def _awards(
    edition: Edition, items: Iterable[QueueItem], rows: Mapping[Pair, SheetRow], reviewer: str
) -> tuple[Award, ...]:
    """A table for each award in the programme's order, nominations in the order of filing."""
    by_award: dict[str, list[tuple[QueueItem, SheetRow]]] = {}
    for item in items:
        by_award.setdefault(item.award, []).append((item, rows[item.nomination, reviewer]))
    return tuple(
        _award(edition, award.key, award.title.language(language()), by_award[award.key])
        for award in edition.programme.awards
        if award.key in by_award
    )


def _award(edition: Edition, key: str, title: str, sheets: list[tuple[QueueItem, SheetRow]]) -> Award:
    digest = edition.rubric_digest(key)
    if any(row.rubric != digest for _item, row in sheets):
        raise Refusal("sheets-of-other-rubric", award=key)
    rubric = edition.rubrics[digest]
    return Award(
        key=key,
        title=title,
        rubric=digest,
        step=rubric.step,
        criteria=criteria_of(rubric),
        rows=tuple(_row(item, row) for item, row in sheets),
    )


def criteria_of(rubric: Rubric) -> tuple[Criterion, ...]:
    """The rubric's criteria as a workbook shows them, in the language in force."""
    return tuple(
        Criterion(
            key=criterion.key,
            title=criterion.title.language(language()),
            full_ticks=criterion.full_ticks,
            weight=criterion.weight,
            clauses=criterion.clauses,
            levels=tuple(
                Level(level.rank, lowest_ticks(level, criterion), level.text.language(language()))
                for level in criterion.levels
            ),
            may_not_apply=criterion.may_not_apply,
        )
        for criterion in rubric.criteria
    )


def _row(item: QueueItem, row: SheetRow) -> Row:
    sheet = row.projection
    returned = sheet.state is SheetState.RETURNED
    return Row(
        nomination=item.nomination,
        name=item.name,
        organisation=item.organisation,
        revision=item.revision,
        head=sheet.head.hex(),
        marks=sheet.marks,
        note=sheet.notes.get("", ""),
        closed="" if sheet.state in AT_WORK else _(_STATES.get(sheet.state, sheet.state)),
        recusal=sheet.reason if sheet.state is SheetState.RECUSED else "",
        remark=_("returned: {text}").format(text=sheet.reason) if returned else "",
    )
