"""Setting figures: the image at its own size or scaled to fit, its caption below."""

from dataclasses import replace
from io import BytesIO

from procpub.diagnostics import Code
from procpub.layout.boxes import Box, Picture
from procpub.layout.geometry import Geometry
from procpub.layout.paragraphs import Frame, set_display, set_paragraph
from procpub.layout.structure import Element, Kind
from procpub.layout.text import Setting
from procpub.model.figures import DOTS_PER_INCH
from procpub.model.nodes import Figure, Image
from procpub.style import Role

TALLEST = 0.75
"""A picture is scaled down to this share of the text's height at most, so that its caption stays with it."""

SIDEWAYS = range(5, 9)
"""The orientations (Exif 2.32, 4.6.4) by which width and height change places."""

FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG"}


def set_figure(figure: Figure, frame: Frame, role: Role, setting: Setting, parent: Element) -> list[Box]:
    """The image, centred, and its caption. Without an image that can be read, the alternative text stands in for it."""
    size = _size(figure.image) if figure.image else None
    if figure.image and size is None:
        message = f"{figure.image.name} is no image that can be read: “{figure.alternative}” stands in for it"
        setting.report.add(Code.UNREADABLE_IMAGE, message, figure.span)
    if figure.image is None or size is None:
        element = parent.add(Kind.PARAGRAPH)
        caption = parent.add(Kind.PARAGRAPH)
        words = setting.printed(figure.alternative, role, figure.span)
        stand_in = [replace(piece, source=0) for piece in words]
        top = set_paragraph(stand_in, role, frame, setting.report, element=element, span=figure.span)
    else:
        element = parent.add(Kind.FIGURE, alternative=figure.alternative)
        caption = element.add(Kind.CAPTION)
        top = [_picture(figure.image, size, element, frame, role, setting)]
    pieces = setting.inlines(figure.caption, role, figure.span, caption)
    below = set_display(pieces, role, frame, setting.report, element=caption, span=figure.span)
    return [*(box._replace(keep=True) for box in top), *below] if below else top


def _size(image: Image) -> tuple[float, float] | None:
    """Width and height in points; None if the bytes are no image of the declared type."""
    from PIL import ExifTags  # most volumes have no picture, and are done sooner without it
    from PIL import Image as PillowImage

    try:
        with PillowImage.open(BytesIO(image.data), formats=[FORMATS[image.media_type]]) as opened:
            opened.load()
            across, down = opened.info.get("dpi", (DOTS_PER_INCH, DOTS_PER_INCH))
            size = opened.width * 72 / (across or DOTS_PER_INCH), opened.height * 72 / (down or DOTS_PER_INCH)
            on_its_side = opened.getexif().get(ExifTags.Base.Orientation, 1) in SIDEWAYS
            return size[::-1] if on_its_side else size
    except (OSError, ValueError, SyntaxError, PillowImage.DecompressionBombError):
        return None


def _picture(
    image: Image, size: tuple[float, float], element: Element, frame: Frame, role: Role, setting: Setting
) -> Box:
    highest = Geometry.of(setting.style.page).text_height * TALLEST
    scale = min(1.0, frame.width / size[0], highest / size[1])
    width, height = size[0] * scale, size[1] * scale
    picture = Picture(frame.left + (frame.width - width) / 2, 0.0, width, height, image, element)
    return Box(height, (picture,), before=role.leading / 2, after=role.leading / 2)
