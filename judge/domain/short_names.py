"""How people shorten the names of organisations and groups in a text, so that these are masked, too.

Rules of thumb, on the blind side: what they make of a name and no one uses masks nothing.
"""

import re

from judge.domain.common_words import is_common, is_word, words
from judge.domain.folding import fold_name

_LEAST = 2
_WITHIN = re.compile(
    "集团有限责任公司|集团有限公司|股份有限公司|有限责任公司|有限公司|分公司|股份公司|集团公司|总公司|公司|集团|管理局"
)
"""Where the name of a unit of an organisation begins."""
_AROUND = re.compile(r"[（(〔\[【].*?[）)〕\]】]")

_QUOTED = re.compile(r"[“\"‘「『《](.+?)[”\"’」』》]")


def short_organisation_names(name: str) -> frozenset[str]:
    """A folded name's shorter forms: 中国石油新疆油田分公司 is 新疆油田公司, 哈密地区工信局 is 哈密.

    Without its legal form, without the country and the company above it, each part of a unit of a unit by
    itself. What is left of it that anybody may say is none.
    """
    found: set[str] = set()
    waiting = [fold_name(name), fold_name(_AROUND.sub("", name))]
    while waiting:
        form = waiting.pop()
        if form in found or len(form) < _LEAST:
            continue
        found.add(form)
        if end := next((end for end in words("organisation_ends") if form.endswith(end)), ""):
            stem = form.removesuffix(end)
            waiting += [stem, f"{stem}集团"] if end.startswith("集团") else [stem]
        waiting += [
            form.removeprefix(start) for start in words("organisation_beginnings") if form.startswith(start)
        ]
        waiting += [form.removesuffix("分公司") + "公司"] if form.endswith("分公司") else []
        for unit in _WITHIN.finditer(form):
            waiting += [form[: unit.end()], form[unit.end() :]]
    return frozenset(form for form in found if not is_common(form))


def short_group_names(name: str) -> frozenset[str]:
    """A group's or team's name in its shorter forms: 绿洲现场QC小组 is 绿洲小组, and 绿洲.

    A stem that is a common word (探索, 维修) is none by itself, only with a word for a group behind it.
    """
    stems: set[str] = set()
    waiting = [fold_name(name), *(fold_name(quoted) for quoted in _QUOTED.findall(name))]
    while waiting:
        form = waiting.pop()
        if form in stems or len(form) < _LEAST:
            continue
        stems.add(form)
        waiting += [form.removesuffix(end) for end in words("group_ends") if form.endswith(end)]
    bare = [stem for stem in stems if not stem.endswith(words("group_ends"))]
    longer = {stem + form for stem in bare for form in words("group_forms")}
    names = {stem for stem in stems if not is_common(stem)} | longer
    return frozenset(each for each in names if not is_word(each))
