"""Runs of their own for the characters that the font of their paragraph has not got, as the style's fallback says."""

import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from itertools import groupby
from operator import itemgetter

from procpub.layout.fallback import Chain
from procpub.layout.fonts import is_ignorable
from procpub.style import Style
from procpub.writers.docx.families import Families, named
from procpub.writers.docx.looks import Looks
from procpub.writers.docx.ooxml import Element, name, w


def name_faces(story: Element, looks: Looks, style: Style) -> None:
    """Names the font of each run in the story (a part's root, or the body) that its paragraph's has not."""
    families = Families(style)
    for text in list(story.iter(name("t"))):
        if text.text and not text.text.isascii():
            _name_face(text, looks, families)


def _name_face(text: Element, looks: Looks, families: Families) -> None:
    run = text.getparent()
    paragraph = next(text.iterancestors(name("p")), None)
    if run is None or paragraph is None:
        return
    properties = run.find(name("rPr"))
    chain = looks.chain(looks.form(paragraph[0], () if properties is None else properties))
    if chain.all_in_main(text.text or ""):
        return
    if run.find(name("footnoteReference")) is not None:  # a note's own mark is one thing with its call
        _set(
            run,
            next(filter(None, (families.of(character, chain) for character in text.text or "")), ""),
            text.text or "",
        )
        return
    run = _alone(text, run)
    parts = list(_parts(text.text or "", chain, families))
    # The new runs go before the one that there is, which keeps the last part.
    for family, part in parts[:-1]:
        copy = deepcopy(run)
        _set(copy, family, part)
        run.addprevious(copy)
    _set(run, *parts[-1])


def _alone(text: Element, run: Element) -> Element:
    """The run that holds nothing but this text: what stands before and after it goes into runs of the same look."""
    content = [child for child in run if child.tag != name("rPr")]
    place = content.index(text)
    for others, add in ((content[:place], run.addprevious), (content[place + 1 :], run.addnext)):
        if others:
            apart = w("r", *(deepcopy(properties) for properties in run.iterfind(name("rPr"))))
            apart.extend(others)
            add(apart)
    return run


def _parts(text: str, chain: Chain, families: Families) -> Iterator[tuple[str, str]]:
    """The text in parts, each with the family to name for it, or none.

    Spaces and what is nothing to be seen stay with what they follow.
    """
    found: list[tuple[str, str]] = []
    family = ""
    for character in text:
        if not (character.isspace() or unicodedata.combining(character) or is_ignorable(character)):
            family = families.of(character, chain)
        found.append((family, character))
    for own, group in groupby(found, key=itemgetter(0)):
        yield own, "".join(character for _, character in group)


def _set(run: Element, family: str, text: str) -> None:
    next(run.iter(name("t"))).text = text
    if not family:
        return
    properties = run.find(name("rPr"))
    if properties is None:
        properties = w("rPr")
        run.insert(0, properties)
    for old in properties.findall(name("rFonts")):
        properties.remove(old)
    style = properties.find(name("rStyle"))
    properties.insert(0 if style is None else 1, named(family))
