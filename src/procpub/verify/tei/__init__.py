"""What a TEI document says (TEI P5), read from its XML."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

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
    text = root.find(f"{TEI}text")
    if text is not None:
        reader.read(text)
    contents = [division for division in root.iter(f"{TEI}div") if is_contents(division)]
    page = root.find(f".//{TEI}titlePage")
    unnamed = [one_line(text_of(each)) for each in root.iterfind(f"{_TITLES}[@type='desc']")]
    by_id = {each: index for index, block in enumerate(reader.blocks) for each in block.ids}
    return Witness(
        format="tei",
        blocks=reader.blocks,
        title_page=" ".join(unnamed if page is None else (text_of(part, " ") for part in page)),
        listings=[Listing(name="contents", entries=list(_entries(each, 0, by_id))) for each in contents[:1]],
        notes=reader.notes,
        items=reader.items,
        links=[replace(link, leads_to=by_id.get(link.address[1:])) if link.is_inner else link for link in reader.links],
        facts=facts_of(root),
        complaints=reader.complaints,
        page_starts=reader.pages or None,
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
