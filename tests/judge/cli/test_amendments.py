"""Settings, revisions and rulings as a user types them."""

from pathlib import Path

import pytest

from judge.services.editions.settings import SETTINGS
from tests.judge.cli.shell import judge
from tests.judge.services.papers.amendments import GROUP, form

DAY = "2019-07-20"
SAY_WHAT = "Say what to rule (admit, return, settle, close, reopen, quorum, withdraw, reinstate), or --list."


@pytest.fixture
def amended(tmp_path: Path) -> Path:
    return form(tmp_path, "amended.csv")


def close(edition: Path) -> None:
    assert judge("set", edition, "filing-deadline", DAY, "--reason", "通知").code == 0


def test_the_settings_are_listed_with_meaning_value_and_default(edition: Path) -> None:
    said = judge("set", edition)
    row = next(line.split() for line in said.out.splitlines() if "filing-deadline" in line)
    assert (said.code, row[:3]) == (0, ["filing-deadline", "none", "none"])
    close(edition)
    (setting,) = judge("set", edition, "filing-deadline", "--json").data["settings"]
    assert setting == {
        "key": "filing-deadline",
        "value": DAY,
        "default": "none",
        "meaning": setting["meaning"],
        "reason": "通知",
    }
    assert "filing-deadline: 通知" in judge("set", edition).out


def test_setting_says_what_was_and_what_is(edition: Path) -> None:
    assert judge("set", edition, "filing-deadline", DAY).out == f"filing-deadline: none → {DAY}\n"
    assert judge("set", edition, "filing-deadline", DAY).out == f"filing-deadline is {DAY} already.\n"
    assert judge("set", edition, "filing-deadline", "none").out == f"filing-deadline: {DAY} → none\n"
    assert judge("audit", edition).code == 0


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (
            ("filing-deadline", "soon"),
            1,
            "give a day such as 2019-07-20, a moment such as 2019-07-20T17:00, or none.",
        ),
        (
            ("deadline",),
            1,
            f"There is no setting deadline; the settings are {', '.join(one.key for one in SETTINGS)}.",
        ),
        (("filing-deadline", DAY, "more"), 2, "Not expected here: more."),
        (("--reason", "通知"), 2, "--reason goes with a new value."),
    ],
)
def test_what_cannot_be_set_is_one_sentence(
    edition: Path, words: tuple[str, ...], code: int, sentence: str
) -> None:
    said = judge("set", edition, *words)
    assert said.code == code
    assert said.err.strip().endswith(sentence)


def test_a_revision_is_counted_and_shown(edition: Path, amended: Path) -> None:
    said = judge("import", edition, amended, "--nomination", GROUP, "--json")
    assert (said.code, said.data["counts"]["revisions"], said.data["counts"]["nominations"]) == (0, 1, 0)
    assert said.data["files"][0]["new"] == {"revisions": 1}
    shown = judge("revisions", edition, GROUP)
    assert shown.code == 0
    assert "2. " in shown.out
    assert "小组人数: (blank) → 2" in shown.out
    assert "added: 张三、李四" in shown.out
    second = judge("revisions", edition, GROUP, "--json").data["revisions"][1]
    assert (second["file"], second["admitted"]) == ("amended.csv", "")
    assert second["changes"][0] == {
        "key": "members",
        "label": "小组成员名单",
        "old": "",
        "new": "张三、李四",
        "added": ["张三", "李四"],
        "gone": [],
        "moved": [],
    }


def test_after_the_deadline_the_fault_names_the_way_out_and_the_way_out_works(
    edition: Path, amended: Path
) -> None:
    close(edition)
    late = judge("import", edition, amended)
    assert late.code == 1
    wanted = f"judge rule EDITION admit {amended} --nomination {GROUP} --reason TEXT"
    assert f"{GROUP} may no longer be changed: filing closed on {DAY}" in late.out
    assert wanted in late.out
    words = [str(edition) if word == "EDITION" else word for word in wanted.split()[1:]]
    assert judge(*words[:-1], "笔误").err == f"Admitted: {amended}. Import it now.\n"
    assert judge(*words[:-1], "笔误").err == f"{amended} is admitted already.\n"
    assert "not imported yet" in judge("rule", edition, "--list").out
    assert judge("import", edition, amended).code == 0
    assert "Admitted after the deadline: 笔误" in judge("revisions", edition, GROUP).out
    assert judge("rule", edition, "--list", "--json").data["rulings"][0]["file"] == "amended.csv"
    (ruling,) = judge("rule", edition, "--list", "--json").data["rulings"]
    assert (ruling["number"], ruling["kind"], ruling["subject"]) == (
        1,
        "late-revision",
        f"nomination/{GROUP}",
    )
    listed = judge("rule", edition, "--list").out
    assert "late revision admitted" in listed
    assert "笔误" in listed
    assert judge("audit", edition).code == 0


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("admit", "FILE"), 1, "Give the reason; it is kept with the decision."),
        (("admit", "none.csv", "--reason", "x"), 1, "There is no such file; check the path."),
        (
            ("admit", "FILE", "--reason", "x", "--nomination", "qc-group-9"),
            1,
            "There is no nomination “qc-group-9”; check the key.",
        ),
        (("admit",), 2, "Say which file is admitted; one at a time."),
        ((), 2, SAY_WHAT),
        (("dance",), 2, SAY_WHAT),
        (("admit", "FILE", "--list"), 2, SAY_WHAT),
    ],
)
def test_what_cannot_be_ruled_is_one_sentence(
    edition: Path, amended: Path, words: tuple[str, ...], code: int, sentence: str
) -> None:
    said = judge("rule", edition, *(str(amended) if word == "FILE" else word for word in words))
    assert said.code == code
    assert said.err.strip().endswith(sentence)


def test_what_a_paper_says_never_acts_on_the_terminal(edition: Path, tmp_path: Path) -> None:
    hostile = form(tmp_path, "hostile.csv", members="张三\x1b[31m、=1+1、[/x]")
    assert judge("import", edition, hostile).code == 0
    shown = judge("revisions", edition, GROUP).out
    assert "\x1b" not in shown
    assert "=1+1、[/x]" in shown


def test_an_unknown_nomination_is_one_sentence(edition: Path) -> None:
    assert (
        judge("revisions", edition, "qc-group-9").err
        == "There is no nomination “qc-group-9”; check the key.\n"
    )
    assert judge("revisions", edition).code == 2
