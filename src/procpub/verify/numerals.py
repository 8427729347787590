"""Numbers as lists count: figures, letters, Roman numerals."""

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def numeral(number: int, kind: str) -> str:
    """The number in the manner of HTML's list types: "1", "a", "A", "i" or "I" (HTML, 4.4.5)."""
    if kind in ("a", "A") and number > 0:
        found = _letters(number)
    elif kind in ("i", "I") and 0 < number < 4000:
        found = _roman(number)
    else:
        return str(number)
    return found.upper() if kind.isupper() else found


def _letters(number: int) -> str:
    """A to z, then aa, ab and so on."""
    found = ""
    while number:
        number, digit = divmod(number - 1, 26)
        found = chr(ord("a") + digit) + found
    return found


def _roman(number: int) -> str:
    found = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        found += sign * count
    return found
