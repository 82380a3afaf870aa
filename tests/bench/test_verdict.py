"""A bench says its bound and whether it is met; a missed one ends the run with 1, once all are measured."""

import importlib
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from bench import __main__ as benches
from bench.verdict import tell


def test_a_ratio_within_its_bound_is_met(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell("save: judge 1 ms", {"p50": 1.2, "p99": 3.0}, {"p50": 2.5, "p99": 3})
    assert capsys.readouterr().out == (
        "save: judge 1 ms; p50 1.20 ×, at most 2.5: met; p99 3.00 ×, at most 3: met\n"
    )


def test_one_missed_bound_is_enough(capsys: pytest.CaptureFixture[str]) -> None:
    assert not tell("export: judge 9 s", {"time": 1.1, "memory": 1.21}, {"time": 1.2, "memory": 1.2})
    assert capsys.readouterr().out.endswith("memory 1.21 ×, at most 1.2: MISSED\n")


def test_without_a_bound_nothing_is_missed(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell("forms: judge 300/s", {"time": 9.9}, {})
    assert capsys.readouterr().out == "forms: judge 300/s; time 9.90 ×, no bound\n"


def test_a_missed_bound_ends_the_run_with_one_after_all_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[str] = []

    def misses(name: str) -> bool:
        measured.append(name)
        return name == "save"

    monkeypatch.setattr(benches, "_misses", misses)
    assert (benches.main([]), measured) == (1, list(benches.BENCHES))
    assert benches.main(["start", "rank"]) == 0


def test_a_name_that_no_bench_has_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert benches.main(["sheet"]) == 2
    assert "sheets" in capsys.readouterr().err


@pytest.mark.parametrize("name", benches.BENCHES)
def test_the_page_states_the_bound_that_the_bench_holds(name: str) -> None:
    bounds: Mapping[str, float] = importlib.import_module(f"bench.{name}").AT_MOST
    page = Path(benches.__file__).with_name("README.md").read_text(encoding="utf-8")
    (row,) = (line for line in page.splitlines() if line.startswith(f"| `{name}` |"))
    stated = row.split("|")[4]
    assert {float(number) for number in re.findall(r"[\d.]+(?= ×)", stated)} == set(bounds.values())
    assert bool(bounds) is not ("no bound" in stated)
