import gettext
import locale
import os

import pytest

from judge.locale import _, choose_language, speak


@pytest.mark.parametrize(
    ("said", "spoken"),
    [
        ({"JUDGE_LANG": "zh"}, "zh"),
        ({"JUDGE_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"JUDGE_LANG": "zh", "LC_ALL": "en_US.UTF-8"}, "zh"),
        ({"JUDGE_LANG": "", "LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_CN", "LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "ZH_cn.utf8"}, "zh"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_environment_chooses(said: dict[str, str], spoken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    assert choose_language() == spoken


@pytest.mark.parametrize("asked", ["zh", "en"])
def test_what_was_asked_for_goes_before_everything(asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("JUDGE_LANG", "LC_ALL", "LANG"):
        monkeypatch.setenv(name, "zh_CN.UTF-8" if asked == "en" else "en_US.UTF-8")
    assert choose_language(asked) == asked


@pytest.mark.parametrize(
    ("system", "spoken"),
    [
        ("Chinese (Simplified)_China", "zh"),
        ("zh_CN", "zh"),
        ("English_United States", "en"),
        (None, "en"),
    ],
)
def test_a_system_without_variables_is_asked(
    system: str | None, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: (system, None))
    assert choose_language() == spoken


def test_speaking_chinese_and_english_in_turn() -> None:
    speak("zh")
    assert _("submitted") == "已提交"
    speak("en")
    assert _("submitted") == "submitted"


@pytest.mark.parametrize("variable", ["LANGUAGE", "LC_ALL", "LANG"])
def test_the_environment_does_not_overrule_what_is_spoken(
    variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "zh_CN.UTF-8")
    speak("en")
    assert gettext.gettext("Missing option") == _("Missing option") == "Missing option"
    monkeypatch.setenv(variable, "en_US.UTF-8")
    speak("zh")
    assert gettext.gettext("Missing option") == _("Missing option") == "缺少选项"


def test_a_program_that_judge_starts_speaks_the_same() -> None:
    speak("zh")
    assert os.environ["LANGUAGE"] == "zh_CN"
