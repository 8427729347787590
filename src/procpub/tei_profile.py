"""The words of the TEI profile that its writer and its reader must agree about; docs/tei.md explains them."""

from procpub.model.nodes import AddressKind, Emphasis, Strong, Subscript, Superscript

NAMESPACE = "http://www.tei-c.org/ns/1.0"

Raised = Emphasis | Strong | Superscript | Subscript

RENDITIONS: dict[type[Raised], str] = {
    Emphasis: "italic",
    Strong: "bold",
    Superscript: "superscript",
    Subscript: "subscript",
}
"""`hi/@rend`."""

ADDRESSES = {AddressKind.SALUTATION: "salutation", AddressKind.CLOSING: "salutation closing"}
"""`p/@rend`, which holds words separated by spaces: every address is a "salutation", as the profile says; one that
takes leave is told apart by a second word.
"""

NO_CELL = "none"
"""`cell/@rend` in a row that has no cells of its own, for TEI knows none without (Guidelines 14.1.1)."""

UNTITLED = "desc"
"""`title/@type` of words that stand in for a title: a description of the work (Guidelines 2.2.1)."""

ORGANIZER = "http://id.loc.gov/vocabulary/relators/orm"
"""`resp/@ref` of those who hold a meeting: the MARC relator."""

UNKNOWN_PUBLISHER = "[s.n.]"
"""ISBD 4.2.11: sine nomine, without a name. TEI demands a publisher, or prose in place of all publication data."""

PHRASES_ONLY = "minor"
"""`language/@scope` of languages that only phrases are in."""

CONVERSION = "conversion"
"""`change/@type` of what procpub itself did; changes of other types were made by hand."""

APPLICATION = "procpub"
"""`application/@ident`."""

CHECKSUM = "SHA-256"
"""`idno/@type` of the source file's checksum."""

LINES = "lines"
"""`measure/@unit` of the source file's size."""

LEVEL = "level-"
"""`bibl/@rend` of printed contents entries below the first level begins so, and ends in the level's number."""
