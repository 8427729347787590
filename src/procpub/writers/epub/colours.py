"""Whether colours can be told apart, by the rules of WCAG 2.2."""

from procpub.style import Style

_PAPER = "#ffffff"
_LEAST = 4.5
"""The contrast that text must have with its ground (WCAG 2.2, 1.4.3, level AA)."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21, by their relative luminance (WCAG 2.2)."""
    channels = [[value / 255 for value in bytes.fromhex(colour[1:])] for colour in (one, other)]
    linear = [[c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour] for colour in channels]
    darker, lighter = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in linear)
    return (lighter + 0.05) / (darker + 0.05)


def is_legible(style: Style) -> bool:
    """Whether all text that the style colours can be read on white, which is what light themes of readers have."""
    return all(contrast(role.colour, _PAPER) >= _LEAST for role in style.roles.values())
