"""Points and ticks: reading what a reviewer typed, showing it again, and the level it falls in.

A mark is kept in ticks, whole numbers of the rubric's step. Nothing here rounds or clamps.
"""

import re
from fractions import Fraction
from types import MappingProxyType

from rubrics.model import Criterion, Level
from rubrics.problems import Param

LONGEST = 12
"""The most characters that the number of a mark may have."""

# Full-width forms only: the wider NFKC folding would also read 5² as 52 and ① as 1.
_NARROW = str.maketrans("０１２３４５６７８９．", "0123456789.")
_MINUS = ("-", "−", "－", "–")
_MARK = re.compile(r"([0-9]+(?:\.[0-9]+)?|\.[0-9]+)\s*(?:分|[Pp]oints?)?")


class MarkRefused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A typed mark that is not taken; `code` and `params` say why, as plain decimals."""

    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = MappingProxyType(params)


def read_points(text: str, rubric_step: Fraction, full_ticks: int) -> int:
    """The ticks of a mark as typed in points: "12.5", "１２．５", " 12.5 分 ", "12.5 points".

    Raises:
        MarkRefused: "mark-not-a-number" (given), also for a plus sign, an exponent, a comma or more than
            `LONGEST` characters; "mark-negative" (given); "mark-out-of-range" (points, full);
            "mark-off-step" (points, step).
    """
    typed = text.strip()
    narrow = typed.translate(_NARROW)
    read = _MARK.fullmatch(narrow)
    if not read or len(read.group(1)) > LONGEST:
        if _is_negative(narrow):
            raise MarkRefused("mark-negative", given=typed[:40])
        raise MarkRefused("mark-not-a-number", given=typed[:40])
    number = read.group(1)
    ticks = Fraction(number) / rubric_step
    if ticks > full_ticks:
        raise MarkRefused("mark-out-of-range", points=number, full=points_text(full_ticks, rubric_step))
    if ticks.denominator != 1:
        raise MarkRefused("mark-off-step", points=number, step=plain_decimal(rubric_step))
    return ticks.numerator


def _is_negative(typed: str) -> bool:
    """True for a number below 0: points begin at 0, which is another fault than being no number."""
    read = _MARK.fullmatch(typed[1:].lstrip()) if typed[:1] in _MINUS else None
    return read is not None and len(read.group(1)) <= LONGEST and Fraction(read.group(1)) > 0


def points_text(ticks: int, step: Fraction, *, aligned: bool = False) -> str:
    """The points of `ticks` steps as an exact plain decimal: "12.5", "21".

    With `aligned`, every number has as many decimals as the step needs ("21.0"), for columns.

    Raises:
        ValueError: for a step that no decimal can write.
    """
    return plain_decimal(ticks * step, least_decimals=_decimals(step) if aligned else 0)


def plain_decimal(number: Fraction, least_decimals: int = 0) -> str:
    """An exact number in as few digits as it takes, with at least `least_decimals` decimals.

    Raises:
        ValueError: for a fraction that no decimal can write, such as a third.
    """
    decimals = max(_decimals(number), least_decimals)
    digits = str(abs(number.numerator) * 10**decimals // number.denominator).rjust(decimals + 1, "0")
    sign = "-" if number < 0 else ""
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}" if decimals else f"{sign}{digits}"


def level_of(ticks: int, criterion: Criterion) -> Level | None:
    """The level whose band holds `ticks` (not negative): the highest floor reached, compared exactly.

    None for a criterion that states no levels.
    """
    reached = (level for level in criterion.levels if _reaches(ticks, level, criterion))
    return max(reached, key=lambda level: level.floor_percent, default=None)


def lowest_ticks(level: Level, criterion: Criterion) -> int:
    """The smallest mark, in ticks, that reaches the level's floor."""
    return -(-level.floor_percent * criterion.full_ticks // 100)


def _reaches(ticks: int, level: Level, criterion: Criterion) -> bool:
    return ticks * 100 >= level.floor_percent * criterion.full_ticks


def _decimals(number: Fraction) -> int:
    """How many decimals an exact number needs: the larger power of 2 or 5 in its denominator."""
    rest, powers = number.denominator, {2: 0, 5: 0}
    for prime in powers:
        while rest % prime == 0:
            rest //= prime
            powers[prime] += 1
    if rest != 1:
        raise ValueError(f"{number} has no finite decimal form")
    return max(powers.values())
