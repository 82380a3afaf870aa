"""Methods by name and by file."""

import tomllib
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from judge.domain.refusal import FileFaults, Refusal
from judge.locale.methods import method_settings
from judge.scoring.method import Method
from judge.services.editions.edition import Edition
from judge.services.methods.catalogue import builtin_methods, named_method


def test_the_default_file_is_the_default_method() -> None:
    default = builtin_methods()["default"]
    assert replace(default, title=None) == Method()
    assert next(iter(builtin_methods())) == "default"


@pytest.mark.parametrize("name", builtin_methods())
def test_every_built_in_method_has_its_name_in_both_languages_and_prints_as_its_file(name: str) -> None:
    method = builtin_methods()[name]
    assert method.title
    assert method.title.zh != method.title.en
    written = "\n".join(setting.line for setting in method_settings(method))
    assert Method.from_mapping(tomllib.loads(written)) == method


def test_built_in_methods_are_all_different() -> None:
    plain = [replace(method, title=None).to_mapping() for method in builtin_methods().values()]
    assert all(one not in plain[:at] for at, one in enumerate(plain))


def test_a_file_is_read_with_its_decimals_as_they_are_written(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('\ufeffties = ["criterion:a"]\n[weights]\na = 0.1\nb = "3/2"\nc = 2\n', encoding="utf-8")
    method = named_method(str(file)).method
    assert method.weights == {"a": Fraction(1, 10), "b": Fraction(3, 2), "c": 2}


def test_what_is_meant_by_a_name(edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The edition's own, then the organiser's folder, then Judge's, then a file of that very name."""
    folder = tmp_path / "methods"
    folder.mkdir()
    (folder / "median.toml").write_text("decimals = 5")
    (folder / "ours.toml").write_text("decimals = 4")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plain").write_text("decimals = 3")
    (tmp_path / "median").write_text("decimals = 1")
    assert named_method("edition", edition=edition).method == edition.method
    assert named_method("median", rubrics=tmp_path).method.decimals == 5
    assert named_method("ours", rubrics=tmp_path).method.decimals == 4
    assert named_method("median").method.combine == "median"
    assert named_method("./median").method.decimals == 1
    assert named_method("plain").method.decimals == 3
    with pytest.raises(Refusal, match="method-unknown") as refused:
        named_method("ours", edition=edition)
    assert refused.value.params["known"] == ("edition", *builtin_methods())
    with pytest.raises(Refusal, match="file-missing"):
        named_method("nowhere.toml")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            b"decimals = 9\nrond = 1\ncombine = 'mode'",
            ["method-setting-unknown", "method-word-unknown", "method-number-out-of-range"],
        ),
        (b"decimals =", ["toml-syntax"]),
        (b"\xff", ["file-not-utf8"]),
        (b"weights = " + b"{a=" * 400, ["toml-nested-too-deep"]),
        (b"a" + b".a" * 2000 + b" = 1", ["line-too-long"]),
        (b"#" * 70_000, ["method-file-too-large"]),
        (
            b"weights.a = 1e400\nweights.b = -inf\nweights.c = 1e9999999999999999999999",
            ["method-weight-not-exact"] * 3,
        ),
    ],
)
def test_a_file_is_refused_with_all_that_is_wrong_with_it(
    text: bytes, codes: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "odd.toml"
    file.write_bytes(text)
    with pytest.raises(FileFaults) as refused:
        named_method(str(file))
    assert [fault.code for fault in refused.value.faults] == codes
    assert {fault.file for fault in refused.value.faults} == {str(file)}
