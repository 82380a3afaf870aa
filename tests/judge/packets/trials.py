"""Mutants tried on an edition: each must be refused by name, and leave everything as it was."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from judge.domain.refusal import Refusal
from judge.locale.return_refusals import RETURN_REFUSALS
from judge.packets.keys import fingerprint
from judge.services.packets.merging import Merging, merge
from tests.judge.packets.mutants import Mutant, World, mutants
from tests.judge.services.packets.post import CRITERIA, N1, N2, N3, N4, Post, state_of


@dataclass
class Trials:
    """What came of mutants: how many were refused by which name, and those with which something was wrong."""

    codes: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[int, Mutant, str]] = field(default_factory=list)


def world_of(post: Post) -> World:
    """Two reviewers' packets; one's return is merged already, so that its key is known."""
    hand, other = post.issue("R01"), post.issue("R02")
    for criterion in CRITERIA[:3]:
        hand.mark(N1, criterion, 3)
    hand.note(N1, "process", "数据“偏少”·𠮷")
    post.judge(hand, N3)
    other.mark(N2, "process", 5)
    post.judge(other, N3, ticks=4)
    post.take(hand)
    return World(hand, other, (N1, N2), "qc-group-0404", post.rubric())


def try_mutants(
    post: Post, seed: int, count: int, on_progress: Callable[[int, int], None] = lambda _done, _all: None
) -> Trials:
    """Merge so many mutants, one after the other."""
    world, trials = world_of(post), Trials()
    assert N4 not in world.hand.known
    keys = frozenset(fingerprint(hand.key.public) for hand in (world.hand, world.other))
    before = state_of(post.edition)
    for number, mutant in enumerate(mutants(world, seed, count)):
        fault = _tried(post, post.file(mutant.data, "mutant"), keys, trials.codes)
        if not fault and state_of(post.edition) != before:
            fault, before = "something was taken", state_of(post.edition)
        if fault:
            trials.wrong.append((number, mutant, fault))
        on_progress(number + 1, count)
    return trials


def _tried(post: Post, path: Path, keys: frozenset[str], codes: Counter[str]) -> str:
    """What went wrong; "" where the file was refused by a name that has its sentence."""
    try:
        (file,) = merge(post.edition, [path], Merging(confirmed=keys)).files
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not be
        return f"raised {error!r}"
    match file.refusal:
        case None:
            return "taken"
        case Refusal(code=code) if code in RETURN_REFUSALS:
            codes[code] += 1
            return ""
        case refusal:
            return f"refused without a name: {refusal!r}"
