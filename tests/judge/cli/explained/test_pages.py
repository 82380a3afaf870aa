"""The example of docs/method.md as `judge explain` prints it, held word for word in both languages."""

import json
import os
import re
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len

from judge.scoring.method import Method
from tests.docs import pages
from tests.judge.cli.shell import judge
from tests.judge.conftest import TickingClock
from tests.judge.locale.arithmetic import chains, checked
from tests.judge.services import small_papers as papers
from tests.judge.services.figures import example
from tests.judge.services.figures.example import DAWN, GOBI, POPLAR, SAXAUL, WILLOW

GOLDEN = Path(__file__).parent / "golden"
METHODS = {
    "plain": Method(),
    "ties": Method(ties=("top-marks", "criterion:c2"), rounding="half-even", decimals=1, round_at="sheet"),
    "criterion": Method(trim="criterion", weights={"c1": Fraction(1, 2)}, decimals=3, ties=("mean",)),
    "median": Method(combine="median", rank_on="printed", decimals=0, ties=("score", "spread")),
}
PRINTED = (
    ("dawn.en.txt", "plain", "en", (DAWN,)),
    ("dawn.zh.txt", "plain", "zh", (DAWN,)),
    ("saxaul.zh.anonymous.txt", "plain", "zh", (SAXAUL, "--anonymous")),
    ("gobi.en.txt", "plain", "en", (GOBI, "--list", "qc-group")),
    ("gobi.zh.txt", "plain", "zh", (GOBI, "--list", "qc-group")),
    ("dawn.json", "plain", "en", (DAWN, "--json")),
    ("saxaul.anonymous.json", "plain", "en", (SAXAUL, "--json", "--anonymous")),
    ("dawn.ties.en.txt", "ties", "en", (DAWN, "--list", "qc-group")),
    ("willow.ties.zh.txt", "ties", "zh", (WILLOW, "--list", "qc-group")),
    ("dawn.criterion.en.txt", "criterion", "en", (DAWN, "--list", "qc-group")),
    ("saxaul.median.zh.txt", "median", "zh", (SAXAUL, "--list", "qc-group")),
    ("dawn.ties.json", "ties", "en", (DAWN, "--json", "--list", "qc-group")),
)


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The example counted by the method of a name, made when it is asked for."""

    @cache
    def made(name: str) -> Path:
        folder = tmp_path_factory.mktemp(name)
        path = folder / "2019.judge"
        with pytest.MonkeyPatch.context() as patched:
            patched.delenv("JUDGE_EDITION", raising=False)
            example.made(str(path), folder, TickingClock(), METHODS[name]).close()
        return path

    return made


@pytest.fixture
def edition(editions: Callable[[str], Path]) -> Path:
    return editions("plain")


@pytest.mark.parametrize(("file", "method", "language", "words"), PRINTED, ids=[file for file, *_ in PRINTED])
def test_what_is_printed_is_what_is_kept(
    editions: Callable[[str], Path], file: str, method: str, language: str, words: tuple[str, ...]
) -> None:
    said = judge("--lang", language, "explain", editions(method), *words)
    assert (said.code, said.err) == (0, "")
    kept = GOLDEN / file
    if os.environ.get("JUDGE_TESTS_WRITE_GOLDEN"):
        kept.write_text(said.out, encoding="utf-8")
    assert said.out == kept.read_text(encoding="utf-8")
    assert all(cell_len(line) <= 80 for line in said.out.splitlines()) or file.endswith("json")


@pytest.mark.parametrize(
    ("file", "method"), [(file, method) for file, method, *_ in PRINTED if file.endswith("txt")]
)
def test_the_kept_pages_recompute(file: str, method: str) -> None:
    text = re.sub(r"\n +", " ", (GOLDEN / file).read_text(encoding="utf-8"))
    found = [checked(chain, METHODS[method].decimals) for chain in chains(text)]
    assert len(found) > 3


def test_the_page_of_the_docs_is_one_of_them() -> None:
    (shown,) = (block.text for block in pages.blocks(pages.HOUSE / "docs" / "explaining.md", "text"))
    assert shown == (GOLDEN / "dawn.en.txt").read_text(encoding="utf-8")


def test_the_data_has_every_figure_exactly(edition: Path) -> None:
    (dawn,) = judge("explain", edition, DAWN, "--json").data["nominations"]
    assert dawn["score"]["exact"] == "254/3"
    assert [sheet["enters"] for sheet in dawn["sheets"]] == ["90", "80", "171/2", "177/2", "71"]
    assert dawn["sheets"][1]["marks"][2] == {"criterion": "c2", "marked": True, "ticks": None, "points": None}
    (gobi,) = judge("explain", edition, GOBI, "--json").data["nominations"]
    assert gobi["score"] is None
    assert gobi["sheets"][4]["total"] is None
    assert gobi["sheets"][4]["marks"] is None


def test_an_anonymous_explanation_names_no_reviewer_and_gives_no_reason(edition: Path) -> None:
    for words in (("--json",), ()):
        said = judge("explain", edition, *example.NAMES, "--anonymous", *words).out
        assert not re.search(r"\bR[1-5]\b", said)
        assert "子公司" not in said
        assert "子公司" in judge("explain", edition, *example.NAMES, *words).out
    shown = judge("explain", edition, SAXAUL, "--anonymous", "--json").data["nominations"][0]["sheets"]
    assert [sheet["number"] for sheet in shown] == [1, 2, 3, 4, 5]


def test_several_nominations_are_told_one_after_the_other(edition: Path) -> None:
    said = judge("explain", edition, POPLAR, "红柳").out
    assert said.index(POPLAR) < said.index("=" * 80) < said.rindex(WILLOW)
    (first, second) = judge("explain", edition, POPLAR, "红柳", "--json").data["nominations"]
    assert (first["nomination"], second["nomination"]) == (POPLAR, WILLOW)


def test_what_people_wrote_is_no_markup(tmp_path: Path) -> None:
    edition = tmp_path / "2019.judge"
    assert judge("new", edition, "--title", "[bold]2019[/x]", "--year", "2019").code == 0
    sent = (papers.quotas(tmp_path), papers.nominations(tmp_path, ["[/x]=1+1小组"]))
    assert judge("import", edition, *sent).code == 0
    said = judge("explain", edition, "[/x]=1+1小组")
    assert "[/x]=1+1小组 (qc-group-0001)" in said.out
    assert "[bold]2019[/x]" in said.out
    assert "No sheet has been assigned yet." in said.out
    assert "There is no score yet." in said.out


def test_what_is_typed_wrongly_is_said_in_a_sentence(edition: Path) -> None:
    assert judge("explain", edition).code == 2
    said = judge("explain", edition, "红")
    assert said.code == 1
    assert WILLOW in said.err
    assert judge("explain", edition, DAWN, "--list", "nobel").code == 1
    assert json.loads(judge("explain", edition, DAWN, "--json").out)
