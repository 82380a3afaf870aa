"""The room itself: a fault of any sort is told, and the next case is tried all the same."""

from pathlib import Path

import pytest

from bench.fuzz import main
from tests.fuzz.cases import Case
from tests.fuzz.planted import digest, misbehave
from tests.fuzz.room import try_all

PLANTED = {
    "raises": "KeyError: 'raises'",
    "hoards": "MemoryError",
    "prints": "thread panicked",
    "dies": "the process died (3)",
    "hangs": "did not end within 10 s",
}


@pytest.mark.slow
def test_every_sort_of_fault_is_told_and_costs_no_other_case() -> None:
    names = [name for planted in PLANTED for name in (planted, "sound")]
    made = [Case(name, b"x", ()) for name in names]
    told = {
        number: outcome
        for number, _, outcome in try_all(range(len(made)), made.__getitem__, 1, misbehave, hangs_after=10)
    }
    for number, name in enumerate(names):
        assert PLANTED.get(name, "") in told[number].fault, name
        assert bool(told[number].fault) == (name in PLANTED), told[number]


@pytest.mark.slow
def test_a_seed_and_a_number_make_the_same_case_in_any_process() -> None:
    made = [Case(str(number), b"", ()) for number in range(60)]
    there = {n: outcome.word for n, _, outcome in try_all(range(60), made.__getitem__, 1, misbehave)}
    assert there == {number: digest(number) for number in range(60)}


@pytest.mark.slow
def test_the_nightly_run_says_what_it_tried(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    assert main(["--seed", "3", "--cases", "3", "--workers", "1", "--keep", str(kept)]) == 0
    said = capsys.readouterr().out
    assert "3 cases, seed 3" in said
    assert not kept.exists()
