"""Joining under limits, where taking the least loaded first runs into a dead end."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.assignment.components import Components
from judge.assignment.joining import _by_load, join
from tests.judge.assignment.small import parts


def star(count: int) -> Components:
    """So many components of one nomination and one reviewer each."""
    return Components(np.arange(count), np.arange(count), count)


@settings(max_examples=400, deadline=None)
@given(st.data(), st.integers(2, 5))
def test_as_many_are_joined_as_trying_everything_joins(data: st.DataObject, count: int) -> None:
    pairs = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    allowed = sorted(data.draw(st.sets(pairs, max_size=8)))
    able = np.zeros((count, count), bool)
    for row, column in allowed:
        able[row, column] = True
    load, room = (
        np.array(data.draw(st.lists(st.integers(0, 2), min_size=count, max_size=count))) for _ in range(2)
    )
    joints = join(star(count), able, np.ones_like(able), load, room)
    own = [(str(n), str(n)) for n in range(count)]

    def joined(extra: list[tuple[int, int]]) -> int:
        return count - parts([*own, *((str(row), str(column)) for row, column in extra)])

    most = 0
    for mask in range(2 ** len(allowed)):
        extra = [pair for n, pair in enumerate(allowed) if mask >> n & 1]
        if (np.bincount([column for _, column in extra], minlength=count) <= room).all():
            most = max(most, joined(extra))
    assert len(joints) == joined(list(joints)) == most
    assert all(able[row, column] for row, column in joints)
    assert (np.bincount([column for _, column in joints], minlength=count) <= room).all()


def test_a_dead_end_is_left_by_exchanging() -> None:
    """The first reviewer could join the second's component or the third's, the second only the first's."""
    able = np.zeros((3, 3), bool)
    able[[1, 2, 0], [0, 0, 1]] = True
    given = (star(3), able, np.ones_like(able), np.array([0, 5, 9]), np.array([1, 1, 0]))
    assert _by_load(*given) == ((1, 0),)
    assert set(join(*given)) == {(2, 0), (0, 1)}
