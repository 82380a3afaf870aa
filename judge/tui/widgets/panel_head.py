from textual.strip import Strip

from judge.tui.cells import cell_len, clean_line, cut
from judge.tui.ink import Inked, Line


class PanelHead(Inked):
    """One line of words, the first of them strong, with some at its right end where there is room."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._told: tuple[str, str, str] = ("", "", "")

    def tell(self, strong: str, said: str, right: str = "") -> None:
        """Say something else."""
        told = clean_line(strong), clean_line(said), clean_line(right)
        if told != self._told:
            self._told = told
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        return self.paint(self._line(self.size.width) if y == 0 else [])

    def _line(self, width: int) -> Line:
        strong, said, right = self._told
        room = max(0, width - 2)
        strong = cut(strong, room)
        said = cut(f"  {said}", max(0, room - cell_len(strong))) if said else ""
        gap = room - cell_len(strong + said + right)
        end: Line = [(" " * gap, ""), (right, "dim")] if right and gap > 0 else []
        return [(" ", ""), (strong, "strong"), (said, ""), *end]
