"""Figures (Guidelines 14.4): the picture, if the file itself holds it, its caption and its description."""

import re
from base64 import b64decode
from collections.abc import Callable

from procpub.model.check import IMAGE_TYPES
from procpub.model.nodes import Block, Blocks, Figure, Image, Inlines
from procpub.model.walk import plain_text
from procpub.readers.tei.inlines import BOUNDARY, merged
from procpub.readers.tei.leftovers import Leftovers
from procpub.readers.tei.lists import span_of
from procpub.readers.tei.xml import Element

_FILE_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")

_READ = frozenset({"head", "figDesc", "binaryObject", "graphic", "media"})


def read_figure(
    element: Element, line: Callable[[Element], Inlines], blocks: Callable[[Element], Blocks], leftovers: Leftovers
) -> list[Block]:
    """The figure, or a `graphic` that stands alone; what else is in it stands behind it.

    Args:
        element: the `figure` or `graphic`.
        line: what a head holds.
        blocks: what the other elements hold.
        leftovers: is told of pictures that are elsewhere, or cannot be decoded.
    """
    for graphic in (part for part in element.within() if part.name in ("graphic", "media")):
        leftovers.left_out(graphic, f"the picture {graphic.get('url')!r} is not in the file; procpub fetches nothing")
    heads = [inline for head in element.all("head") for inline in (BOUNDARY, *line(head))]
    caption = merged(heads, preserve=True)
    description = element.first("figDesc")
    figure = Figure(
        image=_image(element, leftovers),
        alternative=_alternative(element, description, caption, leftovers),
        caption=caption,
        span=span_of(element),
    )
    element.read = True
    described = element.first("figDesc")
    rest = [child for child in element.children if isinstance(child, str) or child.name not in _READ]
    more = [child for child in element.all("figDesc") if child is not described]
    return [figure, *blocks(element.holding([*rest, *more]))]


def _alternative(element: Element, description: Element | None, caption: Inlines, leftovers: Leftovers) -> str:
    """The description; for want of one the caption, or where the picture is."""
    if description and description.text.strip():
        return description.take()
    addresses = [part.get("url") for part in element.within() if part.get("url")]
    words = plain_text(caption).strip() or next(iter(addresses), "") or f"<{element.name}>"
    leftovers.supplied(element, "the description of a figure", f"“{words}”; say what those cannot see who need one")
    return words


def _image(element: Element, leftovers: Leftovers) -> Image | None:
    for picture in element.all("binaryObject"):
        kind, name = picture.get("mimeType"), picture.get("n")
        try:
            data = b64decode("".join(picture.take().split()), validate=True) if kind in IMAGE_TYPES else b""
        except ValueError:
            data = b""
        if data:
            named = name if _FILE_NAME.fullmatch(name) else f"picture-{element.line}.{kind.partition('/')[2]}"
            return Image(name=named, media_type=kind, data=data)
        leftovers.left_out(picture, "it is no PNG or JPEG in base64")
    return None
