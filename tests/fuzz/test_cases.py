"""A few hundred spoilt papers with every run; twenty thousand with `make fuzz`."""

from collections import Counter
from pathlib import Path

import pytest

from tests.fuzz.cases import Case, case
from tests.fuzz.ground import Ground
from tests.fuzz.seeds import Seed, seeds
from tests.fuzz.worker import outcome

SEED = 3
EACH = 6
"""Cases of each paper."""
PAPERS = {f"{number}-{seed.name}": number for number, seed in enumerate(seeds())}
UNREAD = {"申报表.doc", "申报表.rtf.doc", "加密.xlsx", "cells.xls", "cells.ods", "名额分配表.docx"}
"""Papers that are refused as they are: what is done to them may make neither better."""


@pytest.mark.parametrize("number", PAPERS.values(), ids=PAPERS)
def test_a_spoilt_paper_is_read_or_refused(number: int, ground: Ground, papers: Path) -> None:
    for at in range(number, number + EACH * len(seeds()), len(seeds())):
        fault = outcome(ground, case(SEED, at), papers).fault
        assert not fault, f"python -m bench.fuzz --seed {SEED} --only {at}\n{fault}"


@pytest.mark.parametrize("seed", [seed for seed in seeds() if seed.name not in UNREAD], ids=lambda s: s.name)
def test_a_paper_that_nobody_spoils_is_filed(seed: Seed, ground: Ground, papers: Path) -> None:
    tried = outcome(ground, Case(seed.name, seed.content, ()), papers)
    assert (tried.fault, tried.word) == ("", "known" if seed.name == "附件3.docx" else "filed")


def test_cases_reach_every_end(ground: Ground, papers: Path) -> None:
    met = Counter(outcome(ground, case(SEED, number), papers).word for number in PAPERS.values())
    assert met["filed"] > 5
    assert met["refused"] > 10
