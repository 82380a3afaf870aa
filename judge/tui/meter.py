"""A bar of block glyphs, to an eighth of a cell."""

_EIGHTHS = " ▏▎▍▌▋▊▉"


def meter(share: float, width: int) -> str:
    """A bar of `width` cells between its end marks, filled from the left to `share` (0 to 1)."""
    inner = max(1, width - 2)
    eighths = round(max(0.0, min(share, 1.0)) * inner * 8)
    whole, rest = divmod(eighths, 8)
    bar = "█" * whole + (_EIGHTHS[rest] if rest else "")
    return f"▕{bar.ljust(inner)}▏"
