"""Whatever is done to a form's bytes, reading it ends in findings or in a refusal with a code."""

import re
import tempfile
from functools import partial
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imports.documents import read_report
from imports.forms.reading import read
from imports.guards import FileRefused
from tests.imports.forms.filled import REGISTER, qc_group, trusted_team
from tests.imports.word.papers import archive, bare, document_xml, full

FORM = full(qc_group(presents="是</w:t><w:sym w:font='Wingdings' w:char='F0FE'/><w:t> 否"))
XML = document_xml(trusted_team())
PIECES = re.findall(rb"<[^>]+>|[^<]+", XML)
CALM = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def survives(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form.docx"
        path.write_bytes(content)
        for reader in (read, partial(read_report, nomination=None)):
            try:
                assert isinstance(reader(path, REGISTER).findings, tuple)
            except FileRefused as refused:
                assert re.fullmatch("[a-z]+(-[a-z]+)+", refused.code)  # noqa: PT017  either way out is right


@CALM
@given(st.lists(st.tuples(st.integers(0, len(FORM) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_changed_bytes(changes: list[tuple[int, int]]) -> None:
    content = bytearray(FORM)
    for at, byte in changes:
        content[at] = byte
    survives(bytes(content))


@CALM
@given(st.integers(0, len(FORM)), st.integers(0, 200), st.binary(max_size=40))
def test_cut_and_stuffed_bytes(at: int, length: int, stuffing: bytes) -> None:
    survives(FORM[:at] + stuffing + FORM[at + length :])


@CALM
@given(st.data())
def test_shuffled_xml(data: st.DataObject) -> None:
    pieces = list(PIECES)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(pieces) - 1))
        if data.draw(st.booleans()):
            del pieces[at]
        else:
            pieces.insert(at, data.draw(st.sampled_from(PIECES)))
    survives(archive([("word/document.xml", b"".join(pieces))]))


SPECIAL = """
<w:del>  </w:del>  <w:sdt>  </w:sdt>  <w:sdtContent>  </w:sdtContent>  <w:sdtPr/>  <w:p>  </w:p>
<w:r>  </w:r>  <w:t>  </w:t>
<w:tbl>  </w:tbl>  <w:tr>  </w:tr>  <w:tc>  </w:tc>  <w:customXml>  </w:customXml>  <w:rt/>
<mc:AlternateContent>  </mc:AlternateContent>  <mc:Choice>  </mc:Choice>  <w:fldChar>  </w:fldChar>
<w:rPr><w:del/><w:vanish/></w:rPr>  <w:trPr><w:del/><w:gridBefore w:val='9999'/></w:trPr>
<w:tcPr><w:cellDel/><w:vMerge/></w:tcPr>  <w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr>  <w:sym w:char='1F600'/>
<w:ffData><w:ddList><w:result w:val='²'/></w:ddList></w:ffData>  <w:ffData><w:checkBox/></w:ffData>
<!-- -->  <?pi?>  &amp;  &#xF0FE;  QC小组名称  是否加做奖牌  字
""".replace("\n", "  ").split("  ")
OPENING = re.compile(r"<([a-z]+:[A-Za-z]+)(?: [^>/]*)?>")


def balanced(tokens: list[str]) -> str:
    """The tokens with closing tags that fit and none that do not, so that nesting, not syntax, is tried."""
    told: list[str] = []
    within: list[str] = []
    for token in tokens:
        if token.startswith("</"):
            if within:
                told.append(f"</{within.pop()}>")
            continue
        told.append(token)
        if opening := OPENING.fullmatch(token):
            within.append(opening[1])
    return "".join(told) + "".join(f"</{name}>" for name in reversed(within))


@CALM
@given(st.lists(st.sampled_from(SPECIAL), max_size=60))
def test_special_elements_in_any_nesting(tokens: list[str]) -> None:
    survives(bare(balanced(tokens)))


@CALM
@given(
    st.dictionaries(
        st.sampled_from(["name", "members", "headcount", "plaque", "narrative", "body"]), st.text()
    )
)
def test_any_text_in_any_field(texts: dict[str, str]) -> None:
    legal = {
        key: re.sub("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
        for key, text in texts.items()
    }
    survives(bare(qc_group(**{key: text.lstrip("<") for key, text in legal.items()})))
