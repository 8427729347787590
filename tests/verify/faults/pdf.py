"""Faults in the PDF edition."""

from collections.abc import Callable
from functools import cache
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

from tests.verify.faults.case import Case, Names
from tests.verify.faults.packages import replaced
from tests.verify.faults.pdf_file import File, Words, exchanged, kids, removed, siblings, type_of
from tests.verify.faults.volume import PDF, editions

Surgery = Callable[[File], None]

DIVIDED = "\xad"
"""What the hyphen of a divided word reads as."""


@cache
def _untouched() -> File:
    """The edition without faults: only to be read."""
    return File(editions()[PDF])


def case(sentence: str, kind: str, surgery: Surgery, checks: str, names: Names) -> Case:
    def fault(data: bytes) -> bytes:
        file = File(data)
        surgery(file)
        return file.saved()

    return Case(
        sentence=f"PDF: {sentence}",
        kind=kind,
        edition=PDF,
        fault=fault,
        checks=frozenset(checks.split("|")),
        names=names,
    )


def on_page_of(words: str, *names: str) -> Callable[[], tuple[str, ...]]:
    """These names, and the page that words stand on."""
    return lambda: (*names, f"page {_untouched().label(_untouched().words(words).sheet)}")


# Words.


def lose(words: str, inside: Callable[[File], DictionaryObject] | None = None) -> Surgery:
    def surgery(file: File) -> None:
        found = file.words(words, inside(file) if inside else None)
        found.page.cut([(found.start, found.end, b"")])

    return surgery


def double(words: str) -> Surgery:
    def surgery(file: File) -> None:
        found = file.words(words)
        found.page.cut([(found.start, found.start, found.raw)])

    return surgery


def change(words: str, others: str, inside: Callable[[File], DictionaryObject] | None = None) -> Surgery:
    def surgery(file: File) -> None:
        found = file.words(words, inside(file) if inside else None)
        assert found.raw
        found.page.cut([(found.start, found.end, found.encoded(others))])

    return surgery


def exchange(words: str, others: str) -> Surgery:
    """Exchanges words that stand in one line, with the glyphs that they are drawn by."""

    def surgery(file: File) -> None:
        one, other = file.words(words), file.words(others)
        assert one.page is other.page
        one.page.cut([(one.start, one.end, other.raw), (other.start, other.end, one.raw)])

    return surgery


def read_as(character: str, others: str) -> Surgery:
    """Makes the glyph of a character read as others, in the font that has it."""

    def surgery(file: File) -> None:
        page, glyph = next((page, each) for page in file.pages for each in page.glyphs if each.text == character)
        stream = page.map_of(glyph.font)
        old = f"<{character.encode('utf-16-be').hex().upper()}>".encode()
        data = stream.get_data()
        assert data.count(b"> " + old) == 1
        stream.set_data(data.replace(b"> " + old, f"> <{others.encode('utf-16-be').hex().upper()}>".encode()))

    return surgery


def at_line_end(others: str) -> Surgery:
    """Puts something else for the hyphen of the first word that a line end divides."""

    def surgery(file: File) -> None:
        page, glyph = next((page, each) for page in file.pages for each in page.glyphs if each.text == DIVIDED)
        found = Words(page, 0, page.glyphs.index(glyph), page.glyphs.index(glyph) + 1)
        page.cut([(found.start, found.end, found.encoded(others))])

    return surgery


def divided(hyphen: str) -> tuple[str, ...]:
    """The first word that a line end divides, as a reader sees it: with something else for the hyphen."""
    page = next(page for page in _untouched().pages if DIVIDED in page.text)
    before, _, behind = page.text.partition(DIVIDED)
    return (f"{before.split(' ')[-1]}{hyphen}{behind.split(' ')[0]}",)


# Structure.


def _at(kind: str, words: str, surgery: Callable[[DictionaryObject], object]) -> Surgery:
    """Does something to an element."""

    def own(file: File) -> None:
        surgery(file.element(kind, words))

    return own


def lose_element(kind: str, words: str) -> Surgery:
    return _at(kind, words, removed)


def retype(kind: str, words: str, other: str) -> Surgery:
    return _at(kind, words, lambda element: element.update({NameObject("/S"): NameObject(f"/{other}")}))


def exchange_elements(kind: str, words: str, others: str) -> Surgery:
    return lambda file: exchanged(file.element(kind, words), file.element(kind, others))


def lose_drawn(kind: str, words: str) -> Surgery:
    return lambda file: file.undraw(file.element(kind, words))


def _broken(file: File) -> DictionaryObject:
    """The first paragraph that goes on on another page."""
    return next(
        each for each in file.elements if type_of(each) == "P" and len({page for page, _ in file.marks(each)}) > 1
    )


def begin_of_broken(count: int) -> tuple[str, ...]:
    """The first words of that paragraph, and the label of its page."""
    file = _untouched()
    element = _broken(file)
    return (" ".join(file.text(element).split()[:count]), f"page {file.label(file.marks(element)[0][0])}")


def behind_break() -> tuple[str, ...]:
    """The first words that stand on the second page of that paragraph, and the label of that page."""
    file = _untouched()
    page, number = file.marks(_broken(file))[-1]
    words = "".join(glyph.text for glyph in file.pages[page].glyphs if glyph.number == number)
    return (" ".join(words.split()[:3]), f"page {file.label(page)}")


def lose_broken(file: File) -> None:
    element = _broken(file)
    file.undraw(element)
    removed(element)


def lose_behind_break(file: File) -> None:
    _broken(file)["/K"].pop()  # type: ignore[attr-defined]


def change_behind_break(file: File) -> None:
    page, number = file.marks(_broken(file))[-1]
    own = file.pages[page]
    first = next(index for index, glyph in enumerate(own.glyphs) if glyph.number == number)
    words = Words(own, page, first, first + 1)
    own.cut([(words.start, words.end, words.encoded("X"))])


def changed_behind_break() -> tuple[str, ...]:
    words, page = behind_break()
    return (f"X{words.split()[0][1:]}", page)


def divide(file: File) -> None:
    """Makes two paragraphs of one that goes on on another page."""
    first = _broken(file)
    second = DictionaryObject(first)
    second[NameObject("/K")] = ArrayObject([first["/K"].pop()])  # type: ignore[attr-defined]
    array, place = siblings(first)
    array.insert(place + 1, file.writer._add_object(second))


def join(file: File) -> None:
    first, second = file.element("P", "A common gauge"), file.element("P", "Whether it")
    first[NameObject("/K")] = ArrayObject([*kids(first), *kids(second)])
    removed(second)


def raise_entry(file: File) -> None:
    table: Any = file.element("TOCI", "Outlook")["/P"]
    reference = removed(file.element("TOCI", "Outlook"))
    array, place = siblings(table)
    array.insert(place + 1, reference)


def raise_item(file: File) -> None:
    inner: Any = file.element("LI", "•one below")["/P"]
    reference = removed(file.element("LI", "•one below"))
    array, place = siblings(inner["/P"]["/P"])
    array.insert(place + 1, reference)


def deepen_item(file: File) -> None:
    reference = removed(file.element("LI", "7.a keeper"))
    file.element("LI", "•one below")["/P"]["/K"].append(reference)  # type: ignore[index]


def call_of(file: File) -> DictionaryObject:
    """The call of the note in the paragraph on tolls."""
    parts = kids(file.element("P", "The oldest tolls"))
    return next(each for each in parts if isinstance(each, DictionaryObject))


def lose_call(file: File) -> None:
    call = call_of(file)
    file.undraw(call)
    removed(call)


def move_call(file: File) -> None:
    own = file.element("P", "The oldest tolls")["/K"]
    assert isinstance(own, ArrayObject)
    own.insert(3, own.pop(1))


def lose_span(file: File) -> None:
    del file.element("TH", "How many")["/A"]["/ColSpan"]  # type: ignore[attr-defined]


def _figure(file: File) -> DictionaryObject:
    return next(each for each in file.elements if type_of(each) == "Figure")


def describe(words: str) -> Surgery:
    return lambda file: _figure(file).update({NameObject("/Alt"): TextStringObject(words)})


def lose_description(file: File) -> None:
    del _figure(file)["/Alt"]


def lose_figure(file: File) -> None:
    removed(_figure(file))


# Links, bookmarks, labels.


def entry(label: str) -> Callable[[File], DictionaryObject]:
    return lambda file: file.element("TOCI", label)


def links_of(kind: str, words: str) -> Callable[[File], list[DictionaryObject]]:
    return lambda file: file.annotations(file.element(kind, words))


def dead(links: Callable[[File], list[DictionaryObject]]) -> Surgery:
    """Lets links lead to a destination that the file has not."""

    def surgery(file: File) -> None:
        for each in links(file):
            each[NameObject("/Dest")] = TextStringObject("nowhere")

    return surgery


def lose_link(links: Callable[[File], list[DictionaryObject]]) -> Surgery:
    def surgery(file: File) -> None:
        for each in links(file):
            del each["/Dest"]

    return surgery


def astray(
    links: Callable[[File], list[DictionaryObject]], others: Callable[[File], list[DictionaryObject]]
) -> Surgery:
    """Lets links lead to where others lead."""

    def surgery(file: File) -> None:
        for each in links(file):
            each[NameObject("/Dest")] = others(file)[0]["/Dest"]

    return surgery


def relink(file: File) -> None:
    (link,) = links_of("Link", "commission")(file)
    link["/A"][NameObject("/URI")] = TextStringObject("https://example.net/rhine")  # type: ignore[index]


def _bookmark(file: File, title: str) -> DictionaryObject:
    """The bookmark with a title."""

    def walk(item: DictionaryObject) -> list[DictionaryObject]:
        below: Any = item.get("/First")
        behind: Any = item.get("/Next")
        return [item, *(walk(below.get_object()) if below else []), *(walk(behind.get_object()) if behind else [])]

    outlines: Any = file.root["/Outlines"]
    (found,) = (each for each in walk(outlines) if each.get("/Title") == title)
    return found


def rename_bookmark(title: str, other: str) -> Surgery:
    return lambda file: _bookmark(file, title).update({NameObject("/Title"): TextStringObject(other)})


def bookmark_astray(file: File) -> None:
    _bookmark(file, "Customs of the Pilots")[NameObject("/Dest")] = _bookmark(file, "Outlook")["/Dest"]


def bookmark_to_page(file: File) -> None:
    """Lets a bookmark lead to the page behind its own."""
    destination = _bookmark(file, "Prof. Zhang Wei")["/Dest"]
    own, _ = file.marks(file.element("H2", "Prof. Zhang"))[0]
    assert isinstance(destination, ArrayObject)
    reference = file.writer.pages[own + 1].indirect_reference
    _bookmark(file, "Prof. Zhang Wei")[NameObject("/Dest")] = ArrayObject([reference, *destination[1:]])


def lose_bookmark(file: File) -> None:
    before, own = _bookmark(file, "Gauges"), _bookmark(file, "Customs of the Pilots")
    before[NameObject("/Next")] = own.raw_get("/Next")


def raise_bookmark(file: File) -> None:
    """Puts the last section of a contribution behind the contribution."""
    before, own, above = (
        _bookmark(file, each) for each in ("Customs of the Pilots", "Outlook", "Dr. Carla Rossi, Rapporteur, Italy")
    )
    reference, behind = before.raw_get("/Next"), above.raw_get("/Next")
    del before["/Next"]
    own[NameObject("/Next")], above[NameObject("/Next")] = behind, reference


def relabel(file: File) -> None:
    """Lets the second numbering begin one later than the pages say."""
    file.root["/PageLabels"]["/Nums"][3][NameObject("/St")] = NumberObject(2)  # type: ignore[index]


def _in_metadata(old: str, new: str) -> Surgery:
    """Replaces what stands in the XMP metadata once."""

    def surgery(file: File) -> None:
        stream = file.root["/Metadata"]
        assert isinstance(stream, StreamObject)
        stream.set_data(replaced(old, new)(stream.get_data().decode()).encode())

    return surgery


def in_information(name: str, value: str) -> Surgery:
    return lambda file: file.writer.add_metadata({name: value})


def speak(language: str) -> Surgery:
    return lambda file: file.root.update({NameObject("/Lang"): TextStringObject(language)})


def fact(sentence: str, kind: str, old: str, new: str, names: tuple[str, ...]) -> Case:
    return case(sentence, kind, _in_metadata(old, new), "people and metadata", names)
