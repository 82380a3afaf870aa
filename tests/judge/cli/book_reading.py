"""An award book read back in English, and what `judge rank --json` says that must stand in it."""

from collections import Counter
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from judge.domain.standing import Reason, Standing
from judge.locale.standings import REASONS, STANDINGS
from rubrics.catalogue import load_builtin
from rubrics.model import Rubric

Row = list[object]

COLUMNS = [
    "Rank",
    "Rank in body",
    "Score",
    "Standing",
    "Name",
    "Organisation",
    "Recommending body",
    "Subject",
    "Nomination",
    "Remarks",
    "Sheets counted",
    "Sheets expected",
]


def sheets_of(book: Path) -> list[list[Row]]:
    """Every sheet's rows; an empty cell is ""."""
    workbook = CalamineWorkbook.from_path(book)
    return [
        [list(row) for row in workbook.get_sheet_by_name(name).to_python()] for name in workbook.sheet_names
    ]


def below(rows: list[Row], first_head: str) -> tuple[Row, list[Row]]:
    """The row of heads that begins so, and the rows below it."""
    head = next(number for number, row in enumerate(rows) if row[0] == first_head)
    return rows[head], rows[head + 1 :]


def listed(ranked: dict[str, Any]) -> tuple[Row, list[Row]]:
    """A list of `judge rank --json` as its sheet holds it: every head and every cell."""
    rubric = load_builtin("xinjiang_2019").rubric_of(ranked["award"])
    heads: Row = [
        *COLUMNS,
        *(f"{c.title.en}\n{_shortest(c.full_ticks * rubric.step)}" for c in rubric.criteria),
    ]
    return heads, [_cells(line, rubric) for line in ranked["lines"]]


def standings(ranked: dict[str, Any]) -> Counter[str]:
    """How many of its lines have each standing."""
    return Counter(line["standing"] for line in ranked["lines"])


def assert_quotas(rows: list[list[object]], ranked_lists: list[dict[str, Any]]) -> None:
    """Filed, awarded and undecided of every body and category are the lists' own lines."""
    heads, (*bodies, total) = below(rows, "No.")
    bands = rows[rows.index(heads) - 1]
    by_title = {ranked["title"]["en"]: ranked["lines"] for ranked in ranked_lists}
    categories = [(at, by_title[str(band)]) for at, band in enumerate(bands) if band]
    assert len(categories) == 3
    for at, lines in categories:
        assert heads[at : at + 4] == ["Seats", "Filed", "Awarded", "Undecided"]
        for row in bodies:
            own = [line["standing"] for line in lines if line["body"] == row[1]]
            assert row[at + 1 : at + 4] == [len(own), own.count("awarded"), own.count("undecided")]
        for column in range(at, at + 4):
            assert total[column] == sum(float(str(row[column])) for row in bodies)


def _cells(line: dict[str, Any], rubric: Rubric) -> Row:
    return [
        _number(line["rank"]),
        _number(line["rank_in_body"]),
        _number(line["score"]),
        STANDINGS[Standing(line["standing"])],
        line["name"],
        line["organisation"],
        line["body"],
        line["subject"],
        line["nomination"],
        "; ".join(_remarks(line, rubric)),
        float(line["sheets"]["counted"]),
        float(line["sheets"]["expected"]),
        *(_number(line["criteria"][c.key]) for c in rubric.criteria),
    ]


def _remarks(line: dict[str, Any], rubric: Rubric) -> list[str]:
    gates = {gate.key: f"not met: {gate.title.en}" for gate in rubric.gates}
    place = [f"no. {line['reserve_place']} of the body's reserve"] if line["reserve_place"] else []
    reasons = [gates.get(reason) or REASONS[Reason(reason)] for reason in line["reasons"]]
    titles = {gate.key: gate.title.en for gate in rubric.gates}
    return place + reasons + [f"to verify: {titles[gate]}" for gate in line["to_verify"]]


def _number(said: str | int | None) -> object:
    """A figure of the JSON, exact or printed, with two decimals, halves up; "" where there is none."""
    if said is None:
        return ""
    exact = Fraction(said)
    with localcontext() as context:
        context.prec = 60
        quotient = Decimal(exact.numerator) / Decimal(exact.denominator)
    return float(quotient.quantize(Decimal("0.01"), ROUND_HALF_UP))


def _shortest(points: Fraction) -> str:
    return f"{float(points):g}"
