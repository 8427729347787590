"""Language tags on text, so that Word checks, breaks and orders each phrase by the rules of its own language."""

from procpub.writers.docx.ooxml import Element, w

_EAST_ASIAN = frozenset({"zh", "ja", "ko", "yue", "hans", "hant", "jpan", "kore"})
_RIGHT_TO_LEFT = frozenset(
    {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi", "arab", "hebr", "syrc", "thaa"}
)


def is_east_asian(tag: str) -> bool:
    """Whether text in this language is set in the East Asian font."""
    return _script_or_language(tag) in _EAST_ASIAN


def is_right_to_left(tag: str) -> bool:
    """Whether text in this language runs from right to left."""
    return _script_or_language(tag) in _RIGHT_TO_LEFT


def _script_or_language(tag: str) -> str:
    """The script of a BCP 47 tag if it names one (RFC 5646, section 2.2.3), which then decides; else its language."""
    language, *others = tag.lower().split("-")
    return next((subtag for subtag in others if len(subtag) == 4 and subtag.isalpha()), language)


def language(tag: str) -> Element:
    """`w:lang` (ISO/IEC 29500-1, 17.3.2.20) for text in one language, whichever of its characters Word looks at."""
    kinds = {"eastAsia": is_east_asian(tag), "bidi": is_right_to_left(tag)}
    return w("lang", val=tag, **{kind: tag for kind, applies in kinds.items() if applies})
