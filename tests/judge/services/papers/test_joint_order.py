"""In whatever order a table and forms come, and in however many imports, they end in the same register."""

import itertools
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from judge.services.editions.edition import Edition, make_edition
from judge.services.papers.filing import file_papers
from rubrics.catalogue import load_builtin
from tests.judge.conftest import database
from tests.judge.services import small_papers as papers
from tests.judge.services.papers.companions import HEADINGS, Register, register_of, summary, word

NAMES: Sequence[Mapping[str, Sequence[str]]] = (
    {"name": ("晨光QC小组", "晨光 ＱＣ小组"), "organisation": ("企业(集团)0", "企业（集团） 0")},
    {"name": ("红柳·QC小组", "红柳•QC小组"), "organisation": ("=1+1", "＝1+1")},
)
TRUTH: Mapping[str, Sequence[str]] = {
    "presents": ("是", "是☑ 否□"),
    "members": ("古丽娜尔·阿不都热依木、\U00020bb7野正", "古丽娜尔•阿不都热依木，\U00020bb7野正"),
    "headcount": ("2", "２人"),
    "subject": ("[/x] 降低“故障”率", '[/x]降低"故障"率'),
    "contact": ("马丽", "马 丽"),
    "mobile": ("13899990000", "138 9999 0000"),
    "plaque": ("否", "是□ 否☑"),
}
"""How two papers write what is the same."""
FALSE = {"presents": "否", "members": "张三", "headcount": "9", "subject": "另一课题", "contact": "李四"}

Said = Mapping[str, str]


@st.composite
def agreeing(draw: st.DrawFn, group: int) -> Said:
    """Some of what is true of a group, some of it left empty, in one spelling or another."""
    said = {key: draw(st.sampled_from(spelt)) for key, spelt in NAMES[group].items()}
    for key, spelt in TRUTH.items():
        if draw(st.booleans()):
            said[key] = draw(st.sampled_from(("", *spelt)))
    return said


@st.composite
def doubtful(draw: st.DrawFn, group: int) -> Said:
    """The like, with perhaps something that is not true."""
    said = dict(draw(agreeing(group)))
    for key in draw(st.sets(st.sampled_from(sorted(FALSE)), max_size=1)):
        said[key] = FALSE[key]
    return said


Making = Callable[[], Edition]
ENGINES = pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
FEW = settings(
    max_examples=8,
    deadline=None,
    # Each example makes several editions: to shrink one would take many minutes.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def made(engine: str, request: pytest.FixtureRequest, folder: Path) -> Edition:
    server = request.getfixturevalue("postgres") if engine == "postgresql" else ""
    location = database(server) if server else tempfile.mktemp(".judge", dir=folder)  # noqa: S306 - in a folder of its own
    edition = make_edition(location, title="x", year=2019, programme=load_builtin("xinjiang_2019"))
    papers.file(edition, papers.quotas(folder))
    return edition


def imported(edition: Edition, *imports: Sequence[Path]) -> tuple[Register, list[set[str]]]:
    """The register after some imports, each filed as far as it is good, and what each of them refused."""
    refused = []
    try:
        for paths in imports:
            report = papers.read(edition, *paths)
            refused.append({paper.path.name for paper in report.refused})
            file_papers(edition, report, accept_good=True)
        return register_of(edition), refused
    finally:
        edition.close()


@pytest.mark.slow
@ENGINES
@FEW
@given(rows=st.tuples(agreeing(0), agreeing(1)), forms=st.tuples(agreeing(0), agreeing(1)))
def test_a_table_and_forms_that_agree_make_one_register_however_they_come(
    engine: str, request: pytest.FixtureRequest, rows: tuple[Said, Said], forms: tuple[Said, Said]
) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        table = summary(folder, *({key: row.get(key, "") for key in HEADINGS if key in row} for row in rows))
        words = [word(folder, form, f"{n}.docx") for n, form in enumerate(forms)]
        ways: Sequence[Sequence[Sequence[Path]]] = (
            [[table, *words]],
            [[*reversed(words), table]],
            [[table], words],
            [words, [table]],
            [[words[1]], [table], [words[0]]],
            [[table, *words], [folder / "汇总表.csv", *words]],
        )
        results = [imported(made(engine, request, folder), *way) for way in ways]
        for _, refused in results:
            assert not any(refused)
        assert [register for register, _ in results] == [results[0][0]] * len(ways)


@pytest.mark.slow
@ENGINES
@FEW
@given(
    rows=st.tuples(doubtful(0), doubtful(1)),
    others=st.lists(doubtful(0), max_size=1),
    forms=st.lists(st.integers(0, 1).flatmap(doubtful), min_size=1, max_size=2),
)
def test_what_is_refused_and_what_is_filed_do_not_depend_on_the_order_of_the_files(
    engine: str,
    request: pytest.FixtureRequest,
    rows: tuple[Said, Said],
    others: list[Said],
    forms: list[Said],
) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        sent = [summary(folder, *rows), *(word(folder, said, f"{n}.docx") for n, said in enumerate(forms))]
        sent += [summary(folder, said, file=f"表{n}.csv") for n, said in enumerate(others)]
        orders = list(itertools.permutations(sent))
        tried = (orders[0], orders[len(orders) // 2], orders[-1])
        first, *more = (imported(made(engine, request, folder), order) for order in tried)
        assert more == [first] * len(more)
