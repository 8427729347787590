"""By which word a person's name is sorted: the family name, wherever it stands.

A name is kept as the volume has it, and nothing says which of its words is the family name. In most languages it is the
last; in Chinese it is the first, and so it is where a patronymic follows. A wrong guess puts a name in a wrong place,
and changes no name.
"""

import re
from unicodedata import combining, normalize

from procpub.patterns import regex

_GENERATIONS = frozenset({"jr", "sr", "jun", "sen", "ii", "iii", "iv"})

_SURNAMES = frozenset(
    re.findall(
        "[a-zü]+",
        "bai cai cao chen cheng cui dai deng ding dong du duan fan fang feng fu gao gong gu guo han hao he hou hu"
        " huang jia jiang jin kong lai lei li liang liao lin liu long lu luo lü ma mao meng mo pan peng qian qiao qin"
        " qiu ren shao shen shi song su sun tan tang tao tian wan wang wei wen wu xia xiang xiao xie xing xiong xu xue"
        " yan yang yao ye yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou",
    )
)
"""The commonest Chinese family names in pinyin, which four of five people in China bear."""

_SYLLABLE = (
    "(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie"
    "|iu|ua|ui|uo|ue|üe|a|e|i|o|u|ü|er)"
)
_GIVEN = regex(f"{_SYLLABLE}(?:['’-]?{_SYLLABLE})?")
"""A Chinese given name in pinyin: one or two syllables (ISO 7098), folded."""

_PATRONYMIC = regex(".+(?:ovich|evich|ovna|evna|ichna|ogly|oglu|ович|евич|овна|евна|ична|оглы)")
_SLAVIC = regex(
    ".{2,}(?:ov|ev|ova|eva|kin|kina|skiy|sky|ski|skaya|ska|enko|chuk|ов|ев|ёв|ова|ева|кин|кина|ский|ская|енко|чук)"
)
"""Endings of family names that hardly any forename of so many letters has."""

_BROAD = regex("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""Chinese, Japanese and Korean characters: their names begin with the family's, mostly without a space."""


def sort_key(name: str) -> tuple[str, str]:
    """What the name is sorted by: the family name, then the whole; letters alone count, not their case or accents.

    Scripts follow each other in the order of Unicode, so that Latin comes before Cyrillic, and Chinese after both.
    """
    return _folded(family_name(name)), _folded(name)


def inverted(name: str) -> str:
    """The name as catalogues sort it: family name, comma, the rest; as it is if nothing or no more is the family's."""
    family = family_name(name)
    if _BROAD.search(name) or "," in name:
        return name
    words = name.split()
    place = len(words) - 1 - words[::-1].index(family) if family in words else -1
    others = words[:place] + words[place + 1 :]
    return f"{family}, {' '.join(others)}" if place >= 0 and others else name


def family_name(name: str) -> str:
    """The word of the name that is most likely the family name; the whole name if it is in Chinese characters."""
    words = name.replace(",", " ").split()
    while len(words) > 1 and words[-1].strip(".").casefold() in _GENERATIONS:
        words.pop()
    if not words or _BROAD.search(name):
        return name
    return words[0] if _begins_with_family(words) else words[-1]


def _begins_with_family(words: list[str]) -> bool:
    first, last = words[0].casefold(), words[-1].casefold()
    if len(words) == 3 and _PATRONYMIC.fullmatch(last):
        return True
    if len(words) != 2:
        return False
    if first in _SURNAMES and _GIVEN.fullmatch(last):
        return True
    return bool(_SLAVIC.fullmatch(first)) and not _SLAVIC.fullmatch(last)


def _folded(text: str) -> str:
    """Letters and digits, in one case, without accents; words with one space between them."""
    plain = "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())
