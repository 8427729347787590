"""Which lists HTML can number by itself, and how (HTML, section 4.4.5: `ol` with `type`, `start` and `value`)."""

from functools import cache

from procpub.model.markers import marker_text, numeral
from procpub.model.nodes import ItemList, MarkerStyle

OL_TYPE = {
    MarkerStyle.DECIMAL: "1",
    MarkerStyle.LOWER_ALPHA: "a",
    MarkerStyle.UPPER_ALPHA: "A",
    MarkerStyle.LOWER_ROMAN: "i",
    MarkerStyle.UPPER_ROMAN: "I",
}
"""The `type` of an `ol`, by style."""

_LARGEST = 1000
"""Items numbered beyond this bear their markers as text."""


def ordinals(item_list: ItemList) -> tuple[int, ...] | None:
    """The numbers of a numbered list's items, if HTML's own markers ("3.", "c.") say exactly what is printed.

    None if any printed marker has another shape, such as "(3)": then markers have to stand in the text.
    """
    numbers = [_ordinals_of(item_list.style).get(marker_text(item_list, i)) for i in range(len(item_list.items))]
    known = tuple(number for number in numbers if number is not None)
    return known if len(known) == len(numbers) else None


@cache
def _ordinals_of(style: MarkerStyle) -> dict[str, int]:
    """The number that each of HTML's own markers stands for."""
    return {f"{numeral(style, number)}.": number for number in range(_LARGEST)}
