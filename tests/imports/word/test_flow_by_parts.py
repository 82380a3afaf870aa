"""One pass over a document says what asking each paragraph and each cell for its own says."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from imports.grid import Grid
from imports.word import names as n
from imports.word.flow import Paragraph, flow
from imports.word.package import _without_looks
from tests.imports.word.papers import cell, document_xml, paragraph, row, run, table

BREAKS = {n.TAB: "\t", n.BREAK: "\n", n.RETURN: "\n", n.HARD_HYPHEN: "-"}
RUN_LOOKS = '<w:rPr><w:rFonts w:ascii="仿宋"/><w:sz w:val="24"/></w:rPr>'
PARAGRAPH_LOOKS = '<w:widowControl/><w:jc w:val="center"/>'
SETTINGS = (
    "",
    PARAGRAPH_LOOKS,
    f"{PARAGRAPH_LOOKS}{RUN_LOOKS}",
    '<w:tabs><w:tab w:val="left"/></w:tabs>',
    f'<w:jc w:val="left"/><w:pStyle w:val="1"/>{RUN_LOOKS}',
)

texts = st.text(st.sampled_from("晨光a1 :：\U00020bb7&>"), max_size=4)
marks = st.sampled_from(["<w:tab/>", "<w:br/>", "<w:cr/>", "<w:noBreakHyphen/>"])
looks = st.sampled_from(["", RUN_LOOKS, "<w:rPr></w:rPr>", "<w:rPr><w:lang/><w:strike/></w:rPr>"])
runs = st.builds(lambda said, look: run(said).replace("<w:r>", f"<w:r>{look}"), texts | marks, looks)
simple = st.builds(
    lambda pieces, settings: paragraph(*pieces, settings=settings),
    st.lists(runs, max_size=3),
    st.sampled_from(SETTINGS),
)
boxed = st.builds(
    lambda inner: paragraph(run(f"<w:txbxContent>{''.join(inner)}</w:txbxContent>")),
    st.lists(simple, min_size=1, max_size=2),
)
paragraphs = simple | boxed


def tables(contents: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    merges = st.sampled_from(["", "restart", "continue"])
    cells = st.builds(cell, contents, st.integers(1, 3), merges)
    rows = st.builds(lambda made: row(*made), st.lists(cells, max_size=4))
    return st.builds(lambda made: table(*made), st.lists(rows, max_size=3))


plain_cells = st.lists(paragraphs, min_size=1, max_size=3).map("".join)
nested_cells = st.lists(paragraphs | tables(plain_cells), min_size=1, max_size=3).map("".join)
bodies = st.lists(paragraphs | tables(nested_cells), max_size=4).map("".join)


def said_in(element: etree._Element) -> str:
    """The texts below an element, its paragraphs apart."""
    parts: list[str] = []
    begun = False
    for one in element.iter():
        parent = one.getparent()
        if one.tag == n.PARAGRAPH:
            parts += ["\n"] if begun else []
            begun = True
        elif one.tag == n.TEXT:
            parts.append(one.text or "")
        elif one.tag in BREAKS and parent is not None and parent.tag == n.RUN:
            parts.append(BREAKS[one.tag])
    return "".join(parts)


def grid_of(element: etree._Element, name: str) -> Grid:
    """The table's cells laid out row by row."""
    rows: list[tuple[str | None, ...]] = []
    open_above: set[int] = set()
    for line in element.iterchildren(n.ROW):
        texts: list[str | None] = []
        open_here: set[int] = set()
        for one in line.iterchildren(n.CELL):
            down = one.find(f"{n.CELL_SETTINGS}/{n.DOWN_MERGE}")
            merge = "" if down is None else down.get(n.VALUE, "continue")
            own_span = one.find(f"{n.CELL_SETTINGS}/{n.SPAN}")
            covered = merge == "continue" and len(texts) in open_above
            if covered or merge == "restart":
                open_here.add(len(texts))
            texts.append(None if covered else said_in(one))
            texts += [None] * (0 if own_span is None else int(own_span.get(n.VALUE, "")) - 1)
        rows.append(tuple(texts))
        open_above = open_here
    return Grid(name, tuple(rows))


def by_parts(body: etree._Element) -> list[str | Grid]:
    blocks: list[str | Grid] = []
    for block in body:
        if block.tag == n.TABLE:
            blocks.append(grid_of(block, str(1 + sum(isinstance(made, Grid) for made in blocks))))
        else:
            blocks.append(said_in(block))
    return blocks


def in_one_pass(document: bytes) -> list[str | Grid]:
    return [b.text if isinstance(b, Paragraph) else b for b in flow(etree.fromstring(document)[0])]


@given(bodies)
def test_the_flow_of_a_body_is_that_of_its_parts(body: str) -> None:
    document = document_xml(body)
    assert in_one_pass(document) == by_parts(etree.fromstring(document)[0])


@given(bodies)
def test_without_looks_the_document_says_the_same(body: str) -> None:
    document = document_xml(body)
    undressed = _without_looks(document)
    assert in_one_pass(undressed) == in_one_pass(document)
    assert RUN_LOOKS.encode() not in undressed
    assert f"<w:pPr>{PARAGRAPH_LOOKS}</w:pPr>".encode() not in undressed
    for kept in (b"w:pStyle", b"w:strike", b"w:tabs"):
        assert undressed.count(kept) == document.count(kept)
