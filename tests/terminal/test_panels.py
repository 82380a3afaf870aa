"""The screen of panels in a real terminal: what a card states and a key deals is in the edition."""

from collections.abc import Callable
from pathlib import Path

from judge.services.editions.edition import make_edition, open_edition
from judge.services.panels.standing import panels
from judge.services.panels.stating import SeatWish, state_seat
from rubrics.catalogue import load_builtin
from tests.judge.services import small_papers as papers
from tests.terminal.terminal import Terminal

GROUPS = "qc-group"


def shows(*words: str) -> Callable[[list[str]], bool]:
    return lambda rows: all(any(word in row for row in rows) for word in words)


def test_a_card_and_a_section_typed_at_full_speed_are_stated(tmp_path: Path) -> None:
    path = tmp_path / "x.judge"
    edition = make_edition(str(path), title="x", year=2019, programme=load_builtin("xinjiang_2019"))
    papers.file(edition, papers.quotas(tmp_path), papers.nominations(tmp_path), papers.reviewers(tmp_path))
    state_seat(edition, "R02", SeatWish(GROUPS, "B"))
    edition.close()

    terminal = Terminal("panel", str(path), "--screen")
    terminal.wait_for(shows("R01", "reviewer qc-group B"))
    terminal.type("\r")
    terminal.wait_for(shows("Most sheets", "F2"))
    terminal.type("\x1b[B\x1b[B139\x1b[B汉语\x1b[B12\x1bOQ")
    terminal.wait_for(shows("0/12"))
    terminal.type("gb ")
    terminal.wait_for(shows("anchor", "红柳"))
    terminal.leave()

    edition = open_edition(str(path))
    try:
        held = panels(edition)
        said = held.members[0].detail
        assert (said.phone, said.languages, said.load_limit) == ("139", "汉语", 12)
        assert {key: tuple(one) for key, one in held.sections.items()} == {
            "qc-group-0001": ("B", False),
            "qc-group-0002": ("", True),
        }
    finally:
        edition.close()
