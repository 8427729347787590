"""What a TEI document says (TEI P5), read from its XML."""

from collections.abc import Iterator, Mapping

from procpub.errors import InputError
from procpub.verify.tei.facts import facts_of
from procpub.verify.tei.names import TEI, XML
from procpub.verify.tei.text import TextReader, is_contents, place_of
from procpub.verify.witness import Entry, Listing, Witness
from procpub.verify.words import one_line
from procpub.verify.xml import Element, local, parse, text_of

_TITLES = f"{TEI}teiHeader/{TEI}fileDesc/{TEI}titleStmt/{TEI}title"


def witness(data: bytes) -> Witness:
    """What the document says.

    Raises:
        InputError: it is no XML that can be read.
    """
    root = parse(data, "the file")
    if local(root) not in ("TEI", "teiCorpus"):
        raise InputError(f"its root is {local(root)!r}: it is XML, but no TEI")
    reader = TextReader(root, frozenset(each.get(f"{XML}id", "") for each in root.iter(f"{TEI}*")))
    for text in (*root.iterfind(f"{TEI}text"), *root.iterfind(f"{TEI}TEI/{TEI}text")):
        reader.read(text)
    contents = next(filter(is_contents, root.iter(f"{TEI}div")), None)
    page = root.find(f".//{TEI}titlePage")
    unnamed = [one_line(text_of(each)) for each in root.iterfind(f"{_TITLES}[@type='desc']")]
    entries = [] if contents is None else list(_entries(contents, 0, reader.body.targets()))
    return reader.body.witness(
        "tei",
        title_page=" ".join(unnamed if page is None else (text_of(part, " ") for part in page)),
        listings=[] if contents is None else [Listing(name="contents", entries=entries)],
        facts=facts_of(root),
    )


def _entries(element: Element, level: int, by_id: Mapping[str, int]) -> Iterator[Entry]:
    for child in element:
        name = local(child)
        if name == "ref":
            target = child.get("target", "")
            yield Entry(
                label=one_line(text_of(child)),
                level=max(level, 1),
                place=place_of(child),
                link=target,
                leads_to=by_id.get(target.removeprefix("#")),
            )
        else:
            yield from _entries(child, level + (name == "list"), by_id)
