"""What a gate's outcome rests on is shown with the gate, in either language, whatever people wrote."""

from dataclasses import replace

import pytest

from judge.domain.desk import GateFinding, Ground, GroundCode, Outcome
from judge.locale import speak
from judge.tui.cells import cell_len
from judge.tui.ink import plain
from judge.tui.paper_lines import finding_lines
from rubrics.model import Text
from tests.judge.tui.fake_desk import page

SEAL = Text("单位盖章", "Seal of the unit")
GROUNDS = (
    Ground(GroundCode.YEAR_WON, "2016", "[/x]QC小组（=1+1{0}）"),
    Ground(GroundCode.YEAR_NOT_COVERED, "2017"),
    Ground(GroundCode.ITEM_MISSING, SEAL, "章不清楚"),
    Ground(GroundCode.READING, "award-years", "before"),
)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (
            "en",
            [
                "2016: won by [/x]QC小组（=1+1{0}）",
                "2017: no list of that year was imported",
                "Seal of the unit: missing (章不清楚)",
                "read by the setting award-years: before",
            ],
        ),
        (
            "zh",
            [
                "2016年：[/x]QC小组（=1+1{0}）获奖",
                "2017年：未导入该年度名单",
                "单位盖章：缺少（章不清楚）",
                "按设置 award-years 理解：before",
            ],
        ),
    ],
)
def test_every_ground_stands_below_its_gate(language: str, shown: list[str]) -> None:
    finding = GateFinding("seals", Outcome.NOT_MET, (), GROUNDS)
    speak(language)
    try:
        lines = [plain(line) for line in finding_lines(replace(page(1, "晨光QC小组"), gates=(finding,)), 60)]
    finally:
        speak("en")
    assert [line.strip() for line in lines[1:] if line.strip()] == shown
    assert max(map(cell_len, lines)) <= 60
