"""What a language tag says about the script of its text."""

_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"})
_SCRIPTS = frozenset({"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"})
"""ISO 15924 codes of scripts that run from right to left, and languages that are usually written in these."""


def is_right_to_left(tag: str) -> bool:
    """Whether text in the language of a BCP 47 tag runs from right to left."""
    return script_or_language(tag) in _LANGUAGES | _SCRIPTS


def script_or_language(tag: str) -> str:
    """The script of a BCP 47 tag if it names one (RFC 5646, section 2.2.3), which then decides; else its language.

    In lower case. Languages have two or three letters and scripts four, so that none is both.
    """
    language, *others = tag.lower().split("-")
    return next((subtag for subtag in others if len(subtag) == 4 and subtag.isalpha()), language)
