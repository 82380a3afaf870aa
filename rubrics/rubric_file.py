"""A rubric's table: criteria with their levels, and gates."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from rubrics.model import Criterion, Gate, Level, NotMetWhen, Rubric, Won
from rubrics.scale import lowest_ticks, plain_decimal
from rubrics.table import Table, refuse_repeats

MOST_LEVELS = 9
"""A level is chosen by its digit key, 1 to 9."""

MOST_YEARS = 20
"""Straight years of an award that a gate may ask for."""

_FLOOR = "floor_percent"

_LEAST = ("least", "lowest", "min", "minimum", "min_points", "from")
"""What people call the lowest points of a scale that does not begin at 0."""


def read_rubric(table: Table, name: str = "") -> Rubric:
    """The rubric that a file's outermost table states; what is wrong with it is noted in the table.

    `name` is its key where the file, which is called so, states none.
    """
    rubric = Rubric(
        key=table.name("key", default=name),
        version=table.whole("version", 1, 1_000_000, required=False),
        title=table.both("title"),
        source=table.both("source", required=False),
        step=(step := table.number("step", default=Fraction(1))),
        criteria=_criteria(table, step),
        gates=_gates(table),
    )
    table.refuse_other_keys()
    return rubric


def _criteria(table: Table, step: Fraction) -> tuple[Criterion, ...]:
    stated = table.tables("criteria")
    criteria = tuple(_criterion(criterion, step) for criterion in stated)
    refuse_repeats((t, "key", c.key) for t, c in zip(stated, criteria, strict=True))
    return criteria


def _gates(table: Table) -> tuple[Gate, ...]:
    stated = table.tables("gates", required=False)
    gates = tuple(_gate(gate) for gate in stated)
    refuse_repeats((t, "key", g.key) for t, g in zip(stated, gates, strict=True))
    return gates


def _criterion(table: Table, step: Fraction) -> Criterion:
    key, title = table.name("key"), table.both("title")
    levels = table.tables("levels", required=table.has("levels"))
    for least in filter(table.has, _LEAST):
        table.note(table.asked(least), "scale-not-from-zero")
    criterion = Criterion(
        key=key,
        title=title,
        full_ticks=_full_ticks(table, step),
        weight=table.number("weight", default=Fraction(1)),
        clauses=table.texts("clauses"),
        levels=tuple(_level(level, rank) for rank, level in enumerate(levels, start=1)),
        evidence=table.names("evidence"),
        may_not_apply=table.flag("may_not_apply"),
    )
    if len(levels) > MOST_LEVELS:
        table.note("levels", "levels-too-many", most=MOST_LEVELS)
    _check_floors(levels, criterion)
    return criterion


def _full_ticks(table: Table, step: Fraction) -> int:
    points = table.number("points")
    if points and step and points % step:
        table.note("points", "points-off-step", points=plain_decimal(points), step=plain_decimal(step))
    return int(points / step) if step else 0


def _level(table: Table, rank: int) -> Level:
    return Level(rank=rank, floor_percent=table.whole(_FLOOR, 0, 100), text=table.both("text"))


def _check_floors(tables: Sequence[Table], criterion: Criterion) -> None:
    """Floors begin at 0 and rise, and every band holds at least one mark."""
    levels = [level for table, level in zip(tables, criterion.levels, strict=True) if table.sound(_FLOOR)]
    tables = [table for table in tables if table.sound(_FLOOR)]
    if levels and levels[0].rank == 1 and levels[0].floor_percent:
        tables[0].note(_FLOOR, "level-floor-not-zero", given=levels[0].floor_percent)
    for table, (lower, upper) in zip(tables[1:], pairwise(levels), strict=True):
        if upper.floor_percent <= lower.floor_percent:
            floors = {"given": upper.floor_percent, "below": lower.floor_percent}
            table.note(_FLOOR, "level-floor-not-rising", **floors)
        elif criterion.full_ticks and lowest_ticks(upper, criterion) == lowest_ticks(lower, criterion):
            table.note(_FLOOR, "level-without-marks", floor=lower.floor_percent)


def _gate(table: Table) -> Gate:
    gate = Gate(
        key=table.name("key"),
        title=table.both("title"),
        clause=table.text("clause"),
        evidence=table.names("evidence"),
        not_met_when=_not_met_when(table),
        met_when_says=table.texts("met_when_says"),
        checklist=table.names("checklist"),
        won=_won(table),
        reading=table.name("reading", required=False),
    )
    if (gate.not_met_when or gate.met_when_says) and not gate.evidence:
        table.note("evidence", "gate-without-evidence")
    return gate


def _won(table: Table) -> Won | None:
    inner = table.table("won", required=False)
    return None if inner is None else Won(inner.name("award"), inner.whole("years", 1, MOST_YEARS))


def _not_met_when(table: Table) -> NotMetWhen | None:
    said = table.text("not_met_when", required=False)
    known = tuple(case.value for case in NotMetWhen)
    if said and said not in known:
        table.note("not_met_when", "choice-unknown", given=said[:64], known=known)
    return NotMetWhen(said) if said in known else None
