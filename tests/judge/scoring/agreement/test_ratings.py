from judge.scoring.agreement.ratings import crossed
from tests.judge.scoring.agreement.published import by_units


def test_sections_are_blocks_of_their_own() -> None:
    table = (
        (1, 2, None, None),
        (3, 4, None, None),
        (None, None, 5, 6),
        (None, None, 7, 8),
        (9, 9, None, None),
    )

    found = [
        (block.raters, block.units.tolist(), block.values.tolist()) for block in crossed(by_units(table))
    ]

    assert found == [
        ((0, 1), [0, 1, 4], [[1, 2], [3, 4], [9, 9]]),
        ((2, 3), [2, 3], [[5, 6], [7, 8]]),
    ]


def test_a_panel_met_once_is_no_block() -> None:
    assert list(crossed(by_units(((1, 2, None), (None, 3, 4), (5, None, None), (6, None, None))))) == []
