"""The solver's part: sheets as a flow of least cost from nominations to reviewers.

Who may not judge a nomination has no arc to it, so that no cost can ever buy a conflict. The n-th sheet of a
reviewer costs n: the cheapest flow has the least possible largest load, and is as even as can be below it.
"""

from dataclasses import dataclass

import numpy as np

from judge.assignment.arrays import Flags, Positions, whole

_SHARE = 55_440
"""What a sheet costs a section, over its weight: a whole number for weights up to twelve."""


@dataclass(frozen=True, slots=True, eq=False)
class Offers:
    """Arcs (part, reviewer) that may be taken, each once.

    By part how many sheets are `wanted`; by reviewer the `load` (sheets held) and the `room` (for more).
    """

    parts: Positions
    reviewers: Positions
    wanted: Positions
    load: Positions
    room: Positions

    @classmethod
    def all_of(cls, able: Flags, wanted: Positions, load: Positions, room: Positions) -> "Offers":
        """An arc for everyone who is able."""
        parts, reviewers = np.nonzero(able)
        return cls(whole(parts), whole(reviewers), wanted, load, room)

    def only(self, which: Flags) -> "Offers":
        """Some of the arcs."""
        return Offers(self.parts[which], self.reviewers[which], self.wanted, self.load, self.room)


@dataclass(frozen=True, slots=True, eq=False)
class _Sheets:
    """The sheets that reviewers could be given, one by one: whose, and what it costs."""

    of: Positions
    costs: Positions


def cheapest(offers: Offers) -> Flags:
    """Which arcs to take: as many as can be, and then the loads as even as can be.

    What cannot be met is met as far as the flow goes, no part before another.
    """
    return _flow(offers, _sheets(offers))


def evenly_short(offers: Offers, has: Positions) -> Flags:
    """The same where not everything can be met: what is missing is spread evenly, before loads are.

    `has` is how many sheets each part's nomination holds already.
    """
    sheets = _sheets(offers)
    turns = _counted_up(offers.wanted) + np.repeat(has, offers.wanted)
    return _flow(offers, sheets, turns=turns * (int(sheets.costs.sum()) + 1))


def cheapest_raises(offers: Offers) -> tuple[Positions, bool]:
    """How much more room each reviewer would need: the fewest sheets in all, and no reviewer much more.

    Also whether that meets all that is wanted.
    """
    offered = np.bincount(offers.reviewers, minlength=len(offers.room))
    within = np.minimum(offers.room, offered)
    beyond = offered - within
    dear = int(offers.wanted.sum()) + 1
    of = np.concatenate([np.repeat(np.arange(len(offered)), count) for count in (within, beyond)])
    costs = np.concatenate([np.zeros(int(within.sum()), np.int64), dear + _counted_up(beyond)])
    taken = _flow(offers, _Sheets(of, costs))
    needed = np.bincount(offers.reviewers[taken], minlength=len(offered))
    return np.maximum(needed - offers.room, 0), int(taken.sum()) == int(offers.wanted.sum())


def weighed_split(lacks: Positions, already: Positions, weights: Positions) -> Positions:
    """Of each row the column that it goes to: columns filled in proportion to their `weights`.

    `lacks` (rows × columns) is what a row would go without in a column, and is kept least before all else;
    `already` is what each column holds. Least squares of the fill over its weight.
    """
    rows, columns = lacks.shape
    if not rows:
        return np.zeros(0, np.int64)
    turns = np.tile(np.arange(1, rows + 1), columns) + np.repeat(already, rows)
    costs = (2 * turns - 1) * np.repeat(_SHARE // weights, rows)
    at, column = (axis.ravel() for axis in np.indices((rows, columns)))
    nothing, plenty = np.zeros(columns, np.int64), np.full(columns, rows, np.int64)
    offers = Offers(at, column, np.ones(rows, np.int64), nothing, plenty)
    sheets = _Sheets(np.repeat(np.arange(columns), rows), costs)
    taken = _flow(offers, sheets, price=lacks.ravel() * (int(costs.max()) * columns + 1))
    chosen = np.zeros(rows, np.int64)
    chosen[at[taken]] = column[taken]
    return chosen


def _sheets(offers: Offers) -> _Sheets:
    possible = np.minimum(np.bincount(offers.reviewers, minlength=len(offers.room)), offers.room)
    costs = _counted_up(possible) + np.repeat(offers.load - offers.load.min(initial=0), possible)
    return _Sheets(np.repeat(np.arange(len(possible)), possible), costs)


def _counted_up(counts: Positions) -> Positions:
    """1, 2 … for each count, one after the other."""
    return np.arange(1, int(counts.sum()) + 1) - np.repeat(np.cumsum(counts) - counts, counts)


def _flow(
    offers: Offers, sheets: _Sheets, turns: Positions | None = None, price: Positions | None = None
) -> Flags:
    """The cheapest greatest flow: parts → reviewers (at a `price`, else for nothing) → their sheets.

    With `turns` each sheet that a part is given costs what its turn says.
    """
    # Loaded when somebody assigns.
    from ortools.graph.python import min_cost_flow  # type: ignore[import-untyped] # noqa: PLC0415

    first_reviewer = len(offers.wanted)
    source = first_reviewer + len(offers.room)
    sink = source + 1
    tails = [offers.parts, first_reviewer + sheets.of]
    heads = [first_reviewer + offers.reviewers, np.full(len(sheets.of), sink, np.int64)]
    costs = [np.zeros(len(offers.parts), np.int64) if price is None else price, sheets.costs]
    flow = min_cost_flow.SimpleMinCostFlow()
    if turns is None:
        flow.set_nodes_supplies(np.arange(first_reviewer), offers.wanted)
    else:
        tails.append(np.full(len(turns), source, np.int64))
        heads.append(np.repeat(np.arange(first_reviewer), offers.wanted))
        costs.append(turns)
        flow.set_node_supply(source, int(offers.wanted.sum()))
    flow.set_node_supply(sink, -int(offers.wanted.sum()))
    every = np.concatenate(tails)
    arcs = flow.add_arcs_with_capacity_and_unit_cost(
        every, np.concatenate(heads), np.ones(len(every), np.int64), np.concatenate(costs)
    )
    status = flow.solve_max_flow_with_min_cost()
    if status != flow.OPTIMAL:
        raise RuntimeError(f"the flow solver gave up: {status}")
    taken: Flags = whole(flow.flows(arcs[: len(offers.parts)])) > 0
    return taken
