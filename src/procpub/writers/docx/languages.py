"""Language tags on text, so that Word checks, breaks and orders each phrase by the rules of its own language."""

from procpub.model.languages import is_right_to_left, script_or_language
from procpub.writers.docx.ooxml import Element, w

_EAST_ASIAN = frozenset({"zh", "ja", "ko", "yue", "hans", "hant", "jpan", "kore"})


def is_east_asian(tag: str) -> bool:
    """Whether text in this language is set in the East Asian font."""
    return script_or_language(tag) in _EAST_ASIAN


def language(tag: str) -> Element:
    """`w:lang` (ISO/IEC 29500-1, 17.3.2.20) for text in one language, whichever of its characters Word looks at."""
    kinds = {"eastAsia": is_east_asian(tag), "bidi": is_right_to_left(tag)}
    return w("lang", val=tag, **{kind: tag for kind, applies in kinds.items() if applies})
