"""What happens while people speak: "(Applause.)", "[Laughter.]", and heckling set in brackets."""

import re

from procpub.recovery.lexicon import EVENTS

LONGEST = 600
"""Characters."""

_BRACKETS = {"(": ")", "[": "]"}


def is_event(text: str, *, debate: bool) -> bool:
    """Whether a paragraph is nothing but an event in brackets. In a debate (`debate`: people are labelled) any short
    remark in brackets is one; elsewhere only what is called applause, laughter and the like.
    """
    if not is_bracketed(text):
        return False
    if debate:
        return True
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return len(words) <= 12 and not EVENTS.isdisjoint(words)


def is_bracketed(text: str) -> bool:
    """Whether one pair of brackets holds the whole text."""
    body = text.rstrip(" .")
    if not body or len(text) > LONGEST or body[0] not in _BRACKETS or body[-1] != _BRACKETS[body[0]]:
        return False
    depth = 0
    for place, character in enumerate(body):
        depth += (character == body[0]) - (character == body[-1])
        if depth == 0 and place < len(body) - 1:
            return False
    return depth == 0
