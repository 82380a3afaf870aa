"""10,000 nominations × 5 among 500 reviewers: Judge's whole way against a bare call of the solver it uses.

Judge reads the edition, finds every conflict of interest, shares, proves that loads cannot be more even, and
looks how sheets connect. The peer gets the arcs that Judge found to be allowed, all of them, and does nothing
but solve. Its loads are the optimum; Judge's must be within one of it, and no pair may be in conflict.
"""

import sys
import tempfile
import time
from collections import Counter
from itertools import product
from pathlib import Path
from random import Random
from statistics import median

import numpy as np
from ortools.graph.python import min_cost_flow  # type: ignore[import-untyped]

from bench.season import AWARD, edition_of, write_table
from bench.verdict import tell
from judge.assignment.plan import Wishes
from judge.assignment.task import Task
from judge.services.editions.edition import Edition
from judge.services.sheets.assigning import Asked, Plan, plan_assignments

NOMINATIONS, PER_NOMINATION, REVIEWERS, BODIES, ENTERPRISES, RUNS = 10_000, 5, 500, 41, 2_000, 3
SECONDS = 30
AT_MOST = {"time": 1.5}


def edition_to_assign(folder: Path) -> Edition:
    """Bodies and enterprises that reviewers work for, members that share a reviewer's name or telephone."""
    rng = Random(20190315)  # noqa: S311 - the same edition in every run
    bodies = [f"第{n}市工信局" for n in range(BODIES)]
    given = "伟芳娜敏静强磊军洋勇艳杰娟涛明超兰霞平刚"
    people = ["".join(name) for name in product("赵钱孙李周吴郑王冯陈", given, given)]

    def phone() -> str:
        return f"139{rng.randrange(20_000):08d}"

    quotas = [(n, body, NOMINATIONS, 0, 0) for n, body in enumerate(bodies, start=1)]
    nominations = []
    for n in range(NOMINATIONS):
        enterprise = rng.randrange(ENTERPRISES)
        members = "、".join(rng.sample(people, 8))
        group = (f"小组{n}", f"企业{enterprise}", "否", members, rng.choice(people), phone())
        nominations.append((AWARD, bodies[enterprise % BODIES], *group))
    homes = [*bodies, *(f"企业{n}" for n in range(ENTERPRISES)), *["研究院"] * ENTERPRISES]
    reviewers = [
        (f"R{n:03}", name, rng.choice(homes), phone(), AWARD)
        for n, name in enumerate(rng.sample(people, REVIEWERS), start=1)
    ]
    head = (
        "奖项",
        "推荐单位",
        "QC小组名称",
        "企业名称",
        "是否与会发表",
        "小组成员名单",
        "直接联系人",
        "手机",
    )
    return edition_of(
        folder,
        write_table(
            folder / "quotas.csv", ("序号", "地区或部门", "小组数", "发表小组数", "质量信得过班组数"), quotas
        ),
        write_table(folder / "nominations.csv", head, nominations),
        write_table(folder / "reviewers.csv", ("编号", "姓名", "单位", "手机", "评审奖项"), reviewers),
    )


def bare(able: np.ndarray) -> tuple[float, int, int]:
    """The solver's own time for all the arcs, and the least and the largest load that come out."""
    begin = time.perf_counter()
    parts, reviewers = np.nonzero(able)
    most = 2 * NOMINATIONS * PER_NOMINATION // REVIEWERS
    flow = min_cost_flow.SimpleMinCostFlow()
    sheets = NOMINATIONS + np.repeat(np.arange(REVIEWERS), most)
    sink = NOMINATIONS + REVIEWERS
    tails = np.concatenate([parts, sheets])
    costs = np.concatenate([np.zeros(len(parts), np.int64), np.tile(np.arange(1, most + 1), REVIEWERS)])
    heads = np.concatenate([NOMINATIONS + reviewers, np.full(len(sheets), sink)])
    arcs = flow.add_arcs_with_capacity_and_unit_cost(tails, heads, np.ones(len(tails), np.int64), costs)
    flow.set_nodes_supplies(np.arange(NOMINATIONS), np.full(NOMINATIONS, PER_NOMINATION))
    flow.set_node_supply(sink, -NOMINATIONS * PER_NOMINATION)
    if flow.solve() != flow.OPTIMAL:
        sys.exit("assign: the bare solver finds no plan")
    load = np.bincount(reviewers[flow.flows(arcs[: len(parts)]) > 0], minlength=REVIEWERS)
    return time.perf_counter() - begin, int(load.min()), int(load.max())


def check(plan: Plan, largest: int) -> None:
    """Everything given, nobody in conflict, and no load more than one above the optimum; or the end."""
    tied = plan.assignable.tied
    given = Counter(nomination for nomination, _ in plan.outcome.pairs)
    if set(given.values()) != {PER_NOMINATION} or len(given) != NOMINATIONS:
        sys.exit("assign: not everything was given")
    if any(reviewer in tied.get(nomination, ()) for nomination, reviewer in plan.outcome.pairs):
        sys.exit("assign: somebody was given what they are in conflict with")
    if max(plan.load.values()) > largest + 1:
        sys.exit(f"assign: a load of {max(plan.load.values())}, and {largest} was possible")


def planned(edition: Edition) -> tuple[Plan, float]:
    """A plan, and how long it took from the edition's file on."""
    begin = time.perf_counter()
    plan = plan_assignments(edition, PER_NOMINATION, 0, Asked(wishes=Wishes(connect=True)))
    return plan, time.perf_counter() - begin


def main() -> bool:
    """Print times, loads and conflicts, and hold time and loads to their bounds."""
    with tempfile.TemporaryDirectory() as folder:
        edition = edition_to_assign(Path(folder))
        plan, first = planned(edition)
        able = Task.drawn(plan.assignable.nominations, plan.assignable.reviewers, 0).able
        times, bares = [first], []
        for _ in range(RUNS):
            bares.append(bare(able))
            times.append(planned(edition)[1])
        check(plan, bares[0][2])
        edition.close()
    seconds, peer = median(times), median(one[0] for one in bares)
    conflicts = sum(len(tied) for tied in plan.assignable.tied.values())
    said = (
        f"assign: judge {seconds:.2f} s (under {SECONDS} s: {'met' if max(times) < SECONDS else 'MISSED'}), "
        f"bare solver {peer:.2f} s; {conflicts} conflicts; loads {min(plan.load.values())} to "
        f"{max(plan.load.values())}, the solver's {bares[-1][1]} to {bares[-1][2]}"
    )
    return tell(said, {"time": seconds / peer}, AT_MOST) and max(times) < SECONDS


if __name__ == "__main__":
    sys.exit(not main())
