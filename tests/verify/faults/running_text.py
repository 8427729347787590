"""Faults in running text that can be done to any edition of which the text stands there as it is: word for word."""

from typing import NamedTuple


class Wrong(NamedTuple):
    """What is wrong with some words: the kind of fault, the words and what becomes of them, what a report names."""

    sentence: str
    kind: str
    old: str
    new: str
    names: tuple[str, ...]


def as_latin_1(text: str) -> str:
    """What UTF-8 looks like to a program that takes it for Latin-1; bytes that are no letters there are left out."""
    return "".join(filter(str.isprintable, text.encode().decode("latin-1")))


RUNNING = (
    Wrong("a word is lost", "word lost", " harbours;", "", ("harbours;",)),
    Wrong("a word is doubled", "word doubled", "merchants ", "merchants merchants ", ("merchants",)),
    Wrong("a word is another", "word changed", "nineteen", "ninety", ("nineteen", "ninety")),
    Wrong("a letter is another", "word changed", "congress spoke", "congross spoke", ("congress", "congross")),
    Wrong("two words run together", "words run together", "first congress", "firstcongress", ("firstcongress",)),
    Wrong("a word falls in two", "word divided", "confederation", "confed eration", ("confed eration",)),
    Wrong("a capital is small", "capital", "Negotiators", "negotiators", ("Negotiators", "negotiators")),
    Wrong("a comma is lost", "comma lost", "states, and", "states and", ("states,",)),
    Wrong("two words are exchanged", "words swapped", "shared by", "by shared", ("shared", "by")),
    Wrong("a line end leaves its hyphen", "hyphenation", "confederation", "confeder-ation", ("confeder-ation",)),
    Wrong(
        "a line end leaves hyphen and space", "hyphenation", "confederation", "confeder- ation", ("confeder- ation",)
    ),
    Wrong("a ligature is lost", "ligature", "different", "dierent", ("dierent", "different")),
    Wrong("a ligature is a blank", "ligature", "offices that", "o ces that", ("o ces", "offices")),
    Wrong("a Chinese name is turned round", "Chinese", "钱学森", "学钱森", ("学钱",)),
    Wrong("a Chinese name is question marks", "Chinese", "欧阳修", "???", ("???", "欧阳修")),
    Wrong("a Chinese name is read as Latin-1", "Chinese", "张伟", as_latin_1("张伟"), ("张伟", as_latin_1("张伟"))),
    Wrong("a Chinese character is lost", "Chinese", "水利万物", "水利物", ("万",)),
    Wrong("a caption says something else", "caption", "Tonnage of", "Tonnages of", ("Tonnage", "Tonnages")),
    Wrong("an apostrophe is lost", "word changed", "organizations'", "organizations", ("organizations'",)),
)
"""In the text; each stands there once."""

NOTES = (
    Wrong("a word of a note is another", "note changed", "folio twelve", "folio twenty", ("twelve,", "twenty,")),
    Wrong("a number in a note is another", "note changed", "of 1856,", "of 1865,", ("1856,", "1865,")),
)
"""In the notes."""
