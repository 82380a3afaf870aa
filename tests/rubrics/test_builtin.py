"""The 2019 programme against its sources: the notice's clauses, and the points that domain experts agreed."""

import re
from collections.abc import Iterator

import pytest

from rubrics.catalogue import builtin_keys, load_builtin
from rubrics.model import Criterion, NotMetWhen, Rubric, Text

PROGRAMME = load_builtin("xinjiang_2019")
RUBRICS = list(PROGRAMME.rubrics.values())
CRITERIA = [criterion for rubric in RUBRICS for criterion in rubric.criteria]

FIELDS = {
    "qc-group": """presents name organisation address postcode department contact mobile adviser phone
        headcount subject plaque members narrative""",
    "qc-enterprise": "organisation contact address mobile postcode plaque narrative",
    "qc-promoter": "name position organisation address postcode contact mobile narrative",
    "trusted-team": """presents name organisation address postcode supervising_department contact mobile fax
        leader headcount plaque members work_completion_rate quality_pass_rate defect_rate first_pass_rate
        improvement_participation_rate accidents complaints training_attendances training_hours quality_cost
        narrative""",
    "team-enterprise": "organisation contact position postcode mobile plaque address narrative",
    "team-individual": "name organisation post position contact mobile address narrative",
}
POINTS_AND_CLAUSES = {
    "qc-group": "15 一.1|25 一.2 一.4(2)|15 一.2|20 一.1 一.3|15 一.2 一.4(1)|10 一.1 一.3 一.4(3)",
    "trusted-team": "10 四.1|20 四.3(1)|20 四.2 四.3(2)|20 四.3(3)|15 四.2 四.3(3)|15 四.3(3)",
    "qc-enterprise": "20 二.1|30 二.2|15 二.1|20 二.1|15 二.2",
    "team-enterprise": "20 五.1|30 五.2|15 五.2|20 五.1 五.2|15 五.2",
    "qc-promoter": "35 三.2|20 三.3|20 三.3|25 三.3",
    "team-individual": "35 六.2|20 六.3|20 六.3|25 六.1 六.3",
    "qc-group-presentation": "15|30|20|20|5|10",
    "qc-group-site": "10|30|30|20|10",
}
GATES = {
    "qc-group": "filed-complete",
    "qc-enterprise": "filed-complete, three-straight-years 二.3",
    "qc-promoter": "filed-complete, promotion-service 三.1, political-conduct 三.3",
    "trusted-team": "filed-complete, administrative-team 四.1, no-accidents 四.3(4)",
    "team-enterprise": "filed-complete, three-recent-years 五.3",
    "team-individual": "filed-complete, team-building-role 六.1、六.2, political-conduct 六.3",
    "qc-group-presentation": "filed-complete",
    "qc-group-site": "filed-complete",
}


def texts_of(rubric: Rubric) -> Iterator[Text]:
    yield from (rubric.title, rubric.source)
    yield from (gate.title for gate in rubric.gates)
    for criterion in rubric.criteria:
        yield criterion.title
        yield from (level.text for level in criterion.levels)


def test_the_catalogue_offers_the_2019_programme() -> None:
    assert builtin_keys() == ("xinjiang_2019",)
    assert PROGRAMME.key == "xinjiang_2019"
    with pytest.raises(KeyError):
        load_builtin("../builtin/xinjiang_2019")


def test_points_and_clauses_are_the_agreed_ones() -> None:
    assert {
        rubric.key: "|".join(
            " ".join((str(c.full_ticks * rubric.step * c.weight), *c.clauses)) for c in rubric.criteria
        )
        for rubric in RUBRICS
    } == POINTS_AND_CLAUSES


@pytest.mark.parametrize("rubric", RUBRICS, ids=lambda r: r.key)
def test_each_rubric_totals_100_points_in_halves(rubric: Rubric) -> None:
    assert rubric.full_points == 100
    assert str(rubric.step) == "1/2"


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda c: c.key)
def test_each_criterion_has_the_four_bands(criterion: Criterion) -> None:
    assert [(level.rank, level.floor_percent) for level in criterion.levels] == [
        (1, 0),
        (2, 60),
        (3, 75),
        (4, 90),
    ]


@pytest.mark.parametrize("rubric", RUBRICS, ids=lambda r: r.key)
def test_every_text_is_in_its_language(rubric: Rubric) -> None:
    chinese = re.compile(r"[\u4e00-\u9fff]")
    for text in texts_of(rubric):
        assert chinese.search(text.zh)
        # An English text may name a clause or a part by its Chinese numeral, and nothing else.
        assert not chinese.search(re.sub(r"part [一二三四五六]", "", text.en))
        assert not re.search(r"[,;:?!]", text.zh), text.zh


def test_no_two_levels_say_the_same() -> None:
    levels = [level.text for criterion in CRITERIA for level in criterion.levels]
    assert len({text.zh for text in levels}) == len({text.en for text in levels}) == len(levels) == 41 * 4


def test_gates_are_those_of_the_notice() -> None:
    assert {
        rubric.key: ", ".join(
            gate.key if gate.key == "filed-complete" else f"{gate.key} {gate.clause}" for gate in rubric.gates
        )
        for rubric in RUBRICS
    } == GATES


def test_only_an_accident_shows_by_itself_that_a_gate_is_not_met() -> None:
    deciding = {gate.key: gate for rubric in RUBRICS for gate in rubric.gates if gate.not_met_when}
    assert deciding.keys() == {"no-accidents"}
    assert deciding["no-accidents"].not_met_when is NotMetWhen.POSITIVE
    assert deciding["no-accidents"].evidence == ("accidents",)


@pytest.mark.parametrize("rubric", RUBRICS, ids=lambda r: r.key)
def test_evidence_is_on_the_form(rubric: Rubric) -> None:
    fields = set(FIELDS.get(rubric.key, FIELDS["qc-group"]).split())
    assert {field for criterion in rubric.criteria for field in criterion.evidence} <= fields
    assert {field for gate in rubric.gates for field in gate.evidence} <= fields


def test_six_awards_each_with_its_own_rubric_and_form() -> None:
    assert [(a.key, a.rubric, a.form) for a in PROGRAMME.awards] == [
        (key, key, key)
        for key in (
            "qc-group",
            "qc-enterprise",
            "qc-promoter",
            "trusted-team",
            "team-enterprise",
            "team-individual",
        )
    ]
    assert {a.key: a.quota_categories for a in PROGRAMME.awards if a.quota_categories} == {
        "qc-group": ("qc-group", "qc-presenting"),
        "trusted-team": ("trusted-team",),
    }


def test_quota_categories_are_the_columns_of_the_published_table() -> None:
    assert [(c.key, c.label, c.subset_of, c.applied_by) for c in PROGRAMME.quota_categories] == [
        ("qc-group", "小组数", None, None),
        ("qc-presenting", "发表小组数", "qc-group", "presents"),
        ("trusted-team", "质量信得过班组数", None, None),
    ]
