import re
from pathlib import Path

from rubrics.catalogue import builtin_keys, load_builtin, load_folder
from rubrics.digest import digest

GUIDE = Path(__file__).parents[2] / "docs" / "rubrics.md"


def write_example(folder: Path) -> None:
    for name, text in re.findall(
        r"^```toml (\S+)\n(.*?)^```", GUIDE.read_text("utf-8"), re.DOTALL | re.MULTILINE
    ):
        folder.joinpath(name).write_text(text, "utf-8")


def test_the_guides_example_is_a_whole_programme(tmp_path: Path) -> None:
    write_example(tmp_path)
    programme = load_folder(tmp_path)
    rubric = programme.rubric_of("improvement")
    assert rubric.full_points == 20
    assert [criterion.may_not_apply for criterion in rubric.criteria] == [False, True]


def test_comments_key_order_and_ways_of_writing_a_number_leave_the_digest_alone(tmp_path: Path) -> None:
    write_example(tmp_path)
    before = digest(load_folder(tmp_path).rubrics["pitch"])
    file = tmp_path / "pitch.toml"
    key, version, step, *rest = file.read_text("utf-8").splitlines()
    assert step == "step = 0.5"
    file.write_text("\n".join(["# ours", "step = 0.50", version, key, *rest]), "utf-8")
    assert digest(load_folder(tmp_path).rubrics["pitch"]) == before


def test_the_guide_names_what_is_built_in() -> None:
    guide = GUIDE.read_text("utf-8")
    for key in builtin_keys():
        assert f"rubrics/builtin/{key}/" in guide
        programme = load_builtin(key)
        for alternate in programme.rubrics.keys() - {award.rubric for award in programme.awards}:
            assert f"`{alternate}`" in guide
