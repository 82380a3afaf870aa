"""What headings of a score table can be, by what the edition knows: a criterion, a reviewer, a nomination."""

import re
from collections.abc import Iterator

from imports.matching import Index, label_key
from imports.panel_tables.words import is_computed
from imports.register import Nameable, Register

_PARTING = re.compile(r"\s*[·•|/:：—–_\n（(+-]\s*|\s+")
_FIGURE = re.compile(r"[-−－+]?[0-9０-９]*[.．,，]?[0-9０-９]+\s*(?:分|%|％|[Pp]oints?)?")


def is_figure(written: str) -> bool:
    """True for what looks like points, right or wrong."""
    return _FIGURE.fullmatch(written.strip()) is not None


_REMARK = re.compile("(?:满分|权重|占比|max|weight|outof).*|[0-9]+(?:分|points?|pts?)")
"""What explains a criterion in its heading: 10分, 满分 20, 权重30%; a number alone may be a reviewer's."""


class Vocabulary:
    """The criteria of the programme, and the names that are known or may be taken from the table."""

    def __init__(self, register: Register) -> None:
        rubrics = [register.programme.rubric_of(award.key) for award in register.programme.awards]
        self.criteria = tuple(dict.fromkeys(c for rubric in rubrics for c in rubric.criteria))
        self.is_one = all(len(rubric.criteria) == 1 for rubric in rubrics)
        """Whether what is marked needs no word: every rubric has one criterion."""
        self.takes_reviewers = Nameable.REVIEWER in register.takes
        self.takes_nominations = Nameable.NOMINATION in register.takes
        self._criteria = {
            label_key(name)
            for c in self.criteria
            for name in (c.title.zh, c.title.en, c.key)
            if label_key(name)
        }
        self._reviewers: Index[str] = Index()
        self._nominations: Index[str] = Index()
        for reviewer in register.reviewers:
            self._reviewers.add(reviewer.key, reviewer.key, reviewer.name)
        for nomination in register.nominations:
            self._nominations.add(nomination.key, nomination.key, nomination.name)

    def is_criterion(self, written: str) -> bool:
        """True for a criterion's key, or its title in either language."""
        return label_key(written) in self._criteria

    def is_reviewer(self, written: str) -> bool:
        """True for a known reviewer's key or name."""
        return bool(self._reviewers.find(written))

    def is_nomination(self, written: str) -> bool:
        """True for a known nomination's key or name."""
        return bool(self._nominations.find(written))

    def is_sum(self, heading: str) -> bool:
        """True for a panel's own sum, alone or of one reviewer or criterion (合计, 张三 平均)."""
        return is_computed(heading) or any(is_computed(side) for sides in _parted(heading) for side in sides)

    def pair(self, heading: str) -> tuple[str, str] | None:
        """Reviewer and criterion of a heading that names both, in either order; None where that is unsure."""
        found = {}
        for left, right in _parted(heading):
            for reviewer, criterion in ((left, right), (right, left)):
                if self.is_criterion(criterion) and self._may_review(reviewer):
                    found[label_key(reviewer), label_key(criterion)] = reviewer, criterion
        known = [pair for pair in found.values() if self.is_reviewer(pair[0])]
        sure = known if len(known) == 1 else list(found.values())
        return sure[0] if len(sure) == 1 else None

    def _may_review(self, written: str) -> bool:
        """False for what stands beside a criterion without being a reviewer: its points, its weight."""
        is_remark = _REMARK.fullmatch(label_key(written)) is not None
        return bool(label_key(written)) and not is_remark and not self.is_criterion(written)


def _parted(heading: str) -> Iterator[tuple[str, str]]:
    """The two sides of a heading at each sign that may part it."""
    for sign in _PARTING.finditer(heading):
        right = heading[sign.end() :]
        # A bracket that opened here closes at the end.
        right = right.rstrip(" ）)") if sign.group().strip() in {"（", "("} else right.strip()
        yield heading[: sign.start()].strip(), right
