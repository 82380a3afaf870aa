"""How a deadline is typed, kept and meant."""

from datetime import UTC, datetime

import pytest

from judge.domain.refusal import Refusal
from judge.domain.setting import Deadline, end_of


@pytest.mark.parametrize(
    ("typed", "kept", "end"),
    [
        ("2019-07-20", "2019-07-20", datetime(2019, 7, 20, 16, tzinfo=UTC)),
        (" 2019-07-20 ", "2019-07-20", datetime(2019, 7, 20, 16, tzinfo=UTC)),
        ("2019-07-20T17:00", "2019-07-20T17:00+08:00", datetime(2019, 7, 20, 9, tzinfo=UTC)),
        ("2019-07-20 17:00", "2019-07-20T17:00+08:00", datetime(2019, 7, 20, 9, tzinfo=UTC)),
        ("2019-07-20T09:00Z", "2019-07-20T17:00+08:00", datetime(2019, 7, 20, 9, tzinfo=UTC)),
        ("none", "none", None),
        ("无", "none", None),
    ],
)
def test_a_deadline_is_a_day_or_a_moment_in_shanghai_or_none(
    typed: str, kept: str, end: datetime | None
) -> None:
    assert Deadline().kept("filing-deadline", typed) == kept
    assert end_of(kept) == end
    assert Deadline().kept("filing-deadline", kept) == kept


@pytest.mark.parametrize("typed", ["20-7", "2019-02-30", "tomorrow", "2019-07-20T25:00", "9999-12-31", "\0"])
def test_what_is_no_date_is_refused_with_what_is_allowed(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        Deadline().kept("filing-deadline", typed)
    assert refused.value.code == "setting-not-a-date"
    assert (refused.value.params["key"], refused.value.params["given"]) == ("filing-deadline", typed)
