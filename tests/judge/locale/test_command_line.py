import os
import re
import subprocess
import sys

import pytest

from tests.judge.locale.conftest import LANGUAGE_NAMES

ENGLISH = re.compile(r"\b(?!judge )[A-Za-z]?[a-z]+ [a-z]+|\b(?!Excel)[A-Z][a-z]{2,}")
"""Words in a row, or one with a capital; commands, options and their values stand as they are typed."""


def judge(*words: str, **environment: str) -> str:
    silent = {
        name: value for name, value in os.environ.items() if name not in {*LANGUAGE_NAMES, "JUDGE_EDITION"}
    }
    done = subprocess.run(
        [sys.executable, "-c", "from judge.cli.main import main; main()", *words],
        env=silent | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["import"], "请指明届：给出路径，或设置 JUDGE_EDITION。"),
        (["nosuch"], "错误：没有“nosuch”这个命令。"),
        (["rank", "--nosuch"], "错误：没有“--nosuch”这个选项。"),
        (["rank", "--help"], "显示此帮助后退出。"),
        (["new", "2019.judge"], "错误：缺少选项 '--title'"),
        (["new", "2019.judge", "--title", "x", "--year", "12"], "不在 1900<=x<=9999 的范围内。"),
        (["assign", "--per-nomination"], "错误：选项 --per-nomination 须带参数。"),
    ],
    ids=" ".join,
)
def test_mistakes_are_answered_wholly_in_chinese(words: list[str], said: str) -> None:
    answer = judge("--lang", "zh", *words)
    assert said in answer
    assert ENGLISH.findall(answer) == []


def test_the_help_in_chinese_names_the_ledger() -> None:
    assert "台账" in judge("--lang", "zh", "--help")


def test_english_is_english_on_a_chinese_machine() -> None:
    everywhere = dict.fromkeys(("LANGUAGE", "LC_ALL", "LANG"), "zh_CN.UTF-8")
    answer = judge("--lang", "en", "nosuch", **everywhere)
    assert "No such command 'nosuch'" in answer
    assert not re.search(r"[\u4e00-\u9fff]", answer)
