"""Numbers as letters and as Roman numerals: list markers and the folios of front matter."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """The number in lower-case Roman numerals; in figures outside 1 to 3999, which they cannot write."""
    if not 1 <= number <= 3999:
        return str(number)
    out = ""
    for value, numeral in _ROMAN:
        count, number = divmod(number, value)
        out += numeral * count
    return out


def letters(number: int) -> str:
    """The number as lists letter their items: a to z, then aa, ab ...; in figures below 1."""
    if number < 1:
        return str(number)
    out = ""
    while number:
        number, letter = divmod(number - 1, 26)
        out = chr(ord("a") + letter) + out
    return out
