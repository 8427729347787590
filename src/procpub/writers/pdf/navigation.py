"""How one gets around in the file: destinations, links, bookmarks, page labels (ISO 32000-1, 12.3 to 12.5)."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from procpub.layout.boxes import Anchor, Pages, Position, is_piece
from procpub.model.addresses import uri
from procpub.model.contents import Contents
from procpub.writers.pdf.objects import File, decimal, reference, text_string
from procpub.writers.pdf.paint import Area


class Destinations:
    """Where anchors are in the file."""

    def __init__(self, book: Pages, pages: Sequence[int]) -> None:
        """`pages` are the objects of the pages."""
        self._places: Mapping[Anchor, Position] = book.places
        self._pages = pages
        self._height = book.height

    def __contains__(self, anchor: str) -> bool:
        return anchor in self._places

    def of(self, anchor: str) -> str:
        """An explicit destination: the place at the top of the window, at the zoom that there is.

        Raises:
            KeyError: the book has no such anchor.
        """
        place = self._places[anchor]
        return f"[{reference(self._pages[place.page])}/XYZ null {decimal(self._height - place.y)} null]"

    def leads(self, target: str) -> bool:
        """Whether the target of a link is somewhere: in this book, or out of it."""
        return not target.startswith("#") or target[1:] in self

    def tree(self) -> str:
        """The name tree's entries, so that addresses can end in `#id`: pieces have names, notes have not."""
        anchors = sorted(filter(is_piece, self._places))
        return "".join(f"{text_string(anchor)}{self.of(anchor)}" for anchor in anchors)


def link_annotation(area: Area, words: str, key: int, destinations: Destinations) -> str:
    """A link annotation's dictionary: with `words` for those who do not see where it leads (ISO 14289-1, 7.18.5), to be
    printed (ISO 19005-2, 6.3.2), without a border; `key` is its parent's in the parent tree.
    """
    if area.target.startswith("#"):
        leads = f"/Dest{destinations.of(area.target[1:])}"
    else:
        leads = f"/A<</S/URI/URI{text_string(uri(area.target))}>>"
    rectangle = " ".join(map(decimal, area.rectangle))
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{rectangle}]/Border[0 0 0]/F 4"
        f"/Contents{text_string(words or area.target)}/StructParent {key}{leads}>>"
    )


def add_bookmarks(file: File, contents: Contents, destinations: Destinations) -> int | None:
    """Adds the outline: the contents, entry for entry. Returns its number; None if there is nothing in it."""
    entries = [entry for entry in contents.entries if entry.id in destinations]
    if not entries:
        return None
    root = file.reserve()
    numbers = [file.reserve() for _ in entries]
    children: dict[int, list[int]] = {root: []}
    parents: dict[int, int] = {}
    above: list[tuple[int, int]] = [(0, root)]
    for number, entry in zip(numbers, entries, strict=True):
        while above[-1][0] >= entry.level:
            above.pop()
        parents[number] = above[-1][1]
        children[parents[number]].append(number)
        children[number] = []
        above.append((entry.level, number))
    counts: dict[int, int] = {}
    for number in (*reversed(numbers), root):
        counts[number] = sum(1 + counts[child] for child in children[number])

    def family(number: int) -> str:
        inner = children[number]
        ends = f"/First {reference(inner[0])}/Last {reference(inner[-1])}" if inner else ""
        return f"{ends}/Count {counts[number]}" if inner else ""

    neighbours: dict[int, str] = {}
    for siblings in children.values():
        for left, right in pairwise(siblings):
            neighbours[left] = neighbours.get(left, "") + f"/Next {reference(right)}"
            neighbours[right] = f"/Prev {reference(left)}"
    for number, entry in zip(numbers, entries, strict=True):
        file.fill(
            number,
            f"<</Title{text_string(entry.label)}/Parent {reference(parents[number])}{neighbours.get(number, '')}"
            f"{family(number)}/Dest{destinations.of(entry.id)}>>",
        )
    file.fill(root, f"<</Type/Outlines{family(root)}>>")
    return root


def page_labels(front: int, count: int) -> str:
    """The number tree of the labels of so many pages: Roman for those of the front matter, then Arabic, each from 1."""
    ranges = []
    if front:
        ranges.append("0<</S/r>>")
    if front < count:
        ranges.append(f"{front}<</S/D>>")
    return f"<</Nums[{' '.join(ranges)}]>>"
