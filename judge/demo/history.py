"""What is known from before: earlier years' award lists, and the names that enterprises had then."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from judge.demo.chance import stream
from judge.demo.filings import QC_GROUP, TRUSTED_TEAM, Filing
from judge.demo.tables import write_table
from rubrics.model import Programme

_YEARS = (2016, 2017, 2018)
_ASKS_FOR = {"qc-enterprise": QC_GROUP, "team-enterprise": TRUSTED_TEAM}
"""The awards whose candidates must have won another one in each of the years."""
_WON = 0.95
"""Share of the years in which a candidate's group or team won."""
_RENAMED = 0.3
"""Share of the candidates that had another name until 2017."""

_WINNERS = ("晨光", "旭日", "红柳", "胡杨", "雪松")
_HEADING = ("年度", "奖项", "小组/班组名称", "企业名称", "推荐单位")
_NAMES_HEADING = ("单位名称", "曾用名")


def former_names(filings: Sequence[Filing], seed: int) -> dict[str, str]:
    """By enterprise, the name that it had until 2017, for those candidates that had another."""
    known = {filing.organisation for filing in filings}
    candidates = sorted({filing.organisation for filing in filings if filing.award in _ASKS_FOR})
    renamed = {
        name: f"原{name}筹建处" for name in candidates if stream(seed, "renamed", name).random() < _RENAMED
    }
    return {name: former for name, former in renamed.items() if former not in known}


def write_former_names(path: Path, names: Mapping[str, str]) -> None:
    """Write the table of other names."""
    write_table(path, _NAMES_HEADING, sorted(names.items()))


def write_past_awards(
    path: Path, filings: Sequence[Filing], names: Mapping[str, str], programme: Programme, seed: int
) -> None:
    """Write the earlier years' lists as one table."""
    write_table(path, _HEADING, sorted(set(_rows(filings, names, programme, seed))))


def _rows(
    filings: Sequence[Filing], names: Mapping[str, str], programme: Programme, seed: int
) -> Iterator[tuple[str, ...]]:
    for filing in filings:
        asked = _ASKS_FOR.get(filing.award)
        if asked is None:
            continue
        rng = stream(seed, "won", *filing.identity)
        for year in _YEARS:
            if rng.random() < _WON:
                now = filing.organisation
                then = names.get(now, now) if year < _YEARS[-1] else now
                kind = "QC小组" if asked == QC_GROUP else "班组"
                winner = f"{rng.choice(_WINNERS)}{year % 100}{kind}"
                yield f"{year}", programme.award(asked).title.zh, winner, then, filing.body
