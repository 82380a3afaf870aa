"""A table in a narrow window shows fewer columns and says which; it never breaks a key or a figure."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from judge.cli.tables import Column, print_table

COLUMNS = (
    Column("score", figures=True),
    Column("nomination", key=True),
    Column("name"),
    Column("body", spare=1),
    Column("sheets", figures=True, spare=2),
)
NARROWEST = 60
"""What score, key and a name of sixteen cells need, with their frame."""

texts = st.text(st.sampled_from("晨光QC小组 ·[/x]=1+"), max_size=40)
rows = st.lists(
    st.tuples(
        st.integers(0, 10**6).map(lambda n: f"{n / 100:.2f}"),
        st.integers(1, 9999).map(lambda n: f"team-individual-{n:04}"),
        texts,
        texts,
        st.sampled_from(["5/5", "12/36"]),
    ),
    min_size=1,
    max_size=5,
)


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A terminal, as far as rich can tell."""
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("TERM", "xterm")
    return monkeypatch


def printed(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out).splitlines()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows, st.integers(NARROWEST, 200))
def test_no_key_and_no_figure_is_ever_broken(
    window: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    rows: list[tuple[str, str, str, str, str]],
    width: int,
) -> None:
    window.setenv("COLUMNS", str(width))
    print_table(COLUMNS, rows)
    lines = printed(capsys)
    assert max(map(cell_len, lines)) <= width
    said = " ".join(" ".join(lines).partition("Left out for want of room: ")[2].split())
    left_out = said.partition(". ")[0].split(", ") if said else []
    assert left_out in ([], ["sheets"], ["body", "sheets"])
    for row in rows:
        for column, cell in zip(COLUMNS, row, strict=True):
            if (column.key or column.figures) and column.title not in left_out:
                assert any(cell in line.split() for line in lines)


def test_what_is_left_out_fits_where_it_is_said_to(
    window: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    row = ("92.17", "team-individual-0001", "晨光小组" * 6, "自治区工信局" * 4, "5/5")
    window.setenv("COLUMNS", "60")
    print_table(COLUMNS, [row])
    (wide,) = re.findall(r"window of (\d+) columns", " ".join(" ".join(printed(capsys)).split()))
    for columns, is_whole in ((int(wide), True), (int(wide) - 1, False)):
        window.setenv("COLUMNS", str(columns))
        print_table(COLUMNS, [row])
        assert ("5/5" in "".join(printed(capsys))) is is_whole


def test_a_pipe_takes_a_row_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    row = ("92.17", "team-individual-0001", "晨光小组\n" * 50, "自治区" * 50, "5/5")
    print_table(COLUMNS, [row])
    (line,) = [line for line in printed(capsys) if "92.17" in line]
    assert "自治区" * 50 in line
    assert "5/5" in line


def test_an_escape_in_a_name_does_not_steer_the_terminal(
    window: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    window.setenv("COLUMNS", "120")
    print_table(COLUMNS, [("1", "k", "\x1b[2J晨光", "x", "5/5")])
    assert "\x1b[2J" not in capsys.readouterr().out
