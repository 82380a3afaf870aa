"""Rounding for print: once, half up, from the exact value."""

from decimal import Decimal

from exports.records import Figure


def _steps(figure: Figure, decimals: int) -> int:
    """`figure` in units of its last printed place, halves away from zero."""
    numerator, denominator = figure.as_integer_ratio()
    unit: int = 10**decimals
    steps = (2 * abs(numerator) * unit + denominator) // (2 * denominator)
    return steps if numerator >= 0 else -steps


def printed(figure: Figure, decimals: int) -> Decimal:
    """`figure` rounded half up to `decimals` places, trailing zeros kept."""
    return Decimal(_steps(figure, decimals)).scaleb(-decimals)


def cell_number(figure: Figure, decimals: int) -> float:
    """The same rounded figure as the binary number nearest to it, which is what a workbook can hold."""
    return float(_steps(figure, decimals) / 10**decimals)


def shortest(figure: Figure) -> str:
    """Full points without needless zeros: "15", "12.5"; three places at most."""
    text = f"{printed(figure, 3):f}"
    return text.rstrip("0").rstrip(".")
