"""Lists of people's names, order and spelling kept."""

import re

# Common ones; those that often begin names of other peoples of the region (艾, 古, 麦, 吉 …) are left out.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁"
    "任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武"
    "戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯"
    "纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟尤阳时穆农司卓缪简车项"
    "连芦褚娄窦戚岑景党宫费卜冷晏席卫柏宗瞿桂全佟应臧闵苟邬边姬师和仇栾隋商刁荣巫寇桑郎甄丛仲虞敖巩明"
    "佘池查麻苑迟邝"
)
_DOUBLE_SURNAME = re.compile(
    "欧阳|上官|司马|司徒|司空|诸葛|皇甫|夏侯|东方|尉迟|慕容|令狐|公孙|宇文|长孙|端木|南宫|申屠|澹台|百里|呼延|轩辕"
)

_SEPARATORS = re.compile(r"[、，,;；\n\t]+")
# A blank beside a middle dot is part of the name that the dot joins.
_BLANKS = re.compile(r"(?<![·•・‧∙ \u3000\xa0])[ \u3000\xa0]+(?![·•・‧∙ \u3000\xa0])")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇]{2,3}")
_DOTTED = re.compile(r"[^\W\d_]+(?:[·•・‧∙][^\W\d_]+)+")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_NAME = 40


def names(text: str) -> tuple[str, ...]:
    """The names in `text`, split at 、，,；; and line breaks, and at blanks that can mean nothing else.

    A blank splits only between names that are each a common surname with one or two further characters,
    or that carry a middle dot; `古丽 买买提` and `张 三` stay one piece.
    """
    pieces = (piece.strip(" \u3000\xa0_\r") for piece in _SEPARATORS.split(text))
    return tuple(name for piece in pieces if piece for name in _by_blanks(piece))


def doubtful(names_read: tuple[str, ...]) -> tuple[str, ...]:
    """Those that may be several names, or none: with an undecided blank, a digit, or no letter."""
    return tuple(name for name in names_read if _is_doubtful(name))


def _by_blanks(piece: str) -> list[str]:
    parts = _BLANKS.split(piece)
    return parts if len(parts) > 1 and all(map(_is_surely_a_name, parts)) else [piece]


def _is_surely_a_name(part: str) -> bool:
    if _DOUBLE_SURNAME.fullmatch(part):
        return False
    return bool(_DOTTED.fullmatch(part)) or (part[0] in _SURNAMES and bool(_HAN.fullmatch(part)))


def _is_doubtful(name: str) -> bool:
    if len(name) > _LONGEST_NAME or not _LETTER.search(name) or any(c.isdigit() for c in name):
        return True
    parts = _BLANKS.split(name)
    spaced_letters = all(len(part) == 1 for part in parts)
    return len(parts) > 1 and not name.isascii() and not spaced_letters
