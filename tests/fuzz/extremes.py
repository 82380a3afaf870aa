"""Texts, figures and attributes at their worst."""

from random import Random

LONG = 1_000_000
"""Characters of the longest text; rarely drawn, for it costs time and finds little twice."""

TEXTS = (
    "",
    " ",
    "\u3000",
    "\u200b",
    "\u200d",
    "👩\u200d🔬",
    "\u202eevil\u202c",
    "\u2066\u2069\u200f\u061c",
    "\ufeff",
    "\ufffe\uffff",
    "\uf0fe\uf052\uf0a3",
    "\ue000",
    "\U00020bb7",
    "\U0010ffff",
    "e\u0301" * 40,
    "ﷺ" * 60,
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-1",
    "@SUM(A1)",
    "[/x]",
    "[bold red]x[/]",
    "{0}{name}%s%(x)s",
    "{",
    "\\N{BEL}",
    "../../etc/passwd",
    "C:\\x",
    "NUL",
    "<script>",
    "&amp;",
    "]]>",
    "'; DROP TABLE nomination;--",
    "a\tb\nc\rd\x0be",
    "\x85\u2028\u2029",
    "总计",
    "合计",
    "全部",
    "回避",
    "不适用",
    "是☑ 否☑",
    "是□ 否□",
    "2019年自治区优秀质量管理小组申报表",
    "QC小组名称",
    "、、、，，;；\n\n",
    "张三" * 300,
    "张三、" * 40,
    "(" * 500,
    "（" * 300 + "）" * 299,
    "年月日" * 100 + "单位盖章",
    "单位盖章" * 75,
    "   " * 2000,
    "\n" * 2000,
    "字" * 40_000,
    "9" * 400,
    "١٢٣",
    "²",
    "Ⅻ",
    "½",
    "1,2,3,4",
    "1e400",
    "1E5",
    "NaN",
    "inf",
    "-0",
    "0.1" + "0" * 40 + "1",
    "999999999999",
    "99999999999999999999",
    "约98",
    "3-5",
    "120/48/7",
    "/" * 59,
    "#N/A",
    "#REF!",
    "Err:502",
    "2019-06-31",
    "9999-12-31",
    "TRUE",
)
"""What a person, a program or an enemy puts into a cell; all of it can stand in XML but what it forbids."""

FORBIDDEN = ("\x00", "\x01", "\x1b[2J", "\x07", "\x08\x7f", "\x9b31m", "\ud800", "\udfff\ud83d")
"""What XML may not hold; written as references, or as they are."""

VALUES = (
    "",
    "0",
    "-1",
    "1",
    "2",
    "63",
    "64",
    "65535",
    "99999",
    "1048576",
    "1048577",
    "2147483647",
    "2147483648",
    "-2147483648",
    "4294967296",
    "9" * 30,
    "1.5",
    "1e9",
    "NaN",
    "0x10",
    "²",
    "٣",
    "x",
    "true",
    "none",
    "continue",
    "restart",
    "e",
    "s",
    "str",
    "inlineStr",
    "b",
    "d",
    "n",
    "A1",
    "XFD1048576",
    "XFE1",
    "ZZZ9999999",
    "A0",
    "a1",
    "$A$1",
    "A1:XFD1048576",
    "C3:A1",
    "A1:",
    ":",
    "veryHidden",
    "hidden",
    "../../../etc/passwd",
    "/xl/worksheets/sheet1.xml",
    "http://localhost/x",
    "preserve",
    "F0FE",
    "110000",
    "FFFFFFFFF",
    "D800",
)
"""What an attribute says that should have been a count, a reference, a kind or a target."""


def text(rng: Random) -> str:
    """One text at its worst; now and then a very long one, or several in a row."""
    drawn = rng.random()
    if drawn < 0.01:
        return rng.choice(("字", "a ", "张三、", "\n", "9", "是□", "（")) * (LONG // 2)
    if drawn < 0.2:
        return "".join(rng.choice(TEXTS)[:200] for _ in range(rng.randint(2, 6)))
    return rng.choice(TEXTS)


def escaped(rng: Random) -> str:
    """One text as XML spells it, sometimes with references to what XML forbids."""
    drawn = rng.random()
    if drawn < 0.05:
        return "".join(f"&#{ord(c)};" for c in rng.choice(FORBIDDEN))
    if drawn < 0.08:
        return rng.choice(("&xxe;", "&lol;", "&", "<![CDATA[<w:t>]]>", "<!-- -->", "<?x y?>", "&#xF0FE;"))
    said = text(rng).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return (
        "".join(f"&#{ord(c)};" if ord(c) > 0xF7FF or ord(c) < 0x20 else c for c in said[:3000]) + said[3000:]
    )
