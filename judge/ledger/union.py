"""What acts add up to that were done in several places, where not each author knew what the others did.

In every place of a sheet (each criterion's mark, each note, the sheet's state) those acts stand which no
other act in the same place follows. One of them, or several that say the same: it stands. Several that
differ: it is contested, and the sheet forked. Whoever hands a sheet in vouches for every mark on it, and so
writes them all once more; a mark that somebody changed elsewhere meanwhile is contested then.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import TypeVar

from judge.domain.sheet import Mark, SheetState
from judge.ledger.projection import Contested, Fork, SheetProjection, Side, Turn, Variant
from judge.ledger.standing import Standing, View, advanced
from judge.ledger.steps import Step, named, naming, pasts

Content = TypeVar("Content")
Choice = TypeVar("Choice", Mark | None, Turn)


class Union:
    """Ordered acts on one sheet, and what each of their authors knew."""

    def __init__(self, ordered: Sequence[Step]) -> None:
        self._ordered = ordered
        self._pasts = pasts(ordered)
        self._places = {step.digest: n for n, step in enumerate(ordered)}
        self._after: list[View] = []
        for at, step in enumerate(ordered):
            self._after.append(advanced(self._before(at), at, step.act))

    def whole(self) -> SheetProjection:
        """The sheet that all the acts add up to."""
        last = self._last()
        sheet = self._flat(self._united(last))
        sheet.revision = len(self._ordered)
        sheet.head = naming(self._ordered[at].digest for at in last)
        return sheet

    def fork(self) -> Fork:
        """The same with its sides, in the order of their pens."""
        last = self._last()
        turns = self._united(last).turns
        agreed = turns[0].content if turns else Turn(SheetState.OPEN)
        sides = sorted((self._side(at) for at in last), key=lambda side: (side.pen, side.digest))
        return Fork(self.whole(), agreed if len(_states(turns)) <= 1 else None, tuple(sides))

    def _side(self, at: int) -> Side:
        sheet = self._flat(self._after[at])
        sheet.revision, sheet.head = self._pasts[at].bit_count() + 1, self._ordered[at].digest
        return Side(self._ordered[at].digest, self._ordered[at].pen, sheet)

    def _last(self) -> list[int]:
        followed = reduce(or_, self._pasts, 0)
        return [at for at in range(len(self._ordered)) if not followed >> at & 1]

    def known(self) -> Iterator[tuple[Step, SheetProjection]]:
        """Each act with the sheet as its author knew it."""
        for at, step in enumerate(self._ordered):
            sheet = self._flat(self._before(at))
            sheet.revision, sheet.head = self._pasts[at].bit_count(), step.act.on
            yield step, sheet

    def _before(self, at: int) -> View:
        known = (self._places.get(digest) for digest in named(self._ordered[at].act.on))
        return self._united([one for one in known if one is not None])

    def _united(self, last: Sequence[int]) -> View:
        """What stands for somebody who knows these acts and all that they follow."""
        views = [self._after[at] for at in last]
        if len(views) <= 1:
            return views[0] if views else View()
        return View(
            self._places_united([view.marks for view in views]),
            self._places_united([view.notes for view in views]),
            self._without_overtaken(self._standing(view.turns for view in views)),
            self._standing(view.judged for view in views),
        )

    def _places_united(
        self, several: Sequence[Mapping[str, Standing[Content]]]
    ) -> dict[str, Standing[Content]]:
        keys = dict.fromkeys(key for places in several for key in places)
        return {key: self._standing(places.get(key, ()) for places in several) for key in keys}

    def _standing(self, several: Iterable[Standing[Content]]) -> Standing[Content]:
        writes = {write.at: write for standing in several for write in standing}
        followed = reduce(or_, (self._pasts[at] for at in writes), 0)
        return tuple(writes[at] for at in sorted(writes) if not followed >> at & 1)

    def _without_overtaken(self, turns: Standing[Turn]) -> Standing[Turn]:
        """A return means the submission that it found: it yields to whatever else became of that one."""
        return tuple(
            turn
            for turn in turns
            if not turn.returns
            or all(turn.returns & ~self._pasts[other.at] for other in turns if other is not turn)
        )

    def _flat(self, view: View) -> SheetProjection:
        sheet = SheetProjection(judged_revision=max((one.content for one in view.judged), default=0))
        contested: list[Contested] = []
        for criterion, standing in sorted(view.marks.items()):
            if len({one.content for one in standing}) > 1:
                contested.append(Contested(criterion, self._variants(standing)))
            elif (mark := standing[0].content) is not None:
                sheet.marks[criterion] = mark.ticks
        for criterion, notes in view.notes.items():
            if text := self._joined([(one.at, one.content) for one in notes], "\n"):
                sheet.notes[criterion] = text
        if len(_states(view.turns)) > 1:
            contested.append(Contested("", self._variants(view.turns)))
        elif view.turns:
            sheet.state = view.turns[0].content.state
            sheet.reason = self._joined([(one.at, one.content.reason) for one in view.turns], " / ")
        if contested:
            sheet.state, sheet.reason = SheetState.FORKED, ""
            sheet.contested = tuple(contested)
        return sheet

    def _joined(self, texts: Iterable[tuple[int, str]], by: str) -> str:
        """Texts that nobody need choose between, each once, in the order of their acts' digests."""
        ordered = sorted(texts, key=lambda one: self._ordered[one[0]].digest)
        return by.join(dict.fromkeys(text for _, text in ordered if text))

    def _variants(self, standing: Standing[Choice]) -> tuple[Variant, ...]:
        """What stands there, in the order of digests; what several acts say alike is one variant."""
        by_content: dict[Choice, list[Step]] = {}
        for one in sorted(standing, key=lambda one: self._ordered[one.at].digest):
            by_content.setdefault(one.content, []).append(self._ordered[one.at])
        return tuple(
            Variant(content, tuple(sorted({one.pen for one in by})), tuple(one.digest for one in by))
            for content, by in by_content.items()
        )


def _states(turns: Standing[Turn]) -> set[tuple[SheetState, int]]:
    """What became of a sheet, whatever the reasons."""
    return {(one.content.state, one.content.judged) for one in turns}
