"""The qualified names of WordprocessingML (ECMA-376 part 1, clause 17) that reading needs."""

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
"""What "Strict Open XML" files call `MAIN`."""

_W = f"{{{MAIN}}}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

BODY, PARAGRAPH, RUN, TEXT = _W + "body", _W + "p", _W + "r", _W + "t"
PARAGRAPH_SETTINGS, RUN_SETTINGS = _W + "pPr", _W + "rPr"
TAB, BREAK, RETURN, HARD_HYPHEN, SYMBOL = _W + "tab", _W + "br", _W + "cr", _W + "noBreakHyphen", _W + "sym"
FORMULA_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

TABLE, ROW, CELL = _W + "tbl", _W + "tr", _W + "tc"
ROW_SETTINGS, CELL_SETTINGS = _W + "trPr", _W + "tcPr"
SPAN, DOWN_MERGE, ACROSS_MERGE, SKIPPED = _W + "gridSpan", _W + "vMerge", _W + "hMerge", _W + "gridBefore"

DELETED, MOVED_AWAY, DELETED_CELL = _W + "del", _W + "moveFrom", _W + "cellDel"
HIDDEN, RUBY_TEXT = _W + "vanish", _W + "rt"
CONTROL, CONTROL_SETTINGS, CONTROL_CONTENT = _W + "sdt", _W + "sdtPr", _W + "sdtContent"
PLACEHOLDER, CONTROL_CHECKBOX, CONTROL_CHECKED = _W + "showingPlcHdr", _W14 + "checkbox", _W14 + "checked"
CUSTOM_XML = _W + "customXml"
FIELD_DATA, FIELD_CHECKBOX, FIELD_LIST = _W + "ffData", _W + "checkBox", _W + "ddList"
FIELD_CHECKED, FIELD_DEFAULT, FIELD_RESULT, FIELD_CHOICE = (
    _W + "checked",
    _W + "default",
    _W + "result",
    _W + "listEntry",
)
ALTERNATIVES, FALLBACK = _MC + "AlternateContent", _MC + "Fallback"

STYLE, STYLE_NAME, BASED_ON = _W + "style", _W + "name", _W + "basedOn"
PARAGRAPH_STYLE, OUTLINE_LEVEL = _W + "pStyle", _W + "outlineLvl"

VALUE, VALUE_14, CHAR, FONT, STYLE_ID = _W + "val", _W14 + "val", _W + "char", _W + "font", _W + "styleId"
