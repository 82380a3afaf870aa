"""What can be done to an XML part: elements doubled, dropped, nested, moved, renamed, their texts spoilt."""

import re
from collections.abc import Callable
from random import Random

from tests.fuzz import extremes

_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_NAME = re.compile(r"</?([\w:.-]+)")
_ATTRIBUTE = re.compile(r"([\w:.-]+)=(\"[^\"]*\"|'[^']*')")
_DEPTHS = (2, 3, 20, 200, 260, 3000, 100_000)
_LARGEST = 4_000_000
"""Characters that doubling an element may add."""
_SNIPPETS = (
    '<w:gridSpan w:val="99999"/>',
    "<w:vMerge/>",
    '<w:vMerge w:val="restart"/>',
    '<w:hMerge w:val="continue"/>',
    '<w:trPr><w:gridBefore w:val="9999"/><w:del/></w:trPr>',
    '<w:tcPr><w:cellDel/><w:vMerge/><w:gridSpan w:val="-3"/></w:tcPr>',
    "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "<w:tbl/>",
    "<w:tr/>",
    "<w:tc/>",
    "<w:p><w:r><w:t>QC小组名称</w:t></w:r></w:p>",
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr></w:sdt>',
    "<w:sdt><w:sdtContent/></w:sdt>",
    "<w:ffData><w:ddList><w:result w:val='²'/><w:listEntry w:val='是'/></w:ddList></w:ffData>",
    '<w:sym w:font="Wingdings" w:char="F0FE"/>',
    '<w:sym w:char="D800"/>',
    '<w:sym w:char="1"/>',
    "<mc:AlternateContent><mc:Choice/><mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent>",
    "<w:pPr><w:rPr><w:del/></w:rPr><w:outlineLvl w:val='0'/></w:pPr>",
    "<w:txbxContent><w:p><w:r><w:t>是☑</w:t></w:r></w:p></w:txbxContent>",
    '<mergeCells><mergeCell ref="A1:C3"/><mergeCell ref="B2:D4"/></mergeCells>',
    '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    '<mergeCells><mergeCell ref="C3:A1"/></mergeCells>',
    '<c r="XFD1048576"><v>1</v></c>',
    '<c r="T300000" t="inlineStr"><is><t>x</t></is></c>',
    '<c r="A1048576"/>',
    '<row r="1048576"><c><v>1</v></c></row>',
    '<row r="2"><c r="A2" t="s"><v>99999</v></c></row>',
    '<c r="B2" t="e"><v>#REF!</v></c>',
    '<c r="B2" t="d"><v>9999-99-99T99:99:99</v></c>',
    '<c r="B2" s="9999"><v>1e308</v></c>',
    '<c r="B2"><v>-1e-320</v></c>',
    '<c r="B2"><f>cmd|1</f><v></v></c>',
    '<c t="str"><f t="shared" si="99" ref="A1:Z99">A1</f><v>x</v></c>',
    '<dimension ref="A1:XFD1048576"/>',
    "<si/>",
    "<si><r><t>a</t></r><rPh><t>b</t></rPh></si>",
    '<sheet name="Sheet1" sheetId="1" r:id="rId1"/>',
    '<sheet name="[/x]" sheetId="2" state="hidden" r:id="rId1"/>',
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row>',
    '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>',
    '<table:table-cell office:value-type="float" office:value="1e999"/>',
    '<table:table-cell office:value-type="date" office:date-value="x"/>',
)
_PROLOGUES = (
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<?xml version="1.0" encoding="GBK"?>',
    '<?xml version="9.9"?>',
    '<!DOCTYPE x [<!ENTITY lol "lol"><!ENTITY xxe SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE x SYSTEM "http://localhost/x.dtd">',
    "<?xml-stylesheet href='x'?>",
    "\ufeff\ufeff",
    " ",
    "PK\x03\x04",
)
_ENCODINGS = ("utf-16", "utf-16-le", "gb18030", "utf-32", "latin-1", "utf-7")


def changed(content: bytes, rng: Random) -> bytes:
    """The part with one thing done to it."""
    said = content.decode("utf-8", "replace")
    if rng.random() < 0.06:
        return _encoded_anew(said, rng)
    tokens = _TOKEN.findall(said)
    if not tokens:
        return content
    rng.choice(_CHANGES)(tokens, rng)
    return "".join(tokens).encode("utf-8", "surrogatepass")


def _encoded_anew(said: str, rng: Random) -> bytes:
    if rng.random() < 0.5:
        return (rng.choice(_PROLOGUES) + re.sub(r"^<\?xml[^>]*>", "", said)).encode()
    return said.encode(rng.choice(_ENCODINGS), "replace")


def _an_element(tokens: list[str], rng: Random) -> tuple[int, int]:
    """Where a drawn element begins and ends, inner elements included; any token where none is met."""
    at = rng.randrange(len(tokens))
    for first in (*range(at, len(tokens)), *range(at)):
        if tokens[first][:2] not in {"</", "<?", "<!"} and tokens[first].startswith("<"):
            return first, _end_of(tokens, first)
    return at, at + 1


def _end_of(tokens: list[str], first: int) -> int:
    depth = 0
    for at in range(first, len(tokens)):
        token = tokens[at]
        if token.startswith("<") and not token.startswith(("<?", "<!")) and not token.endswith("/>"):
            depth += -1 if token.startswith("</") else 1
        if depth <= 0:
            return at + 1
    return len(tokens)


def _double(tokens: list[str], rng: Random) -> None:
    first, end = _an_element(tokens, rng)
    most = _LARGEST // sum(map(len, tokens[first:end]))
    tokens[end:end] = tokens[first:end] * min(rng.choice((1, 1, 2, 20, 400)), most)


def _drop(tokens: list[str], rng: Random) -> None:
    first, end = _an_element(tokens, rng)
    del tokens[first:end]


def _nest(tokens: list[str], rng: Random) -> None:
    """The element within itself, many times over."""
    first, end = _an_element(tokens, rng)
    name = _NAME.match(tokens[first])
    if name is None or tokens[first].endswith("/>"):
        return
    depth = rng.choice(_DEPTHS)
    if rng.random() < 0.4:
        # A whole chain, such as a table within a cell, nests where the bare element would not count.
        chain = rng.choice((["w:tbl", "w:tr", "w:tc"], ["w:sdt", "w:sdtContent"], ["w:p", "w:r"], ["w:ins"]))
        depth //= len(chain)
        opening, closing = "".join(f"<{n}>" for n in chain), "".join(f"</{n}>" for n in reversed(chain))
    else:
        opening, closing = tokens[first], f"</{name[1]}>"
    tokens[end:end] = [closing * depth]
    tokens[first:first] = [opening * depth]


def _move(tokens: list[str], rng: Random) -> None:
    first, end = _an_element(tokens, rng)
    moved = tokens[first:end]
    del tokens[first:end]
    at = rng.randrange(len(tokens) + 1)
    tokens[at:at] = moved


def _swap(tokens: list[str], rng: Random) -> None:
    one, other = (rng.randrange(len(tokens)) for _ in range(2))
    tokens[one], tokens[other] = tokens[other], tokens[one]


def _lose_a_tag(tokens: list[str], rng: Random) -> None:
    del tokens[rng.randrange(len(tokens))]


def _insert(tokens: list[str], rng: Random) -> None:
    first, end = _an_element(tokens, rng)
    at = rng.choice((first, first + 1, end))
    tokens[at:at] = [rng.choice(_SNIPPETS)] * rng.choice((1, 1, 1, 5, 200))


def _spoil_attribute(tokens: list[str], rng: Random) -> None:
    with_attributes = [at for at, token in enumerate(tokens) if token.startswith("<") and "=" in token]
    if not with_attributes:
        return
    at = rng.choice(with_attributes)
    found = rng.choice(list(_ATTRIBUTE.finditer(tokens[at])) or [None])
    if found is None:
        return
    value = rng.choice(extremes.VALUES) if rng.random() < 0.8 else extremes.escaped(rng)
    said = "" if rng.random() < 0.15 else f'{found[1]}="{value.replace(chr(34), "&quot;")}"'
    tokens[at] = tokens[at][: found.start()] + said + tokens[at][found.end() :]


def _spoil_text(tokens: list[str], rng: Random) -> None:
    texts = [at for at, token in enumerate(tokens) if not token.startswith("<")]
    if not texts:
        return
    for at in rng.sample(texts, min(rng.choice((1, 1, 1, 2, 5, 1000)), len(texts))):
        said = extremes.escaped(rng)[: None if len(texts) < 50 else 5000]
        tokens[at] = rng.choice((said, said, tokens[at] + said, said + tokens[at]))


def _rename(tokens: list[str], rng: Random) -> None:
    names = sorted({found[1] for token in tokens if (found := _NAME.match(token))})
    if not names:
        return
    one, other = rng.choice(names), rng.choice((*names, "w:x", "x", "ns:t", "a" * 300))
    limit = rng.choice((1, 10**6))
    for at, token in enumerate(tokens):
        if limit and re.match(rf"</?{re.escape(one)}[\s/>]", token):
            tokens[at] = token.replace(one, other, 1)
            limit -= 1


def _change_namespace(tokens: list[str], rng: Random) -> None:
    for at, token in enumerate(tokens):
        if "xmlns" in token:
            found = rng.choice(list(re.finditer(r"(xmlns(?::\w+)?)=\"([^\"]*)\"", token)) or [None])
            if found is not None:
                now = rng.choice(("", "urn:x", "http://purl.oclc.org/ooxml/wordprocessingml/main", found[2]))
                tokens[at] = token[: found.start()] + f'{found[1]}="{now}"' + token[found.end() :]
            return


def _cut(tokens: list[str], rng: Random) -> None:
    del tokens[rng.randrange(len(tokens)) :]


_CHANGES: tuple[Callable[[list[str], Random], None], ...] = (
    *(_spoil_text,) * 5,
    *(_spoil_attribute,) * 4,
    *(_insert,) * 3,
    *(_double,) * 2,
    *(_drop,) * 2,
    *(_move,) * 2,
    _nest,
    _swap,
    _lose_a_tag,
    _rename,
    _change_namespace,
    _cut,
)
