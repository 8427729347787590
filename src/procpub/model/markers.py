"""What stands before a list's items and where notes are called: the printed marker as far as editions keep it."""

from itertools import dropwhile
from unicodedata import category

from procpub.model.nodes import ItemList, MarkerStyle, Note
from procpub.model.numerals import letters, roman

BULLET = "•"


def marker_text(item_list: ItemList, index: int) -> str:
    """The marker that an edition shows before the item at `index` (counted from 0).

    Bullets are all alike. A printed number or letter is kept as printed ("Article 3."), without dashes or asterisks
    before it ("- a." gives "a."); where the source printed none, the list's style gives one ("iv.").
    """
    if item_list.style is MarkerStyle.BULLET:
        return BULLET
    printed = item_list.items[index].marker.split()
    if not printed:
        return f"{numeral(item_list.style, item_list.start + index)}."
    return " ".join(dropwhile(lambda token: not any(map(str.isalnum, token)), printed)) or printed[-1]


def note_marker(note: Note) -> str:
    """The marker that a note keeps from the source: a letter, a dagger; empty for numbers, asterisks and what shows
    nothing.

    Numbers begin anew on the source's pages, which are not the edition's: an edition numbers such notes itself.
    """
    marker = note.marker.strip("()[].* ")
    shows = any(category(character)[0] in "LNPS" for character in marker)
    return marker if shows and not marker.isdigit() else ""


def numeral(style: MarkerStyle, number: int) -> str:
    """The number as the style writes it; in figures where letters and Roman numerals cannot (0, or 4000 and more)."""
    match style:
        case MarkerStyle.LOWER_ALPHA:
            return letters(number)
        case MarkerStyle.UPPER_ALPHA:
            return letters(number).upper()
        case MarkerStyle.LOWER_ROMAN:
            return roman(number)
        case MarkerStyle.UPPER_ROMAN:
            return roman(number).upper()
        case MarkerStyle.BULLET | MarkerStyle.DECIMAL:
            return str(number)
