"""Pictures inside the line, with their alternative text (ISO/IEC 29500-1, 20.4)."""

from collections.abc import Iterator
from io import BytesIO

from docx.image.image import Image as Header
from docx.oxml.shape import CT_Inline
from docx.shared import Pt

from procpub.diagnostics import Code
from procpub.model.figures import DOTS_PER_INCH
from procpub.model.nodes import Figure, Image
from procpub.writers.docx.inlines import inline_elements
from procpub.writers.docx.ooxml import Element, paragraph, run, switch, text, w
from procpub.writers.docx.pages import text_height, text_width
from procpub.writers.docx.story import Story

_TALLEST = 0.8
"""Of the text height: what a picture may take of the page, so that its caption stands with it."""


def figure_elements(figure: Figure, story: Story) -> Iterator[Element]:
    """The picture, or its alternative text in brackets where there is none to show, and the caption."""
    picture = _picture(figure, story)
    if picture is None:
        picture = text(f"[{figure.alternative}]")
    above = paragraph("Figure", run(picture))
    if figure.caption:
        story.variants.vary(above, "Above Caption", switch("keepNext", True))
    yield above
    if figure.caption:
        yield paragraph("Caption", *inline_elements(figure.caption, story))


def _picture(figure: Figure, story: Story) -> Element | None:
    if figure.image is None:
        return None
    try:
        width, height = _size(figure.image)
    except ValueError as error:
        story.report.add(Code.UNREADABLE_IMAGE, f"picture {figure.image.name!r} cannot be read: {error}", figure.span)
        return None
    page = story.style.page
    scale = min(1.0, text_width(page) / width, text_height(page) * _TALLEST / height)
    relationship = story.relationship_to_image(figure.image.data)
    inline = CT_Inline.new_pic_inline(
        story.drawing_id(), relationship, figure.image.name, Pt(width * scale), Pt(height * scale)
    )
    inline.docPr.set("descr", figure.alternative)
    for side in "TBLR":
        inline.set(f"dist{side}", "0")  # LibreOffice takes an eighth of an inch where nothing is said
    return w("drawing", inline)


def _size(image: Image) -> tuple[float, float]:
    """Width and height in points, at the picture's own resolution if it says one.

    Pillow tells it: python-docx, which must accept the picture too, says 72 dots an inch where a picture says nothing.

    Raises:
        ValueError: it is no picture of the declared type, or has no size.
    """
    from PIL import Image as PillowImage  # a fiftieth of the time of a short document that has no picture

    try:
        header = Header.from_blob(image.data)
        with PillowImage.open(BytesIO(image.data)) as opened:
            across, down = opened.info.get("dpi", (DOTS_PER_INCH, DOTS_PER_INCH))
    except Exception as error:  # for a JPEG that is cut short, python-docx raises an Exception of no closer kind
        raise ValueError(str(error) or type(error).__name__) from error
    if header.content_type != image.media_type:
        raise ValueError(f"it is {header.content_type}, not {image.media_type}")
    if not header.px_width or not header.px_height:
        raise ValueError("it has no size")
    return header.px_width * 72 / (across or DOTS_PER_INCH), header.px_height * 72 / (down or DOTS_PER_INCH)
