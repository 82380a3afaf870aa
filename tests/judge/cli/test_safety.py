"""judge safety and judge sensitivity: figures with what they mean, in both languages."""

from fractions import Fraction
from pathlib import Path

import pytest

from judge.locale import speak
from judge.locale.safety import percent
from judge.locale.sensitivity import factor_words, turning_words
from judge.scoring.safety.turning import Turning
from tests.judge.cli.shell import judge
from tests.judge.services import small_papers as papers

POINTS = {"0001": (13, 13, 13), "0002": (9, 10, 12), "0003": (9, 9, 12), "0004": (7, 8, 6)}


@pytest.fixture
def unscored(tmp_path: Path) -> Path:
    edition = tmp_path / "season.judge"
    assert judge("new", edition, "--title", "2019 awards", "--year", "2019").code == 0
    sent = (papers.quotas(tmp_path), papers.nominations(tmp_path), papers.reviewers(tmp_path))
    assert judge("import", edition, *sent).code == 0
    return edition


@pytest.fixture
def season(unscored: Path, tmp_path: Path) -> Path:
    rows = [
        (f"qc-group-{code}", f"R0{m}", criterion, min(points, 10) if criterion == "sharing" else points)
        for code, row in POINTS.items()
        for m, points in enumerate(row, 1)
        for criterion in papers.CRITERIA
    ]
    assert judge("import", unscored, papers.scores(tmp_path, rows)).code == 0
    return unscored


def test_safety_from_the_shell(season: Path) -> None:
    said = judge("--lang", "en", "safety", season, "qc-group")
    assert said.code == 0
    assert "Each of the 27 ways to draw the 3 reviewers" in said.out
    assert "◐ contested" in said.out
    assert "● safe" in said.out
    assert "not whether marks are right or a seat deserved" in said.out
    assert "3 reviewers are few" in said.out
    said = judge("--lang", "zh", "safety", season, "qc-group", "--contested")
    assert "◐ 两可" in said.out
    assert "● 稳妥" not in said.out
    assert "全部 27 种抽法逐一计算" in said.out
    # Without its second reviewer drawn the second ties with the third: 8 draws of 27.
    (data,) = judge("safety", season, "qc-group", "--json").data["lists"]
    third = next(line for line in data["lines"] if line["nomination"] == "qc-group-0003")
    assert third["drawn"]["above"] == third["drawn"]["tied"] == "8/27"
    assert third["drawn"]["word"] == "contested"
    assert third["model"] is None
    assert data["model"] is None
    assert [said["caveat"] for said in data["caveats"]] == ["few-reviewers", "few-sheets"]


def test_the_model_beside_it(season: Path) -> None:
    said = judge("--lang", "en", "safety", season, "qc-group", "--posterior", "--seed", "5")
    assert "by the model" in said.out
    assert "standard deviations of" in said.out
    (data,) = judge("safety", season, "qc-group", "--posterior", "--seed", "5", "--json").data["lists"]
    again = judge("safety", season, "qc-group", "--posterior", "--seed", "5", "--json").data["lists"][0]
    assert data == again
    assert data["model"]["variances"]["nomination"] > 0


def test_lists_without_places_say_so(season: Path) -> None:
    said = judge("--lang", "en", "safety", season, "trusted-team")
    assert said.code == 0
    assert "No nomination of this list has a place yet" in said.out
    assert "nan" not in said.out.lower()
    said = judge("--lang", "en", "sensitivity", season, "trusted-team")
    assert "No nomination of this list has a place yet" in said.out


def test_sensitivity_from_the_shell(season: Path) -> None:
    said = judge("--lang", "en", "sensitivity", season, "qc-group")
    assert said.code == 0
    assert "without" in said.out
    assert "the median" in said.out
    said = judge("--lang", "zh", "sensitivity", season, "qc-group")
    assert "评分项权重" in said.out
    (data,) = judge("sensitivity", season, "qc-group", "--json").data["lists"]
    (without,) = [one for one in data["reviewers"] if one["without"] == "R02"]
    # What the second reviewer alone told apart is then a tie for the last seat.
    assert {(s["nomination"][-4:], s["before"], s["after"]) for s in without["standings"]} == {
        ("0002", "awarded", "undecided"),
        ("0003", "reserve", "undecided"),
    }


@pytest.mark.parametrize("method", ["severity", "z-score", "olympic", "printed", "trimmed-by-criterion"])
def test_by_whatever_method_counts_the_list(season: Path, method: str) -> None:
    assert judge("method", "use", season, method, "--award", "qc-group", "--reason", "to see").code == 0
    (ranked,) = judge("rank", season, "qc-group", "--json").data["lists"]
    (data,) = judge("safety", season, "qc-group", "--json").data["lists"]
    assert {line["nomination"]: (line["place"], line["score"]) for line in data["lines"]} == {
        line["nomination"]: (line["rank_in_body"], line["score"]) for line in ranked["lines"]
    }
    assert all(line["drawn"]["low"] <= line["place"] <= line["drawn"]["high"] for line in data["lines"])
    calibrated = "calibrated" in {said["caveat"] for said in data["caveats"]}
    assert calibrated == (method in {"severity", "z-score"})
    (changes,) = judge("sensitivity", season, "qc-group", "--json").data["lists"]
    assert {one["without"] for one in changes["reviewers"]} == {"R01", "R02", "R03"}
    assert all(one["refused"] or one["moved"] is not None for one in changes["methods"])


@pytest.mark.parametrize(
    "wrong", [("--level", "100"), ("--replicates", "3"), ("--seed", "-1"), ("--level", "x")]
)
def test_what_cannot_be_asked_is_a_usage_error(season: Path, wrong: tuple[str, str]) -> None:
    assert judge("safety", season, *wrong).code == 2


def test_an_unknown_list_is_one_sentence(season: Path) -> None:
    for command in ("safety", "sensitivity"):
        said = judge(command, season, "nobel")
        assert said.code == 1
        assert "nobel" in said.err
        assert "Traceback" not in said.err


def test_what_only_a_lot_has_found_is_never_quite_all_or_none() -> None:
    parts = (Fraction(0), Fraction(1, 2000), Fraction(1, 8), Fraction(949, 1000), Fraction(1))
    assert [percent(part, exact=False) for part in parts] == ["<1 %", "<1 %", "13 %", "94 %", ">99 %"]
    assert [percent(part, exact=True) for part in parts] == ["0 %", "<1 %", "13 %", "94 %", "100 %"]


def test_changes_of_weights_are_never_printed_smaller_than_they_are() -> None:
    speak("en")
    assert turning_words(None) == "–"
    assert turning_words(Turning(Fraction(-1, 3), Fraction(-1, 3), exact=True)) == "−34 %"
    assert turning_words(Turning(Fraction(1, 32), Fraction(1, 33), exact=False)) == "≈ +3.2 %"
    assert [factor_words(factor) for factor in (Fraction(0), Fraction(3, 4), Fraction(11, 10))] == [
        "× 0",
        "−25 %",
        "+10 %",
    ]


def test_places_moved_and_standings_stand_together(unscored: Path, tmp_path: Path) -> None:
    one, other = papers.CRITERIA[:2]
    own = {"0001": {one: 5, other: 10}, "0002": {one: 9}, "0003": dict.fromkeys(papers.CRITERIA, 3)}
    rows = [
        (f"qc-group-{code}", f"R0{m}", criterion, own.get(code, {}).get(criterion, 8))
        for code in POINTS
        for m in (1, 2, 3)
        for criterion in papers.CRITERIA
    ]
    sent = papers.scores(tmp_path, rows, "others.csv")
    assert judge("import", unscored, sent).code == 0
    said = judge("--lang", "en", "sensitivity", unscored, "qc-group").out
    # Without the first criterion the first two of a body with two seats change places, and both keep a seat.
    assert "2 / 0" in said
    assert "how many have another place / how many have another standing" in said
    assert "less by" in said
    weights = said[said.index("weight of") :].splitlines()
    assert max(map(len, weights[: 2 + len(papers.CRITERIA)])) <= 80


def test_a_list_without_seats_has_places_moved_and_no_line(tmp_path: Path) -> None:
    rubric, edition, table = tmp_path / "tasting.toml", tmp_path / "own.judge", tmp_path / "scores.csv"
    criteria = "".join(
        f'[[criteria]]\nkey = "{key}"\ntitle = {{ zh = "{key}", en = "{key}" }}\npoints = 10\n'
        for key in ("taste", "looks")
    )
    rubric.write_text(f'title = {{ zh = "品鉴", en = "Tasting" }}\n{criteria}', "utf-8")
    marks = {"a": (9, 2), "b": (3, 9), "c": (8, 4), "d": (2, 8)}
    rows = [f"{who},J{n},{min(x + n, 10)},{y}" for who, (x, y) in marks.items() for n in range(3)]
    table.write_text("\n".join(["target,reviewer,taste,looks", *rows]), "utf-8")
    assert judge("new", edition, "--rubrics", rubric).code == 0
    assert judge("import", edition, table, "--kind", "scores").code == 0
    said = judge("--lang", "en", "sensitivity", edition).out
    # By looks alone b stays first, d is second instead of fourth, c third instead of first too, a last.
    assert "3 / 0" in said
    assert "No seats are set on this list, so no standing can change." in said
    assert "loses a seat" not in said
    assert "less by" not in said
    said = judge("--lang", "en", "safety", edition, "--contested").out
    assert said.splitlines() == ["Tasting", "This list has no line, so nothing can be contested."]
    assert "place" in judge("--lang", "en", "safety", edition).out


def test_above_the_line_is_not_the_folder_above(season: Path) -> None:
    said = judge("--lang", "zh", "safety", season, "qc-group").out
    assert "线上" in said
    assert "上级" not in said


@pytest.mark.parametrize("command", ["safety", "sensitivity"])
def test_a_blank_line_stands_between_lists_and_not_at_the_end(season: Path, command: str) -> None:
    alone = [judge("--lang", "en", command, season, key).out for key in ("trusted-team", "qc-group")]
    assert not any(said.endswith("\n\n") for said in alone)
    together = judge("--lang", "en", command, season, "trusted-team", "qc-group").out
    assert together == "\n".join(alone)


def test_nothing_ranked_has_no_empty_table(season: Path) -> None:
    for more in ([], ["--contested"]):
        said = judge("--lang", "en", "safety", season, "trusted-team", *more).out
        assert "reaches" not in said
        assert "no line" not in said
