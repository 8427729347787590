"""What the elements of others are, where the profile does not say it: which stand in lines, which on their own.

An element that is in no list is taken for words: in a line its text stands in the line, among blocks it is a paragraph.
"""

from procpub.tei_profile import RENDITIONS, Raised

RAISED: dict[str, type[Raised]] = {word: kind for kind, word in RENDITIONS.items()} | {
    word: next(kind for kind, name in RENDITIONS.items() if name == standard)
    for standard, words in {
        "italic": ("i", "it", "ital", "italics"),
        "bold": ("b", "bf", "strong"),
        "superscript": ("sup", "super"),
        "subscript": ("sub",),
    }.items()
    for word in words
}
"""What `hi/@rend` says: the profile's words, and those that others use."""

DIVIDING = frozenset({"seg", "s", "w", "pc", "c", "cl", "phr", "desc", "gloss", "speaker", "g"})
"""Elements that only divide a line, or of which the text says it all."""

POINTS = frozenset({"anchor", "cb", "gb", "milestone", "space", "index"})
"""Elements without text that mark something in the source."""

READINGS = ("sic", "orig", "abbr", "seg", "lem")
"""Of several readings, those that are printed."""

IN_LINES = DIVIDING | POINTS | {"hi", "emph", "pb", "lb", "note", "foreign", "ref", "ptr", "choice", "app", "fw"}
"""Elements that stand in a line even where they are found among blocks."""

QUOTATIONS = frozenset({"quote", "q", "said", "cit"})
"""Elements that are words in a line, or are set off from it, by what they hold."""

EVENTS = frozenset({"stage", "incident", "kinesic", "vocal"})
"""What happens while people speak: nothing that anybody says."""

PARAGRAPHS = frozenset({"signed", "dateline", "byline", "trailer", "docAuthor", "label", "head", "bibl"})
"""Elements that are as well said by a paragraph."""

CONTAINERS = frozenset(
    {
        "div", "argument", "postscript", "listBibl", "body", "front", "back", "text", "group", "castList", "castGroup",
        "set", "prologue", "epilogue",
    }
)  # fmt: skip
"""Elements that hold blocks."""

BLOCKS = (
    frozenset(
        {
            "p", "ab", "list", "lg", "l", "table", "figure", "graphic", "sp", "u", "opener", "closer", "salute",
            "floatingText", "epigraph", "biblStruct", "biblFull", "signed", "dateline", "byline", "trailer",
        }
    )
    | EVENTS
    | CONTAINERS
)  # fmt: skip
"""Elements that stand on lines of their own wherever they are."""

DISPLAYED = BLOCKS - EVENTS - {"figure", "graphic", "u", "sp"} | {"item", "row", "head", "docTitle", "titlePart"}
"""Elements that break a line before and after them, where they stand within one."""

BEFORE_HEADS = POINTS | {"pb", "lb", "fw", "opener", "dateline", "salute", "epigraph", "argument", "note"}
"""What may stand in a division before its heads and byline end."""
