"""Where a text comes from and what happened to it: the source, what that printed, recovery, changes by hand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from procpub.model.metadata import PrintedContents, PrintedEntry, Provenance, Revision, Source, Step
from procpub.readers.tei.dates import day_of
from procpub.readers.tei.leftovers import Leftovers
from procpub.readers.tei.people import name_of
from procpub.readers.tei.xml import Element
from procpub.tei_profile import APPLICATION, CHECKSUM, CONVERSION, LEVEL, LINES


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """What the source printed about itself: its contents, and the pages that pieces start on, by ids in the file."""

    contents: PrintedContents | None
    pages: dict[str, str]


def read_provenance(header: Element, leftovers: Leftovers) -> Provenance:
    """The provenance that the header tells; who made a change and is nobody in the header goes to `leftovers`."""
    files = list(filter(_is_file, _path(header, "fileDesc", "sourceDesc", "bibl")))
    return Provenance(
        source=_source(files[0]) if files else None,
        steps=_steps(header),
        revisions=tuple(_revisions(header, leftovers)),
    )


def read_witness(description: Element) -> Witness:
    """What the lists in a `sourceDesc` say that the source printed."""
    lists = description.all("listBibl")
    contents = [each for each in lists if each.get("type") == "printed-contents" and each.first("bibl")]
    return Witness(
        contents=_contents(contents[0]) if contents else None,
        pages={
            entry.get("corresp").removeprefix("#"): _text(entry, "biblScope")
            for each in lists
            if each.get("type") == "printed-pages"
            for entry in each.all("bibl")
        },
    )


def read_by_provenance(header: Element) -> Iterator[Element]:
    """Every element of the header that this module reads."""
    for part in _path(header, "fileDesc", "sourceDesc", "bibl"):
        if _is_file(part):
            yield from part.within()
    for part in _path(header, "fileDesc", "sourceDesc", "listBibl"):
        if part.get("type") in ("printed-contents", "printed-pages"):
            yield from part.within()
    for part in header.all("revisionDesc"):
        yield from part.within()


def _path(element: Element, *names: str) -> list[Element]:
    """The elements at the end of a path of names."""
    found = [element]
    for name in names:
        found = [child for each in found for child in each.all(name)]
    return found


def _is_file(bibl: Element) -> bool:
    return bibl.get("type") == "file" and any(number.get("type") == CHECKSUM for number in bibl.all("idno"))


def _source(bibl: Element) -> Source:
    checksums = [number.text for number in bibl.all("idno") if number.get("type") == CHECKSUM]
    sizes = [size.get("quantity") for size in bibl.within() if size.get("unit") == LINES]
    return Source(
        name=_text(bibl, "title"),
        encoding=_text(bibl, "note"),
        sha256=checksums[0],
        lines=_number(sizes[0]) if sizes else 0,
    )


def _contents(testimony: Element) -> PrintedContents:
    return PrintedContents(heading=_text(testimony, "head"), entries=tuple(map(_printed_entry, testimony.all("bibl"))))


def _steps(header: Element) -> tuple[Step, ...]:
    lists = _path(header, "encodingDesc", "editorialDecl", "p", "list")
    return tuple(
        Step(code=label.text, count=_number(item.text))
        for each in lists[:1]
        for label, item in zip(each.all("label"), each.all("item"), strict=False)
    )


def _revisions(header: Element, leftovers: Leftovers) -> Iterator[Revision]:
    names = {element.get("xml:id"): element for element in header.within() if element.get("xml:id")}
    for description in header.all("revisionDesc"):
        for change in _changes(description):
            if change.get("type") != CONVERSION or APPLICATION not in change.text:
                if change.get("who").removeprefix("#") not in {*names, ""}:
                    leftovers.attribute(change, "who")
                yield _revision(change, names)


def _printed_entry(bibl: Element) -> PrintedEntry:
    return PrintedEntry(
        label=_text(bibl, "title"),
        number=bibl.get("n"),
        page=_text(bibl, "biblScope"),
        level=_number(bibl.get("rend").removeprefix(LEVEL)) or 1,
        target=bibl.get("corresp").removeprefix("#") or None,
    )


def _changes(description: Element) -> Iterator[Element]:
    """The changes in a revision description, and in lists of changes."""
    for each in description:
        if each.name == "change":
            yield each
        else:
            yield from _changes(each)


def _revision(change: Element, names: dict[str, Element]) -> Revision:
    """A change with its description, who made it (named in it, or pointed to), and when."""
    named = change.first("name", "persName")
    pointed = names.get(change.get("who").removeprefix("#"))
    described = change.first("desc")
    others = [child for child in change.children if child is not named and child is not described]
    words = " ".join(word for child in others for word in _texts(child))
    return Revision(
        text=" ".join(filter(None, (described.text if described else "", words))),
        who=named.text if named else name_of(pointed) if pointed else "",
        when=day_of(change, "when"),
    )


def _texts(child: Element | str) -> Iterator[str]:
    """The runs of characters that say something, in order."""
    if not isinstance(child, str):
        for each in child.children:
            yield from _texts(each)
    elif child.strip():
        yield child.strip()


def _text(parent: Element, name: str) -> str:
    found = parent.first(name)
    return found.text if found else ""


def _number(text: str) -> int:
    """The whole number in the text; 0 if it is none."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,18}", text) else 0
