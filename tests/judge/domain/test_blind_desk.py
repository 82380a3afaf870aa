"""Whatever text a page comes to hold, a blind one is masked there: this fails for one that was forgotten."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from typing import Any

from imports.forms.definition import Identifies
from imports.records import Block
from judge.domain.blind_desk import blind_item, blind_page
from judge.domain.conflict import Conflict, ConflictGround
from judge.domain.desk import Document, GateFinding, Ground, GroundCode, Outcome, Page, QueueItem, ShownField
from judge.domain.masking import Masking, Term
from judge.domain.revision import FieldChange
from judge.domain.sheet import Sheet, SheetState
from rubrics.catalogue import load_builtin

NAME = "阿依努尔·买买提"
KEPT = {"sheet", "rubric", "nomination", "award"}
"""What is the reviewer's own or everybody's: never masked, and never anybody's name."""
MASKING = Masking([Term(Identifies.PERSON, NAME)])
FIELD = ShownField("story", "简介", f"由{NAME}牵头")


def texts(value: Any, path: str = "") -> list[tuple[str, str]]:  # noqa: ANN401 - it goes through anything
    """Every text within a value, and where it stands."""
    if isinstance(value, str):
        return [(path, value)]
    if is_dataclass(value):
        parts = [(field.name, getattr(value, field.name)) for field in fields(value)]
    elif isinstance(value, Mapping):
        parts = [(str(key), part) for key, part in value.items()]
    elif isinstance(value, tuple):
        parts = [(str(n), part) for n, part in enumerate(value)]
    else:
        return []
    return [found for name, part in parts for found in texts(part, f"{path}.{name}")]


def filled(of: type, **given: object) -> Any:  # noqa: ANN401 - any dataclass
    """An instance whose every text that is not given says the name."""
    said = {
        field.name: NAME for field in fields(of) if field.type in {"str", str} and field.name not in given
    }
    return of(**given, **said)


def test_no_text_of_a_page_or_a_queue_still_says_the_name() -> None:
    page = filled(
        Page,
        nomination="qc-group-0001",
        award="qc-group",
        fields=(FIELD, ShownField("members", "名单", f"{NAME}、某某某")),
        documents=(Document(f"{NAME}.docx", (Block(text=NAME), Block(rows=((NAME, "组长"),)))),),
        gates=(
            GateFinding(
                "g",
                Outcome.MET,
                (FIELD,),
                (
                    Ground(GroundCode.ITEM_MISSING, "x", NAME),
                    Ground(GroundCode.YEAR_WON, "2018", "谁也不知道的小组"),
                ),
            ),
        ),
        changes=(FieldChange("members", "名单", NAME, NAME, added=(NAME,), gone=(NAME,), moved=(NAME,)),),
        rubric=load_builtin("xinjiang_2019").rubric_of("qc-group"),
        sheet=Sheet("qc-group-0001", "R07", SheetState.OPEN, 0, "9f3a"),
        conflicts=(Conflict(ConflictGround.NAME, NAME, "名单"),),
    )
    item = filled(
        QueueItem,
        nomination="qc-group-0001",
        award="qc-group",
        state=SheetState.OPEN,
        marked=0,
        criteria=6,
        total=Fraction(0),
    )
    blind = blind_page(page, MASKING, {"members": Identifies.PERSON})
    shown = {field.name: getattr(blind, field.name) for field in fields(blind) if field.name not in KEPT}
    assert [found for found in texts((shown, blind_item(item))) if "阿依努尔" in found[1]] == []
    assert "谁也不知道" not in repr(blind)
    assert blind.fields[1].written == "〔姓名〕、〔姓名〕"
    assert blind.fields[0].written == "由〔姓名〕牵头"


def test_a_blank_field_stays_blank() -> None:
    blank = replace(FIELD, key="members", written=" ")
    page = Page(
        "n", "a", "", "", "", "", (blank,), (), (), load_builtin("xinjiang_2019").rubric_of("qc-group"),
        Sheet("n", "R07", SheetState.OPEN, 0, ""),
    )  # fmt: skip
    assert blind_page(page, MASKING, {"members": Identifies.PERSON}).fields[0].written == " "
